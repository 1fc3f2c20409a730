"""Getopt::Long and Getopt::Std: a call becomes a parser of argparse's kind, and what it fills.

The lines use names of their own (``NAMES``), so nothing else in a draft may have them; and those
that the specifications fill, which must be there before: an option that isn't given leaves them as
they are. Whether all was right is in ``options_ok`` afterwards.
"""

from __future__ import annotations

import ast
import json
import keyword
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from sysvirt.port.draft.modules.table import Form, Module
from sysvirt.port.python.refusing import Untranslatable

#: What the lines call their own.
NAMES = ("options_parser", "options_given", "options_ok", "options_name", "options_value")

#: A specification, as GetOptions takes it, what kind of thing it fills ("scalar", "array", "hash",
#: "code", or nothing) and the Python of that.
Filling = tuple[str, str, str]

_SPEC = re.compile(
    r"""(?P<names> [\w?][-\w]* (?: \| [^|!+=:]+ )* | ) (?:
        (?P<flag> [!+]?)
        | (?P<must> [=:]) (?P<type> [ionfs]) (?P<many> [@%]?)
          (?: \{ (?P<least> \d*) (?P<comma> ,?) (?P<most> \d*) \} )?
        | : (?P<default> -?\d+ | \+) (?P<several> [@%]?)
    )""",
    re.VERBOSE,
)
_TYPES = {"i": "int", "n": "int", "f": "perl_real", "o": "perl_extended"}
#: As wide as a line of a draft may be.
_WIDTH = 88


@attrs.frozen
class Spec:
    """What a specification says."""

    names: tuple[str, ...]
    #: ``!`` or ``+``, or nothing.
    flag: str = ""
    #: ``s i f o``, or nothing where no value follows.
    type: str = ""
    #: ``@`` or ``%``, or nothing.
    many: str = ""
    least: int = 1
    #: Nothing: any number.
    most: int | None = 1
    #: What an option without a value means, where that is told.
    default: str = ""

    @property
    def optional(self) -> bool:
        """Whether the one value may be missing."""
        return (self.least, self.most) == (0, 1)


def spec(text: str) -> Spec:
    """Read a specification.

    >>> spec("uri|u=s").names, spec("size:5").default
    (('uri', 'u'), '5')
    """
    found = _SPEC.fullmatch(re.sub(r"^(?:--?|\+)(?=\w)", "", text))
    if found is None:
        raise Untranslatable(f"the option {text!r}")
    names = tuple(found["names"].split("|"))
    if found["default"]:
        plus = found["default"] == "+"
        default = "" if plus else str(int(found["default"]))
        flag = "+" if plus else ""
        return Spec(names, flag, "i", found["several"], 0, 1, default)
    if not found["type"]:
        return Spec(names, found["flag"])
    kind = found["type"].replace("n", "i")
    least, most = _numbers(found["must"], found["least"], found["comma"], found["most"])
    return Spec(names, "", kind, found["many"], least, most)


def _numbers(
    must: str, least: str | None, comma: str | None, most: str | None
) -> tuple[int, int | None]:
    """How many values at least, and at most."""
    low = int(least) if least else int(must == "=")
    if most:
        return low, int(most)
    return low, None if comma else max(low, 1)


def kind(text: str, filled: str = "scalar") -> str:
    """The kind of what an option puts into what it fills.

    >>> kind("uri=s"), kind("size=i"), kind("verbose"), kind("host=s@"), kind("host=s", "array")
    ('str', 'int', 'int', 'list:str', 'list:str')
    """
    read = spec(text)
    one = {"s": "str", "f": "str" if read.least else "num"}.get(read.type, "int")
    if filled == "hash" or read.many == "%":
        return "dict"
    return f"list:{one}" if filled == "array" or read.many == "@" else one


# The lines ------------------------------------------------------------------------------------


