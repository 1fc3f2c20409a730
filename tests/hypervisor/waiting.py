"""What a program learns while its daemon is stopped: ``python -m tests.hypervisor.waiting URI``.

It gets an object of each class, prints a line, waits for one, and calls every method that the
reference says needs no daemon; after each it prints its name and what came. Then it prints which of
those that only sound like it came back within a second.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any

from reference.data import Method, read_methods
from sysvirt import Error, Virt
from tests.reference.test_data import NOT_LOCAL, show


def objects(conn: Virt) -> dict[str, Any]:
    """An object of each package whose methods are called."""
    running, resting = map(conn.get_domain_by_name, ("running", "resting"))
    net = conn.get_network_by_name("lab")
    (pool,) = conn.list_all_storage_pools()
    found: dict[str, Any] = {
        "Sys::Virt": conn,
        "Sys::Virt::Domain": running,
        "Sys::Virt::DomainCheckpoint": running.get_checkpoint_by_name("one"),
        "Sys::Virt::DomainSnapshot": resting.get_snapshot_by_name("one"),
        "Sys::Virt::Interface": conn.list_all_interfaces()[0],
        "Sys::Virt::NWFilter": conn.get_nwfilter_by_name("no-mail"),
        "Sys::Virt::NWFilterBinding": conn.list_all_nwfilter_bindings()[0],
        "Sys::Virt::Network": net,
        "Sys::Virt::NetworkPort": net.list_all_ports()[0],
        "Sys::Virt::NodeDevice": conn.get_node_device_by_name("computer"),
        "Sys::Virt::Secret": conn.list_all_secrets()[0],
        "Sys::Virt::StoragePool": pool,
        "Sys::Virt::StorageVol": pool.list_all_volumes()[0],
    }
    try:
        conn.get_domain_by_name("nobody")
    except Error as error:
        found["Sys::Virt::Error"] = error
    return found


def main(uri: str) -> None:
    with Virt(uri=uri) as conn:
        on = objects(conn)
        print("ready", flush=True)
        sys.stdin.readline()
        for method in read_methods().values():
            if method.in_aio == "value":
                result = getattr(on[method.package], method.name)()
                print(json.dumps([show(method), repr(result)]), flush=True)
        asked = [method for method in read_methods().values() if show(method) in NOT_LOCAL]
        threads = [threading.Thread(target=ask, args=(on, each), name=show(each)) for each in asked]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(1 / len(threads))
        back = [thread.name for thread in threads if not thread.is_alive()]
        print(json.dumps(["came back", back]), flush=True)
        # Closing would wait, too.
        os._exit(0)


def ask(on: dict[str, Any], method: Method) -> None:
    """Call a method that never comes back."""
    getattr(on[method.package], method.name)()


if __name__ == "__main__":
    main(sys.argv[1])
