// In which order the search shows what it finds. A word is mostly looked for to read about it, so
// pages come first, then the names that only have it in them, and constants last.
// Sphinx puts this file into its search; `objPrio` and the numbers below it are Sphinx's own.
const PAGE = 5;
// Pages to look things up in, and pages about the project: after those that explain.
const LATER = /^(lookup|reference|examples|port)\/|^(changelog|contributing|performance|reliability)$/;

var Scorer = {
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: PAGE,
  partialTerm: 2,

  score([docname, title, anchor, descr, score]) {
    // Titles and texts have no description; names have one: "Python attribute, in Sys.Virt.Domain".
    if (!descr) return LATER.test(docname) ? score - 1 : score;
    // Who types a whole name wants that.
    if (score >= Scorer.objNameMatch + Scorer.objPrio[1]) return score;
    return descr.includes("attribute") ? -PAGE : 0;
  },
};
