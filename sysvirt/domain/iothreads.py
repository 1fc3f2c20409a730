"""A domain's IOThreads: threads that do nothing but the input and output of disks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt import _libvirt
from sysvirt._core.arguments import cint, data, flag_bits, signed, uint, ullong
from sysvirt._core.parameters import check_options
from sysvirt.constants import DomainConstants
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt._core.arguments import Data, Flags
    from sysvirt.shapes.domain import IOThreadInfo, IOThreadParams


#: The keys of ``set_iothread``, and how each value is checked.
IOTHREAD_PARAMS: dict[str, Callable[[Any, str], Any]] = {
    DomainConstants.IOTHREAD_PARAM_POLL_MAX_NS: ullong,
    DomainConstants.IOTHREAD_PARAM_POLL_GROW: uint,
    DomainConstants.IOTHREAD_PARAM_POLL_SHRINK: uint,
    DomainConstants.IOTHREAD_PARAM_POLL_WEIGHT: uint,
    DomainConstants.IOTHREAD_PARAM_THREAD_POOL_MIN: cint,
    DomainConstants.IOTHREAD_PARAM_THREAD_POOL_MAX: cint,
}


class IOThreads(DomainPart):
    """IOThreads: which there are, how they work, and where."""

    __slots__ = ()

    def get_iothread_info(self, flags: Flags = 0) -> list[IOThreadInfo]:
        """Each IOThread's number, and the host's CPUs that it may use.

        ``affinity`` is a CPU map, which :mod:`sysvirt.bitmap` reads; ``flags`` are ``AFFECT_*``.

        >>> dom.add_iothread(1)
        >>> dom.pin_iothread(1, b"\\x04")
        >>> dom.get_iothread_info()
        [{'number': 1, 'affinity': b'\\x04'}]

        Rests on: ``virDomainGetIOThreadInfo``. Perl: ``get_iothread_info``.
        """
        # libvirt-python stretches the maps to the CPUs that it counts.
        return [
            {"number": number, "affinity": cpumap}
            for number, cpumap in _libvirt.domain.get_iothreads(self._handle, flag_bits(flags))
        ]

    def pin_iothread(self, iothread: int, mask: Data, flags: Flags = 0) -> None:
        """Choose the host's CPUs that an IOThread may use.

        ``mask`` is a CPU map, which :mod:`sysvirt.bitmap` makes; ``flags`` are ``AFFECT_*``.

        >>> dom.add_iothread(1)
        >>> dom.pin_iothread(1, b"\\x03")

        Rests on: ``virDomainPinIOThread``. Perl: ``pin_iothread``.
        """
        number, cpumap = uint(iothread, "iothread"), data(mask, "mask")
        _libvirt.domain.pin(
            "virDomainPinIOThread", self._handle, cpumap, number, flags=flag_bits(flags)
        )

    def add_iothread(self, iothread: int, flags: Flags = 0) -> None:
        """Add an IOThread with a number of one's choice; ``flags`` are ``AFFECT_*``.

        >>> dom.add_iothread(7)
        >>> [thread["number"] for thread in dom.get_iothread_info()]
        [7]

        Rests on: ``virDomainAddIOThread``. Perl: ``add_iothread``.
        """
        self._handle.addIOThread(uint(iothread, "iothread"), flag_bits(flags))

    def del_iothread(self, iothread: int, flags: Flags = 0) -> None:
        """Remove an IOThread that no disk uses; ``flags`` are ``AFFECT_*``.

        >>> dom.add_iothread(7)
        >>> dom.del_iothread(7)
        >>> dom.get_iothread_info()
        []

        Rests on: ``virDomainDelIOThread``. Perl: ``del_iothread``.
        """
        self._handle.delIOThread(uint(iothread, "iothread"), flag_bits(flags))

    def set_iothread(self, iothread: int, params: IOThreadParams, flags: Flags = 0) -> None:
        """Change how an IOThread polls, and its pool of workers.

        Keys are ``IOTHREAD_PARAM_*``; an unknown one is a ``ValueError``, which Perl drops
        without a word. ``flags`` are ``AFFECT_*``.

        >>> dom.add_iothread(1)
        >>> dom.set_iothread(1, {Sys.Virt.Domain.IOTHREAD_PARAM_POLL_MAX_NS: 50000})

        Rests on: ``virDomainSetIOThreadParams``. Perl: ``set_iothread``.
        """
        self._handle.setIOThreadParams(
            signed(uint(iothread, "iothread"), 32),
            check_options(params, IOTHREAD_PARAMS),
            flag_bits(flags),
        )
