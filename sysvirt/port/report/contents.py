"""What a report is made of, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import attrs

from sysvirt.port.findings import FileReport, Finding, Severity


class Rule(Protocol):
    """What a report tells of a rule."""

    @property
    def id(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def perl(self) -> str: ...
    @property
    def python(self) -> str: ...
    @property
    def guide(self) -> str: ...


@attrs.frozen(kw_only=True)
class Contents:
    """What a report is made of."""

    files: tuple[FileReport, ...]
    #: All that there are, by their ids.
    rules: Mapping[str, Rule]
    #: How many places aren't shown because too little speaks for Sys::Virt.
    hidden: int = 0

    @property
    def findings(self) -> list[Finding]:
        """Those of all files."""
        return [finding for file in self.files for finding in file.findings]

    @property
    def used(self) -> list[Rule]:
        """The rules that some finding is of, in the order of their ids."""
        ids = {finding.rule for finding in self.findings}
        return [self.rules[each] for each in sorted(ids & self.rules.keys())]

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)
