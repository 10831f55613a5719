import { markdown } from "../../eleventy.config.js";
import { frame } from "./frame.js";
import { ADDRESS, REMOTE, capital, cards, crumbs, day, escaped, icon, iso, pay, place, time, way, where } from "./parts.js";

const LEVELS = { mid: "Mid level", entry: "Entry level", senior: "Senior", lead: "Lead" };
const apply = (data) => `<a class="button" href="${data.apply}">Apply now ${icon("arrow")}</a>`;
const fact = (name, value) => `<div class="fact"><dt>${name}</dt><dd>${value}</dd></div>`;
const bdi = (text) => `<bdi>${escaped(text)}</bdi>`;

let snippets = "";

function snippet({ title, body }) {
  return `<section class="prose snippet">          <h2>${title}</h2>          ${markdown.render(body)}
        </section>`;
}

function facts(data, nodes) {
  const months = data.experience;
  return [
    fact("Location", `<ul>${data.cities.map((path) => `  <li><a href="/${path}/">${place(path, nodes)}</a></li>`).join("")}</ul>`),
    data.remote === "no" ? "" : fact("Remote work", REMOTE[data.remote]),
    data.remoteFrom ? fact("Remote from", bdi(data.remoteFrom)) : "",
    data.salary ? fact("Pay", pay(data.salary)) : "",
    fact("Employment", capital(data.employment)),
    data.closes ? fact("Closes", time(data.closes)) : "",
    fact("Level", LEVELS[data.level]),
    fact("Team", bdi(data.team)),
    fact("Skills", data.skills.map(bdi).join(", ")),
    fact("Experience", months % 12 ? `${months} months` : `${months / 12} years`),
    fact("Posted", time(data.date)),
    fact("Reference", bdi(data.requisition)),
  ].join("");
}

function similar(data, nodes) {
  const line = ({ url, data: job }) => `      <tr>
        <th scope="row"><a class="similar-title" href="${url}">${escaped(job.title)}</a></th>
        <td class="dotted"><span><a href="/${job.leaf}/">${escaped(nodes[job.leaf].title)}</a></span> </td>
        <td class="dotted">${where(job, nodes, true)}</td>
      </tr>`;
  return `<section class="similar" aria-labelledby="_similar">
  <h2 id="_similar">Similar jobs</h2>
  <table class="similar-table" aria-labelledby="_similar">
    <thead>
      <tr>
        <th scope="col">Job</th>
        <th scope="col">Category</th>
        <th scope="col">Location</th>
      </tr>
    </thead>
    <tbody>${data.collections.similar[data.page.url].map(line).join("")}    </tbody>
  </table>  <p class="more"><a href="/${data.leaf}/">More jobs in ${escaped(nodes[data.leaf].title)}</a></p></section>`;
}

const TYPES = { "full-time": "FULL_TIME", "part-time": "PART_TIME", internship: "INTERN", contract: "CONTRACTOR", temporary: "TEMPORARY" };

// The posting for search engines: Google's JobPosting, and where it stands.
function markup(data, nodes, path) {
  const address = (city) => ({ "@type": "PostalAddress", addressLocality: nodes[city].title, addressCountry: nodes[nodes[city].parent].title });
  const { salary, closes, remoteFrom } = data;
  const job = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: data.title,
    description: data.content + snippets,
    datePosted: iso(data.date),
    ...(closes && { validThrough: `${iso(closes)}T23:59:59+01:00` }),
    employmentType: TYPES[data.employment],
    hiringOrganization: { "@type": "Organization", name: "Quillmere", sameAs: "https://www.quillmere.example" },
    jobLocation: data.cities.map((city) => ({ "@type": "Place", address: address(city) })),
    ...(remoteFrom && { jobLocationType: "TELECOMMUTE", applicantLocationRequirements: { "@type": "Country", name: remoteFrom } }),
    ...(salary && {
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: salary.currency,
        value: { "@type": "QuantitativeValue", minValue: salary.low, maxValue: salary.high, unitText: salary.per.toUpperCase() },
      },
    }),
    identifier: { "@type": "PropertyValue", name: "Quillmere", value: data.requisition },
    experienceRequirements: { "@type": "OccupationalExperienceRequirements", monthsOfExperience: data.experience },
  };
  const crumbs = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: path.map(([url, name], index) => ({ "@type": "ListItem", position: index + 1, name, item: `${ADDRESS}/${url}` })),
  };
  return `<script type="application/ld+json">${JSON.stringify([job, crumbs]).replace(/</g, "\\u003c")}</script>`;
}