def options(
    specs: Sequence[Filling],
    configured: Sequence[str] = (),
    arguments: str = "",
    version: str = "VERSION",
) -> list[str]:
    """The lines for GetOptions; ``arguments`` is the list, where it isn't ``sys.argv[1:]``.

    Functions are called with the name of the option and its value; for a pair with name, key and
    value.
    """
    specs = [*specs, *_automatic(specs, configured, version)]
    lines = _new_parser(specs, configured)
    if any(filled == "code" for _, filled, _ in specs):
        for text, filled, _ in specs:
            lines += _argument(spec(text), filled) if text != "<>" else []
        lines += _loop(specs, arguments)
    else:
        lines += _straight(specs, arguments)
    return [*lines, "options_ok = options_parser.ok"]


def options_into(
    target: str,
    specs: Sequence[Filling],
    configured: Sequence[str] = (),
    arguments: str = "",
    version: str = "VERSION",
) -> list[str]:
    """The lines for GetOptions with a hash first: what fills nothing else goes there.

    Such a specification is ``("uri=s", "", "")``.
    """
    specs = [*specs, *_automatic(specs, configured, version)]
    lines = _new_parser(specs, configured)
    for text, filled, _ in specs:
        if text != "<>":
            read = spec(text)
            lines += _argument(read, filled, _dest(read, read.names[0]))
    if any(filled for _, filled, _ in specs):
        lines += _loop(specs, arguments, target)
    else:
        lines.append(f"options_parser.parse_into({', '.join(filter(None, [target, arguments]))})")
    return [*lines, "options_ok = options_parser.ok"]


def std_options(
    letters: str, variables: Mapping[str, str], told: Mapping[str, str] | None = None
) -> list[str]:
    """The lines for getopts of Getopt::Std without a hash: it fills a variable for each letter.

    ``told`` are the keyword arguments that say what ``--help`` and ``--version`` print.
    """
    given = ["options_given", *(f"{name}={value}" for name, value in (told or {}).items())]
    lines = [
        "options_given = {}",
        f"options_ok = perl_getopts({json.dumps(letters)}, {', '.join(given)})",
    ]
    for letter in dict.fromkeys(re.sub(r"[:\s]", "", letters)):
        if letter in variables:
            target = variables[letter]
            lines.append(f"{target} = options_given.get({json.dumps(letter)}, {target})")
    return lines


def _straight(specs: Sequence[Filling], arguments: str) -> Iterator[str]:
    """All arguments, then all that they fill."""
    dests: dict[tuple[str, str], str] = {}
    after: list[str] = []
    for text, filled, target in specs:
        read = spec(text)
        known = dests.get((filled, target))
        dest = known or _free(read, dests.values())
        dests[filled, target] = dest
        yield from _argument(read, filled, _dest(read, dest), _default(read, filled, target))
        after += [] if known else _assignment(read, filled, target, dest)
    yield f"options_given = options_parser.parse_args({arguments})"
    yield from after


def _assignment(read: Spec, filled: str, target: str, dest: str) -> list[str]:
    """What an option fills, after all were read."""
    value = f"options_given.{dest}"
    if filled == "array":
        return [f"{target}.extend({value})"]
    if filled == "hash":
        return [f"{target}.update({value})"]
    if read.many:
        return [f"if {value} is not None:", f"    {target} = {value}"]
    return [f"{target} = {value}"]


def _loop(specs: Sequence[Filling], arguments: str, rest: str = "") -> Iterator[str]:
    """One option after the other, because code that one calls sees what was before."""
    yield f"for options_name, options_value in options_parser.given({arguments}):"
    word = "if"
    for text, filled, target in specs:
        if not filled:
            continue
        name = "<>" if text == "<>" else spec(text).names[0]
        yield f"    {word} options_name == {json.dumps(name)}:"
        yield f"        {_step(text, filled, target)}"
        word = "elif"
    if rest and not all(filled for _, filled, _ in specs):
        yield "    else:"
        yield f"        options_parser.put({rest}, options_name, options_value)"


def _step(text: str, filled: str, target: str) -> str:
    """What becomes of one option that is given."""
    if text == "<>":
        return f"options_parser.call({target}, options_value)"
    read = spec(text)
    if filled == "code":
        values = "*options_value" if read.many == "%" else "options_value"
        return f"options_parser.call({target}, options_name, {values})"
    if filled == "array":
        return f"{target}.append(options_value)"
    if filled == "hash":
        return f"{target}.update([options_value])"
    if read.many:
        return f"{target} = options_parser.gather(options_name, options_value)"
    if read.flag == "+":
        return f"{target} = perl_increased({_before(target)}, options_value)"
    return f"{target} = options_value"


