"""Ctrl-C at moments that nobody chooses, in each kind of loop and call: each comes out once.

The loops are the default one with timers, handles and events, and one written in Python; the calls
are those that make objects, beside objects that are freed. Callbacks are registered meanwhile, too.
"""

from __future__ import annotations

from tests._libvirt import test_callbacks, test_registration
from tests.campaign import often
from tests.torture.programs import Program, run_all
from tests.torture.result import Result

RELY = (
    "Ctrl-C comes out as `KeyboardInterrupt` of the call or of the turn of the loop in which it "
    "came, once, also where it meets the first step of a callback or an object that is freed."
)


def attack(seed: int) -> Result:
    """So many in each kind."""
    number, registrations = often(20, 1000), often(10, 200)
    programs = [
        Program(
            f"Ctrl-C beside {kind}",
            test_callbacks.INTERRUPTED,
            (kind, number, seed),
            "True True ",
            number,
        )
        for kind in test_callbacks.KINDS
    ]
    programs += [
        Program(
            f"Ctrl-C while a callback is registered: {kind}",
            test_registration.program(kind, test_registration.SIGNALS),
            (registrations, seed),
            "well\n",
            registrations,
        )
        for kind in test_registration.KINDS
    ]
    return run_all(programs)
