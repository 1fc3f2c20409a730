"""File::Find by the table, beside Perl."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.draft.modules.file_find import FILE_FIND
from sysvirt.port.draft.modules.table import Form
from sysvirt.port.prelude.trees import perl_found
from tests.port.both_sides import assert_same, called, literal, run


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a/b/c", "a/d", "e", "f/g/h/i"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("z", "a/y", "a/b/x", "a/b/c/w", "f/g/v", "f/u", "f/g/h/i/t"):
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "f" / "broken").symlink_to("none")
    monkeypatch.chdir(tmp_path)
    return tmp_path


SETUP = """
    use File::Find; use Cwd;
    my @seen; my $skip = '';
    sub seen {
        push @seen, [$_, $File::Find::name, $File::Find::dir, cwd(), -d $_ ? 1 : 0];
        $File::Find::prune = 1 if $_ eq $skip;
    }
    sub seen_by { my ($options, @dirs) = @_; @seen = (); find($options, @dirs); [@seen] }
    sub seen_deep { @seen = (); finddepth(\\&seen, @_); [@seen] }
"""


@pytest.mark.parametrize("skip", ["", "b", "g"])
def test_all_files_in_perls_order(root: Path, skip: str) -> None:
    seen: list[object] = []

    def code(topic: str) -> None:
        here = Path.cwd()
        is_dir = 1 if Path(topic).is_dir() else 0
        seen.append([topic, perl_found.name, perl_found.dir, str(here), is_dir])
        if topic == skip:
            run(Form('setattr(perl_found, "prune", 1)'), [])

    cases: list[tuple[str, object]] = []
    folders = [["."], ["a", "f/"], [str(root)], ["z"], ["a/y", "none", "e"], ["link"]]
    for each in folders:
        spread = ", ".join(map(literal, each))
        for perl, python in (
            ("\\&seen", code),
            ("{wanted => \\&seen, no_chdir => 1}", {"wanted": code, "no_chdir": 1}),
            ("{wanted => \\&seen, bydepth => 1}", {"wanted": code, "bydepth": 1}),
            (
                "{wanted => \\&seen, preprocess => sub { reverse sort @_ }}",
                {"wanted": code, "preprocess": lambda *names: sorted(names)[::-1]},
            ),
        ):
            seen.clear()
            called(FILE_FIND, "find", python, *each)
            cases.append((f"seen_by({perl}, {spread})", list(seen)))
        seen.clear()
        called(FILE_FIND, "finddepth", code, *each)
        cases.append((f"seen_deep({spread})", list(seen)))
    assert Path.cwd() == root
    assert_same(cases, SETUP + f"$skip = {literal(skip)}; chdir {literal(str(root))};")


def test_links_are_followed_on_request(root: Path) -> None:
    found: list[str] = []
    options = {"wanted": lambda _: found.append(str(perl_found.name)), "follow": 1, "no_chdir": 1}
    (root / "only").mkdir()
    (root / "only" / "inside").symlink_to("../a")
    called(FILE_FIND, "find", options, "only")
    perl = "{wanted => sub { push @seen, $File::Find::name }, follow => 1, no_chdir => 1}"
    perl = f"do {{ @seen = (); find({perl}, 'only'); [sort @seen] }}"
    assert_same([(perl, sorted(found))], SETUP + f"chdir {literal(str(root))};")
    assert len(found) > 3


def test_code_behind_each_folder(root: Path) -> None:
    left: list[object] = []
    options = {"wanted": lambda _: None, "postprocess": lambda: left.append(perl_found.dir)}
    called(FILE_FIND, "find", options, ".")
    options_of_perl = "{wanted => sub {}, postprocess => sub { push @seen, $File::Find::dir }}"
    perl = f"do {{ @seen = (); find({options_of_perl}, '.');"
    assert_same([(f"{perl} [@seen] }}", left)], SETUP + f"chdir {literal(str(root))};")
