import { ADDRESS, iso } from "./_includes/parts.js";

export const data = { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };

const isDated = ({ data }) => data.tags && (data.tags.includes("jobs") || data.tags.includes("articles"));
const lastModified = (page) => (isDated(page) ? `<lastmod>${iso(page.date)}</lastmod>` : "");

export function render(data) {
  const pages = data.collections.all.filter((page) => !page.data.closed);
  const lines = pages.map((page) => `  <url><loc>${ADDRESS}${page.url}</loc>${lastModified(page)}</url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join("\n")}
</urlset>
`;
}
