"""The report in SARIF."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import attrs
import jsonschema
import pytest

from sysvirt.port.findings import FileReport, Severity
from sysvirt.port.report import sarif
from sysvirt.port.report.contents import Contents
from tests.port.report.samples import CONTENTS, FILE, FINDINGS, RULES

#: `make ready-test` gets it.
SCHEMA = Path(__file__).parents[3] / ".venv/sarif-2.1.0.json"


def read(contents: Contents = CONTENTS) -> Any:
    return json.loads(sarif.render(contents))


def run(contents: Contents = CONTENTS) -> Any:
    (only,) = read(contents)["runs"]
    return only


def faults(document: Any) -> list[str]:
    """What the schema has against a document."""
    validator = jsonschema.Draft4Validator(
        json.loads(SCHEMA.read_text()), format_checker=jsonschema.FormatChecker()
    )
    validate: Any = validator
    errors: Iterable[Any] = validate.iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in errors]


needs_schema = pytest.mark.skipif(
    not SCHEMA.exists(), reason="needs SARIF's schema: .venv/bin/python scripts/sarif_schema.py"
)


@needs_schema
@pytest.mark.parametrize("files", [CONTENTS.files, CONTENTS.files[1:2], ()])
def test_the_schema_has_nothing_against_it(files: tuple[FileReport, ...]) -> None:
    assert faults(read(attrs.evolve(CONTENTS, files=files))) == []


@needs_schema
def test_the_schema_sees_what_is_wrong() -> None:
    document = read()
    document["runs"][0]["results"][0]["level"] = "info"
    document["runs"][0]["results"][1]["severity"] = "error"
    del document["runs"][0]["tool"]["driver"]["name"]
    assert len(faults(document)) == 3


def test_what_it_is() -> None:
    document = read()
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert run()["columnKind"] == "unicodeCodePoints"
    assert run()["tool"]["driver"]["name"] == "sysvirt.port"


def test_the_rules_tell_what_they_are_about() -> None:
    rules = run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    assert len({rule["id"] for rule in rules}) == len(rules)
    by_id = {rule["id"]: rule for rule in rules}
    assert by_id["shape"]["shortDescription"]["text"] == RULES["shape"].title
    assert by_id["shape"]["fullDescription"]["text"] == RULES["shape"].text
    for said in by_id["shape"]["help"].values():
        for part in (RULES["shape"].perl, RULES["shape"].python, RULES["shape"].guide):
            assert part in said
    levels = {name: rule["defaultConfiguration"]["level"] for name, rule in by_id.items()}
    assert levels == {"api-mistake": "error", "call": "note", "shape": "note", "truth": "warning"}


def test_a_result() -> None:
    results = run()["results"]
    assert len(results) == len(FINDINGS)
    mistake = results[1]
    rules = run()["tool"]["driver"]["rules"]
    assert mistake["ruleId"] == rules[mistake["ruleIndex"]]["id"] == "api-mistake"
    assert mistake["level"] == "error"
    assert mistake["message"]["text"].startswith("Virt.new: new has no key addr,")
    (location,) = mistake["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 7,
        "startColumn": 23,
        "endLine": 7,
        "endColumn": 26,
        "snippet": {"text": "new"},
    }
    assert location["physicalLocation"]["contextRegion"]["snippet"]["text"] == (
        "my $conn = Sys::Virt->new(addr => $uri);"
    )
    assert results[0]["message"]["text"].endswith("\nIn Python: conn = Sys.Virt.new(address=uri)")


def test_every_level_is_one_of_sarifs() -> None:
    assert set(sarif.LEVELS) == set(Severity)
    assert {*sarif.LEVELS.values()} <= {"none", "note", "warning", "error"}


def test_addresses_are_seen_from_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    paths = ["bin/a b#é.pl", "./x.pl", str(tmp_path / "here/y.pl"), "../z.pl"]
    files = tuple(attrs.evolve(FILE, path=path) for path in paths)
    found = run(attrs.evolve(CONTENTS, files=files))
    inside = [each["location"] for each in found["artifacts"]]
    assert [each["uri"] for each in inside[:3]] == ["bin/a%20b%23%C3%A9.pl", "x.pl", "y.pl"]
    assert {each["uriBaseId"] for each in inside[:3]} == {"%SRCROOT%"}
    outside = urlsplit(str(inside[3]["uri"]))
    assert (outside.scheme, unquote(outside.path)) == ("file", str(tmp_path / "z.pl"))
    for each in found["results"]:
        location = each["locations"][0]["physicalLocation"]["artifactLocation"]
        assert inside[location["index"]]["uri"] == location["uri"]


def test_what_was_not_understood_is_told() -> None:
    (invocation,) = run()["invocations"]
    assert invocation["executionSuccessful"] is True
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"]["text"] == "Not understood: line 2."
    region = second["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "endLine": 5}
    (descriptor,) = run()["tool"]["driver"]["notifications"]
    assert second["descriptor"] == {"id": descriptor["id"], "index": 0}


def test_a_fingerprint_stays_when_lines_move() -> None:
    def prints(lines: int) -> list[str]:
        moved = tuple(
            attrs.evolve(
                each,
                span=attrs.evolve(
                    each.span, line=each.span.line + lines, end_line=each.span.end_line + lines
                ),
            )
            for each in FINDINGS
        )
        file = attrs.evolve(FILE, findings=moved, text="\n" * lines + FILE.text)
        results = run(attrs.evolve(CONTENTS, files=(file,)))["results"]
        return [each["partialFingerprints"]["sysvirtPort/v1"] for each in results]

    assert prints(0) == prints(5)
    assert len(set(prints(0))) == len(FINDINGS)
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in prints(0))


def test_the_same_line_twice_has_two_fingerprints() -> None:
    file = attrs.evolve(FILE, findings=(FINDINGS[3], FINDINGS[3]))
    one, two = run(attrs.evolve(CONTENTS, files=(file,)))["results"]
    assert one["partialFingerprints"] != two["partialFingerprints"]


def test_a_place_past_the_end_does_no_harm() -> None:
    file = attrs.evolve(FILE, text="")
    assert len(run(attrs.evolve(CONTENTS, files=(file,)))["results"]) == len(FINDINGS)
