// A field above each look-up table; what is typed hides the rows that don't have it.
document.addEventListener("DOMContentLoaded", () => {
  for (const table of document.querySelectorAll("table.lookup")) {
    const field = document.createElement("input");
    field.type = "search";
    field.className = "lookup-field";
    field.placeholder = "get_info, STATE_RUNNING, virDomainCreate …";
    field.setAttribute("aria-label", "Show only rows that contain");
    const rows = [...table.tBodies[0].rows];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const show = () => {
      const words = field.value.toLowerCase().split(/\s+/);
      rows.forEach((row, at) => {
        row.hidden = !words.every((word) => texts[at].includes(word));
      });
    };
    field.addEventListener("input", show);
    table.parentNode.insertBefore(field, table);
    // A link may say what is looked for: methods.html#?get_info
    if (location.hash.startsWith("#?")) {
      field.value = decodeURIComponent(location.hash.slice(2));
      show();
    }
  }
});
