"""The report as JSON."""

from __future__ import annotations

import json
from typing import Any

import attrs

from sysvirt.port.report import json as report
from tests.port.report.samples import CONTENTS, FILE, FINDINGS


def read(contents: Any = CONTENTS) -> Any:
    return json.loads(report.render(contents))


def test_the_files() -> None:
    document = read()
    assert set(document) == {"version", "files"}
    assert document["version"] == 1
    assert [list(file) for file in document["files"]] == [
        ["path", "parsed", "unparsed", "findings"]
    ] * 3
    assert [file["path"] for file in document["files"]] == [
        "bin/vm.pl",
        "bin/odd.pl",
        "lib/Plain.pm",
    ]
    assert [file["parsed"] for file in document["files"]] == ["whole", "partly", "whole"]
    assert document["files"][1]["unparsed"] == [[2, 2], [4, 5]]
    assert [len(file["findings"]) for file in document["files"]] == [len(FINDINGS), 0, 0]


def test_a_finding() -> None:
    assert read()["files"][0]["findings"][1] == {
        "line": 7,
        "column": 23,
        "end_line": 7,
        "end_column": 26,
        "rule": "api-mistake",
        "severity": "error",
        "confidence": "certain",
        "kind": "new",
        "class": "Virt",
        "name": "new",
        "perl": "my $conn = Sys::Virt->new(addr => $uri);",
        "python": "",
        "message": "new has no key addr, and Perl says nothing: the script talks to the default"
        " host. Did you mean address?",
    }


def test_it_is_plain_ascii_whatever_the_names_are() -> None:
    odd = attrs.evolve(FILE, path="caf\udce9.pl")
    said = report.render(attrs.evolve(CONTENTS, files=(odd,)))
    assert said.isascii()
    assert json.loads(said)["files"][0]["path"] == "caf\ufffd.pl"
