// What stands round every page.
import { ADDRESS, escaped, icon } from "./parts.js";

const MENU = [
  ["categories", "Job categories"],
  ["locations", "Locations"],
  ["articles", "Stories"],
  ["how-we-hire", "How we hire"],
  ["jobs", "All jobs"],
];

const navigation = (section) =>
  `<ul>${MENU.map(([path, name]) => `  <li><a href="/${path}/"${path === section ? ' aria-current="true"' : ""}>${name}</a></li>`).join("")}</ul>`;

const header = (section) => `<header class="top">
  <div class="wrap top-bar">
    <a class="brand" href="/">      <span>Quillmere</span>    </a>    <nav class="nav-wide" aria-label="Main">${navigation(section)}</nav>
    <details class="menu">
      <summary>${icon("menu")} Menu</summary>
      <nav aria-label="Main">${navigation(section)}</nav>
    </details>  </div>
</header>`;

const FOOTER = `<footer class="bottom">
  <div class="wrap">    <nav class="bottom-groups" aria-label="More links">      <div>
        <h2>Work here</h2>
        <ul>          <li><a href="/jobs/">All open jobs</a></li>          <li><a href="/how-we-hire/">How we hire</a></li>        </ul>
      </div>      <div>
        <h2>About us</h2>
        <ul>          <li><a href="/articles/">Stories</a></li>          <li><a href="https://www.quillmere.example">The instruments</a></li>        </ul>
      </div>    </nav>    <div class="bottom-line">
      <p class="bottom-name"><a href="/">Quillmere</a></p>    </div>    <div class="bottom-line bottom-small">      <p>© 2026 Quillmere</p>    </div>  </div>
</footer>`;

const HEADERS = new Map();

function cachedHeader(section) {
  if (!HEADERS.has(section)) HEADERS.set(section, header(section));
  return HEADERS.get(section);
}

export function frame(url, title, description, main, feed = "") {
  const address = ADDRESS + url;
  return `<!DOCTYPE html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Quillmere</title>
<meta name="description" content="${escaped(description)}">
<link rel="canonical" href="${address}">${feed ? `<link rel="alternate" type="application/atom+xml" href="${feed}">` : ""}<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf8">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#141618"><link rel="stylesheet" href="/assets/accent.css"><link rel="stylesheet" href="/assets/site.css"><meta property="og:type" content="website">
<meta property="og:site_name" content="Careers at Quillmere">
<meta property="og:title" content="${escaped(title)} – Quillmere">
<meta property="og:description" content="${escaped(description)}">
<meta property="og:url" content="${address}">
<meta name="generator" content="Eleventy">
</head>
<body>
<a class="skip" href="#_main">Skip to the content</a>
${cachedHeader(url.split("/")[1])}
<main id="_main">
<div class="wrap">
${main}
</div></main>
${FOOTER}
</body>
</html>
`;
}
