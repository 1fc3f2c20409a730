"""From the text of scripts to what is said of them."""

from __future__ import annotations

from collections.abc import Sequence

from sysvirt.port import project, rules
from sysvirt.port.findings import FileReport
from sysvirt.port.progress import Advance
from sysvirt.port.report.wording import counted
from sysvirt.port.source import Source
from sysvirt.port.units import Unit


def read(
    sources: Sequence[Source], libvirt: str | None, advance: Advance
) -> tuple[FileReport, ...]:
    """What is said of each file, in their order; they are one project."""
    advance.stage(f"Reading {counted(len(sources), 'file')}")
    units = project.read_project(sources)
    advance.stage("Applying the rules", len(units))
    reports: list[FileReport] = []
    for unit in units:
        reports.append(_report(unit, libvirt))
        advance.step()
    return tuple(reports)


def _report(unit: Unit, libvirt: str | None) -> FileReport:
    return FileReport(
        path=unit.source.path,
        text=unit.source.text,
        unparsed=unit.unparsed,
        findings=rules.find(unit, libvirt=libvirt),
    )
