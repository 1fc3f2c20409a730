"use strict";
// The page can be read without this; with it, findings can be chosen.
(() => {
  const form = document.getElementById("filters");
  const items = [...document.querySelectorAll("li[data-rule]")];
  const cards = [...document.querySelectorAll(".card")];
  const folds = [...document.querySelectorAll("details.fold")];
  const ranks = ["guess", "likely", "certain"];
  const said = form.querySelector("output");

  const chosen = (name) =>
    new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));

  function apply() {
    const severities = chosen("severity");
    const rules = chosen("rule");
    const least = ranks.indexOf(form.elements.confidence.value);
    for (const item of items) {
      const { severity, rule, confidence } = item.dataset;
      item.hidden =
        !severities.has(severity) || !rules.has(rule) || ranks.indexOf(confidence) < least;
    }
    let shown = 0;
    let places = 0;
    for (const card of cards) {
      card.hidden = !card.querySelector("li:not([hidden])");
      const here = card.querySelectorAll("h3").length;
      places += here;
      shown += card.hidden ? 0 : here;
      for (const mark of document.querySelectorAll(`a[href="#${card.id}"] mark`)) {
        mark.className = card.hidden ? "" : mark.dataset.severity;
      }
    }
    said.value = `${shown} of ${places} ${places === 1 ? "place" : "places"} shown`;
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const { all, fold } = event.target.dataset;
    if (all !== undefined) {
      for (const box of form.querySelectorAll("input[name=rule]")) box.checked = all === "yes";
      apply();
    }
    if (fold !== undefined) {
      const open = fold === "open";
      for (const each of folds) each.open = open;
      event.target.dataset.fold = open ? "close" : "open";
      event.target.textContent = open ? "Fold the source" : "Show all of the source";
    }
  });
  // A link may lead to a line that is folded away.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  form.hidden = false;
  apply();
  reveal();
})();
