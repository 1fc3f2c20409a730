// What is wrong with the page of examples/fleet_report.py that is open; test_fleet_report.py asks.
() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const root = document.documentElement;
  const rgb = (color) => color.match(/[\d.]+/g).slice(0, 3).map(Number);
  const light = (color) => {
    const linear = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = rgb(color).map((c) => linear(c / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const color = getComputedStyle(element).backgroundColor;
      if (!color.startsWith("rgba") || !color.endsWith(", 0)")) return color;
    }
  };
  const contrast = (element, property) => {
    const [a, b] = [getComputedStyle(element)[property], behind(element)].map(light);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const scale = (text) => {
    const svg = text.closest("svg");
    return svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  };
  const inside = (element, box) => {
    const [a, b] = [element, box].map((each) => each.getBoundingClientRect());
    const beside = a.left < b.left - 1 || a.right > b.right + 1;
    return !beside && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  };
  const texts = all("h1, h2, p, dd, dt, li *, figcaption, summary *, td, th")
    .filter((each) => each.getClientRects().length);
  const drawn = all("svg text");
  const bars = (svg) => [...svg.querySelectorAll("path")].filter((path) => {
    const box = path.getBoundingClientRect();
    return getComputedStyle(path).fill.startsWith("rgb") && box.width > 20 && box.height > 3;
  });
  const overlapping = (svg) => {
    const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
    return boxes.some((a, at) => boxes.slice(at + 1).some((b) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1));
  };
  return {
    overflow: root.scrollWidth - root.clientWidth,
    outside: all("body *")
      .filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1)
      .map((each) => each.tagName),
    plots: all("svg").map((svg) => [svg.getBoundingClientRect().width, bars(svg).length]),
    columns: new Set(all("figure").map((e) => e.getBoundingClientRect().left)).size,
    overlapping: all("svg").filter(overlapping).length,
    cut: drawn.filter((text) => !inside(text, text.closest("svg"))).map((text) => text.textContent),
    small: [
      ...texts.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 12),
      ...drawn.filter((text) => parseFloat(getComputedStyle(text).fontSize) * scale(text) < 10),
    ].map((e) => e.textContent),
    faint: [
      ...texts.filter((e) => contrast(e, "color") < 4.5),
      ...drawn.filter((text) => contrast(text, "fill") < 4.5),
    ].map((e) => e.textContent),
    background: getComputedStyle(document.body).backgroundColor,
  };
}
