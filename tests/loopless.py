"""``python -m tests.loopless``: what each function says that wants an event loop, without one.

It prints a line for each: its name, and the code of its error.
"""

from __future__ import annotations

from collections.abc import Callable

from sysvirt import Error, Event, Stream, Virt
from tests import recorder


def calls(conn: Virt) -> dict[str, Callable[[], object]]:
    """The calls, by the methods of Perl's."""
    st = conn.new_stream(Stream.NONBLOCK)
    return {
        "Sys::Virt::Event::add_handle": lambda: Event.add_handle(0, Event.HANDLE_READABLE, print),
        "Sys::Virt::Event::update_handle": lambda: Event.update_handle(1, Event.HANDLE_READABLE),
        "Sys::Virt::Event::remove_handle": lambda: Event.remove_handle(1),
        "Sys::Virt::Event::add_timeout": lambda: Event.add_timeout(500, print),
        "Sys::Virt::Event::update_timeout": lambda: Event.update_timeout(1, 500),
        "Sys::Virt::Event::remove_timeout": lambda: Event.remove_timeout(1),
        "Sys::Virt::Event::run_default": Event.run_default,
        "Sys::Virt::Stream::add_callback": lambda: st.add_callback(Stream.EVENT_READABLE, print),
    }


def main() -> None:
    """Make the calls."""
    recorder.start()
    with Virt(uri="test:///default") as conn:
        for name, call in calls(conn).items():
            try:
                call()
            except Error as error:
                print(name, error.code())
            else:
                print(name, Error.ERR_OK)


if __name__ == "__main__":
    main()
