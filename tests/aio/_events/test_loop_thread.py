"""The one thread that turns libvirt's event loop."""

from __future__ import annotations

import asyncio
import sys

import pytest

from sysvirt import Error, Event
from sysvirt.aio import Sys
from tests.aio.playing import in_loop
from tests.campaign import run_apart
from tests.patience import LONG

URI = "test:///default"


@in_loop
async def test_nobody_else_can_turn_it() -> None:
    """Whoever tried would wait for ever."""
    async with Sys.Virt.new(uri=URI) as conn, conn.events() as events:
        with pytest.raises(Error, match="a thread of sysvirt.aio turns the event loop") as caught:
            Event.run_default()
        assert caught.value.code() == Error.ERR_OPERATION_INVALID
        dom = await conn.get_domain_by_name("test")
        await dom.suspend()
        await events.get()


def test_any_number_of_loops_one_after_the_other() -> None:
    async def main() -> None:
        async with Sys.Virt.new(uri=URI) as conn, conn.events() as events:
            dom = await conn.get_domain_by_name("test")
            await dom.suspend()
            await dom.resume()
            await events.get()

    for _ in range(3):
        asyncio.run(main())


#: What the process may have before, and what it may do meanwhile.
PROGRAMS = {
    "a loop that is closed while it is registered": """
async def leave():
    conn = await Sys.Virt.new(uri=URI)
    events = conn.events()
    await events.__aenter__()
    return conn, events

kept = asyncio.run(leave())
kept[0].sync.get_domain_by_name("test").suspend()
kept[0].sync.get_domain_by_name("test").resume()
asyncio.run(use())
del kept
""",
    "loops in several threads": """
import threading
threads = [threading.Thread(target=asyncio.run, args=(use(),)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
""",
    "a loop that the program turns itself": """
import threading
from sysvirt import Event
Event.register_default()

def turn():
    while True:
        Event.run_default()

Event.add_timeout(20, lambda timer: None)
threading.Thread(target=turn, daemon=True).start()
asyncio.run(use())
""",
    "one that libvirt-python turns": """
import libvirt, threading
libvirt.virEventRegisterDefaultImpl()

def turn():
    while True:
        libvirt.virEventRunDefaultImpl()

libvirt.virEventAddTimeout(20, lambda timer, opaque: None, None)
threading.Thread(target=turn, daemon=True).start()
asyncio.run(use())
# libvirt-python's callback would look for an interpreter that is about to end, and may crash.
print("ok", flush=True)
import os
os._exit(0)
""",
    "a loop that nobody turns": """
from sysvirt import Event
Event.register_default()
asyncio.run(use())
""",
    "libvirtaio's": """
import libvirtaio

async def main():
    libvirtaio.virEventRegisterAsyncIOImpl()
    await use()

asyncio.run(main())
""",
    "an exit while it turns": """
async def leave():
    conn = await Sys.Virt.new(uri=URI)
    await conn.events().__aenter__()
    await use()

asyncio.run(leave())
""",
    "a fork": """
import os
asyncio.run(use())
child = os.fork()
if not child:
    # Its parent's thread has the loop: no event would come, and it says so.
    try:
        asyncio.run(use())
    except Error as error:
        assert "a thread of the parent process has the event loop" in str(error)
        os._exit(0)
    os._exit(1)
assert os.waitpid(child, 0)[1] == 0
asyncio.run(use())
""",
}
HEAD = """
import asyncio, warnings
from sysvirt.aio import Error, Sys
URI = "test:///default"
warnings.simplefilter("ignore")

async def use():
    async with Sys.Virt.new(uri=URI) as conn, conn.events() as events:
        dom = await conn.get_domain_by_name("test")
        for change in (dom.suspend, dom.resume) * 10:
            await change()
        # The driver's world is shared by the process.
        for _ in range(20):
            await events.get(timeout=600)
"""


@pytest.mark.parametrize("case", PROGRAMS)
def test_in_all_processes(case: str) -> None:
    program = f"{HEAD}\n{PROGRAMS[case]}\nprint('ok', flush=True)\n"
    done = run_apart([sys.executable, "-c", program], LONG)
    assert not done.hung, done.errors
    assert (done.status, done.output.split()[-1:]) == (0, ["ok"]), done.errors
