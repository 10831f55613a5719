import { frame } from "./frame.js";
import { escaped } from "./parts.js";

export function render(data) {
  const main = `  <header class="page-head">
    <div>
      <h1>${escaped(data.title)}</h1>
      <p class="lead">${escaped(data.summary)}</p>
    </div>  </header>  <div class="prose page-prose">${data.content}</div>`;
  return frame(data.page.url, data.title, data.summary, main);
}
