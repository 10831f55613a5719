"use strict";
/* The width switch without a reload, frames that fit into the page, and the sizes of all levels of type. */
(() => {
  const widths = document.querySelectorAll("[data-width]");
  const pairs = document.querySelectorAll(".pair");
  const table = document.querySelector("[data-levels]");
  const specimen = document.querySelector("#type").closest(".specimen").querySelector("iframe");

  const chosen = () => Number(document.querySelector("[data-width][aria-current]").dataset.width);

  // Two frames beside each other where both fit as they are, else below each other, each as large as can be.
  function fit() {
    const width = chosen();
    for (const pair of pairs) {
      const room = pair.clientWidth;
      const isBeside = width * 2 + 24 <= room;
      pair.classList.toggle("beside", isBeside);
      pair.style.setProperty("--scale", Math.min(1, room / width));
    }
  }

  function choose(event) {
    event.preventDefault();
    const width = event.currentTarget.dataset.width;
    const kept = anchor();
    for (const link of widths) link.toggleAttribute("aria-current", false);
    event.currentTarget.setAttribute("aria-current", "true");
    document.body.className = `w-${width}`;
    history.replaceState(history.state, "", `?width=${width}${location.hash}`);
    fit();
    scrollBy(0, kept.element.getBoundingClientRect().top - kept.top);
  }

  // The heading that is read now: it stays where it is while the frames above it grow.
  function anchor() {
    const headings = [...document.querySelectorAll("h1, h3")];
    const element = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 2) ?? headings[0];
    return { element, top: element.getBoundingClientRect().top };
  }

  // The page's title, and all else as it is among a text's own words, which the second-level heading stands in.
  function measure() {
    const page = specimen.contentDocument;
    const words = page?.querySelector("main h2, h2")?.parentElement;
    if (!words) return;
    for (const row of table.querySelectorAll("[data-level]")) {
      const level = row.dataset.level;
      const element = (level === "h1" ? page : words).querySelector(level);
      const told = element ? type(element) : [];
      row.querySelectorAll("td").forEach((cell, index) => (cell.textContent = told[index] ?? "–"));
    }
  }

  // Measures now and whenever the specimen's width changes.
  function watch() {
    measure();
    new specimen.contentWindow.ResizeObserver(measure).observe(specimen.contentDocument.documentElement);
  }

  // Size, height of a line in sizes, weight and first face.
  function type(element) {
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const line = style.lineHeight === "normal" ? "normal" : (parseFloat(style.lineHeight) / size).toFixed(2);
    return [`${+size.toFixed(2)} px`, line, style.fontWeight, style.fontFamily.split(",")[0].replaceAll('"', "")];
  }

  widths.forEach((link) => link.addEventListener("click", choose));
  new ResizeObserver(fit).observe(document.querySelector("main"));
  specimen.addEventListener("load", watch);
  if (matchMedia("(max-width: 63.99rem)").matches) document.querySelector(".contents details").open = false;
  fit();
  if (specimen.contentDocument?.readyState === "complete") watch(); // else its load event is still to come
})();
