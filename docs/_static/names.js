// Which methods and constants a text is about: the rules of `python -m sysvirt names`, which stand in
// sysvirt/_hints/listing.py. tests/docs/test_lookup.py holds the two together.
// The page brings the names themselves as `sysvirtNames`, a line for each.
const Names = (() => {
  const fold = (name) => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

  const read = (kind, text) => text.split("\n").map((line) => {
    const [cls, name, c, others, value] = line.split("\t");
    const names = [name, ...c.split(" "), ...others.split(" ")].filter(Boolean).map(fold);
    const perl = cls === "Virt" ? `Sys::Virt::${name}` : `Sys::Virt::${cls}::${name}`;
    return { kind, cls, name, perl, value, names };
  });
  const all = [
    ...read("method", sysvirtNames.methods), ...read("constant", sysvirtNames.constants),
  ];
  const classes = new Set(all.map((member) => member.cls));

  // What a line has beside the name: texts, arguments, keys of hashes, indices.
  const ASIDE = /".*?"|'.*?'|\([^()]*\)|\{[^{}]*\}|\[[^\][]*\]/g;
  // A name, and what stands in front of it; the name may stand in front of the next one as well.
  const CALLED = /(?=(?<![\p{L}\p{N}_])([\p{L}\p{N}_]+)\s*(?:->|::|\.)\s*([A-Za-z_][\p{L}\p{N}_]*))/gu;
  const NUMBER = /^-?(?:0[xX][0-9a-fA-F]+|[0-9]+)$/;

  // How a group of constants is written.
  const BEGINNING = /^[A-Z][A-Z0-9_]*_$/;
  // A package without a name behind it, or with its beginning: scripts look up the rest.
  const PACKAGE = /Sys::Virt::(?:([A-Za-z]+)::)?([A-Z][A-Z0-9_]*_)?(?:\$|(?![A-Za-z0-9_:]))/;

  // The class, if there is one, and the name.
  const readName = (text) => {
    const plain = text.replace(ASIDE, " ");
    const called = [...plain.matchAll(CALLED)].at(-1);
    if (called) return [classes.has(called[1]) ? called[1] : "", called[2]];
    return ["", (plain.match(/[\p{L}\p{N}_-]*[\p{L}\p{N}_]/gu) ?? [""]).at(-1)];
  };

  const ofValue = (text) => {
    if (!NUMBER.test(text)) return [];
    const size = BigInt(text.replace("-", "")).toString();
    const value = text.startsWith("-") ? `-${size}` : size;
    return all.filter((member) => member.value === value);
  };

  const find = (text) => {
    const valued = ofValue(text.trim());
    if (valued.length) return valued;
    const whole = PACKAGE.exec(text);
    if (whole) {
      const [, owner = "Virt", beginning = ""] = whole;
      const begun = all.filter((each) => each.cls === owner && each.name.startsWith(beginning));
      if (begun.length) return begun;
    }
    const [cls, name] = readName(text);
    const wanted = fold(name);
    if (!wanted) return [];
    const members = all.filter((member) => !cls || member.cls === cls);
    if (BEGINNING.test(name)) {
      const begun = members.filter((member) => member.name.startsWith(name));
      if (begun.length) return begun;
    }
    const tests = [
      (member) => member.names[0] === wanted,
      (member) => member.names.includes(wanted),
      (member) => member.names.some((each) => each.includes(wanted)),
    ];
    for (const test of tests) {
      const found = members.filter(test);
      if (found.length) return found;
    }
    return [];
  };

  // How many letters two texts have in common, as Python's difflib counts them: the longest piece,
  // and then what stands in front of it and behind it.
  const common = (one, other) => {
    let [size, inOne, inOther, above] = [0, 0, 0, []];
    for (let at = 0; at < one.length; at++) {
      const row = new Array(other.length).fill(0);
      for (let there = 0; there < other.length; there++) {
        if (one[at] !== other[there]) continue;
        row[there] = (above[there - 1] ?? 0) + 1;
        if (row[there] > size) {
          [size, inOne, inOther] = [row[there], at - row[there] + 1, there - row[there] + 1];
        }
      }
      above = row;
    }
    if (!size) return 0;
    const front = common(one.slice(0, inOne), other.slice(0, inOther));
    return size + front + common(one.slice(inOne + size), other.slice(inOther + size));
  };

  // The three names that look most alike.
  const nearest = (text) => {
    const wanted = fold(readName(text)[1]);
    const folded = new Map(all.map((member) => [member.names[0], member.name]));
    const rated = [...folded.keys()].map((each) => [
      (2 * common(each, wanted)) / (each.length + wanted.length), each,
    ]);
    const like = rated.filter(([rate]) => rate >= 0.6);
    like.sort(([rate, name], [otherRate, other]) => otherRate - rate || (name < other ? 1 : -1));
    return like.slice(0, 3).map(([, each]) => folded.get(each));
  };

  return { find, nearest };
})();
