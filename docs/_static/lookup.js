// The field above a look-up table. It takes what stands in a script or a terminal, shows the rows that
// are meant, and says how many these are; `names.js` knows which.
document.addEventListener("DOMContentLoaded", () => {
  const OTHER = { method: "constant", constant: "method" };
  const table = document.querySelector("table.lookup");
  if (!table) return;
  const rows = new Map([...table.tBodies[0].rows].map((row) => [row.cells[0].textContent.trim(), row]));
  const kind = location.pathname.endsWith("constants.html") ? "constant" : "method";

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const field = make("input", {
    type: "search",
    className: "lookup-field",
    placeholder: "$dom->get_state, dominfo …",
    autocomplete: "off",
    spellcheck: false,
  });
  field.setAttribute("aria-label", "A name, or a line that has one");
  const status = make("p", { className: "lookup-status" });
  status.setAttribute("role", "status");

  const count = (number, of) => (number === 1 ? `1 ${of}` : `${number} ${of}s`);
  const link = (page, text, shown) =>
    make("a", { href: `${page}#?${encodeURIComponent(text)}` }, shown);

  const say = (text, here, there) => {
    const other = OTHER[kind];
    const parts = [];
    if (here) parts.push(`${count(here, kind)} of ${rows.size}.`);
    else parts.push(there ? `No ${kind} is called so.` : `Nothing is called “${text}”.`);
    if (there) {
      const lead = here ? " There is also " : " There is ";
      parts.push(lead, link(`${other}s.html`, text, count(there, other)), ".");
    } else if (!here) {
      const near = Names.nearest(text);
      near.forEach((name, at) => parts.push(at ? ", " : " Did you mean: ", link("", name, name)));
      if (near.length) parts.push("?");
    }
    status.replaceChildren(...parts);
  };

  const show = () => {
    const text = field.value.trim();
    const found = text ? Names.find(text) : [];
    const here = found.filter((member) => member.kind === kind);
    const shown = new Set(here.map((member) => member.perl));
    for (const [perl, row] of rows) row.hidden = Boolean(text) && !shown.has(perl);
    table.tHead.hidden = Boolean(text) && !here.length;
    if (text) say(text, here.length, found.length - here.length);
    else status.replaceChildren();
  };

  // A link may say what is looked for: methods.html#?get_info
  const follow = () => {
    if (!location.hash.startsWith("#?")) return;
    field.value = decodeURIComponent(location.hash.slice(2));
    show();
  };
  field.addEventListener("input", show);
  window.addEventListener("hashchange", follow);
  table.closest(".table-wrapper, section").before(field, status);
  follow();
});
