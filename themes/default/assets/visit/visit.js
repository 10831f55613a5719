"use strict";
/*
 * Hands the parameters of a visit's address on: from page to page, and to links to apply.
 *
 * Which, site.yaml says (`apply_parameters`). Nothing is stored: links carry them along.
 */
(() => {
  const names = document.body.dataset.applyParameters.split(" ");
  const kept = [...new URLSearchParams(location.search)].filter(([name]) => names.some((own) => fits(name, own)));
  if (!kept.length) return;

  function fits(name, own) {
    return own.endsWith("*") ? name.startsWith(own.slice(0, -1)) : name === own;
  }

  function extended(address) {
    const url = new URL(address);
    kept.filter(([name]) => !url.searchParams.has(name)).forEach(([name, value]) => url.searchParams.append(name, value));
    return url.href;
  }

  function isHandedOn(link) {
    return /^https?:$/.test(link.protocol) && ("apply" in link.dataset || isOfThisSite(link));
  }

  // Another page of the site; not a part of this one, which a new address would load again.
  function isOfThisSite(link) {
    const home = document.querySelector("[data-home]").pathname;
    return link.origin === location.origin && link.pathname.startsWith(home) && !link.getAttribute("href").startsWith("#");
  }

  function handOn(event) {
    const link = event.target.closest?.("a[href]");
    if (link && isHandedOn(link)) link.href = extended(link.href);
  }

  // A form that asks for a page writes the whole query anew.
  function fillIn(event) {
    const form = event.target;
    if (form.method !== "get") return;
    kept.filter(([name]) => !form.elements.namedItem(name)).forEach(([name, value]) => form.append(hidden(name, value)));
  }

  function hidden(name, value) {
    return Object.assign(document.createElement("input"), { type: "hidden", name, value });
  }

  // Before anything is done with a link: followed, opened elsewhere, copied.
  ["pointerdown", "focusin", "click"].forEach((kind) => document.addEventListener(kind, handOn, true));
  document.addEventListener("submit", fillIn);
})();
