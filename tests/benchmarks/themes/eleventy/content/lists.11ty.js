// All jobs, and those of each category and place, a hundred rows a page.
import { markdown } from "../eleventy.config.js";
import { frame } from "./_includes/frame.js";
import { below, capital, chips, crumbs, escaped, number, pagination, rows } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.lists", size: 1, alias: "list", addAllPagesToCollections: true },
  permalink: ({ list }) => list.url,
};

const part = ({ number: here, total }) => (here > 1 ? ` <span class="soft">Page ${here} of ${total}</span>` : "");

function allJobs(list, data) {
  return `  <header class="page-head">
    <h1>All open jobs</h1>
    <p class="lead">${number(list.count)} jobs, the newest first${part(list)}</p>
  </header>  ${rows(list.jobs, data.nodesByPath)}
  ${pagination(list)}`;
}

function node(list, data) {
  const nodes = data.nodesByPath;
  const { title, summary, words, parent } = nodes[list.path];
  const root = list.path.split("/")[0];
  const links = [[root, capital(root)], ...(parent ? [[parent, nodes[parent].title]] : [])];
  const neighbours = parent ? below(parent, nodes).filter((path) => path !== list.path) : [];
  return `  <header class="page-head">
    <div>
      ${crumbs(links, title)}
      <h1>${escaped(title)}</h1>
      ${summary ? `<p class="lead">${escaped(summary)}</p>` : ""}
      ${parent ? "" : chips(below(list.path, nodes), data)}    </div>  </header>  ${words ? `<div class="prose page-prose">${markdown.render(words)}</div>` : ""}  <section class="list" aria-labelledby="_jobs">
    <h2 id="_jobs">${number(list.count)} open jobs${part(list)}</h2>    ${rows(list.jobs, nodes)}
    ${pagination(list)}
  </section>  ${parent ? `<section class="related" aria-labelledby="_neighbours">
    <h2 id="_neighbours">Nearby</h2>
    ${chips(neighbours, data)}
  </section>` : ""}`;
}

export function render(data) {
  const { list } = data;
  const title = list.path === "jobs" ? "All open jobs" : `${data.nodesByPath[list.path].title} jobs`;
  const main = list.path === "jobs" ? allJobs(list, data) : node(list, data);
  return frame(list.url, title, `${title} at Quillmere`, main, `/${list.path}/feed.xml`);
}
