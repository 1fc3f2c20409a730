"""What GetOptions fills, and what the lines that stand for it fill: the same."""

from __future__ import annotations

import contextlib
import copy
import io
import sys
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules import getopt
from sysvirt.port.draft.modules.table import Form
from sysvirt.port.python.refusing import Untranslatable
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

#: Fill what a case says, and tell what is there afterwards, what was called and what is left.
LONG = r"""
my ($case) = @_;
local @ARGV = @{$case->{argv}};
Getopt::Long::Configure('default', @{$case->{configured}});
my (@called, @specs, %store);
sub copied {
    my ($cell) = @_;
    $cell = $$cell if ref $cell eq 'SCALAR' || ref $cell eq 'REF';
    return ref $cell eq 'ARRAY' ? [@$cell] : ref $cell eq 'HASH' ? {%$cell} : $cell;
}
my @cells = map { ref $_ ? $_ : \(my $copy = $_) } @{$case->{cells}};
for my $spec (@{$case->{specs}}) {
    my ($text, $kind, $cell) = @$spec;
    push @specs, $text;
    push @specs, $cells[$cell] if $kind && $kind ne 'code';
    push @specs, sub {
        push @called, [map({ "$_" } @_), @cells ? copied($cells[0]) : ()];
        die "it dies\n" if "$_[-1]" eq 'die';
        die "!FINISH" if "$_[-1]" eq 'finish';
    } if $kind eq 'code';
}
%store = %{$case->{store}} if $case->{store};
my $ok = GetOptions($case->{store} ? \%store : (), @specs);
return ($ok ? 1 : 0, [map { ref $_ eq 'SCALAR' || ref $_ eq 'REF' ? $$_ : $_ } @cells],
        \%store, \@called, \@ARGV);
"""
STD = r"""
my ($case) = @_;
local @ARGV = @{$case->{argv}};
my %store;
my $ok = $case->{old} ? getopt($case->{letters}, \%store) : getopts($case->{letters}, \%store);
return ($case->{old} ? undef : $ok ? 1 : 0, \%store, \@ARGV);
"""


@attrs.frozen
class Case:
    """A call of GetOptions, and a command line."""

    specs: list[tuple[str, str, int]]
    argv: list[str]
    configured: list[str] = attrs.field(factory=list)
    #: What the scalars, arrays and hashes hold before.
    cells: list[Any] = attrs.field(factory=list)
    store: dict[str, Any] | None = None


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("Getopt::Long", "Getopt::Std")
    yield process
    process.close()


def filled(case: Case) -> tuple[list[Any], list[str], str]:
    """What Python's lines fill, what they said, and the lines."""
    specs = [
        (text, kind, "code" if kind == "code" else f"v{cell}" if kind else "")
        for text, kind, cell in case.specs
    ]
    if case.store is None:
        lines = getopt.options(specs, case.configured)
    else:
        lines = getopt.options_into("store", specs, case.configured)
    called: list[Any] = []
    names: dict[str, Any] = {**HELPERS, "store": copy.deepcopy(case.store)}
    names |= {f"v{at}": copy.deepcopy(value) for at, value in enumerate(case.cells)}

    def code(*values: Any) -> None:
        called.append([*values, *copy.deepcopy([names["v0"]] if case.cells else [])])
        if values[-1] == "die":
            raise RuntimeError("it dies")
        if values[-1] == "finish":
            raise RuntimeError("!FINISH")

    names["code"] = code
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(said):
        patch.setattr(sys, "argv", ["x.pl", *case.argv])
        exec("\n".join(lines), names)
        left = sys.argv[1:]
    cells = [names[f"v{at}"] for at in range(len(case.cells))]
    result: list[Any] = [int(names["options_ok"]), cells, names["store"] or {}, called, left]
    return texts(result), said.getvalue().splitlines(), "\n".join(lines)


