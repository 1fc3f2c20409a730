"""The corpus itself: its labels are names of the API, and stand where the names do."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.api import read_api
from sysvirt.port.findings import Kind
from tests.port.judging import NAMELESS
from tests.port.labels import KEY, Label, Script, parse_label, projects, read_script

SCRIPTS = [script for scripts in projects() for script in scripts]
KINDS = {kind.value for kind in Kind} - {Kind.CODE.value} | {KEY}
#: What a class of Sys::Virt inherits; Perl has it for the asking.
INHERITED = {("EventImpl", "new")}


def test_there_are_enough() -> None:
    assert len(SCRIPTS) >= 60
    lines = [script.path.read_bytes().count(b"\n") for script in SCRIPTS]
    assert max(lines) <= 300
    assert sum(each > 100 for each in lines) >= 10


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_labels_stand_where_the_names_are(script: Script) -> None:
    lines = script.path.read_bytes().decode("latin-1").split("\n")
    assert list(script.labels) == sorted(script.labels, key=lambda label: label.line)
    for label in script.labels:
        assert label.kind in KINDS, label
        if not label.is_optional:
            assert word(label) in lines[label.line - 1], label
        if not label.is_mistake:
            assert is_known(label), label


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_mistakes_are_mistakes(script: Script) -> None:
    for label in script.labels:
        cls = read_api().classes.get(label.cls)
        if not label.is_mistake or cls is None:
            continue
        if label.kind == KEY:
            known = {parameter.name for parameter in cls.methods["new"].params}
        else:
            known = {*cls.methods, *cls.constants}
        # The right name, though not in that way: $Sys::Virt::Domain::STATE_RUNNING.
        assert label.name not in known or label.name == label.nearest, label
        assert not label.nearest or label.nearest in known, label


def word(label: Label) -> str:
    """What has to stand on the line."""
    if label.kind == Kind.NEW:
        return "new"
    if label.kind not in NAMELESS:
        return label.name
    return "Sys::Virt" if label.cls == "Virt" or label.is_mistake else f"Sys::Virt::{label.cls}"


def is_known(label: Label) -> bool:
    """Whether the API has it."""
    cls = read_api().classes.get(label.cls)
    if cls is None:
        return False
    if label.kind in NAMELESS or (label.cls, label.name) in INHERITED:
        return True
    return label.name in (cls.constants if label.kind == Kind.CONSTANT else cls.methods)


def test_a_label_is_read() -> None:
    assert parse_label("3 Domain.get_nam method !get_name") == Label(
        3, "Domain", "get_nam", "method", is_mistake=True, nearest="get_name"
    )
    assert parse_label("3 Domain.get_name method ?").is_optional
    assert not parse_label("3 Virt.addr key !address").is_site
    with pytest.raises(ValueError, match="no label"):
        parse_label("3 Domain.get_name method perhaps")


def test_a_script_says_how_it_runs(tmp_path: Path) -> None:
    path = tmp_path / "a.pl"
    Path(f"{path}.sites").write_text("1 Virt import\n")
    path.write_text("use Sys::Virt;\n")
    with pytest.raises(ValueError, match="no line '# runs: yes'"):
        read_script(path)
    path.write_text("# runs: yes\n# args: a 'b c'\n# args: d\n# exit: 2\n")
    script = read_script(path)
    assert (script.runs, script.arguments, script.exit_code) == (True, (("a", "b c"), ("d",)), 2)
