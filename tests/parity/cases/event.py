"""The event loop, and events of all kinds of objects."""

from __future__ import annotations

from tests.parity.case import (
    Case,
    Differs,
    Step,
    call,
    callback,
    const,
    loop,
    noted,
    own_loop,
    raw,
    ref,
)
from tests.parity.cases.domain_block import MIB, disk, image, pool, without
from tests.parity.cases.node_device import VPORT
from tests.parity.cases.secret import VOLUME, described
from tests.parity.cases.storage import directory
from tests.parity.guests import guest, small

EVENT = "Sys::Virt::Event"
IMPL = "Sys::Virt::EventImpl"
SECOND = Differs("Perl lets libvirt ignore a second loop; tests/test_event_impl.py")
SWALLOWED = Differs("Perl ignores a failure; tests/virt/test_events.py")
AGAIN = Differs("Perl registers each event only once; tests/virt/test_events.py")
TABLET = "<input type='tablet' bus='usb'/>"
CDROM = (
    "<disk type='file' device='cdrom'><driver name='qemu' type='raw'/>"
    "<source file='{tmp}/missing' startupPolicy='optional'/>"
    "<target dev='hdc' bus='ide'/><readonly/></disk>"
)
#: Events that a guest without a system can be brought to, and what differs from run to run.
REAL: dict[str, list[int]] = {
    "LIFECYCLE": [],
    "REBOOT": [],
    "BLOCK_JOB": [],
    "BLOCK_JOB_2": [],
    "DISK_CHANGE": [],
    "TRAY_CHANGE": [],
    "TUNABLE": [],
    "DEVICE_ADDED": [],
    "DEVICE_REMOVED": [],
    "METADATA_CHANGE": [],
    # How long it took, how much it was.
    "JOB_COMPLETED": [2],
}
#: A callback that stays out of the way.
QUIET = callback("quiet", quiet=True)


def function(name: str, *args: object, **options: object) -> Step:
    """A function of ``Sys::Virt::Event``."""
    return call(EVENT, name, *args, function=True, **options)


