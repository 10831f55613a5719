// The search at /jobs/ in its page: form, address, rows. What fits is worked out by match.js. All markup and
// all words are in the page: `data-part` names what is filled here, templates hold what is copied.

"use strict";

(() => {
  const root = document.querySelector("[data-search]");
  if (!root) return;

  const PAUSE = 1000; // ms without a key after which words are a search of their own in the history
  const LATER = 200; // ms without a key after which the address follows: writing it takes as long as searching
  const QUIET = 600; // ms without a change after which the number of jobs is said aloud
  const WIDE = matchMedia("(min-width: 60rem)");
  const PLACES = 3; // as in parts/row.html
  const ANYWHERE = "remote-from-anywhere";

  const language = document.documentElement.lang;
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const names = new Intl.ListFormat(language, { type: "disjunction" });

  const part = Object.fromEntries(Array.from(root.querySelectorAll("[data-part]"), (piece) => [piece.dataset.part, piece]));
  const inputs = Array.from(part.form.querySelectorAll("[data-choice] input"));
  const choices = new Map(inputs.map((input) => [`${input.name}=${input.value}`, choiceOf(input)]));
  const field = part.form.elements.q;
  const sort = part.form.elements.sort;
  const heading = part.heading.textContent;

  let state = OpeningsSearch.readState(location.search);
  let loading = null;
  let search = null;
  let typing = 0;
  let writing = 0;
  let saying = 0;
  let rows = ""; // which jobs are drawn

  function choiceOf(input) {
    const item = input.closest("[data-choice]");
    return { input, item, name: item.querySelector("[data-name]").textContent, count: item.querySelector("[data-count]") };
  }

  // ---------- Words ----------

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** The plural form of a word, which the page holds as JSON. */
  function counted(word, count) {
    const forms = JSON.parse(word);
    return filled(forms[plurals.select(count)] || forms.other, { count: numbers.format(count) });
  }

  function nameOf(name, value) {
    const choice = choices.get(`${name}=${value}`);
    if (choice) return choice.name;
    const words = value.split("/").at(-1).replaceAll("-", " ");
    return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  }

  /** The page's words for the codes that jobs are found by. */
  function labels() {
    const valued = (name) => inputs.filter((input) => input.name === name).map((input) => input.value);
    const family = (name) => Object.fromEntries(valued(name).map((value) => [value, nameOf(name, value)]));
    const { hybrid, yes } = part.row.dataset;
    const place = { [ANYWHERE]: nameOf("place", ANYWHERE) };
    return { employment: family("employment"), level: family("level"), remote: { hybrid, yes }, place };
  }

  // ---------- The index ----------

  /** Fetches the index once; after a failure it may be asked for again. */
  function load() {
    loading ||= fetch(root.dataset.index)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
      .then((index) => {
        search = OpeningsSearch.searcher(index, labels());
      });
    return loading;
  }

  /** Shows what the state asks for, once the index is here. */
  async function want() {
    part.failed.hidden = true;
    const isWaiting = !search && !OpeningsSearch.isEmpty(state);
    setBusy(isWaiting);
    if (isWaiting) part.plain.hidden = true; // it isn't what was asked for
    try {
      await load();
    } catch {
      return fail();
    }
    return show();
  }

  function setBusy(isBusy) {
    part.results.setAttribute("aria-busy", isBusy);
  }

  function fail() {
    loading = null;
    setBusy(false);
    part.plain.hidden = false;
    part.failed.hidden = false;
    say(part.failed.firstChild.textContent);
  }

  // ---------- The form and the address ----------

  function writeForm() {
    field.value = state.q;
    sort.value = state.sort;
    for (const input of inputs) {
      input.checked = state.chosen[input.name].includes(input.value);
      if (input.checked) reveal(input);
    }
  }

  function reveal(input) {
    for (let box = input.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }

  function readForm() {
    const chosen = {};
    for (const name of OpeningsSearch.FACETS) {
      const gone = state.chosen[name].filter((value) => !choices.has(`${name}=${value}`));
      const ticked = inputs.filter((input) => input.name === name && input.checked);
      chosen[name] = gone.concat(ticked.map((input) => input.value));
    }
    return { q: field.value.trim(), chosen, sort: sort.value, page: 1 };
  }

  /** A choice takes the place of those above and below it: Berlin or Germany would just be Germany. */
  function untickRelatives(input) {
    const own = input.closest("[data-choice]");
    const below = own.querySelectorAll(":scope [data-choice] input");
    for (const other of below) other.checked = false;
    for (let item = above(own); item; item = above(item)) item.querySelector("input").checked = false;
  }

  function above(item) {
    return item.parentElement.closest("[data-choice]");
  }

  /** Goes to a state: a step of its own in the history, but for the letters of one word after another. */
  function go(next, isTyping = false) {
    const isSame = addressOf(next) === addressOf(state);
    if (isSame && isTyping) return want();
    if (!(isTyping && typing)) settle();
    state = next;
    if (isTyping && typing) putOff();
    else if (!isSame) history.pushState(null, "", addressOf(state));
    clearTimeout(typing);
    typing = isTyping ? setTimeout(() => { typing = 0; }, PAUSE) : 0;
    return want();
  }

  function addressOf(next) {
    return OpeningsSearch.writeState(next, location.search) || location.pathname;
  }

  function putOff() {
    clearTimeout(writing);
    writing = setTimeout(settle, LATER);
  }

  /** Has the address say what is shown, where that was put off. */
  function settle() {
    if (writing) history.replaceState(null, "", addressOf(state));
    clearTimeout(writing);
    writing = 0;
  }

  /** Goes to a state that comes from elsewhere than the form, and has it read from the top. */
  async function goAndRead(next) {
    await go(next);
    writeForm();
    part.heading.focus();
  }

  // ---------- What is shown ----------

  function show() {
    const day = OpeningsSearch.dayIn(search.index.time_zone, Date.now());
    const result = OpeningsSearch.find(search, state, day);
    const total = result.jobs.length;
    // The list that was built is right until one of its jobs closes.
    const isPlain = OpeningsSearch.isEmpty(state) && total === search.size;
    setBusy(false);
    part.plain.hidden = !isPlain;
    part.found.hidden = isPlain;
    part.heading.textContent = isPlain ? heading : counted(root.dataset.jobs, total);
    part.show.textContent = counted(root.dataset.show, total);
    showCounts(result.counts);
    showChips();
    showSlips(isPlain ? [] : result.slips);
    if (!isPlain) showRows(result.jobs, day);
    if (!isPlain) showNothing(total, day);
    const range = isPlain || part.pager.hidden ? "" : part.range.textContent;
    say([part.heading.textContent, range, part.slips.textContent].filter(Boolean).join(". "));
  }

  function showCounts(counts) {
    for (const { input, item, count } of choices.values()) {
      const number = counts[input.name].get(input.value) || 0;
      const text = numbers.format(number);
      if (count.textContent === text) continue;
      count.textContent = text;
      item.classList.toggle("is-none", !number);
    }
  }

  function showChips() {
    const chips = OpeningsSearch.FACETS.flatMap((name) => state.chosen[name].map((value) => chip(name, value)));
    part.number.textContent = chips.length ? counted(root.dataset.number, chips.length) : "";
    if (chips.length > 1) chips.push(clearing());
    part.chips.replaceChildren(...chips);
    part.chips.hidden = !chips.length;
  }

  function chip(name, value) {
    const item = copy(part.chip);
    const button = item.querySelector("button");
    button.firstElementChild.textContent = nameOf(name, value);
    button.setAttribute("aria-label", filled(root.dataset.remove, { name: nameOf(name, value) }));
    const others = () => state.chosen[name].filter((other) => other !== value);
    button.addEventListener("click", () => goAndRead(OpeningsSearch.withChosen(state, name, others())));
    return item;
  }

  function clearing() {
    const item = copy(part.clear);
    const none = Object.fromEntries(OpeningsSearch.FACETS.map((name) => [name, []]));
    item.querySelector("button").addEventListener("click", () => goAndRead({ ...state, chosen: none, page: 1 }));
    return item;
  }

  function showSlips(slips) {
    part.slips.hidden = !slips.length;
    part.slips.textContent = slips.map(({ word, showing }) => filled(root.dataset.slip, { word, other: showing })).join(" ");
  }

  function showRows(jobs, day) {
    const most = OpeningsSearch.ROWS;
    const page = Math.min(state.page, Math.max(1, Math.ceil(jobs.length / most)));
    const first = (page - 1) * most;
    const shown = jobs.slice(first, first + most);
    const own = [day, state.sort, ...shown].join();
    if (own !== rows) part.rows.replaceChildren(...shown.map((job) => drawn(OpeningsSearch.row(search.index, job, day))));
    rows = own;
    part.pager.hidden = jobs.length <= most;
    if (part.pager.hidden) return;
    const figures = { first: first + 1, last: first + shown.length, total: jobs.length };
    const written = Object.entries(figures).map(([name, number]) => [name, numbers.format(number)]);
    part.range.textContent = filled(root.dataset.range, Object.fromEntries(written));
    showStep(part.previous, root.dataset.previous, page - 1, page > 1 ? most : 0);
    showStep(part.next, root.dataset.next, page + 1, Math.min(most, jobs.length - first - shown.length));
  }

  function showStep(button, word, page, count) {
    button.hidden = !count;
    button.value = page;
    button.querySelector("span").textContent = counted(word, count);
  }

  function showNothing(total, day) {
    part.nothing.hidden = total > 0;
    part.rows.hidden = !total;
    if (total) return;
    const ways = OpeningsSearch.relaxations(search, state, day).map((way) => drawnWay(wayName(way), way.state, way.count));
    part.ways.replaceChildren(...ways, drawnWay(root.dataset.all, OpeningsSearch.readState("")));
  }

  function wayName({ kind, name, values }) {
    if (name === "q") return filled(kind === "words" ? root.dataset.words : root.dataset.onlyWords, { words: state.q });
    return filled(root.dataset[kind], { name: names.format(values.map((value) => nameOf(name, value))) });
  }

  function drawnWay(name, next, count) {
    const item = copy(part.way);
    const link = item.querySelector("a");
    link.textContent = name;
    link.href = addressOf(next);
    link.nextElementSibling.textContent = count ? counted(root.dataset.jobs, count) : "";
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      goAndRead(next);
    });
    return item;
  }

  /** Says something to those who listen to the page, once nothing changes any more; again if it is the same. */
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => {
      const isRepeated = part.status.textContent === text;
      part.status.textContent = isRepeated ? `${text}\u00a0` : text;
    }, QUIET);
  }

  // ---------- A row ----------

  function copy(template) {
    return template.content.firstElementChild.cloneNode(true);
  }

  function drawn(row) {
    const item = copy(part.row);
    const piece = (name) => item.querySelector(`[data-row="${name}"]`);
    const words = part.row.dataset;
    const title = piece("title");
    title.textContent = row.title;
    title.href = row.url;
    if (row.language) Object.assign(title, { lang: row.language, dir: "auto" });
    repeat(piece("category"), [row.category].filter(Boolean));
    repeat(piece("place"), row.places.slice(0, PLACES));
    if (row.places.length <= PLACES) piece("more").remove();
    repeat(piece("remote"), [words[row.remote]].filter(Boolean));
    const employment = row.employment.map((code) => nameOf("employment", code));
    repeat(piece("employment"), employment.length ? [employment.join(", ")] : []);
    repeat(piece("salary"), row.salaries.map((salary) => pay(salary, words)), (copied, text) => {
      copied.firstElementChild.textContent = text;
    });
    repeat(piece("closes"), row.isClosingSoon || (row.closes && state.sort === "closing") ? [filled(words.closes, { date: row.closesText })] : [], (copied, text) => {
      copied.textContent = text;
      copied.dateTime = row.closes;
    });
    return item;
  }

  /** A copy of a piece for each text, in place of the piece. */
  function repeat(piece, texts, fill = (copied, text) => { copied.textContent = text; }) {
    for (const text of texts) {
      const copied = piece.cloneNode(true);
      fill(copied, text);
      piece.before(copied, " ");
    }
    piece.remove();
  }

  /** Pay by its period; where marks of direction stand, each figure is a piece of its own, as in parts/text.html. */
  function pay({ amount, per }, words) {
    const isMarked = /[\u200e\u200f]/.test(amount);
    const bare = amount.replace(/[\u200e\u200f]/g, "").replace("–", "\u2069–\u2068");
    return filled(words[per] || "{amount}", { amount: isMarked ? `\u2068${bare}\u2069` : amount });
  }

  // ---------- The sheet of a phone ----------

  function openSheet() {
    part.body.append(part.filters);
    part.sheet.showModal();
  }

  function putFiltersBack() {
    part.side.append(part.filters);
  }

  // ---------- Listening ----------

  part.form.addEventListener("focusin", () => want(), { once: true });
  field.addEventListener("input", () => go(readForm(), true));
  part.form.addEventListener("change", ({ target }) => {
    if (target === field) return;
    if (target.checked) untickRelatives(target);
    go(readForm());
  });
  sort.addEventListener("change", () => go(readForm()));
  part.form.addEventListener("submit", (event) => {
    event.preventDefault();
    part.sheet.close();
    goAndRead(readForm());
  });
  for (const step of [part.previous, part.next]) {
    step.addEventListener("click", () => goAndRead({ ...state, page: Number(step.value) }));
  }
  part.again.addEventListener("click", () => want().then(() => part.heading.focus()));
  part.open.addEventListener("click", openSheet);
  part.sheet.addEventListener("close", putFiltersBack);
  part.show.addEventListener("click", () => {
    part.sheet.close();
    part.heading.focus();
  });
  WIDE.addEventListener("change", () => part.sheet.close());
  window.addEventListener("popstate", () => {
    clearTimeout(writing);
    typing = writing = 0;
    state = OpeningsSearch.readState(location.search);
    writeForm();
    want();
  });

  // Rows come later than the browser scrolls back to where somebody left for a job's page.
  window.addEventListener("pagehide", () => history.replaceState({ scroll: scrollY }, "", addressOf(state)));
  const { scroll } = history.state || {};

  writeForm();
  if (!OpeningsSearch.isEmpty(state)) want().then(() => scroll && scrollTo(0, scroll));
})();
