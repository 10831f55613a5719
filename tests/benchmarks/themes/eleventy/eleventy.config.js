// Eleventy's settings: plain JavaScript templates, the quickest that it has, and Markdown without a template language.
import markdownIt from "markdown-it";

const PER_PAGE = 100;

function slugged(words) {
  return words.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function withIds(markdown) {
  markdown.renderer.rules.heading_open = (tokens, index) => {
    const level = tokens[index].tag;
    return `<${level} id="${slugged(tokens[index + 1].content)}">`;
  };
  return markdown;
}

export const markdown = withIds(markdownIt({ html: true, typographer: true }));

// The five nearest of a job's category: of its team, then its place, then the newest.
function similar(open, all) {
  const groups = new Map();
  const of = (...key) => {
    const name = key.join("|");
    if (!groups.has(name)) groups.set(name, []);
    return groups.get(name);
  };
  const keys = ({ data }) => [[data.leaf, data.team], [data.leaf, "at", data.cities[0]], [data.leaf]];
  for (const job of open) {
    for (const key of keys(job)) {
      const group = of(...key);
      if (group.length < 6) group.push(job);
    }
  }
  const near = (job) => [...new Set(keys(job).flatMap((key) => of(...key)))].filter((other) => other !== job);
  return Object.fromEntries(all.map((job) => [job.url, near(job).slice(0, 5)]));
}

// Every list of jobs, cut into pages: all jobs, then those of each category and place.
function lists(open, nodes) {
  const groups = new Map([["jobs", []], ...Object.keys(nodes).map((path) => [path, []])]);
  for (const job of open) {
    groups.get("jobs").push(job);
    for (const path of job.data.nodes) groups.get(path).push(job);
  }
  return [...groups].flatMap(([path, jobs]) => pages(path, jobs));
}

function pages(path, jobs) {
  const total = Math.max(1, Math.ceil(jobs.length / PER_PAGE));
  return Array.from({ length: total }, (_, index) => ({
    path,
    total,
    number: index + 1,
    count: jobs.length,
    jobs: jobs.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
    url: index ? `/${path}/page/${index + 1}/` : `/${path}/`,
  }));
}

export default function (config) {
  config.setLibrary("md", markdown);
  config.addPassthroughCopy({ assets: "assets" });
  const all = (api) => api.getFilteredByTag("jobs").sort((a, b) => b.date - a.date);
  const open = (api) => all(api).filter((job) => !job.data.closed);
  config.addCollection("open", open);
  config.addCollection("similar", (api) => similar(open(api), all(api)));
  config.addCollection("lists", (api) => lists(open(api), all(api)[0].data.nodesByPath));
  config.addCollection("feeds", (api) => lists(open(api), all(api)[0].data.nodesByPath).filter(({ number }) => number === 1));
  config.addCollection("stories", (api) => api.getFilteredByTag("articles").sort((a, b) => b.date - a.date));
  return {
    dir: { input: "content" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