def compare(perl: PerlProcess, case: Case) -> None:
    """Run both."""
    answer = perl.run(LONG, attrs.asdict(case))
    assert answer.died is None, answer.died
    values, said, lines = filled(case)
    # What Perl says of its own accord (that a text isn't a number) names the line.
    warned = [each.rstrip("\n") for each in answer.warned if " at /" not in each]
    assert (values, said) == (answer.values, warned), f"{case}\n{lines}"


def kind_of(cell: Any) -> str:
    """What Perl calls it."""
    return "array" if isinstance(cell, list) else "hash" if isinstance(cell, dict) else "scalar"


def case(specs: str, argv: str, configured: str = "", cells: Any = None, store: Any = None) -> Case:
    """A case in short: "uri|u=s>0 verbose>0 help>code"; a number is a cell."""
    read: list[tuple[str, str, int]] = []
    cells = [None] if cells is None else cells
    for each in specs.split():
        text, _, target = each.rpartition(">") if ">" in each else (each, "", "")
        if target in ("", "code"):
            read.append((text, target, 0))
            continue
        held = cells[int(target)]
        kind = kind_of(held)
        read.append((text, kind, int(target)))
    return Case(read, argv.split(), configured.split(), cells, store)


CASES = [
    case("uri|u=s>0", "--uri qemu:///system x"),
    case("uri|u=s>0", "-u qemu:///system"),
    case("uri|u=s>0", "-uri=qemu:///system"),
    case("uri|u=s>0", "--ur=a --u b -- --uri c"),
    case("uri|u=s>0", "x y", cells=["before"]),
    case("uri|u=s>0", "--uri"),
    case("uri|u=s>0", "--uri="),
    case("uri|u=s>0", "--uri --x"),
    case("uri|u=s>0", "--nothing a -- b"),
    case("uri|u=s>0", "+uri a"),
    case("uri|u=s>0", "a --uri b c", "require_order"),
    case("verbose|v+>0", "-v -v --verbose"),
    case("verbose|v+>0", "-v -v", cells=[3]),
    case("verbose|v+>0", "-v -v", cells=["2x"]),
    case("verbose|v:+>0", "-v 7 -v -v x", cells=[3]),
    case("verbose|v:3>0", "-v -v 7 -v"),
    case("color!>0", "--nocolor"),
    case("color!>0", "--no-color"),
    case("color!>0", "--color --nocol"),
    case("color!>0", "--no-color=3"),
    case("color|colour!>0", "--no-colour"),
    case("help|h|?>0", "-?"),
    case("help>0 host=s>1", "--h", cells=[None, None]),
    case("help>0 host=s>1", "--ho x --he", cells=[None, None]),
    case("a-b>0 a_b>1", "--a-b --a_b", cells=[None, None]),
    case("from=s>0 class=s>1", "--from a --class b", cells=[None, None]),
    case("2=s>0 4>1", "-2 a -4", cells=[None, None]),
    case("size=i>0", "--size 10 rest"),
    case("size=i>0", "--size 1_000"),
    case("size=i>0", "--size -5"),
    case("size=i>0", "--size 5k --size=x y"),
    case("size=i>0", "--size 99999999999999999999"),
    case("size=n>0", "--size 017"),
    case("size:i>0", "--size x"),
    case("size:i>0", "--size 7 x --size"),
    case("size:i>0", "--size=x"),
    case("size=f>0", "--size 1.50 --size 1e"),
    case("size=f>0", "--size 1e3"),
    case("size:f>0", "--size x"),
    case("mode=o>0", "--mode 0x1f"),
    case("mode=o>0", "--mode 0b101"),
    case("mode=o>0", "--mode 017"),
    case("mode=o>0", "--mode -17 --mode 09"),
    case("name:s>0", "--name --name"),
    case("name:s>0", "--name x --name - y"),
    case("name:s>0 b>1", "--name -b", cells=[None, None]),
    case("tag=s>0", "--tag a --tag b", cells=[[]]),
    case("tag=s>0", "--tag a --tag b", cells=[["x"]]),
    case("tag=s@>0", "--tag a --tag b"),
    case("tag=s@>0", "--tag a", cells=[["x"]]),
    case("tag=s@>0", "x", cells=[["x"]]),
    case("tag=s{2}>0", "--tag a b c --tag d", cells=[[]]),
    case("tag=s{1,}>0", "--tag a b -- c", cells=[[]]),
    case("tag=s{1,}>0", "--tag a b --tag c d", cells=[[]]),
    case("tag=s{1,2}>0", "--tag a b c d", cells=[[]]),
    case("tag=i{2,3}>0", "--tag 1 2 3 4 --tag 5 x", cells=[[]]),
    case("tag:s{0,2}>0", "--tag --tag a b c", cells=[[]]),
    case("flag>0", "--flag --flag", cells=[[]]),
    case("def=s>0", "--def a=1 --def b=2=3 --def c", cells=[{"a": "0"}]),
    case("def=s%>0", "--def a=1 --def b=2"),
    case("def=i%>0", "--def a=1 --def b=x"),
    case("def:s%>0", "--def a --def b=x --def"),
    case("def:i%>0", "--def a --def b=7 --def"),
    case("def=s%{2}>0", "--def a=1 b=2 c=3"),
    case("def=i%{1,2}>0", "--def a=1 b=2 c=3"),
    case("def=f%{1,2}>0", "--def a=1 b=2 c=3"),
    case("verbose+>0 quiet>code", "-v -q -v", cells=[0]),
    case("uri=s>0 help>code", "--uri a -h --uri b"),
    case("set=s>code", "--set die --set b --set finish --set c"),
    case("def=s%>code", "--def a=b --def c=d"),
    case("tag=s@>0 x>code", "--tag a -x --tag b"),
    case("tag=s>0 x>code", "--tag a -x --tag b", cells=[[]]),
    case("def=s>0 x>code", "--def a=b -x --def c=d", cells=[{}]),
    case("verb:+>0 x>code", "--verb 4 -x --verb", cells=[1]),
    case("<>>code v>0", "a -v b -- c"),
    case("v>0 V>1", "-v -V", cells=[None, None]),
    case("v>0 V>1", "-v -V", "no_ignore_case", [None, None]),
    case("v>0 Vee>1", "-v --VEE", "no_ignore_case", [None, None]),
    case("v+>0 a>1 size=i>2", "-vva --size=3 -vx", "bundling", [None, None, None]),
    case("v+>0 s=i>1 x>2", "-vs10x -s5", "bundling", [None, None, None]),
    case("v+>0 s=s>1", "-vsabc -s", "bundling", [None, None]),
    case("v+>0 vee>1", "-vee --vee", "bundling_override", [None, None]),
    case("v+>0 s:i>1", "-vs -s7 -sv", "bundling", [None, None]),
    case("d=s%>0 f=f>1", "-da=b -f1.5 -f1_0", "bundling", [None, None]),
    case("uri=s>0", "--x --uri a -y -- b", "pass_through"),
    case("size=i>0 uri=s>1", "--size x --size=y --uri", "pass_through", [None, None]),
    case("uri=s>0 size:i>1", "--uri= --size= --size", "gnu_compat", [None, None]),
    case("uri=s>0 v>1", "-v --uri= x --uri=y", "gnu_getopt", [None, None]),
    case("def=s>0", "--def=", "gnu_getopt", [{}]),
    case("def:s%>0 size:5>1", "--size --def", "gnu_getopt", [None, None]),
    case("x=i>0", "-x5 -x", "bundling_values"),
    case("uri=s>0", "--ur x", "no_auto_abbrev"),
    case("uri=s>0", "a --uri x", "posix_default"),
    case("uri=s>0", "a --uri x", "posix_default no_posix_default"),
    case("uri=s>0", "a +uri x", "no_getopt_compat"),
    case("uri=s verbose+ tag=s@ def=s%", "-v -v --tag a --tag b --def c=d --uri u x", store={}),
    case("dry-run|n a|b!", "-n --nob", store={}),
    case("uri=s v+ t=s@", "-v -t a", store={"uri": "x", "v": 4, "t": ["y"]}),
    case("t=s d=s", "-t a -t b -d a=b", store={"t": ["y"], "d": {}}),
    case("uri=s>0 v tag=s@", "--uri x -v --tag y", store={"z": 1}),
    case("help>code v tag=s@", "--help -v --tag y", store={}),
    case("", "-- x", store={}),
]


