// The two pages that show a whole tree: categories and locations.
import { frame } from "./_includes/frame.js";
import { names } from "./_includes/parts.js";

const TREES = [
  { root: "categories", title: "Job categories", lead: "Find your field." },
  { root: "locations", title: "Locations", lead: "Every place, by country." },
];

export const data = {
  trees: TREES,
  pagination: { data: "trees", size: 1, alias: "tree", addAllPagesToCollections: true },
  permalink: ({ tree }) => `/${tree.root}/`,
};

export function render(data) {
  const { root, title, lead } = data.tree;
  const main = `  <header class="page-head">
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
  </header>  <div class="names-page">${names(root, data)}</div>`;
  return frame(data.page.url, title, lead, main);
}
