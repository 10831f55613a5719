// A feed for all jobs and for each category and place: the newest fifty.
import { ADDRESS, escaped, iso } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.feeds", size: 1, alias: "list" },
  permalink: ({ list }) => `/${list.path}/feed.xml`,
  eleventyExcludeFromCollections: true,
};

// A job's entry stands in up to seven feeds and is made once.
const made = new WeakMap();

function entry(job) {
  if (!made.has(job)) made.set(job, fresh(job));
  return made.get(job);
}

const fresh = ({ url, data, date }) => `<entry>
  <id>${ADDRESS}${url}</id>
  <title>${escaped(data.title)}</title>
  <link href="${ADDRESS}${url}"/>
  <updated>${iso(date)}T00:00:00Z</updated>
  <summary>${escaped(data.summary)}</summary>
</entry>`;

export function render({ list, nodesByPath }) {
  const title = list.path === "jobs" ? "All open jobs" : nodesByPath[list.path].title;
  const newest = list.jobs.slice(0, 50);
  const updated = newest.length ? iso(newest[0].date) : "1970-01-01";
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${ADDRESS}/${list.path}/</id>
<title>${escaped(title)} – Quillmere</title>
<author><name>Quillmere</name></author>
<updated>${updated}T00:00:00Z</updated>
<link rel="self" href="${ADDRESS}/${list.path}/feed.xml"/>
${newest.map(entry).join("\n")}
</feed>
`;
}