@pytest.mark.parametrize("each", CASES, ids=lambda each: f"{each.specs} {each.argv}")
def test_a_call_fills_what_perl_fills(perl: PerlProcess, each: Case) -> None:
    compare(perl, each)


VALUES = ["a", "x=1", "5", "-7", "1.5", "0x1f", "-", "1_0", "b=3", ""]
NAMES = ["verbose|v", "uri|u", "size|s", "version|V", "no-wait", "wait", "u", "tag|t|T", "x|?", "U"]
MORE = [
    *("", "!", "+", "=s", "=i", "=f", "=o", ":s", ":i", ":f", ":5", ":+", "=s@", "=s%", "=i%"),
    *(":s@", ":s%", ":i%", "=s{1,}", "=s{2}", "=i{1,2}", ":s{0,2}", "=s%{1,}"),
]
SETTINGS = [
    *("bundling", "no_ignore_case", "ignore_case_always", "pass_through", "require_order"),
    *("no_auto_abbrev", "bundling_override", "gnu_getopt", "gnu_compat", "no_getopt_compat"),
]
WORDS = st.one_of(
    st.sampled_from(["--", "-", *VALUES, "--=", "-vu", "-vs5", "-su", "-Vvx", "-tx=1"]),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["-", "--", "--", "+", "--no", "--no-"]),
        st.sampled_from(
            [*"?stuvxV", "verbose", "verb", "uri", "ur", "si", "size", "version", "tag"]
        ),
        st.sampled_from(["", "", "", "=5", "=", "=x", "=a=b"]),
    ),
)
CELLS: list[Any] = [None, 3, "x", [], ["y"], {}, {"k": "v"}]


