"""Stand-ins for libvirt-python's objects, where no driver gives the answer that a test wants."""

from __future__ import annotations

from typing import Any


class Underneath:
    """What all of them have: a C object, here none."""

    _o = None


class Rows(list[Any], Underneath):
    """No rows, and an object of libvirt-python's for who wants one."""


class Fake(Underneath):
    """An object that has just the methods given."""

    def __init__(self, **methods: Any) -> None:
        vars(self).update(methods)


class Recorder(Underneath):
    """An object that notes each call, and gives each the same answer."""

    def __init__(self, answer: Any = 0) -> None:
        self.calls: list[Any] = []
        self.answer = answer

    def __getattr__(self, name: str) -> Any:
        def called(*arguments: Any) -> Any:
            self.calls.append((name, *arguments))
            return self.answer

        return called
