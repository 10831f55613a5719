"use strict";
/*
 * The visitor's own list of jobs. It lies in this browser alone: no cookie, no account, nothing is sent.
 *
 * window.Shortlist: all(), has(slug), add(job), remove(slug), whenChanged(tell). A job is
 * {slug, title, url, place, closes, closesText, language}. add and remove return whether the browser kept the change.
 */
(() => {
  const link = document.querySelector("[data-saved]");
  if (!link) return;

  // Sites below different folders of one host share its storage, so each has a key of its own.
  const KEY = `openings.saved ${link.pathname}`;
  const listeners = [];

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // the browser refuses storage altogether
    }
  }

  function isJob(entry) {
    return typeof entry?.slug === "string" && typeof entry.title === "string" && /^\/(?!\/)/.test(entry.url);
  }

  // What can be read of the stored text, and whether that is all of it.
  function read(text) {
    if (text === null) return { jobs: [], isWhole: true };
    try {
      const entries = JSON.parse(text);
      const jobs = Array.isArray(entries) ? entries.filter(isJob) : [];
      return { jobs, isWhole: Array.isArray(entries) && jobs.length === entries.length };
    } catch {
      return { jobs: [], isWhole: false };
    }
  }

  // Changes the list as it is now, which another tab may have changed a moment ago.
  function change(edit) {
    const text = stored();
    const { jobs, isWhole } = read(text);
    try {
      if (!isWhole) localStorage.setItem(`${KEY} unreadable`, text); // somebody else's, or damaged: set aside
      localStorage.setItem(KEY, JSON.stringify(edit(jobs)));
    } catch {
      return false; // refused, or no room; what was kept is still there
    }
    tellAll();
    return true;
  }

  function all() {
    return read(stored()).jobs;
  }

  function tellAll() {
    const jobs = all();
    link.querySelector("[data-count]").textContent = jobs.length ? ` (${count(jobs.length)})` : "";
    listeners.forEach((tell) => tell(jobs));
  }

  function count(number) {
    return number.toLocaleString(document.documentElement.lang);
  }

  window.Shortlist = {
    all,
    has: (slug) => all().some((job) => job.slug === slug),
    add: (job) => change((jobs) => [...jobs.filter((other) => other.slug !== job.slug), job]),
    remove: (slug) => change((jobs) => jobs.filter((job) => job.slug !== slug)),
    whenChanged(tell) {
      listeners.push(tell);
      tell(all());
    },
  };

  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) tellAll();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) tellAll(); // the page comes back as it was left; the list may have changed since
  });
  tellAll();
})();
