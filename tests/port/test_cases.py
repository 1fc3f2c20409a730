"""What can be drafted and run."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import read
from tests.parity.judge import perl_missing
from tests.port import cases, questioned
from tests.port.cases import Case


def test_a_script_says_how_it_runs(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/a.pl").write_text(
        "#!/usr/bin/perl\n# args: -v 'a b'\n# args:\n# exit: 3\n# commands: yes\nprint 1;\n"
    )
    (tmp_path / "b.t").write_text("print 1;\n" * 51)
    (tmp_path / "same.txt").write_text("")
    other, one = cases.runnable(tmp_path)
    assert (one.name, one.script, one.size) == ("deep/a.pl", "a.pl", "small")
    assert (one.arguments, one.status, one.commands) == ((("-v", "a b"), ()), 3, True)
    assert (other.name, other.arguments, other.size) == ("b.t", ((),), "medium")
    assert (other.status, other.commands) == (0, False)


def test_the_labelled_corpus_has_scripts_with_their_projects() -> None:
    found = {each.name: each for each in cases.labelled()}
    assert found["scripts/list_guests.pl"].script == "list_guests.pl"
    paths = [each.path for each in found["scripts/inventory/inventory.pl"].sources]
    assert paths[0] == "inventory.pl"
    assert "lib/Inventory/Host.pm" in paths


PAGE = """
```perl
my @list = (1, 2);
my $other;
print 1;
```

<!-- program: a 'b c' -->
```perl
print "@ARGV";
```

<!-- needs: host -->
```perl
print $conn->elsewhere;
```

```perl
print "@list";
```

```perl
my $own = 3;
print $own, $dom->get_name;
```
"""


def test_the_guides_perl_comes_with_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.md").write_text(PAGE)
    page = read(tmp_path / "page.md")
    object.__setattr__(page, "path", tmp_path / "docs/porting/page.md")
    monkeypatch.setattr("tests.docs.pages.ROOT", tmp_path)
    monkeypatch.setattr(cases, "every", lambda: [page])
    first, program, second, third = cases.guide()
    assert first.name == "docs/porting/page.md#1"
    assert third.name == "docs/porting/page.md#5"
    assert text(first) == f"{cases.WORLD}my @list = (1, 2);\nmy $other;\nprint 1;\n"
    assert (text(program), program.arguments) == ('print "@ARGV";\n', (("a", "b c"),))
    assert text(second) == f'{text(first)}print "@list";\n'
    assert text(third) == f"{cases.WORLD}my $own = 3;\nprint $own, $dom->get_name;\n"


def text(case: Case) -> str:
    return case.sources[0].text


def test_the_guide_is_there() -> None:
    assert len([*cases.guide()]) >= 57


# The lines in question ---------------------------------------------------------------------------

SCRIPT = """\
my $x = 1;
sub never {
    print "never\\n";
}
print "one\\n";
for my $i (1 .. 2) {
    print
        "turn $i\\n";
}
print "last\\n";
"""


@pytest.fixture
def traced(tmp_path: Path) -> questioned.Trace:
    """What a script has run."""
    if why := perl_missing():
        pytest.skip(why)
    script = tmp_path / "a.pl"
    script.write_text(SCRIPT)
    with (tmp_path / "output").open("wb") as output:
        subprocess.run(
            questioned.command(script, tmp_path / "notes", ()), cwd=tmp_path, stdout=output
        )
    assert (tmp_path / "output").read_text() == "one\nturn 1\nturn 2\nlast\n"
    return questioned.read((tmp_path / "notes").read_text())


def test_what_ran_until_something_was_printed(traced: questioned.Trace) -> None:
    assert {1, 5} <= traced.until(0)
    assert not {3, 7, 10} & traced.until(0)
    # The first byte of the last line, the nineteenth one.
    assert 10 in traced.until(18)
    assert 10 not in traced.until(17)
    assert 3 not in traced.until(None)


def test_a_line_inside_a_statement_is_its(traced: questioned.Trace) -> None:
    assert traced.has_run([8], 5)
    assert not traced.has_run([8], 3)
    assert not traced.has_run([3], None)
    assert not traced.has_run([], None)


@pytest.mark.parametrize(
    ("one", "other", "at"),
    [("abc", "abc", None), ("abc", "abd", 2), ("ab", "abc", 2), ("é1", "é2", 2), ("", "x", 0)],
)
def test_where_two_outputs_differ(one: str, other: str, at: int | None) -> None:
    assert questioned.first_difference(one, other) == at
    assert questioned.first_difference(other, one) == at
