// What the preview draws over a page: a mark in the corner, the panel of problems, the day that is shown.
// All of it lives in one shadow root.

import { makeDay } from "./day.js";
import { count, element } from "./elements.js";
import { keyOf, list } from "./problems.js";

const SEEN = "openings:seen"; // errors whose panel somebody closed, and since when each is gone, if it is
const OPEN = "openings:open"; // the page whose panel somebody opened
const LONG = 10_000; // what is gone for so long was mended: it is new when it comes again
const CALM = 500; // what goes and comes within that, while files are saved, isn't worth a move

// Among the first stops of the Tab key, after a link that skips to the content: the way to the panel.
function putWay(at, click) {
  const host = element("openings-preview", { lang: "en", dir: "ltr" });
  const button = element("button", { type: "button", class: "way", click }, "Open the preview's panel");
  const load = () => (frame.hidden = false);
  const frame = element("nav", { "aria-label": "Way to the preview", hidden: true }, button);
  const style = element("link", { rel: "stylesheet", href: at("panel.css"), load });
  host.attachShadow({ mode: "open" }).append(style, frame);
  const first = document.body.firstElementChild;
  if (first?.matches("a[href^='#']")) first.after(host);
  else document.body.prepend(host);
}

export function makePanel(at, reload) {
  const host = element("openings-preview", { lang: "en", dir: "ltr" });
  const root = host.attachShadow({ mode: "open" });
  let isOpen = false;
  let isByHand = false;
  let counts = null;
  let shown = "";
  let errors = [];
  let asked = 0;
  let closing = 0;

  const address = (name) => `${at(name)}?page=${encodeURIComponent(location.pathname)}`;

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
  putWay(at, () => openByHand());

  // ----- Opening and closing -----

  function open() {
    clearTimeout(closing);
    if (isOpen) return;
    isOpen = true;
    panel.hidden = false;
    badge.hidden = true;
    day.fill();
  }

  function close() {
    const hadFocus = panel.contains(root.activeElement);
    clearTimeout(closing);
    sessionStorage.removeItem(OPEN);
    isOpen = isByHand = false;
    panel.hidden = true;
    badge.hidden = false;
    if (hadFocus) badge.focus();
  }

  async function openByHand() {
    sessionStorage.setItem(OPEN, location.pathname);
    isByHand = true;
    open();
    panel.focus();
    await fill();
    day.details.open ||= !body.childElementCount;
  }

  function closeByHand() {
    sessionStorage.setItem(SEEN, JSON.stringify(Object.fromEntries(errors.map((key) => [key, 0]))));
    close();
  }

  document.addEventListener("keydown", (event) => {
    const isOurs = isOpen && !event.defaultPrevented && !document.querySelector(":modal");
    if (event.key === "Escape" && isOurs) closeByHand();
  });

  // ----- Problems -----

  async function fill() {
    const turn = ++asked;
    const response = await fetch(address("problems.json"));
    const text = await response.text();
    if (turn !== asked) return; // somebody has asked since
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

  // Whether there is an error that wasn't there when somebody closed the panel, nor shortly before this.
  function isAnyNew() {
    const seen = JSON.parse(sessionStorage.getItem(SEEN) ?? "{}");
    const now = Date.now();
    for (const [key, gone] of Object.entries(seen)) {
      if (gone && now - gone > LONG) delete seen[key];
      else seen[key] = errors.includes(key) ? 0 : gone || now;
    }
    sessionStorage.setItem(SEEN, JSON.stringify(seen));
    return errors.some((key) => !(key in seen));
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

  if (sessionStorage.getItem(OPEN) === location.pathname) {
    isByHand = true;
    open();
  } else sessionStorage.removeItem(OPEN);

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
      clearTimeout(closing);
      if (isAnyNew()) open();
      else if (isOpen && !isByHand && !state.errors) closing = setTimeout(close, CALM);
    },
    lost() {
      host.classList.add("is-lost");
      badge.setAttribute("aria-label", "The preview has stopped");
      said.textContent = "The preview has stopped";
    },
  };
}
