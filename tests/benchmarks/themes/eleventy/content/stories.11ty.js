import { frame } from "./_includes/frame.js";
import { cards } from "./_includes/parts.js";

export const data = { permalink: "/articles/" };

export function render(data) {
  const lead = "What it’s like to work at Quillmere, told by the people who do.";
  const main = `  <header class="page-head">
    <h1>Stories</h1>
    <p class="lead">${lead}</p>
  </header>  ${cards(data.collections.stories)}`;
  return frame("/articles/", "Stories", lead, main);
}
