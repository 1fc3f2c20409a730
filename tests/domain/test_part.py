"""What the parts of a domain have in common."""

from __future__ import annotations

import inspect

from sysvirt import Domain
from sysvirt.domain.part import DomainPart


def test_a_domain_is_all_of_its_parts_and_has_no_dict_of_its_own(dom: Domain) -> None:
    assert isinstance(dom, DomainPart)
    parts = [each for each in Domain.__bases__ if issubclass(each, DomainPart)]
    assert len(parts) >= 18
    assert not hasattr(dom, "__dict__")


def test_no_part_hides_what_another_has() -> None:
    parts = [each for each in Domain.__bases__ if issubclass(each, DomainPart)]
    names = [
        name
        for part in parts
        for name, what in vars(part).items()
        if inspect.isfunction(what) and not name.startswith("__")
    ]
    assert len(names) == len(set(names))
