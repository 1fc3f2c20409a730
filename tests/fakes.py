"""A stand-in for objects, where no hypervisor shows what an example is to meet."""

from __future__ import annotations

from typing import Any


class Fake:
    """An object that has just the methods given."""

    def __init__(self, **methods: Any) -> None:
        vars(self).update(methods)
