// What the preview draws over a page: a mark in the corner, the panel of problems, the day that is shown.
// All of it lives in one shadow root, and every text in it stays text.

const SEEN = "openings:seen"; // errors whose panel somebody closed

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false && value !== null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

// ---------- Problems ----------

const keyOf = (problem) => `${problem.code} ${problem.at?.file ?? ""} ${problem.message}`;

function place(at) {
  const where = `${at.file}:${at.line}:${at.column}`;
  const link = at.open && element("a", { class: "open", href: at.open, "aria-label": `Open in editor: ${where}` }, "Open in editor");
  return element("p", { class: "place" }, element("code", {}, where), link || "");
}

function excerpt(at) {
  if (!at.excerpt) return "";
  const { before, mark, after } = at.excerpt;
  const line = element("code", {}, before, element("mark", {}, mark), after);
  return element("pre", { tabindex: "0", role: "group", "aria-label": `Line ${at.line}` }, element("span", { class: "number", "aria-hidden": "true" }, `${at.line}`), line);
}

function item(problem, explanation) {
  return element(
    "li",
    { class: problem.severity },
    element(
      "p",
      { class: "head" },
      element("strong", { class: "weight" }, problem.severity),
      element("span", { class: "message" }, problem.message),
    ),
    ...(problem.at ? [place(problem.at), excerpt(problem.at)] : []),
    problem.hint && element("p", { class: "hint" }, element("b", {}, "Fix: "), problem.hint),
    ...problem.notes.flatMap((note) => [element("p", { class: "note" }, element("b", {}, "Note: "), note.text), place(note.at), excerpt(note.at)]),
    element(
      "details",
      { "data-key": `why ${keyOf(problem)}` },
      element("summary", {}, `Why? ${problem.code} ${problem.name}`),
      element("p", { class: "explanation" }, explanation),
    ),
  );
}

function list(found) {
  const total = found.errors + found.warnings + found.notices;
  const more = total - found.problems.length;
  if (!total) return [];
  return [
    element("ol", { class: "problems" }, ...found.problems.map((one) => item(one, found.explanations[one.code]))),
    more > 0 ? element("p", { class: "more" }, `And ${count(more, "more problem")}: mend some of these first.`) : "",
  ];
}

// ---------- The panel ----------

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
  const complaint = element("p", { class: "complaint", role: "alert" });
  const dayForm = element("form", { class: "day", submit: (event) => wish(event, new FormData(event.target)) });
  const ahead = element("details", { class: "ahead" }, element("summary", {}, "A day ahead"), dayForm, complaint);
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
      ahead,
    ),
    element(
      "nav",
      { "aria-label": "Preview" },
      element("a", { href: at("./") }, "Postings and unlisted pages"),
      element("a", { href: address("view") }, "What the theme was given"),
      element("a", { href: at("kit") }, "Kit"),
    ),
  );
  const badge = element("button", { type: "button", class: "badge", "aria-haspopup": "dialog", click: () => openByHand() });
  const note = element("span", { class: "note" });
  const back = element("button", { type: "button", click: (event) => wish(event, new URLSearchParams({ back_to_base: "1" })) });
  const bar = element("p", { class: "bar", hidden: true }, note, back);
  const said = element("p", { class: "said", role: "status" });
  const corner = element("div", { class: "corner" }, badge, bar);
  const frame = element("aside", { "aria-label": "Preview", hidden: true }, corner, panel, said);
  const style = element("link", { rel: "stylesheet", href: at("panel.css"), load: () => (frame.hidden = false) });
  root.append(style, frame);
  document.body.append(host);

  // ----- Opening and closing -----

  function open() {
    isOpen = true;
    panel.hidden = false;
    badge.hidden = true;
    fillDay();
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
    ahead.open ||= !body.childElementCount;
  }

  function closeByHand() {
    sessionStorage.setItem(SEEN, JSON.stringify(errors));
    close();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen && !event.defaultPrevented && !document.querySelector(":modal")) closeByHand();
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
    body.replaceChildren(...list(found).filter(Boolean));
    for (const one of body.querySelectorAll("details")) one.open = unfolded.has(one.dataset.key);
    if (hadFocus) panel.focus();
  }

  function mark(state) {
    const parts = [state.errors && count(state.errors, "error"), state.warnings && count(state.warnings, "warning")];
    const text = parts.filter(Boolean).join(", ");
    badge.className = `badge ${state.errors ? "has-errors" : state.warnings ? "has-warnings" : "is-fine"}`;
    badge.textContent = text;
    badge.setAttribute("aria-label", text ? `${text}: open the preview's panel` : "Open the preview's panel");
    if (counts !== null && counts !== text) said.textContent = text || "Nothing is wrong any more";
    counts = text;
  }

  // ----- The day -----

  async function fillDay() {
    const response = await fetch(at("day.json"));
    if (!response.ok) return;
    const day = await response.json();
    const input = element("input", { type: "date", name: "as_of", value: day.shown, required: true });
    const drafts = element("input", { type: "checkbox", name: "drafts", value: "1" });
    drafts.checked = day.drafts;
    const choose = (other) => (event) => {
      input.value = other;
      wish(event, new FormData(dayForm));
    };
    dayForm.replaceChildren(
      element("label", {}, "The site as of ", input),
      element("label", {}, drafts, " with drafts and upcoming postings"),
      element("button", { type: "submit" }, "Show"),
      element(
        "p",
        { class: "shortcuts" },
        ...day.shortcuts.map(({ label, day: other, text }) => element("button", { type: "button", click: choose(other) }, `${label} (${text})`)),
        day.note && element("button", { type: "button", click: (event) => wish(event, new URLSearchParams({ back_to_base: "1" })) }, day.back),
      ),
    );
  }

  async function wish(event, fields) {
    event.preventDefault();
    const response = await fetch(at("session"), { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    if (response.type === "opaqueredirect") await reload();
    complaint.textContent = await response.text();
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
