// What the preview draws over a page: a mark in the corner, the panel of problems, the day that is shown.
// All of it lives in one shadow root.

import { makeDay } from "./day.js";
import { count, element } from "./elements.js";
import { keyOf, list } from "./problems.js";

const SEEN = "openings:seen"; // errors whose panel somebody closed

export function makePanel(at, reload) {
  const host = element("openings-preview", { lang: "en", dir: "ltr" });
  const root = host.attachShadow({ mode: "open" });
  let isOpen = false;
  let isByHand = false;
  let counts = null;
  let shown = "";

  const address = (name) => `${at(name)}?page=${encodeURIComponent(location.pathname)}`;
  const seen = () => new Set(JSON.parse(sessionStorage.getItem(SEEN) ?? "[]"));
  let errors = [];

  // ----- Parts -----

  const title = element("h2", { id: "title" }, "Preview");
  const body = element("div", { class: "body" });
  const day = makeDay(at, reload);
  const panel = element(
    "div",
    { class: "panel", role: "dialog", "aria-labelledby": "title", tabindex: "-1", hidden: true },
    element(
      "header",
      {},
      title,
      element("button", { type: "button", class: "close", click: () => closeByHand() }, "Close"),
    ),
    element(
      "div",
      { class: "scrolls", tabindex: "0", role: "group", "aria-label": "Problems and the day that is shown" },
      body,
      day.details,
    ),
    element(
      "nav",
      { "aria-label": "Preview" },
      element("a", { href: at("./") }, "Postings and unlisted pages"),
      element("a", { href: address("view") }, "What the theme was given"),
      element("a", { href: at("kit") }, "Kit"),
    ),
  );
  const badge = element("button", {
    type: "button",
    class: "badge is-fine",
    "aria-haspopup": "dialog",
    "aria-label": "Open the preview's panel",
    click: () => openByHand(),
  });
  const note = element("span", { class: "note" });
  const back = element("button", { type: "button", click: day.goBack });
  const bar = element("p", { class: "bar", hidden: true }, note, back);
  const said = element("p", { class: "said", role: "status" });
  const corner = element("div", { class: "corner" }, badge, bar);
  const frame = element("aside", { "aria-label": "Preview", hidden: true }, corner, panel, said);
  const load = () => (frame.hidden = false);
  const style = element("link", { rel: "stylesheet", href: at("panel.css"), load });
  root.append(style, frame);
  document.body.append(host);

  // ----- Opening and closing -----

  function open() {
    if (isOpen) return;
    isOpen = true;
    panel.hidden = false;
    badge.hidden = true;
    day.fill();
  }

  function close() {
    const hadFocus = panel.contains(root.activeElement);
    isOpen = isByHand = false;
    panel.hidden = true;
    badge.hidden = false;
    if (hadFocus) badge.focus();
  }

  async function openByHand() {
    isByHand = true;
    open();
    panel.focus();
    await fill();
    day.details.open ||= !body.childElementCount;
  }

  function closeByHand() {
    sessionStorage.setItem(SEEN, JSON.stringify(errors));
    close();
  }

  document.addEventListener("keydown", (event) => {
    const isOurs = isOpen && !event.defaultPrevented && !document.querySelector(":modal");
    if (event.key === "Escape" && isOurs) closeByHand();
  });

  // ----- Problems -----

  async function fill() {
    const response = await fetch(address("problems.json"));
    const text = await response.text();
    const found = JSON.parse(text);
    errors = found.problems.filter((one) => one.severity === "error").map(keyOf);
    if (text === shown) return;
    shown = text;
    title.textContent = found.summary;
    const unfolded = new Set([...body.querySelectorAll("details[open]")].map((one) => one.dataset.key));
    const hadFocus = body.contains(root.activeElement);
    body.replaceChildren(...list(found));
    for (const one of body.querySelectorAll("details")) one.open = unfolded.has(one.dataset.key);
    if (hadFocus) panel.focus();
  }

  function mark(state) {
    const parts = [["error", state.errors], ["warning", state.warnings]].filter(([, number]) => number);
    const text = parts.map(([noun, number]) => count(number, noun)).join(", ");
    badge.className = parts.length ? `badge has-${parts[0][0]}s` : "badge is-fine";
    badge.textContent = text;
    badge.setAttribute("aria-label", text ? `${text}: open the preview's panel` : "Open the preview's panel");
    if (counts !== null && counts !== text) said.textContent = text || "Nothing is wrong any more";
    counts = text;
  }

  // ----- News -----

  return {
    async show(state) {
      host.classList.remove("is-lost");
      note.textContent = state.note;
      back.textContent = state.back;
      bar.hidden = !state.note;
      if (state.errors === null) return;
      mark(state);
      if (!state.errors) errors = [];
      if (state.errors || isOpen) await fill();
      const known = seen();
      if (!state.errors) sessionStorage.removeItem(SEEN);
      if (errors.some((key) => !known.has(key))) open();
      else if (isOpen && !isByHand && !state.errors) close();
    },
    lost() {
      host.classList.add("is-lost");
      badge.setAttribute("aria-label", "The preview has stopped");
      said.textContent = "The preview has stopped";
    },
  };
}
