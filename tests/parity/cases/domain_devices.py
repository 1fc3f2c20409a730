"""Devices, consoles, keyboard and screen of domains."""

from tests.hosts.guests import Disk
from tests.parity.case import Case, Differs, call, const, file, ref, socket
from tests.parity.guests import gone, guest

LIVE, CONFIG = const("Domain::DEVICE_MODIFY_LIVE"), const("Domain::DEVICE_MODIFY_CONFIG")
LINUX = const("Domain::KEYCODE_SET_LINUX")
TABLET = "<input type='tablet' bus='usb'><alias name='ua-tablet'/></input>"
STICK = (
    "<disk type='file' device='disk'><driver name='qemu' type='raw'/>"
    "<source file='{tmp}/stick'/><target dev='sdz' bus='usb'/></disk>"
)
GIVEN = (
    "<disk type='file' device='disk'><driver name='qemu' type='raw'/>"
    "<source file='{tmp}/given' fdgroup='image'/><target dev='vda' bus='virtio'/></disk>"
)
EMPTY = "<disk type='file' device='cdrom'><target dev='hda' bus='ide'/><readonly/></disk>"
FULL = (
    "<disk type='file' device='cdrom'><driver name='qemu' type='raw'/>"
    "<source file='{tmp}/stick'/><target dev='hda' bus='ide'/><readonly/></disk>"
)
SILENT = "Perl does nothing and gives its own arguments back"


def no_list(name: str, kind: str) -> dict[str, str]:
    """How sysvirt refuses what is no list."""
    return {"died": f"TypeError: {name} must be a list, not {kind}"}


