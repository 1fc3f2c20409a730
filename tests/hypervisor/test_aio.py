"""`sysvirt.aio` on real hosts: each operation under its own name, hung monitors, consoles."""

from __future__ import annotations

import asyncio
import contextlib
import io
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image

from sysvirt.aio import ConnectionLostError, Domain, Error, NotFoundError, Stream, Sys, Virt
from tests.aio.conftest import still_loop  # noqa: F401 - a fixture
from tests.aio.playing import in_loop, until
from tests.examples.programs import port
from tests.examples.terminal import Terminal, ours
from tests.hosts import (
    Booted,
    Connection,
    Disk,
    Guest,
    Host,
    Pair,
    busy_kernel,
    make_disk,
    remove,
    running,
    wait_until_busy,
)
from tests.hosts.agent import PROMPT, wait_for_boot
from tests.patience import LONG

NEW_NAME = "awaited"


@asynccontextmanager
async def defined(host: Host, **more: Any) -> AsyncIterator[tuple[Virt, Domain]]:
    """A connection, and a guest with a stored configuration that doesn't run."""
    guest = Guest(name=NEW_NAME, kvm=host.kvm, **more)
    async with Sys.Virt.new(uri=host.uri) as conn:
        dom = await conn.define_domain(guest.xml())
        try:
            yield conn, dom
        finally:
            await conn.run(lambda sync: remove(sync.handle, NEW_NAME))


# The operations of a domain, each by its name ------------------------------------------------


@in_loop
async def test_list(host: Host, nullguest: Guest) -> None:
    async with Sys.Virt.new(uri=host.uri) as conn:
        names = {dom.get_name() for dom in await conn.list_all_domains()}
        assert nullguest.name in names
        assert all(type(dom) is Domain for dom in await conn.list_domains())


@in_loop
async def test_look_up_by_uuid(host: Host, nullguest: Guest) -> None:
    async with Sys.Virt.new(uri=host.uri) as conn:
        for uuid in (nullguest.uuid, UUID(nullguest.uuid), UUID(nullguest.uuid).bytes):
            assert (await conn.get_domain_by_uuid(uuid)).get_name() == nullguest.name
        with pytest.raises(NotFoundError):
            await conn.get_domain_by_uuid(bytes(16))


@in_loop
async def test_define_start_destroy_undefine(host: Host) -> None:
    async with defined(host) as (conn, dom):
        assert not await dom.is_active()
        await dom.create()
        assert await dom.wait_for(dom.STATE_RUNNING, timeout=LONG) == dom.STATE_RUNNING
        await dom.destroy()
        assert await dom.wait_for(dom.STATE_SHUTOFF, timeout=LONG) == dom.STATE_SHUTOFF
        await dom.undefine()
        with pytest.raises(NotFoundError):
            await conn.get_domain_by_name(NEW_NAME)


@in_loop
async def shut_down_and_reset(guest: Booted) -> None:
    async with Sys.Virt.new(uri=guest.host.uri) as conn:
        dom = await conn.get_domain_by_name(guest.name)
        async with conn.events(Domain, Domain.EVENT_ID_REBOOT, dom) as events:
            await dom.shutdown(Domain.SHUTDOWN_ACPI_POWER_BTN)
            await dom.reset()
            assert (await events.get(timeout=LONG))[0] == dom
        assert await dom.is_active()


def test_shutdown_and_reset(agent_guest: Booted) -> None:
    # What its system does at the button for its power: else it might be off before it is reset.
    agent_guest.shell("rm /etc/acpi/PWRF/*")
    shut_down_and_reset(agent_guest)
    # Other tests have the same guest.
    wait_for_boot(agent_guest.domain)


@in_loop
async def test_reboot(host: Host, nullguest: Guest) -> None:
    async with Sys.Virt.new(uri=host.uri) as conn:
        dom = await conn.get_domain_by_name(nullguest.name)
        # Without a system nobody hears it; that it was asked for is all there is to see.
        await dom.reboot(Domain.REBOOT_ACPI_POWER_BTN)
        assert await dom.is_active()


@in_loop
async def test_reset(host: Host, nullguest: Guest) -> None:
    async with Sys.Virt.new(uri=host.uri) as conn:
        dom = await conn.get_domain_by_name(nullguest.name)
        async with conn.events(Domain, Domain.EVENT_ID_REBOOT, dom) as events:
            await dom.reset()
            assert await events.get(timeout=LONG) == (dom,)


@in_loop
async def test_screenshot(host: Host, tmp_path: Path) -> None:
    async with defined(host, vnc="socket") as (conn, dom):
        await dom.create()
        found = bytearray()
        async with await conn.new_stream() as stream:
            kind = await dom.screenshot(stream, 0)

            async def keep(_st: Stream, data: bytes, nbytes: int) -> int:
                found.extend(data)
                return nbytes

            await stream.recv_all(keep)
        assert kind in ("image/png", "image/x-portable-pixmap")
        with Image.open(io.BytesIO(found)) as image:
            image.save(tmp_path / "screen.png")
        with Image.open(tmp_path / "screen.png") as image:
            assert (image.format, image.size[0] >= 320) == ("PNG", True)