def _argument(read: Spec, filled: str, dest: str = "", default: str = "") -> list[str]:
    """The line that adds an option to the parser."""
    told = [json.dumps(_option(name), ensure_ascii=False) for name in read.names]
    told += _style(read, filled)
    if read.type in _TYPES and read.flag != "+":
        told.append(f"type={_TYPES[read.type]}")
    pairs = (filled == "hash" or read.many == "%") and filled != "array"
    told += _nargs(read, pairs)
    if pairs:
        if not read.type:
            raise Untranslatable(f"the option {read.names[0]!r} without a value, for a hash")
        told.append("pairs=True")
    told += [f"dest={json.dumps(dest)}"] if dest or not read.names[0] else []
    told += [f"default={default}"] if default else []
    return _call("options_parser.add_argument", told)


def _style(read: Spec, filled: str) -> list[str]:
    """What argparse calls the action."""
    several = filled in ("array", "hash") or (read.many and filled != "code")
    if read.flag and several:
        raise Untranslatable(f"the option {read.names[0]!r} for more than one value")
    if read.flag:
        return ['action="count"' if read.flag == "+" else "action=argparse.BooleanOptionalAction"]
    if not read.type:
        return [f'action="{"append" if several else "store"}_const"', "const=1"]
    if not several:
        return []
    return [f'action="{"append" if read.optional or read.most == 1 else "extend"}"']


def _nargs(read: Spec, pairs: bool) -> list[str]:
    """How many values an option takes, as argparse has it."""
    if not read.type or (read.least, read.most) == (1, 1):
        return []
    if read.optional:
        usual = "" if pairs or read.flag else '""' if read.type == "s" else "0"
        default = read.default or usual
        return ['nargs="?"', *([f"const={default}"] if default else [])]
    if read.least == read.most:
        return [f"nargs={read.least}"]
    told = [f'nargs="{"+" if read.least else "*"}"']
    told += [f"least={read.least}"] if read.least > 1 else []
    return [*told, *([f"most={read.most}"] if read.most else [])]


def _option(name: str) -> str:
    """The name of an option with what stands before it."""
    return f"--{name}" if len(name) > 1 else f"-{name}"


def _inferred(read: Spec) -> str:
    """What argparse makes of the names, where it is told nothing."""
    long = [name for name in read.names if len(name) > 1]
    return (long or read.names)[0].replace("-", "_")


def _free(read: Spec, taken: Iterable[str]) -> str:
    """A name for what an option gives that no other has."""
    name = re.sub(r"\W", "_", _inferred(read)) or "_"
    if keyword.iskeyword(name) or not name.isidentifier():
        name = f"{name}_" if name[:1].isalpha() else f"_{name}"
    while name in taken:
        name += "_"
    return name


def _dest(read: Spec, wanted: str) -> str:
    """A name that argparse has to be told."""
    return "" if _inferred(read) == wanted else wanted


def _default(read: Spec, filled: str, target: str) -> str:
    """What an option gives that isn't given."""
    if filled in ("array", "hash"):
        return "[]" if filled == "array" else "{}"
    return "" if read.many else _before(target)


def _before(target: str) -> str:
    """What a variable holds before; a key of a dict may not be there."""
    body = ast.parse(target, mode="eval").body
    if not isinstance(body, ast.Subscript) or isinstance(getattr(body.slice, "value", ""), int):
        return target
    return f"{ast.unparse(body.value)}.get({ast.unparse(body.slice)})"


def _call(function: str, arguments: Sequence[str]) -> list[str]:
    """A call in one line, or in several."""
    line = f"{function}({', '.join(arguments)})"
    if len(line) <= _WIDTH:
        return [line]
    return [f"{function}(", *(f"    {each}," for each in arguments), ")"]


# The settings ---------------------------------------------------------------------------------

