"""The filter of system calls, as the kernel reads it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from sysvirt.port.check import confine


def verdict(machine: str, number: int, arguments: tuple[int, ...] = (), arch: int = 0) -> bool:
    """Whether a filter lets a call pass: a small machine that runs it."""
    own = confine.CALLS[machine][0]
    filled = (*arguments, *([0] * 6))[:6]
    data = struct.pack("=iIQ6Q", number, arch or own, 0, *filled)
    rows = list(struct.iter_unpack("=HBBI", confine.make_filter(machine, 0x123456789A00)))
    place = value = 0
    while True:
        code, yes, no, operand = rows[place]
        place += 1
        if code == 0x20:
            (value,) = struct.unpack_from("=I", data, operand)
        elif code == 0x06:
            return bool(operand == 0x7FFF0000)
        else:
            holds = {
                0x15: value == operand,
                0x35: value >= operand,
                0x45: bool(value & operand),
            }[code]
            place += yes if holds else no


@pytest.mark.parametrize("machine", confine.CALLS)
def test_the_filter(machine: str) -> None:
    _, denied, senders = confine.CALLS[machine]
    execve, execveat = confine.EXECS[machine]
    assert not any(verdict(machine, number) for number in denied)
    for number, place in senders:
        plain = (0,) * place
        assert verdict(machine, number, (*plain, 0))
        assert not verdict(machine, number, (*plain, confine.MSG_FASTOPEN))
    assert verdict(machine, execve, (0x123456789A00,))
    assert not verdict(machine, execve, (0x123456789A01,))
    assert not verdict(machine, execve, (0x023456789A00,))
    assert not verdict(machine, execveat, (0, 0x123456789A00))
    assert verdict(machine, 0)
    assert not verdict(machine, 0, arch=0x40000003)


def test_another_set_of_numbers() -> None:
    assert not verdict("x86_64", confine.X32 + 42)


def test_what_one_cannot_look_at_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert confine.is_there(str(tmp_path))

    def refuse(_path: Path) -> bool:
        raise PermissionError

    # A socket in a folder of another user: Python 3.11 raises, later ones say no.
    monkeypatch.setattr(Path, "exists", refuse)
    assert not confine.is_there(str(tmp_path))
