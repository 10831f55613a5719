// The problems in the panel, each with its line and the way to it.

import { count, element, paragraph, told } from "./elements.js";

// What tells a problem from others, wherever its line moves to.
export const keyOf = (problem) => `${problem.code} ${problem.at?.file ?? ""} ${problem.message}`;

function place(at) {
  const where = `${at.file}:${at.line}:${at.column}`;
  const label = `Open in editor: ${where}`;
  const link = at.open && element("a", { href: at.open, "aria-label": label }, "Open in editor");
  return paragraph("place", element("code", {}, where), link);
}

function excerpt(at) {
  if (!at.excerpt) return "";
  const { before, mark, after } = at.excerpt;
  const number = element("span", { class: "number", "aria-hidden": "true" }, `${at.line}`);
  const line = element("code", {}, before, element("mark", {}, mark), after);
  return element("pre", { tabindex: "0", role: "group", "aria-label": `Line ${at.line}` }, number, line);
}

function item(problem, explanation) {
  const weight = element("strong", { class: "weight" }, problem.severity);
  const summary = element("summary", {}, `Why? ${problem.code} ${problem.name}`);
  return element(
    "li",
    { class: problem.severity },
    paragraph("head", weight, element("span", {}, ...told(problem.message))),
    ...(problem.at ? [place(problem.at), excerpt(problem.at)] : []),
    problem.hint && paragraph("hint", element("b", {}, "Fix: "), ...told(problem.hint)),
    ...problem.notes.flatMap(noted),
    element("details", { "data-key": keyOf(problem) }, summary, paragraph("explanation", explanation)),
  );
}

function noted(note) {
  const said = paragraph("note", element("b", {}, "Note: "), ...told(note.text));
  return [said, place(note.at), excerpt(note.at)];
}

// The problems as elements; none where there are none.
export function list(found) {
  const total = found.errors + found.warnings + found.notices;
  const more = total - found.problems.length;
  if (!total) return [];
  return [
    element("ol", {}, ...found.problems.map((one) => item(one, found.explanations[one.code]))),
    more > 0 && paragraph("more", `And ${count(more, "more problem")}: mend some of these first.`),
  ].filter(Boolean);
}