@in_loop
async def test_attach_update_detach_a_device(host: Host) -> None:
    cd = make_disk(host.root / "aio-cd.iso")
    async with defined(host, disks=(Disk(None, target="sda", bus="sata", cdrom=True),)) as (
        _,
        dom,
    ):
        stick = Disk(make_disk(host.root / "aio-stick.img"), target="sdb", bus="usb").xml()
        flags = Domain.DEVICE_MODIFY_CONFIG
        await dom.attach_device(stick, flags)
        assert "aio-stick.img" in await dom.get_xml_description(Domain.XML_INACTIVE)
        await dom.update_device(Disk(cd, target="sda", bus="sata", cdrom=True).xml(), flags)
        assert "aio-cd.iso" in await dom.get_xml_description(Domain.XML_INACTIVE)
        await dom.detach_device(stick, flags)
        assert "aio-stick.img" not in await dom.get_xml_description(Domain.XML_INACTIVE)
    for name in ("aio-cd.iso", "aio-stick.img"):
        (host.root / name).unlink()


@in_loop
async def test_xml(host: Host) -> None:
    async with defined(host) as (conn, dom):
        xml = await dom.get_xml_description()
        assert f"<name>{NEW_NAME}</name>" in xml
        with pytest.raises(Error, match="domain_definition"):
            await conn.define_domain("<domain")


@in_loop
async def test_autostart(host: Host) -> None:
    async with defined(host) as (_, dom):
        assert not await dom.get_autostart()
        await dom.set_autostart(True)
        assert await dom.get_autostart()


@in_loop
async def test_send_keys(host: Host, nullguest: Guest) -> None:
    async with Sys.Virt.new(uri=host.uri) as conn:
        dom = await conn.get_domain_by_name(nullguest.name)
        await dom.send_key(Domain.KEYCODE_SET_LINUX, 100, [29, 56, 111])
        with pytest.raises(TypeError, match="keycodes"):
            await dom.send_key(Domain.KEYCODE_SET_LINUX, 100, "abc")  # type: ignore[arg-type]


# Hung monitors ---------------------------------------------------------------------------------


@contextlib.contextmanager
def stopped(host: Host, name: str) -> Iterator[None]:
    """A guest whose QEMU is stopped: what asks its monitor hangs."""
    pid = str(host.guest_pid(name))
    host.run("kill", "-STOP", pid)
    try:
        yield
    finally:
        host.run("kill", "-CONT", pid)


async def hang(conn: Virt, dom: Domain, number: int) -> list[asyncio.Task[None]]:
    """Calls that get no answer, as the guest's monitor gives none."""
    keys = (Domain.KEYCODE_SET_LINUX, 0, [30])
    tasks = [asyncio.create_task(dom.send_key(*keys)) for _ in range(number)]
    await until(lambda: conn.pending[1] == number)
    await asyncio.sleep(0.1)
    return tasks


async def beside_hung_calls(
    host: Host, nullguest: Guest, number: int, act: Callable[[Virt, Domain], Awaitable[None]]
) -> None:
    async with Sys.Virt.new(uri=host.uri) as conn:
        dom = await conn.get_domain_by_name(nullguest.name)
        with stopped(host, nullguest.name):
            hung = await hang(conn, dom, number)
            await act(conn, dom)
            assert not any(task.done() for task in hung)
        await asyncio.gather(*hung, return_exceptions=True)


@pytest.mark.parametrize("number", [1, 2])
@in_loop
async def test_calls_behind_hung_ones_are_answered(
    host: Host, nullguest: Guest, number: int
) -> None:
    """Before 10.4 libvirt's client forgets some, unless it is woken."""

    async def ask(conn: Virt, dom: Domain) -> None:
        for _ in range(3):
            await asyncio.gather(*(conn.get_hostname() for _ in range(100)))
        for _ in range(100):
            await dom.get_xml_description(Domain.XML_INACTIVE)

    await beside_hung_calls(host, nullguest, number, ask)


@pytest.mark.parametrize("number", [1, 4])
@in_loop
async def test_destroy_passes_hung_calls(
    host: Host, libvirt_host: Connection, nullguest: Guest, number: int
) -> None:
    other = Guest(name="victim", kvm=host.kvm)

    async def destroy(victim: Domain) -> None:
        await victim.destroy()

    async with Sys.Virt.new(uri=host.uri) as conn:
        dom = await conn.get_domain_by_name(nullguest.name)
        for _ in range(3):
            # By another connection: this one's calls would hang.
            with running(libvirt_host, other):
                victim = await conn.get_domain_by_name("victim")
                with stopped(host, nullguest.name):
                    hung = await hang(conn, dom, number)
                    await destroy(victim)
                    assert not any(task.done() for task in hung)
                await asyncio.gather(*hung, return_exceptions=True)


@in_loop
async def test_closing_with_a_limit_cuts_hung_calls(host: Host, nullguest: Guest) -> None:
    conn = await Sys.Virt.new(uri=host.uri)
    dom = await conn.get_domain_by_name(nullguest.name)
    with stopped(host, nullguest.name):
        hung = await hang(conn, dom, 4)
        await conn.close(timeout=0.1)
        answers = await asyncio.gather(*hung, return_exceptions=True)
        assert [type(answer) for answer in answers] == [ConnectionLostError] * 4


