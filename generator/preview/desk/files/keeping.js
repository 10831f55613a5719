// What somebody did on one of the preview's own pages, kept while it is loaded again.

const KEPT = "openings:kept";

const folds = () => [...document.querySelectorAll("details[data-key]")];
const fields = () => [...document.querySelectorAll("input[name]:not([type=hidden]), select[name]")];
const said = (field) => (field.type === "checkbox" ? field.checked : field.value);

export function keep(page) {
  const open = folds().filter((one) => one.open);
  const keys = open.map((one) => one.dataset.key);
  const values = fields().map((field) => [field.name, said(field)]);
  const focus = document.activeElement?.name;
  sessionStorage.setItem(KEPT, JSON.stringify({ page, keys, values, focus }));
}

export function restore(page) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  if (kept?.page !== page) return;
  const open = new Set(kept.keys);
  const values = new Map(kept.values);
  for (const one of folds()) one.open = open.has(one.dataset.key);
  for (const field of fields().filter((one) => values.has(one.name))) {
    field[field.type === "checkbox" ? "checked" : "value"] = values.get(field.name);
    if (field.name === kept.focus) field.focus({ preventScroll: true });
  }
}
