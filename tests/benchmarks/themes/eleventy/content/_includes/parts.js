// The parts that pages share. `data` is Eleventy's; `nodes` is the map of categories and places.
const PATHS = {
  arrow: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 6l-6 6 6 6",
  menu: "M4 8h16M4 16h16",
  keep: "M7 4h10v16l-5-4-5 4z",
  closed: "M8.5 12h7",
};
const SIGNS = { EUR: "€", GBP: "£", USD: "US$", CAD: "CA$", JPY: "JP¥", NZD: "NZ$" };
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const TODAY = new Date("2026-11-20");
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escaped = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]);
export const REMOTE = { hybrid: "Hybrid", yes: "Remote" };
export const ADDRESS = "https://careers.quillmere.example";

export const icon = (name) =>
  `<svg class="icon icon-${name}" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${PATHS[name]}"/></svg>`;

export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
export const iso = (date) => new Date(date).toISOString().slice(0, 10);
export const capital = (text) => text[0].toUpperCase() + text.slice(1);

export function day(value) {
  const date = new Date(value);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export const time = (value, words = "") => `<time datetime="${iso(value)}">${words}${day(value)}</time>`;

export function pay({ low, high, currency, per }) {
  const amount = low === high ? number(low) : `${number(low)}–${number(high)}`;
  return `<span class="figures">${SIGNS[currency] ?? currency + " "}${amount} ${per === "hour" ? "an" : "a"} ${per}</span>`;
}

export const place = (path, nodes) => `${nodes[path].title}, ${nodes[nodes[path].parent].title}`;

export function where(job, nodes, links = false) {
  const name = (path) => (links ? `<a href="/${path}/">${place(path, nodes)}</a>` : place(path, nodes));
  const places = job.cities.slice(0, 3).map((path) => `<span>${name(path)}</span> `).join("");
  return places + (job.remote === "no" ? "" : `<span>${REMOTE[job.remote]}</span>`);
}

// A job's row stands in up to seven lists and is made once.
const made = new WeakMap();

function row(job, nodes) {
  if (!made.has(job)) made.set(job, fresh(job, nodes));
  return made.get(job);
}

function fresh({ url, data }, nodes) {
  const isSoon = data.closes && new Date(data.closes) - TODAY <= 7 * 864e5;
  return `<li class="row">
  <div class="row-main">
    <a class="row-title" href="${url}">${escaped(data.title)}</a>    <p class="row-category">${escaped(nodes[data.leaf].title)}</p>  </div>
  <p class="row-where dotted">${where(data, nodes)}</p>
  <p class="row-terms dotted"><span>${capital(data.employment)}</span> ${data.salary ? `<span>${pay(data.salary)}</span> ` : ""}${isSoon ? `<time class="soon" datetime="${data.closes}">Closes ${day(data.closes)}</time>` : ""}</p>
</li>`;
}

export const rows = (jobs, nodes) => `<ul class="rows">${jobs.map((job) => row(job, nodes)).join("")}</ul>`;

export function pagination({ path, number: here, total }) {
  if (total < 2) return "";
  const url = (page) => (page > 1 ? `/${path}/page/${page}/` : `/${path}/`);
  const entry = (_, index) =>
    `    <li><a href="${url(index + 1)}"${index + 1 === here ? ' aria-current="page"' : ""}><span class="unseen">Page </span>${index + 1}</a></li>`;
  return `<nav class="pagination" aria-label="Pages">
  ${here > 1 ? `<a class="pagination-step" href="${url(here - 1)}" rel="prev">${icon("back")} Previous</a>` : ""}
  <ol>
${Array.from({ length: total }, entry).join("\n")}
  </ol>
  ${here < total ? `<a class="pagination-step" href="${url(here + 1)}" rel="next">Next ${icon("arrow")}</a>` : ""}
</nav>`;
}

// How many jobs each node has, read from the first pages of the lists.
const counted = new WeakMap();

export function counts(data) {
  const lists = data.collections.lists;
  if (!counted.has(lists)) counted.set(lists, Object.fromEntries(lists.map((list) => [list.path, list.count])));
  return counted.get(lists);
}

export function tally(path, data) {
  const count = number(counts(data)[path]);
  return `<span class="tally"><span aria-hidden="true">${count}</span><span class="unseen">${count} open jobs</span></span>`;
}

export const below = (path, nodes) => Object.keys(nodes).filter((child) => nodes[child].parent === path);

export const chips = (paths, data) =>
  `<ul class="chips">${paths.map((path) => `  <li><a href="/${path}/">${escaped(data.nodesByPath[path].title)} ${tally(path, data)}</a></li>`).join("")}</ul>`;

export function names(root, data) {
  const nodes = data.nodesByPath;
  const tops = Object.keys(nodes).filter((path) => path.startsWith(root) && !nodes[path].parent);
  const child = (path) =>
    `      <li><a href="/${path}/">${escaped(nodes[path].title)}</a> ${tally(path, data)}${nodes[path].words ? ' <span class="office">Office</span>' : ""}</li>`;
  const top = (path) => `  <li class="name">
    <p class="name-line"><a href="/${path}/">${escaped(nodes[path].title)}</a> ${tally(path, data)}</p>
    ${nodes[path].summary ? `<p class="name-summary">${escaped(nodes[path].summary)}</p>` : ""}
    <ul class="subnames">${below(path, nodes).map(child).join("")}</ul>
  </li>`;
  return `<ul class="names">${tops.map(top).join("")}</ul>`;
}

export const byline = (story) => `<p class="byline dotted"><span>${story.author}</span> <span>${time(story.date)}</span> <span>1-minute read</span>
</p>`;

export const cards = (stories) =>
  `<ul class="cards">${stories
    .map(
      ({ url, data }) => `<li class="card">  <div class="card-words">
    <h3 class="card-title"><a href="${url}">${escaped(data.title)}</a></h3>    <p class="card-summary">${escaped(data.summary)}</p>  </div>
  ${byline(data)}
</li>`,
    )
    .join("")}</ul>`;

export const crumbs = (links, here) => `<nav class="breadcrumbs" aria-label="You are here">
  <ol>${links.map(([path, name]) => `    <li><a href="/${path}/">${escaped(name)}</a></li>`).join("")}    <li class="unseen"><span aria-current="page">${escaped(here)}</span></li>
  </ol>
</nav>`;

export const way = (path, name) =>
  `  <li><a class="way" href="/${path}/"><span>See more jobs in ${escaped(name)}</span> ${icon("arrow")}</a></li>`;
