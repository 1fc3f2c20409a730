"""What modules of Perl read from files of settings, and what stands for it: the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port.draft.modules import configs
from tests.port import forms
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

MODULES = forms.by_name(configs.MODULES)

TINY = [
    'root = 1\n; c\n# d\n[a]\nx=1\n  y = two words  ; comment\nz=\n[ b c ]\nq="a"\nx = a = b\n',
    "[empty]\n\n[a]\nb = 1 ;not a comment\n",
    "a=1\r\n[b]\r\nc=2\r\n",
    "[a]\nwrong\n",
    "",
]
INI = """\
; first
[A]
x=1
y = two words
z=1
z=2
empty=
[B c]
# d
k=<<EOT
l1
l2
EOT
[defaults]
w = usual
"""
GENERAL = [
    "a 1\nb = two words\nc \"quoted text\"\nd 'x'\n# comment\ne = x # comment\nf = a\\#b\n",
    "a 1\na 2\na 3\n<b>\n c 1\n</b>\n",
    "<vm one>\n mem 1\n</vm>\n<vm two>\n mem 2\n</vm>\n",
    "<vm>\n mem 1\n</vm>\n<vm>\n mem 2\n</vm>\n",
    "<vm one>\n <disk a>\n  size 1\n </disk>\n</vm>\n<vm one>\n x 1\n</vm>\n",
    "long a \\\n  b \\\n  c\nhere <<EOT\nline 1\n  line 2\nEOT\nnext 1\n",
    "/* a comment\nof two lines */\na 1\nflag\n",
    "A 1\n<B C>\n D E\n</B>\n",
    "yes on\nno off\nx true\nl [a]\n",
]


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("Config::Tiny", "Config::IniFiles", "Config::General qw(ParseConfig)")
    yield process
    process.close()


def plain(value: Any) -> Any:
    """An object that is a hash, as such."""
    return texts(value)


@pytest.mark.parametrize("text", TINY)
def test_tiny_reads(perl: PerlProcess, text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.ini"
    path.write_bytes(text.encode())
    code = """
        my $read = Config::Tiny->read_string($_[0]);
        ($read ? {%$read} : undef, $read ? $read->write_string : Config::Tiny->errstr)
    """
    module = MODULES["Config::Tiny"]
    found: dict[str, Any] = {**HELPERS, "text": text, "path": str(path)}
    read = forms.value_of(forms.class_method(module, "read_string", "text"), found)
    if read is None:
        said = forms.value_of(forms.class_method(module, "errstr"), found)
    else:
        call = forms.method(module, "Config::Tiny", "write_string", "read")
        said = forms.value_of(call, {**found, "read": read})
    assert [texts(read), said] == perl.run(code, text).values
    assert forms.value_of(forms.class_method(module, "read", "path"), found) == read


def test_tiny_without_a_file(perl: PerlProcess) -> None:
    wanted = perl.run("(scalar Config::Tiny->read('/none'), Config::Tiny->errstr)").values
    assert [HELPERS["perl_read_ini"]("/none"), HELPERS["PerlIni"].error] == wanted


def test_tiny_writes(perl: PerlProcess, tmp_path: Path) -> None:
    settings = {"s": {"b": 2, "a": "x"}, "_": {"r": 1}, "e": {}}
    wanted = perl.run("Config::Tiny->new($_[0])->write_string", settings).values
    assert [HELPERS["perl_write_ini_text"](settings)] == wanted
    assert HELPERS["perl_write_ini"](settings, str(tmp_path / "x")) == 1
    assert (tmp_path / "x").read_text() == wanted[0]


INI_CALLS = [
    ["Sections"],
    ["Parameters", "'A'"],
    ["Parameters", "'none'"],
    *(["val", "'A'", f"'{name}'"] for name in ("x", "y", "z", "empty", "none", "w")),
    ["val", "'A'", "'none'", "'default'"],
    ["val", "'B c'", "'k'"],
    ["exists", "'A'", "'x'"],
    ["exists", "'A'", "'none'"],
    ["SectionExists", "'B c'"],
    ["SectionExists", "'none'"],
]


@pytest.mark.parametrize("options", ["", ", -default => 'defaults'", ", -nocase => 1"])
@pytest.mark.parametrize("scalar", [False, True])
@pytest.mark.parametrize("told", INI_CALLS, ids=" ".join)
def test_ini_files(
    perl: PerlProcess, tmp_path: Path, told: list[str], scalar: bool, options: str
) -> None:
    path = tmp_path / "x.ini"
    path.write_text(INI)
    name, *arguments = told
    module = MODULES["Config::IniFiles"]
    call = forms.method(module, "Config::IniFiles", name, "ini", *arguments, scalar=scalar)
    if scalar and name != "val":
        return
    truth = call.form.gives == "bool"
    asked = f"scalar({call.perl})" if scalar else f"({call.perl} ? 1 : 0)" if truth else call.perl
    code = f"my $ini = Config::IniFiles->new(-file => $_[0]{options}); {asked}"
    more = re.findall(r"-(\w+) => (\S+)", options)
    pairs = [each for key, value in more for each in (f"'-{key}'", value)]
    new = forms.class_method(module, "new", "'-file'", "path", *pairs)
    found: dict[str, Any] = {**HELPERS, "path": str(path)}
    value = forms.value_of(call, {**found, "ini": forms.value_of(new, found)})
    given = str(int(value)) if truth else texts(value)
    wanted = perl.run(code, str(path)).values
    assert (given if isinstance(given, list) else [given]) == wanted


def test_ini_files_are_changed(perl: PerlProcess, tmp_path: Path) -> None:
    code = """
        my $ini = Config::IniFiles->new(-file => $_[0]);
        my @gave = ($ini->setval('A', 'x', 'new'), $ini->setval('A', 'none', 1),
                    $ini->newval('A', 'made', 5), $ini->newval('C', 'c', 6));
        $ini->delval('A', 'y'); $ini->DeleteSection('B c'); $ini->RewriteConfig;
        my $again = Config::IniFiles->new(-file => $_[0]);
        (map({ $_ ? 1 : 0 } @gave),
         map { my $s = $_; map { "$s $_ " . join '|', $again->val($s, $_) } $again->Parameters($s) }
             $again->Sections)
    """
    paths = [tmp_path / "perl.ini", tmp_path / "python.ini"]
    for path in paths:
        path.write_text(INI)
    ini = HELPERS["perl_ini_file"]("-file", str(paths[1]))
    gave = [ini.set("A", "x", "new"), ini.set("A", "none", 1), ini.add("A", "made", 5)]
    gave.append(ini.add("C", "c", 6))
    ini.remove("A", "y")
    ini.remove("B c")
    ini.write()
    again = HELPERS["perl_ini_file"]("-file", str(paths[1]))
    told = [
        f"{section} {name} {'|'.join(values)}"
        for section, settings in again.sections.items()
        for name, values in settings.items()
    ]
    assert [*("1" if each else "0" for each in gave), *told] == perl.run(code, str(paths[0])).values


@pytest.mark.parametrize("text", ["x=1\n", "[a]\nwrong\n"])
def test_wrong_ini_files(perl: PerlProcess, tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.ini"
    path.write_text(text)
    found = HELPERS["perl_ini_file"]("-file", str(path))
    wanted = perl.run("defined Config::IniFiles->new(-file => $_[0]) ? 1 : 0", str(path)).values
    assert [str(int(found is not None))] == wanted


@pytest.mark.parametrize(
    "options", [{}, {"-LowerCaseNames": 1}, {"-AutoTrue": 1}, {"-ForceArray": 1}]
)
@pytest.mark.parametrize("text", GENERAL)
def test_general(perl: PerlProcess, text: str, options: dict[str, int], tmp_path: Path) -> None:
    answer = perl.run("my %all = ParseConfig(-String => $_[0], %{$_[1]}); \\%all", text, options)
    assert answer.died is None, answer.died
    told = [each for pair in options.items() for each in pair]
    assert [texts(HELPERS["perl_general"]("-String", text, *told))] == answer.values
    path = tmp_path / "x.conf"
    path.write_text(text)
    found = {**HELPERS, "path": str(path)}
    new = forms.value_of(forms.class_method(MODULES["Config::General"], "new", "path"), found)
    assert [texts(new)] == perl.run(
        "my %all = Config::General->new($_[0])->getall; \\%all", str(path)
    ).values


def test_general_refuses_what_it_cant() -> None:
    with pytest.raises(ValueError, match="interpolatevars"):
        HELPERS["perl_general"]("-String", "a 1", "-InterPolateVars", 1)