# Consoles and channels -----------------------------------------------------------------------


@in_loop
async def test_a_console(agent_guest: Booted) -> None:
    async with Sys.Virt.new(uri=agent_guest.host.uri) as conn:
        dom = await conn.get_domain_by_name(agent_guest.name)
        async with dom.console() as tty:
            said = b""
            await tty.write(b"\r")
            while PROMPT not in said:
                said += await tty.read(1000)
            await tty.write(b"echo $((6 * 7))00\r")
            while b"4200\r\n" not in said:
                said += await tty.read(1000)
            # It is another's now.
            with pytest.raises(Error, match="Active console session exists"):
                async with dom.console():
                    pass
        async with dom.console() as tty:
            await tty.write(b"\r")
            assert await tty.read(1)


@in_loop
async def test_a_console_ends_with_its_guest_and_with_the_connection(
    host: Host, libvirt_host: Connection
) -> None:
    guest = Guest(name="talker", kvm=host.kvm, console=True)
    with running(libvirt_host, guest):
        conn = await Sys.Virt.new(uri=host.uri)
        dom = await conn.get_domain_by_name("talker")
        async with dom.console() as tty:
            reading = asyncio.create_task(tty.read(100))
            await asyncio.sleep(0.05)
            await conn.close(timeout=5)
            with contextlib.suppress(Error):
                assert await reading == b""
        async with Sys.Virt.new(uri=host.uri) as conn:
            dom = await conn.get_domain_by_name("talker")
            async with dom.console() as tty:
                await dom.destroy()
                with contextlib.suppress(Error):
                    while await tty.read(100):
                        pass


@in_loop
async def test_a_channel(host: Host) -> None:
    async with defined(host, channels=("org.example.aio",)) as (conn, dom):
        await dom.create()
        async with dom.channel("org.example.aio") as channel:
            reading = asyncio.create_task(channel.read(10))
            await asyncio.sleep(0.05)
            assert not reading.done()
            # Nobody in the guest has it open, and QEMU says so by the end.
            await dom.destroy()
            with contextlib.suppress(Error):
                assert await reading == b""
        assert conn.pending == (0, 0, 0)


# The examples ------------------------------------------------------------------------------------


def test_aio_top_shows_guests(host: Host, nullguest: Guest) -> None:
    text = port("aio_top", host.uri, "0.2", "--count", "3")
    assert len(re.findall(rf"^{nullguest.name} +running ", text, re.MULTILINE)) == 3


def test_aio_migrate_moves_several(pair: Pair, libvirt_pair: tuple[Connection, Connection]) -> None:
    source, target = libvirt_pair
    names = [f"mover{number}" for number in range(3)]
    for name in names:
        source.createXML(Guest(name=name, kvm=pair.source.kvm).xml())
    try:
        arguments = ("--live", pair.source.uri, pair.target.uri, *names)
        assert port("aio_migrate", *arguments) == ""
        assert {dom.name() for dom in target.listAllDomains()} >= {*names}
        error = port("aio_migrate", pair.source.uri, pair.target.uri, "nobody", status=1)
        assert error.startswith("nobody: Domain not found")
    finally:
        for connection in libvirt_pair:
            for name in names:
                remove(connection, name)


def test_an_interrupted_aio_migrate_leaves_the_guests_where_they_are(
    pair: Pair, libvirt_pair: tuple[Connection, Connection]
) -> None:
    source, target = libvirt_pair
    kernel = busy_kernel(pair.shared / "busy")
    names = [f"stayer{number}" for number in range(2)]
    # What they write has to go again and again, and at that speed for long.
    guests = [Guest(name=name, kvm=pair.source.kvm, image=kernel) for name in names]
    try:
        doms = [source.createXML(guest.xml()) for guest in guests]
        for dom in doms:
            wait_until_busy(dom)
            dom.migrateSetMaxSpeed(1)
        command = ours("aio_migrate", "--live", pair.source.uri, pair.target.uri, *names)
        with closing(Terminal(*command)) as terminal:
            terminal.until(
                lambda: all(re.search(rf"{name} .* of 6", terminal.text()) for name in names),
                "both go on",
            )
            terminal.type(b"\x03")
            terminal.ends(130)
            assert "Traceback" not in terminal.text()
        for dom in doms:
            assert dom.jobInfo()[0] == Domain.JOB_NONE
            assert dom.state()[0] == Domain.STATE_RUNNING
        assert not {dom.name() for dom in target.listAllDomains()} & {*names}
    finally:
        for connection in libvirt_pair:
            for name in names:
                remove(connection, name)


@pytest.fixture
def libvirt_pair(pair: Pair) -> Iterator[tuple[Connection, Connection]]:
    """Plain connections to the two hosts."""
    import libvirt

    source, target = libvirt.open(pair.source.uri), libvirt.open(pair.target.uri)
    yield source, target
    source.close()
    target.close()
