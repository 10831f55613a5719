import { frame } from "./_includes/frame.js";
import { icon, names } from "./_includes/parts.js";

export const data = { permalink: "/404.html", eleventyExcludeFromCollections: true };

export function render(data) {
  const lead = "Perhaps the job has closed, or the address was mistyped. Everything that’s open today is one step away.";
  const main = `  <header class="hero">
    <h1>This page isn’t here</h1>
    <p class="lead">${lead}</p>
    <p class="actions"><a class="button" href="/jobs/">See all open jobs ${icon("arrow")}</a></p>
  </header>  <section class="band" aria-labelledby="_categories">
    <div class="band-head"><h2 id="_categories">Job categories</h2></div>
    <div class="band-body">${names("categories", data)}</div>
  </section>`;
  return frame("/404.html", "This page isn’t here", lead, main);
}
