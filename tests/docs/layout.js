// What is wrong with the layout of the page that is open, in words; tests/docs/test_layout.py asks.
() => {
  const root = document.documentElement;
  const shown = (element) => element.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const start = (element) => element.textContent.trim().slice(0, 40);
  const panes = all(".pair pre");

  // The texts below an element with the lines that each of their words stands on.
  const broken = (element, word) => {
    const found = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const match of text.data.matchAll(word)) {
        const range = document.createRange();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + match[0].length);
        const lines = new Set([...range.getClientRects()].map((at) => Math.round(at.top)));
        if (lines.size > 1) found.push(match[0]);
      }
    }
    return found;
  };

  // A name of C may go on in the next line only where no line has room for it, after an underscore.
  const parted = (cell) => {
    const found = [];
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      if (text.data.trim()) found.push({ text: text.data, at: [...range.getClientRects()] });
    }
    const style = getComputedStyle(cell);
    const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const width = found.flatMap(({ at }) => at).reduce((sum, { width }) => sum + width, 0);
    const ends = found.filter(({ at: [{ top }] }, n) => n + 1 < found.length && top !== found[n + 1].at[0].top);
    const isWrong = found.some(({ at }) => at.length > 1) || ends.some(({ text }) => !text.endsWith("_"));
    return ends.length && (isWrong || width <= room) ? [cell.textContent.trim()] : [];
  };

  const lines = (pane) => {
    const style = getComputedStyle(pane);
    const inside = pane.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    return Math.round(inside / parseFloat(style.lineHeight));
  };
  const written = (pane) => pane.textContent.replace(/\n$/, "").split("\n").length;

  return {
    background: getComputedStyle(document.body).backgroundColor,
    overflow: root.scrollWidth - root.clientWidth,
    panes: panes.length,
    cut: panes.filter((pane) => pane.scrollWidth > pane.clientWidth).map(start),
    wrapped: panes.filter((pane) => lines(pane) > written(pane)).map(start),
    below: all(".pair > .panes").filter(({ children: [first, second] }) => {
      return second.getBoundingClientRect().left < first.getBoundingClientRect().right;
    }).map(start),
    tables: all(".content:has(.pair) .table-wrapper").filter((table) => table.scrollWidth > table.clientWidth)
      .map(start),
    titles: all("h1, h2, h3").flatMap((title) => broken(title, /[^\s-]+/g)),
    names: [
      ...all("article").flatMap((text) => broken(text, /\bvir[A-Z]\w+|\bVIR_\w+/g)),
      ...all("table.lookup tr td:nth-child(4), table.constants td:nth-child(3)").flatMap(parted),
      ...all("table.differences td:first-child").flatMap((text) => broken(text, /\b[a-z_]+\b/g)),
    ],
    methods: all("dt.sig .sig-name").flatMap((name) => broken(name, /\w+/g)),
    // A name of C that is shown in part, or in no letters that can be read.
    shortened: all("table.lookup tbody td:last-child, table.constants td:nth-child(3)").filter(
      (cell) => cell.scrollWidth > cell.clientWidth || parseFloat(getComputedStyle(cell).fontSize) < 9,
    ).map(start),
    lacking: all("table.lookup tbody tr").filter((row) => {
      const cell = row.cells[row.cells.length - 1].getBoundingClientRect();
      return row.cells[row.cells.length - 1].textContent.trim() && !(cell.width && cell.height);
    }).map(start),
    hidden: all("table.lookup td, table.lookup th").filter(
      (cell) => cell.getBoundingClientRect().right > root.clientWidth,
    ).map(start),
  };
}