@st.composite
def random_cases(draw: st.DrawFn) -> Case:
    """Any options, any words."""
    specs: list[tuple[str, str, int]] = []
    cells: list[Any] = []
    hashed = draw(st.booleans())
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True)):
        more = draw(st.sampled_from(MORE))
        cells.append(draw(st.sampled_from(CELLS)))
        kind = kind_of(cells[-1])
        kind = draw(st.sampled_from([kind, kind, "" if hashed else kind, "code"]))
        specs.append((name + more, kind, len(cells) - 1))
    argv = draw(st.lists(WORDS, max_size=7))
    configured = draw(st.lists(st.sampled_from(SETTINGS), max_size=2))
    store = draw(st.sampled_from([{}, {"uri": "before", "tag": ["x"], "verbose": 2}]))
    if any("%" in text for text, _, _ in specs):
        store = {}
    return Case(specs, argv, configured, cells, store if hashed else None)


@settings(
    max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(random_cases())
def test_any_call_fills_what_perl_fills(perl: PerlProcess, each: Case) -> None:
    try:
        filled(each)
    except Untranslatable:
        return
    answer = perl.run(LONG, attrs.asdict(each))
    if answer.died is None:
        compare(perl, each)


# Getopt::Std ----------------------------------------------------------------------------------


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("letters", ["ab:c", "a", "b:", "", "a:b:c:"])
@pytest.mark.parametrize(
    "argv",
    [
        "-a",
        "-ab x",
        "-abx y",
        "-b",
        "-a -- -c",
        "x -a",
        "-x -a",
        "-xa -",
        "-ca -a1 z",
        "- -a",
        "--",
    ],
)
def test_single_letters(perl: PerlProcess, argv: str, letters: str, old: bool) -> None:
    answer = perl.run(STD, {"argv": argv.split(), "letters": letters, "old": old})
    store: dict[str, Any] = {}
    (module,) = (each for each in getopt.MODULES if each.name == "Getopt::Std")
    form = module.functions["getopt" if old else "getopts"]
    assert isinstance(form, Form)
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(said):
        patch.setattr(sys, "argv", ["x.pl", *argv.split()])
        ok = eval(form.python.format(repr(letters), "store"), {**HELPERS, "store": store})
        left = sys.argv[1:]
    assert [None if old else str(int(ok)), texts(store), left] == answer.values
    assert said.getvalue().splitlines() == [each.rstrip("\n") for each in answer.warned]


def test_single_letters_fill_variables() -> None:
    lines = getopt.std_options("ab:c", {"a": "opt_a", "b": "opt_b"})
    names: dict[str, Any] = {**HELPERS, "opt_a": None, "opt_b": "before"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["x.pl", "-a", "-c"])
        exec("\n".join(lines), names)
    assert (names["opt_a"], names["opt_b"], names["options_ok"]) == (1, "before", True)


# What isn't run -------------------------------------------------------------------------------


def test_the_lines_are_those_of_argparse() -> None:
    specs = [("uri|u=s", "scalar", "uri"), ("host=s", "array", "hosts"), ("v+", "scalar", "v")]
    assert getopt.options(specs, ["bundling", "no_ignore_case"]) == [
        "options_parser = PerlOptions(bundling=1, ignore_case=0)",
        'options_parser.add_argument("--uri", "-u", default=uri)',
        'options_parser.add_argument("--host", action="append", default=[])',
        'options_parser.add_argument("-v", action="count", default=v)',
        "options_given = options_parser.parse_args()",
        "uri = options_given.uri",
        "hosts.extend(options_given.host)",
        "v = options_given.v",
        "options_ok = options_parser.ok",
    ]


def test_a_key_of_a_dict_may_not_be_there() -> None:
    lines = getopt.options([("uri=s", "scalar", "opts['uri']")])
    names: dict[str, Any] = {**HELPERS, "opts": {}}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["x.pl", "a"])
        exec("\n".join(lines), names)
    assert names["opts"] == {"uri": None}


