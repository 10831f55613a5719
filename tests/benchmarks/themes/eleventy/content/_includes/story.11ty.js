import { frame } from "./frame.js";
import { byline, cards, escaped, way } from "./parts.js";

export function render(data) {
  const others = data.collections.stories.filter((story) => story.url !== data.page.url);
  const main = `  <article class="story">
    <header class="story-head">
      <h1>${escaped(data.title)}</h1>      <p class="lead">${escaped(data.summary)}</p>      ${byline(data)}
    </header>    <div class="prose story-prose">${data.content}</div>  </article>  <section class="related" aria-labelledby="_jobs">
    <h2 id="_jobs">Jobs from this story</h2>    <ul class="ways">${way(data.leaf, data.nodesByPath[data.leaf].title)}</ul>
  </section>  <section class="related" aria-labelledby="_others">
    <h2 id="_others">More stories</h2>
    ${cards(others)}
  </section>`;
  return frame(data.page.url, data.title, data.summary, main);
}
