// Finds jobs. Reads the columns of /jobs/index.json once, then answers what words and filters find, with
// exact counts for every choice. There is no page, clock or network in here, so Node can test all of it.

"use strict";

const OpeningsSearch = (() => {
  const VERSION = 1;
  const FACETS = ["category", "place", "employment", "level", "posted", "salary"];
  const SORTS = ["newest", "closing"];
  const DAY = 86_400_000;
  const ROWS = 50;

  // What a word counts for where it is found. A title that begins with all the words comes before any other.
  const ELSEWHERE = 1;
  const TITLE_PREFIX = 2;
  const TITLE_WORD = 3;
  const TITLE_START = 4;

  const RELAXATIONS = 3;
  const SHORTEST_WITH_A_SLIP = 4;
  const SHORTEST_BEGINNING = 3;
  const LONGEST_ENDING = 2;

  // ---------- Words ----------

  // Letters that Unicode doesn't take apart into a base letter and an accent.
  const LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d",
    "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ς": "σ",
  };
  const WHOLE_LETTERS = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  // Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic: people leave them out when they type.
  // The marks of other scripts are letters of theirs, and stay.
  const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
  const ASCII = /^[\0-\x7f]*$/;
  const ASCII_WORDS = /[a-z0-9]+[+#]*/g;

  // Scripts that put no space between words: a run is found by any part of it.
  const RUN = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join("");
  // Letters and digits, and the signs that tell C++ and C# from C.
  const WORDS = new RegExp(`[${RUN}]+|(?:(?![${RUN}])[\\p{L}\\p{M}\\p{N}])+[+#]*`, "gu");
  const IN_A_RUN = new RegExp(`^[${RUN}]`, "u");

  /** The text without case and accents: equal for what people take for the same. */
  function fold(text) {
    if (ASCII.test(text)) return text.toLowerCase();
    const bare = text.normalize("NFKD").toLowerCase().replace(ACCENTS, "");
    return bare.replace(WHOLE_LETTERS, (letter) => LETTERS[letter]);
  }

  /** The folded words of a text, in order. */
  function words(text) {
    const folded = fold(text);
    return folded.match(ASCII.test(folded) ? ASCII_WORDS : WORDS) || [];
  }

  /** What a text of some words is found by: each of them, and of a run without spaces every part to its end. */
  function termsOf(found) {
    return new Set(found.flatMap((word) => (IN_A_RUN.test(word) ? ends(word) : [word])));
  }

  function ends(run) {
    const letters = [...run];
    return letters.map((_, start) => letters.slice(start).join(""));
  }

  /** The words somebody looks for; a run is taken apart where the browser knows its words. */
  function wanted(text) {
    return words(text).flatMap((word) => (IN_A_RUN.test(word) ? pieces(word) : [word]));
  }

  function pieces(run) {
    if (!Intl.Segmenter) return [run];
    const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(run.normalize("NFC"));
    return Array.from(segments, ({ segment }) => segment.normalize("NFD"));
  }

  /** Whether some beginning of the term is the word but for one slip: a letter wrong, missing, too many, or two swapped. */
  function isNear(word, term) {
    let same = 0;
    while (same < word.length && word[same] === term[same]) same += 1;
    const isSwapped = word[same] === term[same + 1] && word[same + 1] === term[same];
    return (
      term.startsWith(word.slice(same + 1), same + 1) ||
      term.startsWith(word.slice(same + 1), same) ||
      term.startsWith(word.slice(same), same + 1) ||
      (isSwapped && term.startsWith(word.slice(same + 2), same + 2))
    );
  }

  // ---------- The index, read once ----------

  /** What `find` works on. `labels` are the page's words by codes: {employment, level, remote, place: {code: word}}. */
  function searcher(index, labels = {}) {
    if (index.version !== VERSION) throw new Error(`index of version ${index.version}`);
    const { jobs } = index;
    const facets = {
      category: tree(index.categories.paths, jobs.categories),
      place: places(index),
      employment: facet(index.employment, jobs.employment),
      level: facet(index.levels, jobs.level.map(some)),
      posted: facet(["7", "30"], []),
      salary: facet(["shown"], jobs.salaries.map((codes) => (codes.length ? [0] : []))),
    };
    const days = index.closing_days.dates.map((date) => Date.parse(date) / DAY);
    const titles = jobs.title.map(words);
    const lists = listsOf(index, titles, facets, labels);
    return {
      index,
      facets,
      lists,
      size: titles.length,
      closes: Float64Array.from(jobs.closes, (code) => (code < 0 ? Infinity : days[code])),
      titles: titles.map((title) => title.join(" ")),
      terms: [...lists.keys()].sort(),
      synonyms: index.synonyms.map((group) => group.map(wanted).filter((phrase) => phrase.length)),
    };
  }

  function some(code) {
    return code < 0 ? [] : [code];
  }

  /** A filter: the code of each value; the kinds of jobs, each by the codes it has; and the kind of each job.
   *
   * Thousands of jobs are of a few dozen kinds, so that filters look at kinds and not at jobs.
   */
  function facet(values, column, whole = (own) => own) {
    const codes = new Map(values.map((value, code) => [value, code]));
    const known = new Map();
    const kinds = [];
    const kindOf = Int32Array.from(column, (own) => {
      const key = own.join();
      if (!known.has(key)) known.set(key, kinds.push([...new Set(whole(own))]) - 1);
      return known.get(key);
    });
    return { codes, kinds, kindOf };
  }

  /** A filter whose values are paths: a job counts for its own and for all above. */
  function tree(paths, column) {
    const above = lineages(paths);
    return facet(paths, column, (own) => own.flatMap((code) => above[code]));
  }

  /** Countries, cities, and where one can work from; who may work anywhere may work from each of those. */
  function places(index) {
    const paths = [...index.places.paths, ...index.remote_from.paths];
    const above = lineages(paths);
    const first = index.places.paths.length;
    const anywhere = paths.indexOf("remote-from-anywhere");
    const everywhere = paths.map((_, code) => code).slice(first);
    const column = index.jobs.places.map((own, job) => own.concat(index.jobs.remote_from[job].map((code) => first + code)));
    return facet(paths, column, (own) => own.flatMap((code) => (code === anywhere ? everywhere : above[code])));
  }

  /** For each path the codes from the top down to its own. */
  function lineages(paths) {
    const codes = new Map(paths.map((path, code) => [path, code]));
    return paths.map((path) => path.split("/").map((_, depth, parts) => codes.get(parts.slice(0, depth + 1).join("/"))));
  }

  /** For every term the jobs with it in their title, and lists of jobs with it elsewhere. */
  function listsOf(index, titles, facets, labels) {
    const lists = new Map();
    const listed = (term, source) => {
      if (!lists.has(term)) lists.set(term, { title: [], elsewhere: [], source });
      return lists.get(term);
    };
    titles.forEach((title, job) => {
      for (const term of termsOf(title)) listed(term, index.jobs.title[job]).title.push(job);
    });
    for (const [text, jobs] of elsewhere(index, facets, labels)) {
      for (const term of termsOf(words(text))) listed(term, text).elsewhere.push(jobs);
    }
    return lists;
  }

  /** The texts that jobs are found by besides their titles, each with its jobs. */
  function elsewhere(index, facets, labels) {
    const named = (codes, family = {}) => codes.map((code) => family[code] || "");
    const fromWhere = (name, code) => name || labels.place?.[index.remote_from.paths[code]] || "";
    const columns = [
      [index.categories.names, facets.category],
      [[...index.places.names, ...index.remote_from.names.map(fromWhere)], facets.place],
      [[...index.places.other_names, ...index.remote_from.other_names], facets.place],
      [named(index.employment, labels.employment), facets.employment],
      [named(index.levels, labels.level), facets.level],
      [index.skills, facet(index.skills, index.jobs.skills)],
      [named(index.remote, labels.remote), facet(index.remote, index.jobs.remote.map(some))],
    ];
    return columns.flatMap(([texts, { kinds, kindOf }]) => {
      const lists = texts.map(() => []);
      kindOf.forEach((kind, job) => {
        for (const code of kinds[kind]) lists[code].push(job);
      });
      return texts.map((text, code) => [text, lists[code]]);
    });
  }

  // ---------- Words against the index ----------

  /** What each job counts for, 0 where a word is missing; and the words that were taken for others. */
  function scored(search, text) {
    const asked = wanted(text);
    if (!asked.length) return { scores: text ? new Uint16Array(search.size) : null, slips: [] }; // signs alone find nothing
    const slips = [];
    const scores = together(search, phrases(search, asked).map((phrase) => scoreOf(search, phrase, slips)));
    const start = words(text).join(" ");
    scores.forEach((score, job) => {
      if (score && search.titles[job].startsWith(start)) scores[job] += TITLE_START;
    });
    return { scores, slips };
  }

  /** The words as single ones, and those that a synonym speaks of together, with what they may be called instead. */
  function phrases(search, asked) {
    const found = [];
    for (let at = 0; at < asked.length; at += found.at(-1).words.length) found.push(phraseAt(search, asked, at));
    return found;
  }

  function phraseAt(search, asked, at) {
    let length = 1;
    let others = [];
    for (const group of search.synonyms) {
      const fits = group.filter((phrase) => phrase.length >= length && phrase.every((word, i) => isMeant(word, asked, at + i)));
      if (!fits.length) continue;
      const most = Math.max(...fits.map((phrase) => phrase.length));
      if (most > length) [length, others] = [most, []];
      others.push(...group.filter((phrase) => phrase.join() !== asked.slice(at, at + length).join()));
    }
    return { words: asked.slice(at, at + length), others };
  }

  /** Whether a synonym's word was typed: whole, with an ending such as a plural's, or so far its beginning. */
  function isMeant(word, asked, at) {
    const typed = asked[at];
    if (typed === undefined || typed === word) return typed === word;
    const isBegun = at === asked.length - 1 && typed.length >= SHORTEST_BEGINNING && word.startsWith(typed);
    return isBegun || (word.length >= SHORTEST_WITH_A_SLIP && typed.startsWith(word) && typed.length - word.length <= LONGEST_ENDING);
  }

  function scoreOf(search, phrase, slips) {
    const scores = together(search, phrase.words.map((word) => scoreOfWord(search, word)));
    for (const other of phrase.others) {
      const same = together(search, other.map((word) => scoreOfWord(search, word, !IN_A_RUN.test(word))));
      raise(scores, same);
    }
    const [word, ...more] = phrase.words;
    const near = more.length || scores.some(Boolean) ? "" : nearest(search, word);
    if (near) {
      slips.push({ word, showing: spelling(search, near) });
      return scoreOfWord(search, near);
    }
    return scores;
  }

  /** Counts jobs that have none yet for what another word finds. */
  function raise(scores, others) {
    others.forEach((other, job) => {
      if (other && !scores[job]) scores[job] = ELSEWHERE;
    });
  }

  /** What a word's beginning, or the whole of it, counts for in each job. */
  function scoreOfWord(search, word, isWhole = false) {
    const scores = new Uint16Array(search.size);
    const { terms, lists } = search;
    for (let at = firstFrom(terms, word); at < terms.length && terms[at].startsWith(word); at += 1) {
      if (isWhole && terms[at] !== word) break;
      const { title, elsewhere } = lists.get(terms[at]);
      mark(scores, title, terms[at] === word ? TITLE_WORD : TITLE_PREFIX);
      for (const jobs of elsewhere) mark(scores, jobs, ELSEWHERE);
    }
    return scores;
  }

  function mark(scores, jobs, score) {
    for (const job of jobs) if (scores[job] < score) scores[job] = score;
  }

  /** The sum for each job that has all of them. */
  function together(search, all) {
    const [first, ...others] = all;
    for (const scores of others) {
      for (let job = 0; job < search.size; job += 1) first[job] = first[job] && scores[job] && first[job] + scores[job];
    }
    return first;
  }

  /** Where a term stands among the sorted ones, or would stand. */
  function firstFrom(terms, word) {
    let [low, high] = [0, terms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The word that was probably meant: one whole slip away before a beginning of one, the commonest first. */
  function nearest(search, word) {
    if ([...word].length < SHORTEST_WITH_A_SLIP || IN_A_RUN.test(word)) return "";
    const near = search.terms.filter((term) => isNear(word, term));
    const whole = near.filter((term) => Math.abs(term.length - word.length) <= 1 && isNear(term, word));
    const jobs = (term) => {
      const { title, elsewhere } = search.lists.get(term);
      return elsewhere.reduce((sum, list) => sum + list.length, title.length);
    };
    return (whole.length ? whole : near).reduce((best, term) => (best && jobs(best) >= jobs(term) ? best : term), "");
  }

  /** A term as the site writes it. */
  function spelling(search, term) {
    const spelled = search.lists.get(term).source.normalize("NFC").match(WORDS);
    return spelled.find((word) => fold(word) === term) || term;
  }

  // ---------- Filters, counts, order ----------

  /** The jobs that words and filters find, in order; and for each filter how many each choice would find.
   *
   * `state` is as `readState` gives it, `today` a day as `dayIn` gives it. A choice counts the jobs that meet
   * all other filters. `slips` are words that no job has, each with the word shown instead.
   */
  function find(search, state, today) {
    const { scores, slips } = scored(search, state.q);
    const filters = FACETS.map((name) => filterOf(search, name, state.chosen[name], today));
    const jobs = [];
    for (let job = 0; job < search.size; job += 1) {
      if ((scores && !scores[job]) || search.closes[job] < today) continue;
      const unmet = firstUnmet(filters, job, 0);
      if (unmet < 0) jobs.push(job);
      if (unmet < 0) for (const filter of filters) filter.tally[filter.kindOf[job]] += 1;
      else if (firstUnmet(filters, job, unmet + 1) < 0) filters[unmet].tally[filters[unmet].kindOf[job]] += 1;
    }
    const counts = Object.fromEntries(FACETS.map((name, at) => [name, countsOf(filters[at])]));
    return { jobs: ordered(search, jobs, scores, state.sort), counts, slips };
  }

  /** A filter as it is set: whether it lets each kind pass, and how many jobs of each there are. */
  function filterOf(search, name, values, today) {
    const { codes, kinds, kindOf } = name === "posted" ? postedFacet(search, today) : search.facets[name];
    // A value that no job has any more lets nothing pass.
    const chosen = new Set(values.map((value) => codes.get(value)));
    const passes = kinds.map((own) => !values.length || own.some((code) => chosen.has(code)));
    return { codes, kinds, kindOf, passes, tally: new Int32Array(kinds.length) };
  }

  function postedFacet(search, today) {
    const kindOf = search.index.jobs.posted.map((day) => (today - day <= 7 ? 0 : today - day <= 30 ? 1 : 2));
    return { codes: search.facets.posted.codes, kinds: [[0, 1], [1], []], kindOf };
  }

  function firstUnmet(filters, job, from) {
    for (let at = from; at < filters.length; at += 1) if (!filters[at].passes[filters[at].kindOf[job]]) return at;
    return -1;
  }

  function countsOf({ codes, kinds, tally }) {
    const totals = new Int32Array(codes.size);
    kinds.forEach((own, kind) => {
      for (const code of own) totals[code] += tally[kind];
    });
    return new Map(Array.from(codes, ([value, code]) => [value, totals[code]]));
  }

  /** Jobs stand newest first already, so that sorting by score only needs a heap for each score. */
  function ordered(search, jobs, scores, sort) {
    const { closes } = search;
    if (sort === "closing") return jobs.sort((one, other) => closes[one] - closes[other] || one - other);
    if (!scores || sort === "newest") return jobs;
    const heaps = [];
    for (const job of jobs) (heaps[scores[job]] ||= []).push(job);
    return heaps.reverse().flat();
  }

  // ---------- When nothing is found ----------

  /** What finds something with one filter wider or gone, or without the words: the best few, widened ones first. */
  function relaxations(search, state, today) {
    const active = FACETS.filter((name) => state.chosen[name].length);
    const tries = active.flatMap((name) => widened(state, name));
    if (state.q) tries.push({ kind: "words", name: "q", values: [], state: { ...state, q: "", page: 1 } });
    const found = finding(search, tries, today);
    const wider = new Set(found.filter((one) => one.kind === "wider").map((one) => one.name));
    const nearest = found.filter((one) => one.kind === "wider" || !wider.has(one.name));
    const alones = () => finding(search, [...active, ...(state.q ? ["q"] : [])].map((name) => alone(state, name)), today);
    return (nearest.length ? nearest : alones()).slice(0, RELAXATIONS);
  }

  function finding(search, tries, today) {
    return tries
      .filter((one) => !isEmpty({ ...one.state, sort: "" }))
      .map((one) => ({ ...one, count: find(search, one.state, today).jobs.length }))
      .filter((one) => one.count)
      .sort((one, other) => (other.kind === "wider") - (one.kind === "wider") || other.count - one.count);
  }

  /** Where no single step finds anything: one filter and nothing else, or the words. */
  function alone(state, name) {
    const values = state.chosen[name] || [];
    const chosen = Object.fromEntries(FACETS.map((other) => [other, other === name ? values : []]));
    const q = name === "q" ? state.q : "";
    return { kind: q ? "only-words" : "only", name, values, state: { ...state, q, page: 1, chosen } };
  }

  function widened(state, name) {
    const values = state.chosen[name];
    const parents = [...new Set(values.map((value) => value.split("/").slice(0, -1).join("/")))];
    const without = { kind: "without", name, values, state: withChosen(state, name, []) };
    if (parents.includes("")) return [without];
    return [{ kind: "wider", name, values: parents, state: withChosen(state, name, parents) }, without];
  }

  function withChosen(state, name, values) {
    return { ...state, page: 1, chosen: { ...state.chosen, [name]: values } };
  }

  // ---------- The address ----------

  /** What an address asks for. */
  function readState(query) {
    const parameters = new URLSearchParams(query);
    const values = (name) => [...new Set(parameters.getAll(name).filter((value) => /[^/\s]/.test(value)))];
    const sort = parameters.get("sort");
    return {
      q: (parameters.get("q") || "").trim(),
      chosen: Object.fromEntries(FACETS.map((name) => [name, values(name)])),
      sort: SORTS.includes(sort) ? sort : "",
      page: Math.max(1, Math.trunc(Number(parameters.get("page"))) || 1),
    };
  }

  /** The query of the address of a state; what isn't ours in `query` stays. */
  function writeState(state, query) {
    const parameters = new URLSearchParams(query);
    for (const name of ["q", ...FACETS, "sort", "page"]) parameters.delete(name);
    if (state.q) parameters.set("q", state.q);
    for (const name of FACETS) for (const value of state.chosen[name]) parameters.append(name, value);
    if (state.sort) parameters.set("sort", state.sort);
    if (state.page > 1) parameters.set("page", state.page);
    const text = parameters.toString().replaceAll("%2F", "/");
    return text && `?${text}`;
  }

  function isEmpty(state) {
    return !state.q && !state.sort && FACETS.every((name) => !state.chosen[name].length);
  }

  // ---------- Days and rows ----------

  /** The day in a time zone at a moment, as days since 1970-01-01. */
  function dayIn(zone, now) {
    const [month, day, year] = dayFormat(zone).format(now).split("/").map(Number);
    return Date.UTC(year, month - 1, day) / DAY;
  }

  function dayFormat(zone) {
    try {
      return new Intl.DateTimeFormat("en-US", { timeZone: zone });
    } catch {
      return new Intl.DateTimeFormat("en-US", { timeZone: "UTC" }); // a zone that this browser doesn't know yet
    }
  }

  /** What a row shows of a job; codes are left for the page to put into words. */
  function row(index, job, day) {
    const { jobs } = index;
    const { amounts, periods } = index.salaries;
    const pick = (table, codes) => codes.map((code) => table[code]);
    const closes = jobs.closes[job];
    const date = closes < 0 ? "" : index.closing_days.dates[closes];
    return {
      title: jobs.title[job],
      url: `${index.jobs_url}${slugOf(jobs.slug[job], jobs.title[job])}/`,
      language: jobs.language[job],
      category: pick(index.categories.names, jobs.categories[job])[0] || "",
      places: pick(index.places.names, jobs.places[job]),
      remote: index.remote[jobs.remote[job]],
      employment: pick(index.employment, jobs.employment[job]),
      salaries: jobs.salaries[job].map((code) => ({ amount: amounts[code], per: periods[code] })),
      closes: date,
      closesText: date && index.closing_days.texts[closes],
      isClosingSoon: Boolean(date) && Date.parse(date) / DAY - day < index.closing_soon,
    };
  }

  /** A slug may be told by what it has after the title's own. */
  function slugOf(slug, title) {
    return slug.startsWith("~") ? title.toLowerCase().replace(/[^a-z0-9]+/g, "-") + slug.slice(1) : slug;
  }

  return {
    FACETS,
    ROWS,
    fold,
    words,
    searcher,
    find,
    relaxations,
    readState,
    writeState,
    withChosen,
    isEmpty,
    dayIn,
    row,
  };
})();

if (typeof module !== "undefined") module.exports = OpeningsSearch;
