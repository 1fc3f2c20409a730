"""Regular expressions that both languages read alike."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("/^vm/", 're.search(r"^vm", dom.get_name())'),
        ("m{a/b}i", 're.search(r"a/b", dom.get_name(), re.IGNORECASE)'),
        (r"/\d+\.\w$/", r're.search(r"\d+\.\w$", dom.get_name())'),
        ('/a"b/', "re.search(r'a\"b', dom.get_name())"),
        ("/a b/xs", 're.search(r"a b", dom.get_name(), re.VERBOSE | re.DOTALL)'),
    ],
)
def test_in_a_condition(perl: str, python: str) -> None:
    assert line_of(f"if ($dom->get_name =~ {perl}) {{ 1 }}") == f"if {python}:"
    assert line_of(f"if ($dom->get_name !~ {perl}) {{ 1 }}") == f"if not {python}:"
    assert line_of(f"my $v = $dom->get_name =~ {perl};") == f"v = bool({python})"


@pytest.mark.parametrize(
    "perl",
    [
        "/$x/",
        r"/\Qa\E/",
        "/[[:alpha:]]/",
        r"/a\z/",
        "/(?<n>a)/",
        "/a/g",
        "s/a/b/",
        "tr/a/b/",
        "$re",
        "/a(/",
        "/(?{1})/",
    ],
)
def test_what_only_perl_reads_so(perl: str) -> None:
    assert line_of(f"if ($dom->get_name =~ {perl}) {{ 1 }}") == "dom.get_name()"


def test_what_is_no_text_becomes_one() -> None:
    line = line_of("if ($x =~ /a/ and $dom->is_active) { 1 }")
    assert line == 'if re.search(r"a", str(x)) and dom.is_active():'
