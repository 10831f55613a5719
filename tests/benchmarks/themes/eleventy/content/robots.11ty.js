import { ADDRESS } from "./_includes/parts.js";

export const data = { permalink: "/robots.txt", eleventyExcludeFromCollections: true };

export const render = () => `User-agent: *\nAllow: /\n\nSitemap: ${ADDRESS}/sitemap.xml\n`;
