// Keeps a page as the site is now: a changed page is loaded again where it was scrolled to, a changed
// stylesheet takes the place of the old one. Nothing in the page is touched but its stylesheets.
(() => {
  "use strict";

  const script = document.currentScript;
  const at = (name) => new URL(name, script.src).href;
  const isFailed = "failed" in script.dataset;
  const hasPanel = !("quiet" in script.dataset);

  const SCROLL = "openings:scroll";
  const PATIENCE = 3000; // for pages that a script makes as long as they were
  const PAUSE = 1000; // until somebody who isn't there is called again

  const here = () => location.pathname + location.search;
  const isOwn = location.pathname.startsWith(new URL(at("./")).pathname);
  // The site's policies let the preview's own addresses through, and those of the site perhaps not.
  const pageAddress = () => (isOwn ? here() : `${at("page")}?at=${encodeURIComponent(here())}`);

  // ---------- The page as it was served ----------

  let digest = new URL(script.src).searchParams.get("of");
  let html = null; // known from the first look on

  const digestIn = (text) => [...text.matchAll(/\/__openings\/live\.js\?of=([\w-]+)/g)].at(-1)?.[1];

  async function look() {
    const response = await fetch(pageAddress());
    const text = await response.text();
    if (response.status >= 500 && !isFailed && hasPanel) return; // the last good page stays
    const other = digestIn(text);
    if (other === digest) {
      html ??= text;
      return;
    }
    if (html === null || !(await restyled(html, text).catch(() => false))) await reload();
    [digest, html] = [other, text];
  }

  async function reload() {
    sessionStorage.setItem(SCROLL, JSON.stringify({ page: here(), left: scrollX, top: scrollY }));
    (await keeping)?.keep(here());
    location.reload();
    return new Promise(() => {}); // nothing else happens on this page
  }

  // ---------- Stylesheets ----------

  const sheets = new Map(); // links by the addresses that the page's text gave them

  const isSheet = (link) => link.relList.contains("stylesheet") && link.hasAttribute("href");
  // The icon is drawn in the site's colours, so that it changes with a stylesheet.
  const isLook = (link) => isSheet(link) || link.relList.contains("icon");

  function linkOf(address) {
    const links = [...document.querySelectorAll("link")].filter(isLook);
    return sheets.get(address) ?? links.find((link) => link.getAttribute("href") === address);
  }

  // Whether two texts differ in nothing but the addresses of stylesheets and icon; then the new ones hold.
  // It throws where a policy wants trusted types: then nobody may look into a text.
  async function restyled(before, after) {
    const [old, next] = [before, after].map((text) => new DOMParser().parseFromString(text, "text/html"));
    const [from, to] = [old, next].map((page) => [...page.querySelectorAll("link")].filter(isLook));
    const addresses = (links) => links.map((link) => link.getAttribute("href"));
    const [leaving, coming] = [addresses(from), addresses(to)];
    [...from, ...to].forEach((link) => link.setAttribute("href", ""));
    [...old.scripts, ...next.scripts].filter((one) => digestIn(one.src)).forEach((one) => one.remove());
    if (old.documentElement.outerHTML !== next.documentElement.outerHTML) return false;
    const changed = leaving.map((address, i) => [address, coming[i]]).filter(([a, b]) => a !== b);
    if (!changed.every(([address]) => linkOf(address))) return false;
    return swapped(changed.map(([address, other]) => [address, other, other]));
  }

  // Each new stylesheet is there before the old one goes, so that the page is never without.
  async function swapped(changes) {
    const done = changes.map(async ([address, other, source]) => {
      const link = linkOf(address);
      const fresh = link.cloneNode();
      fresh.setAttribute("href", source);
      const isThere = isSheet(link) && new Promise((loaded, failed) => {
        fresh.addEventListener("load", loaded);
        fresh.addEventListener("error", failed);
      });
      link.after(fresh);
      await isThere;
      link.remove();
      sheets.delete(address);
      sheets.set(other, fresh);
    });
    return Promise.all(done).then(() => true, () => false);
  }

  // The site's own stylesheets keep their names, so that the page's text doesn't tell that they changed.
  async function freshened(stamp) {
    const links = [...document.querySelectorAll("link")].filter(isSheet);
    const named = new Map([...sheets].map(([address, link]) => [link, address]));
    const own = links.filter((link) => new URL(link.href).origin === location.origin);
    const changes = own.map((link) => {
      const address = named.get(link) ?? link.getAttribute("href");
      const source = new URL(address, location.href);
      source.searchParams.set("of", stamp);
      return [address, address, source.href];
    });
    if (!(await swapped(changes))) await reload();
  }

  // ---------- Scrolling ----------

  function scrollBack() {
    const kept = JSON.parse(sessionStorage.getItem(SCROLL));
    sessionStorage.removeItem(SCROLL);
    if (kept?.page !== here()) return;
    // The browser's own ways would go to the address's fragment, or to where the page was long enough.
    history.scrollRestoration = "manual";
    const back = () => scrollTo({ left: kept.left, top: kept.top, behavior: "instant" });
    const grown = new ResizeObserver(back);
    const hands = ["wheel", "touchmove", "keydown", "pointerdown"];
    const over = () => {
      grown.disconnect();
      removeEventListener("load", loaded);
      hands.forEach((name) => removeEventListener(name, over, true));
      history.scrollRestoration = "auto";
    };
    const loaded = () => {
      back();
      requestAnimationFrame(() => requestAnimationFrame(back));
      setTimeout(over, PATIENCE);
    };
    hands.forEach((name) => addEventListener(name, over, true));
    addEventListener("load", loaded);
    grown.observe(document.documentElement);
    back();
  }

  // ---------- News ----------

  let panel = null;
  let known = null; // the last state that was dealt with
  let isStale = false;
  let isBusy = false;

  const drawn = async () => (panel ??= (await import(at("panel.js"))).makePanel(at, reload));

  function showProgress(text) {
    for (const place of document.querySelectorAll("[data-progress]")) place.textContent = text;
  }

  async function follow(state) {
    if (hasPanel) (await drawn()).show(state).catch(console.warn);
    if (state.progress) return showProgress(state.progress);
    await look();
    if (known && known.files !== state.files && (await isReached(known.files))) await reload();
    if (known && known.styles !== state.styles) await freshened(state.styles);
    known = state;
  }

  // Whether the page uses one of the site's own files that changed since a state.
  async function isReached(since) {
    const names = await told(`changed.json?since=${since}`);
    const loaded = performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname);
    const text = document.documentElement.outerHTML;
    return !names || names.some((name) => loaded.includes(name) || text.includes(name));
  }

  const told = async (name) => (await fetch(at(name))).json();

  // One state after the other; of several that came meanwhile, only the last counts.
  async function hear(isThere) {
    if (!isThere) return panel?.lost();
    isStale = true;
    if (isBusy) return;
    isBusy = true;
    while (isStale) {
      isStale = false;
      await told("state.json").then(follow).catch(console.warn); // who isn't there can't be asked
    }
    isBusy = false;
  }

  // ---------- The connection ----------

  // Browsers allow six connections to a server: one of the tabs that are seen listens, and tells the others.
  // Locks are there on this machine and over https; elsewhere each tab listens for itself.
  let leaving = null;

  function connect() {
    if (leaving || document.visibilityState === "hidden") return;
    leaving = new AbortController();
    const { signal } = leaving;
    if (!navigator.locks) return listen(signal, hear);
    const others = new BroadcastChannel("openings");
    others.onmessage = ({ data }) => hear(data);
    signal.addEventListener("abort", () => others.close());
    const tell = (isThere) => {
      hear(isThere);
      others.postMessage(isThere);
    };
    navigator.locks.request("openings", { signal }, () => listen(signal, tell)).catch(() => {}); // it left
    hear(true);
  }

  function disconnect() {
    leaving?.abort();
    leaving = null;
  }

  // Tells, until the signal, that there is news, or that the preview isn't there.
  function listen(signal, tell) {
    let source = null;
    let waiting = 0;
    const begin = () => {
      source = new EventSource(at("events"));
      source.onmessage = () => tell(true);
      source.onerror = () => {
        source.close();
        waiting = setTimeout(begin, PAUSE);
        tell(false);
      };
    };
    const end = () => {
      clearTimeout(waiting);
      source.close();
    };
    if (signal.aborted) return;
    begin();
    return new Promise((over) => signal.addEventListener("abort", () => over(end())));
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") disconnect();
    else connect();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);

  // A page of the preview's own says more at each load: what is unfolded and typed there has to stay.
  const keeping = hasPanel ? null : import(at("keeping.js")).catch(() => null);

  scrollBack();
  if (keeping) keeping.then((own) => own?.restore(here())).finally(connect);
  else connect();
})();
