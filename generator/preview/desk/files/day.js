// The day that is shown, and the way to others: for this browser alone.

import { element, paragraph } from "./elements.js";

export function makeDay(at, reload) {
  const complaint = element("p", { class: "complaint", role: "alert" });
  const form = element("form", { class: "day", submit: (event) => wish(event, new FormData(form)) });
  const title = element("summary", {}, "A day ahead");
  const details = element("details", { class: "ahead" }, title, form, complaint);
  const goBack = (event) => wish(event, { back_to_base: "1" });

  async function wish(event, fields) {
    event.preventDefault();
    const body = new URLSearchParams(fields);
    const response = await fetch(at("session"), { method: "POST", body, redirect: "manual" });
    if (response.type === "opaqueredirect") await reload();
    complaint.textContent = await response.text();
  }

  async function fill() {
    const response = await fetch(at("day.json"));
    if (!response.ok) return;
    const day = await response.json();
    const input = element("input", { type: "date", name: "as_of", value: day.shown, required: true });
    const drafts = element("input", { type: "checkbox", name: "drafts", value: "1" });
    drafts.checked = day.drafts;
    const shortcut = ({ label, day: other, text }) => {
      const click = (event) => {
        input.value = other;
        wish(event, new FormData(form));
      };
      return element("button", { type: "button", click }, `${label} (${text})`);
    };
    const back = day.note && element("button", { type: "button", click: goBack }, day.back);
    form.replaceChildren(
      element("label", {}, "The site as of ", input),
      element("label", {}, drafts, " with drafts and upcoming postings"),
      element("button", { type: "submit" }, "Show"),
      paragraph("shortcuts", ...day.shortcuts.map(shortcut), back),
    );
  }

  return { details, fill, goBack };
}
