// Asks match.js: reads {index, labels, asked: [{query, day}]} as JSON and answers each in turn.

"use strict";

const search = require("../../themes/default/assets/search/match.js");

function answered(searcher, index, { query, day }) {
  const state = search.readState(query);
  const { jobs, counts, slips } = search.find(searcher, state, day);
  const told = Object.entries(counts).map(([name, values]) => [name, Object.fromEntries(values)]);
  return {
    titles: jobs.map((job) => index.jobs.title[job]),
    urls: jobs.map((job) => search.row(index, job, day).url),
    soon: jobs.filter((job) => search.row(index, job, day).isClosingSoon).length,
    counts: Object.fromEntries(told),
    slips,
    ways: search
      .relaxations(searcher, state, day)
      .map(({ kind, name, values, count, state: next }) => ({ kind, name, values, count, query: search.writeState(next, "") })),
    query: search.writeState(state, query),
  };
}

let text = "";
process.stdin.on("data", (piece) => (text += piece));
process.stdin.on("end", () => {
  const { index, labels, asked } = JSON.parse(text);
  const searcher = search.searcher(index, labels);
  const day = (zone, moment) => search.dayIn(zone, new Date(moment));
  const answers = asked.map((one) => (one.zone ? day(one.zone, one.moment) : answered(searcher, index, one)));
  process.stdout.write(JSON.stringify(answers));
});