_GNU = {"bundling": "1", "plus": "False", "gnu": "True"}
#: By name, with what they mean and what they mean after ``no_``; nothing is as it was.
_SETTINGS: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "ignorecase": ({"ignore_case": ""}, {"ignore_case": "0"}),
    "ignorecasealways": ({"ignore_case": "2"}, {"ignore_case": "0"}),
    "bundling": ({"bundling": "1", "bundle_values": ""}, {"bundling": ""}),
    "bundlingoverride": ({"bundling": "2", "bundle_values": ""}, {"bundling": ""}),
    "bundlingvalues": ({"bundle_values": "True", "bundling": ""}, {"bundle_values": ""}),
    "autoabbrev": ({"abbreviate": ""}, {"abbreviate": "False"}),
    "permute": ({"permute": ""}, {"permute": "False"}),
    "requireorder": ({"permute": "False"}, {"permute": ""}),
    "passthrough": ({"pass_through": "True"}, {"pass_through": ""}),
    "getoptcompat": ({"plus": ""}, {"plus": "False"}),
    "gnugetopt": ({**_GNU, "permute": "", "bundle_values": ""}, {}),
    "gnucompat": (
        {"gnu": "True", "bundling": "", "bundle_values": "True"},
        {"gnu": "", "bundling": "", "bundle_values": "True"},
    ),
    "posixdefault": (
        {"plus": "False", "abbreviate": "False", "permute": "False", "bundling": ""},
        {"plus": "", "abbreviate": "", "permute": "", "bundling": ""},
    ),
}
_ALL = ("abbreviate", "bundle_values", "bundling", "gnu", "ignore_case", "pass_through")
_AUTOMATIC = {"autohelp": "help", "help": "help", "autoversion": "version", "version": "version"}


def _words(configured: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The settings without their underscores, and whether they are on."""
    for text in configured:
        word = text.lower()
        off = re.match(r"no_?(.+)", word)
        word = (off[1] if off else word).replace("_", "")
        yield word.removesuffix("s") if word.endswith("defaults") else word, not off


def _settings(configured: Sequence[str]) -> dict[str, str]:
    """What the parser is told."""
    told: dict[str, str] = {}
    for word, on in _words(configured):
        if word == "default":
            told = {}
        elif word == "posixdefault":
            told = {**dict.fromkeys(_ALL, ""), **_SETTINGS[word][not on]}
        elif word in _SETTINGS:
            told |= _SETTINGS[word][not on]
        elif word not in _AUTOMATIC:
            raise Untranslatable(f"the setting {word!r} of Getopt::Long")
    return {name: value for name, value in told.items() if value}


def _new_parser(specs: Sequence[Filling], configured: Sequence[str]) -> list[str]:
    """The line that makes the parser."""
    told = [f"{name}={value}" for name, value in _settings(configured).items()]
    told += ["others=True"] if any(text == "<>" for text, _, _ in specs) else []
    automatic = [name for name, on in _asked(configured).items() if on]
    told += [f"automatic={json.dumps(automatic)}"] if automatic else []
    return _call("options_parser = PerlOptions", told)


def _asked(configured: Sequence[str]) -> dict[str, bool]:
    """Whether options are wanted that Getopt::Long adds by itself."""
    words = _words(configured)
    return {_AUTOMATIC[word]: on for word, on in words if word in _AUTOMATIC}


def _automatic(specs: Sequence[Filling], configured: Sequence[str], version: str) -> list[Filling]:
    """The options that Getopt::Long adds by itself; ``USAGE`` is a constant of the draft."""
    own = {name.lower() for text, _, _ in specs if text != "<>" for name in spec(text).names}
    asked = _asked(configured)
    added: list[Filling] = []
    if asked.get("version") and "version" not in own:
        added.append(("version", "code", f"lambda *_: perl_version({version})"))
    if asked.get("help") and not own & {"help", "?"}:
        added.append(("help|?", "code", "lambda *_: perl_usage(USAGE, 0)"))
    return added


#: The functions of Getopt::Long are ``options`` and ``options_into``.
MODULES: tuple[Module, ...] = (
    Module("Getopt::Long", exports=frozenset({"GetOptions"})),
    Module(
        "Getopt::Std",
        functions={
            "getopts": Form("perl_getopts({0}, {1})", "sh", "bool"),
            "getopt": Form("perl_getopt({0}, {1})", "sh"),
        },
        exports=frozenset({"getopts", "getopt"}),
    ),
)
