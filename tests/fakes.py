"""Stand-ins for libvirt-python's objects, where no driver gives the answer that a test wants."""

from __future__ import annotations

from typing import Any


class Fake:
    """An object that has just the methods given."""

    def __init__(self, **methods: Any) -> None:
        vars(self).update(methods)


class Recorder:
    """An object that notes each call, and gives each the same answer."""

    def __init__(self, answer: Any = 0) -> None:
        self.calls: list[Any] = []
        self.answer = answer

    def __getattr__(self, name: str) -> Any:
        def called(*arguments: Any) -> Any:
            self.calls.append((name, *arguments))
            return self.answer

        return called