CASES = [
    Case(
        "event: timers",
        [
            function("register_default"),
            function("add_timeout", 5, callback("tick", volatile=[0]), keep="timer"),
            loop("tick", 3),
            function("update_timeout", ref("timer"), -1),
            function("update_timeout", ref("timer"), 0),
            loop("tick", 5),
            function("run_default"),
            function("remove_timeout", ref("timer")),
            function("remove_timeout", ref("timer")),
            function("remove_timeout", -1),
            function("update_timeout", 12345, 0),
        ],
    ),
    Case(
        "event: file handles",
        [
            function("register_default"),
            # The standard output of this process, which somebody reads.
            function(
                "add_handle",
                1,
                const("Event::HANDLE_WRITABLE"),
                callback("writable", volatile=[0]),
                keep="watch",
            ),
            loop("writable"),
            function("update_handle", ref("watch"), 0),
            noted("writable"),
            function("remove_handle", ref("watch")),
            function("remove_handle", ref("watch")),
            function("update_handle", 12345, 0),
        ],
    ),
    Case(
        "event: a loop of one's own",
        [
            function("register", own_loop("own")),
            call("Sys::Virt", "new", named={"uri": "test:///default"}, keep="conn"),
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("conn", "domain_event_register", callback("told")),
            noted(f"{IMPL}::add_timeout"),
            call("dom", "suspend"),
            noted(f"{IMPL}::update_timeout"),
            noted("told"),
            call("own", "_run_timeout_callback", 1, ref("callback"), ref("opaque")),
            noted("told"),
            noted(f"{IMPL}::update_timeout"),
            call("conn", "domain_event_deregister"),
            noted(f"{IMPL}::remove_timeout"),
            call("own", "_free_callback_opaque", ref("ff"), ref("opaque")),
            function("add_handle", 1, 2, callback("ready")),
            noted(f"{IMPL}::add_handle"),
            call("own", "_run_handle_callback", 2, 1, 2, ref("callback"), ref("opaque")),
            noted("ready"),
            function("update_handle", 2, 1),
            noted(f"{IMPL}::update_handle"),
            function("remove_handle", 2),
            noted(f"{IMPL}::remove_handle"),
            call("own", "_free_callback_opaque", ref("ff"), ref("opaque")),
            call("own", "_free_callback_opaque", None, None),
            function("add_timeout", 7, callback("tick")),
            call("own", "_run_timeout_callback", 3, ref("callback"), ref("opaque")),
            noted("tick"),
            function("update_timeout", 3, 5),
            function("remove_timeout", 3),
            function("register_default", differs=SECOND),
        ],
        uri=None,
    ),
    Case(
        "event: what is no loop",
        [function("register_default"), function("register", "no object"), loop("none", 0)],
    ),
    Case(
        "event: the unnumbered callback",
        [
            call("conn", "domain_event_register", callback("told")),
            call("conn", "domain_event_register", callback("told")),
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "suspend"),
            loop("told"),
            call("dom", "resume"),
            loop("told", 2),
            noted("told"),
            call("conn", "domain_event_deregister"),
            call("conn", "domain_event_deregister", differs=SWALLOWED),
        ],
        cleanup=[call("conn", "domain_event_deregister")],
    ),
    Case(
        "event: domains of the test driver",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call(
                "conn",
                "domain_event_register_any",
                None,
                const("Domain::EVENT_ID_LIFECYCLE"),
                callback("all"),
                keep="all",
                # Perl may still hold the connection of another case, and with it a number.
                compare="type",
            ),
            call(
                "conn",
                "domain_event_register_any",
                ref("dom"),
                const("Domain::EVENT_ID_LIFECYCLE"),
                callback("one"),
                keep="one",
                compare="type",
            ),
            call(
                "conn",
                "domain_event_register_any",
                None,
                const("Domain::EVENT_ID_LIFECYCLE"),
                callback("again"),
                differs=AGAIN,
            ),
            call("conn", "define_domain", small(), keep="small"),
            call("small", "create"),
            call("small", "suspend"),
            call("small", "resume"),
            call("small", "destroy"),
            call("small", "undefine"),
            loop("all", 6),
            call("dom", "suspend"),
            call("dom", "resume"),
            call("dom", "shutdown"),
            loop("one", 3),
            noted("all"),
            noted("one"),
            call("conn", "domain_event_deregister_any", ref("one")),
            call("conn", "domain_event_deregister_any", ref("one"), differs=SWALLOWED),
            call("dom", "create"),
            loop("all", 10),
            noted("one"),
            call("conn", "domain_event_deregister_any", ref("all")),
            call("conn", "domain_event_deregister_any", 1000, differs=SWALLOWED),
            call("conn", "domain_event_register_any", None, 1000, QUIET),
            call("conn", "domain_event_register_any", None, -1, QUIET),
        ],
    ),
    Case(
        "event: metadata, networks and pools of the test driver",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call(
                "conn",
                "domain_event_register_any",
                ref("dom"),
                const("Domain::EVENT_ID_METADATA_CHANGE"),
                callback("metadata"),
                keep="metadata",
                compare="type",
            ),
            call("dom", "set_metadata", const("Domain::METADATA_TITLE"), "title"),
            call("dom", "set_metadata", const("Domain::METADATA_ELEMENT"), "<x/>", "x", "urn:x"),
            loop("metadata", 2),
            noted("metadata"),
            call("conn", "get_network_by_name", "default", keep="net"),
            call(
                "conn",
                "network_event_register_any",
                ref("net"),
                const("Network::EVENT_ID_LIFECYCLE"),
                callback("net"),
                keep="netid",
                compare="type",
            ),
            call("net", "destroy"),
            call("net", "create"),
            loop("net", 2),
            noted("net"),
            call("conn", "network_event_deregister_any", ref("netid")),
            call("conn", "network_event_deregister_any", ref("netid"), differs=SWALLOWED),
            call("conn", "network_event_register_any", None, 1000, QUIET),
            call(
                "conn",
                "storage_pool_event_register_any",
                None,
                const("StoragePool::EVENT_ID_LIFECYCLE"),
                callback("pool"),
                keep="poolid",
                compare="type",
            ),
            call(
                "conn",
                "storage_pool_event_register_any",
                None,
                const("StoragePool::EVENT_ID_REFRESH"),
                callback("refresh"),
                keep="refreshid",
                compare="type",
            ),
            call("conn", "define_storage_pool", directory("p", 1, "/p"), keep="p"),
            call("p", "build"),
            call("p", "create"),
            call("p", "refresh"),
            call("p", "destroy"),
            call("p", "delete"),
            call("p", "undefine"),
            loop("refresh"),
            loop("pool", 6),
            noted("pool"),
            noted("refresh"),
            call("conn", "storage_pool_event_deregister_any", ref("poolid")),
            call("conn", "storage_pool_event_deregister_any", ref("refreshid")),
            call("conn", "storage_pool_event_deregister_any", ref("refreshid"), differs=SWALLOWED),
            call("conn", "domain_event_deregister_any", ref("metadata")),
        ],
    ),
    Case(
        "event: devices of the test driver",
        [
            call(
                "conn",
                "node_device_event_register_any",
                None,
                const("NodeDevice::EVENT_ID_LIFECYCLE"),
                callback("device"),
                keep="id",
                compare="type",
            ),
            call(
                "conn",
                "node_device_event_register_any",
                None,
                const("NodeDevice::EVENT_ID_UPDATE"),
                callback("update"),
                keep="update",
                compare="type",
            ),
            call("conn", "create_node_device", VPORT, keep="dev"),
            call("dev", "destroy"),
            loop("device", 2),
            noted("device"),
            noted("update"),
            call("conn", "node_device_event_deregister_any", ref("id")),
            call("conn", "node_device_event_deregister_any", ref("update")),
            call("conn", "node_device_event_deregister_any", ref("id"), differs=SWALLOWED),
            call("conn", "secret_event_register_any", None, 0, QUIET),
            call("conn", "secret_event_deregister_any", 0, differs=SWALLOWED),
        ],
    ),
    Case(
        "event: the close callback",
        [
            call("conn", "register_close_callback", callback("closed")),
            call("conn", "register_close_callback", callback("closed")),
            loop("closed", 0),
            call("conn", "unregister_close_callback"),
            call("conn", "unregister_close_callback", differs=SWALLOWED),
            noted("closed"),
        ],
        "{host}",
    ),
    Case(
        "event: secrets",
        [
            call(
                "conn",
                "secret_event_register_any",
                None,
                const("Secret::EVENT_ID_LIFECYCLE"),
                callback("secret"),
                keep="id",
                compare="type",
            ),
            call("conn", "define_secret", described(7, VOLUME), keep="made"),
            call(
                "conn",
                "secret_event_register_any",
                ref("made"),
                const("Secret::EVENT_ID_VALUE_CHANGED"),
                callback("value"),
                keep="value",
                compare="type",
            ),
            call("made", "set_value", raw(b"hidden")),
            loop("value"),
            call("made", "undefine"),
            loop("secret", 2),
            noted("secret"),
            noted("value"),
            call("conn", "secret_event_deregister_any", ref("id")),
            call("conn", "secret_event_deregister_any", ref("value")),
            call("conn", "secret_event_deregister_any", ref("value"), differs=SWALLOWED),
        ],
        "{host}",
        cleanup=[
            call("conn", "get_secret_by_uuid", "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c7", keep="left"),
            call("left", "undefine"),
        ],
    ),
    Case(
        "event: a real guest",
        [
            pool("eventful"),
            image("base.raw", MIB),
            image("top.qcow2", MIB, "base.raw"),
            image("cd.raw", MIB),
            *(
                call(
                    "conn",
                    "domain_event_register_any",
                    None,
                    const(f"Domain::EVENT_ID_{event}"),
                    callback(event, volatile=volatile),
                    keep=event,
                    compare="type",
                )
                for event, volatile in REAL.items()
            ),
            call(
                "conn",
                "define_domain",
                guest("eventful", devices=disk("top.qcow2") + CDROM + "<controller type='usb'/>"),
                keep="dom",
            ),
            call("dom", "create"),
            loop("DISK_CHANGE"),
            # A firmware that runs would restart now and then.
            call("dom", "suspend"),
            call("dom", "reset"),
            loop("REBOOT"),
            call("conn", "domain_event_deregister_any", ref("REBOOT")),
            noted("REBOOT"),
            call("dom", "set_scheduler_parameters", {"cpu_shares": 512}),
            loop("TUNABLE"),
            call("dom", "set_metadata", const("Domain::METADATA_TITLE"), "title", None, None, 1),
            loop("METADATA_CHANGE"),
            call("dom", "attach_device", TABLET),
            loop("DEVICE_ADDED"),
            call("dom", "detach_device", TABLET),
            loop("DEVICE_REMOVED"),
            call("dom", "update_device", CDROM.replace("missing", "cd.raw")),
            loop("TRAY_CHANGE", 2),
            call("dom", "block_pull", "vda", 0),
            loop("BLOCK_JOB"),
            loop("BLOCK_JOB_2"),
            call("dom", "save", "{tmp}/saved"),
            loop("JOB_COMPLETED"),
            call("dom", "undefine"),
            # Newer libvirts tell of a shutdown too when a guest is saved: what ends the wait
            # isn't a number of events, but one of another guest, which comes after them all.
            call("conn", "define_domain", guest("marker"), keep="marker"),
            call("marker", "set_metadata", const("Domain::METADATA_TITLE"), "title", None, None, 2),
            loop("METADATA_CHANGE", 2),
            *(noted(event) for event in REAL if event != "REBOOT"),
            *(
                call("conn", "domain_event_deregister_any", ref(event))
                for event in REAL
                if event != "REBOOT"
            ),
            call("conn", "domain_event_deregister_any", ref("REBOOT"), differs=SWALLOWED),
        ],
        "{host}",
        cleanup=[*without("eventful"), call("marker", "undefine")],
    ),
]
