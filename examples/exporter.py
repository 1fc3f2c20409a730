"""Metrics of a fleet for Prometheus: which hosts are up, and what their guests use.

    python examples/exporter.py a=qemu+ssh://a.example.org/system qemu:///system
    python examples/exporter.py --listen 0.0.0.0:9177 --hosts hosts.txt

A look at the page asks all hosts. One that gives no answer within the limit has `libvirt_up` 0, and
is not waited for again until it answers. Which hosts come and go is told on standard error. SIGTERM
or Ctrl-C ends the program.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from support import command, hosts
from support.looks import Look, Lookout
from support.metrics import families

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

#: The port that Prometheus's list has for libvirt.
LISTEN = ("127.0.0.1", 9177)


class Collector:
    """Gives the metrics, in whichever thread answers a scrape."""

    def __init__(self, lookout: Lookout) -> None:
        self._lookout = lookout
        self._loop = asyncio.get_running_loop()
        self._up: dict[str, bool] = {}
        self._ends = False

    def collect(self) -> Iterator[Metric]:
        looking = self._look()
        try:
            looks = asyncio.run_coroutine_threadsafe(looking, self._loop).result()
        except (CancelledError, RuntimeError):
            looking.close()
            if not self._ends:
                raise
            # Who asks while the program ends gets a page without hosts.
            looks = {}
        return families(looks)

    def end(self) -> None:
        """Begin no look any more."""
        self._ends = True

    async def _look(self) -> dict[str, Look]:
        if self._ends:
            return {}
        looks = await self._lookout.look()
        for host, look in looks.items():
            up = look.seen is not None
            # As long as they are up, nothing is to be said of them.
            if self._up.get(host, True) != up:
                print(f"{host}: {'up' if up else look.reason}", file=sys.stderr, flush=True)
            self._up[host] = up
        return looks


async def serve(args: argparse.Namespace) -> None:
    from prometheus_client import CollectorRegistry, ProcessCollector, start_http_server

    address, port = args.listen
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with hosts.fleet(args) as fleet, Lookout(fleet, args.limit) as lookout:
        registry = CollectorRegistry()
        collector = Collector(lookout)
        registry.register(collector)
        # This program's own: memory, processor time, descriptors.
        ProcessCollector(registry=registry)
        server, thread = start_http_server(port, address, registry)
        shown = f"[{address}]" if ":" in address else address
        print(f"http://{shown}:{server.server_port}/metrics", flush=True)
        try:
            await stop.wait()
        finally:
            collector.end()
            await asyncio.to_thread(server.shutdown)
            server.server_close()
            thread.join()


def listen(text: str) -> tuple[str, int]:
    """For `type=`: an address and a port, or a port alone."""
    address, _, port = text.rpartition(":")
    if not port.isdecimal() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"must be ADDRESS:PORT, not {text!r}")
    return address.removeprefix("[").removesuffix("]") or LISTEN[0], int(port)


def main(args: argparse.Namespace) -> None:
    asyncio.run(serve(args))


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    hosts.add_hosts(command_line)
    command_line.add_argument(
        "--listen",
        metavar="ADDRESS:PORT",
        type=listen,
        default=LISTEN,
        help="where the page is (default: {}:{})".format(*LISTEN),
    )
    hosts.add_limit(command_line, default=5)
    command.run(main, command_line)
