import { frame } from "./_includes/frame.js";
import { cards, icon, names, number, rows } from "./_includes/parts.js";

const TAGLINE = "Instruments for rivers, weather and soil, and the people who read them.";
const DESCRIPTION =
  "Quillmere builds gauges that stand in cold water for ten years and tell the truth the whole time. We make them, install them, repair them and answer the telephone when they ring.";

export const data = { permalink: "/" };

export function render(data) {
  const { open, stories } = data.collections;
  const main = `  <header class="hero">
    <h1>${TAGLINE}</h1>    <p class="lead">${DESCRIPTION}</p>    <p class="actions">      <a class="button" href="/jobs/">See all ${number(open.length)} open jobs ${icon("arrow")}</a>    </p>  </header>  <section class="band" aria-labelledby="_categories">
    <div class="band-head">
      <h2 id="_categories">Job categories</h2>
      <p><a href="/categories/">Browse every category</a></p>
    </div>
    <div class="band-body">${names("categories", data)}</div>
  </section>  <section class="band" aria-labelledby="_newest">
    <div class="band-head">
      <h2 id="_newest">Newest jobs</h2>
      <p><a href="/jobs/">All open jobs</a></p>
    </div>
    <div class="band-body">${rows(open.slice(0, 8), data.nodesByPath)}</div>
  </section>  <section class="band" aria-labelledby="_places">
    <div class="band-head">
      <h2 id="_places">Locations</h2>
    </div>
    <div class="band-body">${names("locations", data)}</div>
  </section>  <section class="band band-wide" aria-labelledby="_articles">
    <div class="band-head">
      <h2 id="_articles">Stories</h2>
    </div>
    <div class="band-body">${cards(stories)}</div>
  </section>`;
  return frame("/", "Careers at", TAGLINE, main);
}