CASES = [
    Case(
        "consoles: on the test driver",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("conn", "new_stream", keep="st"),
            call("dom", "open_console", ref("st"), None),
            call("dom", "open_console", ref("st"), "serial0", const("Domain::OPEN_CONSOLE_FORCE")),
            call("dom", "open_channel", ref("st"), None),
            call("dom", "open_channel", ref("st"), "x", const("Domain::OPEN_CHANNEL_FORCE")),
            call("dom", "open_graphics", 0, socket()),
            # The message has the number.
            call("dom", "open_graphics", 0, file("{tmp}/one"), compare="type"),
            call("dom", "open_graphics", 0, -1),
            call("dom", "open_graphics_fd", 0),
            call("dom", "screenshot", ref("st"), 0),
            call("dom", "screenshot", ref("st"), 0),
            call("conn", "new_stream", keep="st"),
            call("dom", "screenshot", ref("st"), 1),
            call("dom", "screenshot", ref("st"), 0, 1),
            call("dom", "send_key", LINUX, 100, [29, 56, 111]),
            call("dom", "send_key", LINUX, 4294967295, [30]),
            call("dom", "send_key", const("Domain::KEYCODE_SET_XT"), 0, list(range(16))),
            call("dom", "send_key", LINUX, 100, list(range(17))),
            call("dom", "send_key", LINUX, 100, []),
            call("dom", "send_key", 17, 100, [30]),
            call("dom", "send_key", LINUX, 100, [30], 1),
            call(
                "dom",
                "send_key",
                LINUX,
                100,
                30,
                differs=Differs(SILENT, no_list("keycodes", "int")),
            ),
            call("dom", "inject_nmi"),
            call("dom", "inject_nmi", 1),
            call("dom", "send_process_signal", 1, const("Domain::PROCESS_SIGNAL_TERM")),
            call("dom", "send_process_signal", 0, const("Domain::PROCESS_SIGNAL_NOP")),
            call("dom", "send_process_signal", -1, const("Domain::PROCESS_SIGNAL_KILL")),
            call("dom", "send_process_signal", 1, 999),
            call("dom", "send_process_signal", 1, 0, 1),
            call("dom", "fd_associate", "x", 3, differs=Differs(SILENT, no_list("fds", "int"))),
            call("dom", "create_with_files", 3, differs=Differs(SILENT, no_list("fds", "int"))),
            call("conn", "create_domain_with_files", "<domain/>", 3),
            call("dom", "destroy"),
            call("dom", "send_key", LINUX, 100, [30]),
            call("dom", "inject_nmi"),
        ],
    ),
    Case(
        "qemu: devices",
        [
            call(
                "conn",
                "define_domain",
                guest(
                    "devices",
                    disks=(Disk(None, target="hda", bus="ide", cdrom=True),),
                    devices="<controller type='usb' model='ich9-ehci1'/>",
                ),
                keep="dom",
            ),
            call("dom", "attach_device", TABLET),
            call("dom", "detach_device", TABLET),
            call("dom", "attach_device", TABLET, CONFIG),
            call("dom", "detach_device_alias", "ua-tablet", CONFIG),
            call("dom", "detach_device_alias", "ua-tablet", CONFIG),
            call("dom", "attach_device", "no XML"),
            call("dom", "fd_associate", "stick", [file("{tmp}/stick")]),
            call("dom", "update_device", FULL),
            call("dom", "update_device", EMPTY, CONFIG),
            call("dom", "get_xml_description"),
            call("dom", "create"),
            call("dom", "attach_device", TABLET, LIVE),
            call("dom", "detach_device_alias", "ua-tablet"),
            call("dom", "detach_device_alias", "nothing"),
            call("dom", "attach_device", STICK),
            call("dom", "attach_device", STICK),
            call("dom", "get_block_info", "sdz"),
            call("dom", "detach_device", STICK),
            call("dom", "detach_device", STICK, LIVE),
            call("dom", "update_device", FULL),
            call("dom", "get_block_info", "hda"),
            call("dom", "update_device", EMPTY, const("Domain::DEVICE_MODIFY_FORCE")),
            call("dom", "get_block_info", "hda"),
            call("dom", "fd_associate", "", []),
            call("dom", "fd_associate", "image", [-1]),
            call("dom", "fd_associate", "image", [file("{tmp}/given")], 1 << 20),
        ],
        uri="{host}",
        cleanup=gone("devices"),
        timeout=1200,
    ),
    Case(
        "qemu: given files",
        [
            call("conn", "define_domain", guest("given", devices=GIVEN), keep="dom"),
            call(
                "dom",
                "fd_associate",
                "image",
                [file("{tmp}/given")],
                const("Domain::FD_ASSOCIATE_SECLABEL_WRITABLE"),
            ),
            call("dom", "create"),
            call("dom", "get_block_info", "vda"),
            call("dom", "destroy"),
            call("dom", "create"),
        ],
        uri="{host}",
        cleanup=gone("given"),
        timeout=1200,
    ),
    Case(
        "qemu: consoles",
        [
            call(
                "conn",
                "create_domain",
                guest("lines", console=True, channels=("org.example.one",), vnc="socket"),
                keep="dom",
            ),
            call("conn", "new_stream", keep="st"),
            call("dom", "open_console", ref("st"), None),
            call("conn", "new_stream", keep="second"),
            call("dom", "open_console", ref("second"), None),
            call(
                "dom", "open_console", ref("second"), "serial0", const("Domain::OPEN_CONSOLE_FORCE")
            ),
            call("second", "abort"),
            call("conn", "new_stream", keep="st"),
            call("dom", "open_console", ref("st"), "serial9"),
            call("conn", "new_stream", keep="st"),
            call("dom", "open_channel", ref("st"), "org.example.one"),
            call("conn", "new_stream", keep="second"),
            call(
                "dom",
                "open_channel",
                ref("second"),
                None,
                const("Domain::OPEN_CHANNEL_FORCE"),
            ),
            call("second", "abort"),
            call("conn", "new_stream", keep="st"),
            call("dom", "open_channel", ref("st"), "org.example.two"),
            call("conn", "new_stream", keep="st"),
            call("dom", "screenshot", ref("st"), 0),
            call("st", "abort"),
            call("conn", "new_stream", keep="st"),
            call("dom", "screenshot", ref("st"), 9),
            call("dom", "open_graphics", 0, socket(), const("Domain::OPEN_GRAPHICS_SKIPAUTH")),
            call("dom", "open_graphics", 7, socket()),
            call("dom", "open_graphics_fd", 0, compare="type"),
            call(
                "dom",
                "open_graphics_fd",
                0,
                const("Domain::OPEN_GRAPHICS_SKIPAUTH"),
                compare="type",
            ),
            call("dom", "open_graphics_fd", 7),
            call("dom", "send_key", LINUX, 10, [29, 56, 111]),
            call("dom", "send_key", const("Domain::KEYCODE_SET_USB"), 10, [4]),
            call("dom", "send_key", LINUX, 10, [60000]),
            call("dom", "inject_nmi"),
            call("dom", "get_state"),
        ],
        uri="{host}",
        cleanup=gone("lines"),
        timeout=1200,
    ),
]