const banner = (data) => `<div class="banner banner-closed" role="note">
  ${icon("closed")}
  <div>
    <p class="banner-line">This job closed on ${day(data.closes)}.</p>
    <p>Applications are no longer accepted.</p>
  </div>
</div>`;

const keep = (data, address) => `<details class="keep">
  <summary class="button button-quiet">${icon("keep")} Save or share</summary>
  <div class="keep-ways">
    <p>To keep this job, bookmark the page or print it. The printed copy carries its address.</p>
    <p><a href="mailto:?subject=${encodeURIComponent(data.title)}&amp;body=${encodeURIComponent(address)}">Send it to someone by email</a></p>
    <p>Or copy the address: <span class="address" dir="ltr">${ADDRESS}${data.page.url.split("/").slice(0, -1).join("/<wbr>")}/</span></p>
  </div>
</details>`;

const contact = (person) => `<section class="prose snippet" aria-labelledby="_contact">
          <h2 id="_contact">Questions about this job</h2>
          <p class="dotted contact"><span>${person.name}</span> <span><a href="mailto:${person.email}" dir="ltr">${person.email}</a></span> </p>
        </section>`;

export function render(data) {
  const nodes = data.nodesByPath;
  const leaf = nodes[data.leaf];
  const top = nodes[leaf.parent];
  const address = ADDRESS + data.page.url;
  const isOpen = !data.closed;
  snippets ||= data.snippets.map(snippet).join("");
  const stories = data.collections.stories.filter((story) => story.data.leaf === data.leaf);
  const main = `  <article class="posting">
    <header class="posting-head">
      ${crumbs([["jobs", "Jobs"], [leaf.parent, top.title], [data.leaf, leaf.title]], data.title)}
      <h1>${escaped(data.title)}</h1>
      <div class="posting-line">        <p class="path"><a href="/${leaf.parent}/">${escaped(top.title)}</a> <span class="slash" aria-hidden="true">/</span> <a href="/${data.leaf}/">${escaped(leaf.title)}</a></p>        <p class="posting-places dotted">${where(data, nodes, true)}</p>      </div>
      ${isOpen ? "" : banner(data)}
      <div class="actions">${isOpen ? apply(data) + keep(data, address) : ""}      </div>
    </header>${isOpen ? "" : similar(data, nodes)}    <div class="posting-grid">
      <aside class="facts" aria-labelledby="_facts">
        <h2 id="_facts">At a glance</h2>
        <dl class="facts-list">${facts(data, nodes)}</dl>
      </aside>
      <div class="posting-body">        <div class="prose">${data.content}</div>        ${snippets}
        ${isOpen ? `${contact(data.contact)}        <div class="apply-end">${apply(data)}${data.closes ? `<p><time datetime="${iso(data.closes)}">Apply by ${day(data.closes)}</time></p>` : ""}</div>` : ""}        <p class="print-address">${address}</p>
      </div>
    </div>
  </article>  ${isOpen ? similar(data, nodes) : ""}  <section class="related" aria-labelledby="_related">
    <h2 id="_related">Keep looking</h2>
    <div class="related-parts">      <ul class="ways">${way(leaf.parent, top.title)}${data.cities.map((path) => way(path, place(path, nodes))).join("")}</ul>
      ${stories.length ? cards(stories) : ""}    </div>
  </section>${isOpen ? markup(data, nodes, [["jobs/", "Jobs"], [`${leaf.parent}/`, top.title], [`${data.leaf}/`, leaf.title], [data.page.url.slice(1), data.title]]) : ""}`;
  return frame(data.page.url, `${data.title}, ${place(data.cities[0], nodes)}`, data.summary, main);
}