def test_another_list_is_read_in_its_place() -> None:
    lines = getopt.options([("uri=s", "scalar", "uri")], (), "words")
    names: dict[str, Any] = {**HELPERS, "uri": None, "words": ["a", "--uri", "x"]}
    exec("\n".join(lines), names)
    assert (names["uri"], names["words"]) == ("x", ["a"])


@pytest.mark.parametrize("word", ["--help", "-?", "--version"])
def test_help_and_version_come_by_themselves(capsys: pytest.CaptureFixture[str], word: str) -> None:
    lines = getopt.options([("host=s", "scalar", "host")], ["auto_help", "auto_version"])
    names: dict[str, Any] = {**HELPERS, "USAGE": "Usage:\n", "VERSION": "1.2"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["x.pl", word])
        with pytest.raises(SystemExit) as ended:
            exec("\n".join(lines), names)
    assert ended.value.code == 0
    shown = capsys.readouterr().out.splitlines()[0]
    assert shown == ("x.pl version 1.2" if word == "--version" else "Usage:")


@pytest.mark.parametrize(
    ("specs", "configured"),
    [
        ([("a b", "scalar", "x")], []),
        ([("v", "hash", "x")], []),
        ([("v+", "array", "x")], []),
        ([("v", "scalar", "x")], ["prefix_pattern=--|/"]),
    ],
)
def test_what_only_perl_can_do_is_refused(
    specs: list[tuple[str, str, str]], configured: list[str]
) -> None:
    with pytest.raises(Untranslatable):
        getopt.options(specs, configured)


@pytest.mark.parametrize(
    ("text", "filled", "kind"),
    [
        ("a", "scalar", "int"),
        ("a=s", "scalar", "str"),
        ("a=f", "scalar", "str"),
        ("a:f", "scalar", "num"),
        ("a=i", "array", "list:int"),
        ("a=s@", "scalar", "list:str"),
        ("a=s%", "scalar", "dict"),
        ("a=s", "hash", "dict"),
    ],
)
def test_what_is_filled_has_a_kind(text: str, filled: str, kind: str) -> None:
    assert getopt.kind(text, filled) == kind
