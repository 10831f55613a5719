"use strict";
/* The page of saved jobs: what this browser keeps, what a link brings, and which of it is still open. */
(() => {
  const root = document.querySelector("[data-shortlist]");
  if (!root || !window.Shortlist) return;

  const part = (name, within = root) => within.querySelector(`[data-${name}]`);
  const list = part("list");
  const received = part("received");
  const language = document.documentElement.lang;
  const MOST = 200; // jobs that a link may bring
  let open = null; // the open jobs by slug, once they are known
  let removed = null; // the job that can be taken back, and its place among those that are kept

  // ---------- What is open today ----------

  async function openJobs() {
    const answer = await fetch(root.dataset.index);
    if (!answer.ok) throw new Error(answer.statusText);
    const search = OpeningsSearch.searcher(await answer.json());
    const day = OpeningsSearch.dayIn(search.index.time_zone, Date.now());
    const open = search.index.jobs.title.map((_, job) => job).filter((job) => search.closes[job] >= day);
    return new Map(open.map((job) => shown(search.index, job, day)).map((job) => [job.slug, job]));
  }

  function shown(index, job, day) {
    const { title, url, places, closes, closesText, language } = OpeningsSearch.row(index, job, day);
    const slug = url.slice(index.jobs_url.length, -1);
    return { slug, title, url, closes, closesText, language, ...(places.length ? { place: places[0] } : {}) };
  }

  function isClosed(job) {
    return open ? !open.has(job.slug) : false;
  }

  // As the site tells it today; as it was kept where the site says nothing.
  function current(job) {
    return { ...job, ...open?.get(job.slug) };
  }

  // Those that close first come first, those that are closed last.
  function inOrder(jobs) {
    const rank = (job) => (isClosed(job) ? "b" : `a${job.closes || "9999"}`);
    return jobs.map(current).sort((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0));
  }

  // ---------- Rows ----------

  function row(job) {
    const item = part("row").content.cloneNode(true);
    const link = item.querySelector("a");
    link.href = job.url;
    link.dataset.address = new URL(job.url, root.dataset.address).href; // what paper shows
    if (job.language) Object.assign(link, { lang: job.language, dir: "auto" });
    item.querySelectorAll("[data-title]").forEach((place) => (place.textContent = job.title));
    part("place", item).textContent = job.place || "";
    part("closed", item).hidden = !isClosed(job);
    const closes = part("closes", item);
    closes.textContent = job.closesText && !isClosed(job) ? closes.dataset.text.replace("{date}", () => job.closesText) : "";
    item.firstElementChild.dataset.slug = job.slug;
    return item;
  }

  // Where a job stood there is a way to take it back, so that nobody loses their place.
  function gap(job) {
    const item = part("gone").content.cloneNode(true);
    item.firstElementChild.dataset.slug = job.slug;
    item.querySelector("p").textContent = told("removed", job.title);
    return item;
  }

  function show() {
    const jobs = Shortlist.all();
    const held = focused();
    list.replaceChildren(...inOrder(withGap(jobs)).map((job) => (Shortlist.has(job.slug) ? row(job) : gap(job))));
    if (held) focus(held.slug, held.what);
    part("ways").hidden = !jobs.length;
    part("empty").hidden = jobs.length > 0 || !received.hidden;
    list.hidden = !list.childElementCount;
  }

  function withGap(jobs) {
    if (!removed || Shortlist.has(removed.job.slug)) return jobs;
    return [...jobs.slice(0, removed.at), removed.job, ...jobs.slice(removed.at)];
  }

  // What has the focus, which would be lost with the rows when they are drawn again.
  function focused() {
    const element = document.activeElement;
    const what = list.contains(element) && ["a", "[data-remove]", "[data-undo]"].find((selector) => element.matches(selector));
    return what ? { slug: element.closest("[data-slug]").dataset.slug, what } : null;
  }

  function focus(slug, what) {
    list.querySelector(`[data-slug="${CSS.escape(slug)}"] ${what}`)?.focus({ preventScroll: true });
  }

  // ---------- Removing ----------

  function remove(event) {
    const button = event.target.closest("[data-remove]");
    if (!button) return;
    const { slug } = button.closest("[data-slug]").dataset;
    const jobs = Shortlist.all();
    const at = jobs.findIndex((job) => job.slug === slug);
    removed = { job: jobs[at], at };
    if (!Shortlist.remove(slug)) return say("failed");
    say("removed", removed.job.title);
    focus(slug, "[data-undo]");
  }

  function undo() {
    Shortlist.add(removed.job);
    part("said").textContent = "";
    focus(removed.job.slug, "a");
  }

  function say(what, title = "") {
    part("note").textContent = what === "removed" ? "" : part("said").dataset[what];
    part("said").textContent = told(what, title);
  }

  function told(what, title) {
    return part("said").dataset[what].replace("{title}", () => title);
  }

  // ---------- To and from another device ----------

  // The list stands behind the #, which browsers keep to themselves.
  function address() {
    return `${root.dataset.address}#jobs=${Shortlist.all().map((job) => encodeURIComponent(job.slug)).join(",")}`;
  }

  async function send() {
    try {
      if (navigator.share) await navigator.share({ title: root.dataset.title, url: address() });
      else await navigator.clipboard.writeText(address());
      if (!navigator.share) say("copied");
    } catch (error) {
      if (error.name !== "AbortError") offer();
    }
  }

  // For the visitor's own copying, where the browser doesn't let a script do it.
  function offer() {
    part("link").textContent = address();
    part("link").hidden = false;
    getSelection().selectAllChildren(part("link"));
  }

  function brought() {
    const [, slugs = ""] = location.hash.match(/^#jobs=(.*)$/) || [];
    const wanted = new Set(slugs.split(",").filter(Boolean).slice(0, MOST).map(decoded));
    return [...wanted].filter((slug) => /^[a-z0-9-]+$/.test(slug) && !Shortlist.has(slug)).map(unknown);
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  // A job that isn't listed: its page says what it was. A link must not put words into the company's mouth.
  function unknown(slug) {
    const url = new URL(root.dataset.index.replace(/index\.json$/, `${slug}/`), location.href).pathname;
    return { slug, url, title: root.dataset.unlisted };
  }

  function showReceived() {
    const jobs = brought();
    received.hidden = !jobs.length;
    if (!jobs.length) return;
    const heading = part("words", received);
    const forms = JSON.parse(heading.dataset.words);
    const form = forms[new Intl.PluralRules(language).select(jobs.length)] || forms.other;
    heading.textContent = form.replace("{count}", jobs.length.toLocaleString(language));
    part("rows", received).replaceChildren(...inOrder(jobs).map(row));
    received.querySelectorAll("[data-remove]").forEach((button) => button.remove());
  }

  function keep() {
    const isKept = brought().map(current).every((job) => Shortlist.add(job));
    if (!isKept) return say("failed");
    history.replaceState(null, "", location.pathname + location.search);
    showReceived();
    show();
    list.querySelector("a")?.focus();
  }

  // ---------- Together ----------

  function showAll() {
    showReceived();
    show();
  }

  async function check() {
    if (!Shortlist.all().length && received.hidden) return;
    try {
      open = await openJobs();
      showAll();
    } catch {
      part("unchecked").hidden = false;
    }
  }

  list.addEventListener("click", (event) => (event.target.closest("[data-undo]") ? undo() : remove(event)));
  part("send").addEventListener("click", send);
  part("print").addEventListener("click", () => print());
  part("keep").addEventListener("click", keep);
  addEventListener("hashchange", () => (showAll(), check()));
  showReceived();
  Shortlist.whenChanged(show);
  check();
})();
