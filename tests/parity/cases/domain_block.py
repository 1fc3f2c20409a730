"""Disks, what they and the network interfaces have done, and jobs on disks."""

from __future__ import annotations

from typing import Any

from tests.parity.case import Case, Differs, Step, call, const, raw, ref
from tests.parity.guests import gone, guest

MIB = 1024 * 1024
#: Not a pattern that any image format could store in less.
DATA = b"".join(number.to_bytes(4, "little") * 3 for number in range(16384))

DONE: dict[str, Any] = {"value": []}
STATS = Differs("Perl gives as many elements as statistics; tests/domain/test_statistics.py")
FAR = 2**32 + 4096
BEYOND = f"invalid argument: 'vda' starting from {FAR} has only 0 bytes available"
PEEK = Differs(
    "Perl cuts the offset to 32 bits", {"error": {"code": 8, "domain": 10, "message": BEYOND}}
)
BUFFER = Differs("Perl sends a number of the wrong type, so here alone is a job", DONE)
UNKNOWN = Differs("Perl drops a key that it doesn't know; tests/domain/test_blockjobs.py")
NULL = Differs("NULL can't be said in Perl, so here alone is a job", DONE)


def pool(name: str) -> Step:
    """A pool in the case's directory, kept as ``pool``."""
    xml = f"<pool type='dir'><name>{name}</name><target><path>{{tmp}}</path></target></pool>"
    return call("conn", "create_storage_pool", xml, keep="pool")


def image(name: str, size: int, base: str = "", kept: str = "vol") -> Step:
    """An image in the pool, in the format that its name ends with."""
    form = name.rpartition(".")[2]
    # The one that can hold what checkpoints note.
    version = "<compat>1.1</compat>" if form == "qcow2" else ""
    backing = base and (
        f"<backingStore><path>{{tmp}}/{base}</path>"
        f"<format type='{base.rpartition('.')[2]}'/></backingStore>"
    )
    xml = (
        f"<volume><name>{name}</name><capacity>{size}</capacity><allocation>0</allocation>"
        f"<target><format type='{form}'/>{version}</target>{backing}</volume>"
    )
    return call("pool", "create_volume", xml, keep=kept)


def filled(volume: str, data: bytes) -> list[Step]:
    """Bytes written to the beginning of a volume."""
    return [
        call("conn", "new_stream", keep="stream"),
        call(volume, "upload", ref("stream"), 0, len(data)),
        call("stream", "send", raw(data), len(data)),
        call("stream", "finish"),
    ]


def disk(name: str, target: str = "vda") -> str:
    """The disk of an image."""
    return (
        f"<disk type='file'><driver name='qemu' type='{name.rpartition('.')[2]}'/>"
        f"<source file='{{tmp}}/{name}'/><target dev='{target}' bus='virtio'/></disk>"
    )


def without(*names: str) -> list[Step]:
    """What ends a guest and its pool, which bear one name."""
    return [
        step
        for name in names
        for step in (
            *gone(name),
            call("conn", "get_storage_pool_by_name", name, keep="pool"),
            call("pool", "destroy"),
        )
    ]


def ended(path: str) -> Step:
    """Wait until the job on a disk is over."""
    over = {"equals": 0, "path": [0, "type"]}
    return call("dom", "get_block_job_info", path, until=over)


#: Three images, of which the lowest has data.
CHAIN = [
    image("base.raw", 4 * MIB, kept="base"),
    *filled("base", DATA),
    image("middle.qcow2", 4 * MIB, "base.raw"),
    image("top.qcow2", 4 * MIB, "middle.qcow2"),
]
SLOW = 1


def to(name: str) -> str:
    """What a disk is to be copied to."""
    return f"<disk type='file'><driver type='raw'/><source file='{{tmp}}/{name}'/></disk>"


CASES = [
    Case(
        "block: the test driver's domain",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "get_block_info", "vda"),
            call("dom", "get_block_info", "/guest/diskimage1", 0),
            call("dom", "get_block_info", "vdz"),
            call("dom", "get_block_info", "vda", 1),
            call("dom", "block_stats", "vda", compare="type"),
            call("dom", "block_stats", "vda", None, compare="type"),
            call("dom", "block_stats", "vda", 1),
            call("dom", "block_stats", "vdz"),
            call("dom", "interface_stats", "testnet0", compare="type"),
            call("dom", "interface_stats", "aa:bb:cc:dd:ee:ff", compare="type"),
            call("dom", "interface_stats", "vnet99"),
            call("dom", "get_disk_errors"),
            call("dom", "get_disk_errors", None),
            call("dom", "get_disk_errors", 1),
            call("dom", "get_cpu_stats", 0, 2),
            call("dom", "get_cpu_stats", 0, 0),
            call("dom", "get_cpu_stats", -1, 2),
            call("dom", "get_cpu_stats", -1, 0),
            call("dom", "get_cpu_stats", -2, 1),
            call("dom", "get_cpu_stats", 2, 1),
            call("dom", "get_cpu_stats", 0, 2, 1),
            call("dom", "destroy"),
            call("dom", "block_stats", "vda"),
            call("dom", "interface_stats", "testnet0"),
            call("dom", "get_disk_errors"),
            call("dom", "get_cpu_stats", 0, 2),
            call("dom", "get_block_info", "vda"),
        ],
    ),
    # Perl may crash in the last step of these.
    Case(
        "block: the time on one CPU",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "get_cpu_stats", 0, 1, differs=STATS),
        ],
    ),
    Case(
        "block: the time on all CPUs",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "get_cpu_stats", -1, 1, differs=STATS),
        ],
    ),
    Case(
        "block: what the test driver can't",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "block_peek", "vda", 0, 512),
            call("dom", "block_resize", "vda", 1024),
            call("dom", "set_block_threshold", "vda", 1024),
            call("dom", "start_dirty_rate_calc", 1),
            call("dom", "get_block_job_info", "vda"),
            call("dom", "set_block_job_speed", "vda", 1),
            call("dom", "abort_block_job", "vda"),
            call("dom", "block_pull", "vda", 0),
            call("dom", "block_rebase", "vda", "vda[1]", 0),
            call("dom", "block_copy", "vda", "<disk/>", {}),
            call("dom", "block_commit", "vda", "vda[2]", "vda[1]", 0),
        ],
    ),
    Case(
        "qemu: disks of a running guest",
        [
            pool("disks"),
            image("one.raw", MIB),
            *filled("vol", DATA),
            image("two.qcow2", 4 * MIB),
            call("conn", "define_domain", guest("disks", devices=disk("one.raw")), keep="dom"),
            call("dom", "get_block_info", "vda"),
            call("dom", "block_peek", "vda", 512, 64),
            call("dom", "block_peek", "vda", MIB - 16, 16),
            call("dom", "block_peek", "{tmp}/one.raw", 0, 16, 0),
            call("dom", "block_peek", "vda", FAR, 16, differs=PEEK),
            call("dom", "block_peek", "vda", 0, 16, 1),
            call("dom", "block_peek", "vdz", 0, 16),
            call("dom", "block_stats", "vda"),
            call("dom", "block_resize", "vda", 2048),
            call("dom", "get_disk_errors"),
            call("dom", "get_cpu_stats", 0, 0),
            call("dom", "set_block_threshold", "vda", MIB),
            call("dom", "start_dirty_rate_calc", 1),
            call("dom", "undefine"),
            call(
                "conn",
                "define_domain",
                guest("disks", devices=disk("one.raw") + disk("two.qcow2", "vdb")),
                keep="dom",
            ),
            call("dom", "create"),
            call("dom", "get_block_info", "vda"),
            call("dom", "get_block_info", "{tmp}/two.qcow2", volatile=("allocation", "physical")),
            call("dom", "block_peek", "vda", 1024, 64),
            call("dom", "block_stats", "vda", compare="type"),
            call("dom", "block_stats", "{tmp}/two.qcow2", 0, compare="type"),
            call("dom", "block_stats", "", compare="type"),
            call("dom", "block_stats", "vda", 16),
            call("dom", "block_stats", "vdz"),
            call("dom", "block_resize", "vda", 2048),
            call("dom", "block_resize", "vdb", 6 * MIB, const("Domain::BLOCK_RESIZE_BYTES")),
            call("dom", "block_resize", "vdb", 6 * MIB, 64),
            call("dom", "block_resize", "vdz", 4096),
            call("dom", "get_block_info", "vda"),
            call("dom", "get_block_info", "vdb", volatile=("allocation", "physical")),
            call("dom", "get_disk_errors"),
            call("dom", "get_disk_errors", 4),
            call("dom", "set_block_threshold", "vdb", MIB),
            call("dom", "set_block_threshold", "vdb", 2**40, 0),
            call("dom", "set_block_threshold", "vdb", 0),
            call("dom", "set_block_threshold", "vdz", 1),
            call("dom", "set_block_threshold", "vdb", 1, 1),
            call("dom", "start_dirty_rate_calc", 1),
            call(
                "conn",
                "get_all_domain_stats",
                const("Domain::STATS_DIRTYRATE"),
                [ref("dom")],
                compare="none",
                until={"equals": 2, "path": [0, "data", "dirtyrate.calc_status"]},
            ),
            call("dom", "start_dirty_rate_calc", 1, const("Domain::DIRTYRATE_MODE_PAGE_SAMPLING")),
            call("dom", "start_dirty_rate_calc", 0),
            call("dom", "start_dirty_rate_calc", 1, 64),
            call("dom", "interface_stats", "vnet99"),
            call("dom", "get_cpu_stats", 0, 2, compare="type"),
            call("dom", "get_cpu_stats", 0, 2, 1),
            call("dom", "get_cpu_stats", 4096, 1),
        ],
        uri="{host}",
        cleanup=without("disks"),
        timeout=1200,
    ),
    Case(
        "qemu: pulling and rebasing",
        [
            pool("pulled"),
            *CHAIN,
            call("conn", "define_domain", guest("pulled", devices=disk("top.qcow2")), keep="dom"),
            call("dom", "block_pull", "vda", 0),
            call("dom", "get_block_job_info", "vda"),
            call("dom", "create"),
            call("dom", "get_block_job_info", "vda"),
            call("dom", "get_block_job_info", "{tmp}/top.qcow2", 1),
            call("dom", "get_block_job_info", "vdz"),
            call("dom", "get_block_job_info", "vda", 64),
            call("dom", "abort_block_job", "vda"),
            call("dom", "set_block_job_speed", "vda", 1),
            call("dom", "block_pull", "vda", SLOW, const("Domain::BLOCK_PULL_BANDWIDTH_BYTES")),
            call("dom", "get_block_job_info", "vda", 1, volatile=("cur",)),
            call("dom", "block_pull", "vda", 0),
            call("dom", "set_block_job_speed", "vda", 2),
            call("dom", "get_block_job_info", "vda", volatile=("cur",)),
            call(
                "dom",
                "set_block_job_speed",
                "vda",
                3,
                const("Domain::BLOCK_JOB_SPEED_BANDWIDTH_BYTES"),
            ),
            call("dom", "get_block_job_info", "vda", 1, volatile=("cur",)),
            call("dom", "set_block_job_speed", "vda", 3, 64),
            call("dom", "abort_block_job", "vda", 64),
            call("dom", "abort_block_job", "vda"),
            call("dom", "get_block_job_info", "vda"),
            call("dom", "block_pull", "vdz", 0),
            call("dom", "block_pull", "vda", 0, 1),
            call("dom", "block_rebase", "vda", "vda[7]", 0),
            call("dom", "block_rebase", "vda", "", 0),
            call("dom", "block_rebase", "vda", "vda[2]", 0),
            ended("vda"),
            call(
                "dom",
                "block_rebase",
                "vda",
                "{tmp}/base.raw",
                100 * MIB,
                const("Domain::BLOCK_REBASE_BANDWIDTH_BYTES"),
            ),
            ended("vda"),
            call("dom", "block_rebase", "vda", None, 0, differs=NULL),
            ended("vda"),
            call("dom", "block_pull", "vda", 0),
            ended("vda"),
            call("dom", "block_rebase", "vda", "vda[1]", 0),
        ],
        uri="{host}",
        cleanup=without("pulled"),
    ),
    Case(
        "qemu: copying",
        [
            pool("copied"),
            image("one.raw", MIB),
            *filled("vol", DATA),
            call("conn", "create_domain", guest("copied", devices=disk("one.raw")), keep="dom"),
            call("dom", "block_copy", "vda", "no XML", {}),
            call(
                "dom",
                "block_copy",
                "vda",
                to("first.raw"),
                {"bandwidth": SLOW, "granularity": 65536},
                const("Domain::BLOCK_COPY_TRANSIENT_JOB"),
            ),
            call("dom", "get_block_job_info", "vda", 1, volatile=("cur",)),
            call(
                "dom",
                "abort_block_job",
                "vda",
                const("Domain::BLOCK_JOB_ABORT_PIVOT"),
                until={"answers": True},
            ),
            call("dom", "abort_block_job", "vda", 0),
            call("dom", "block_copy", "vda", to("second.raw"), {"granularity": 3}),
            call("dom", "block_copy", "vda", to("third.raw"), {"buf-size": 65536}, differs=BUFFER),
            call("dom", "abort_block_job", "vda", differs=BUFFER),
            call("dom", "block_copy", "vda", to("fourth.raw"), {"speed": 5}, 64, differs=UNKNOWN),
            call("dom", "block_copy", "vda", to("fourth.raw"), {}, 64),
            call("dom", "block_copy", "vda", to("fourth.raw"), {}),
            call("dom", "get_block_job_info", "vda", until={"equals": MIB, "path": [0, "cur"]}),
            call(
                "dom",
                "abort_block_job",
                "vda",
                const("Domain::BLOCK_JOB_ABORT_PIVOT"),
                until={"answers": True},
            ),
            call("dom", "get_block_info", "{tmp}/fourth.raw", volatile=("allocation",)),
            call("dom", "block_peek", "vda", 4096, 32),
            call(
                "dom",
                "block_rebase",
                "vda",
                "{tmp}/again.raw",
                0,
                const("Domain::BLOCK_REBASE_COPY"),
            ),
            call("dom", "get_block_job_info", "vda", until={"equals": MIB, "path": [0, "cur"]}),
            call("dom", "abort_block_job", "vda", const("Domain::BLOCK_JOB_ABORT_ASYNC")),
            ended("vda"),
            call("dom", "get_block_info", "vda", volatile=("allocation",)),
        ],
        uri="{host}",
        cleanup=without("copied"),
    ),
    Case(
        "qemu: committing",
        [
            pool("committed"),
            *CHAIN,
            call(
                "conn", "create_domain", guest("committed", devices=disk("top.qcow2")), keep="dom"
            ),
            call("dom", "block_commit", "vda", "vda[7]", "vda[1]", 0),
            call("dom", "block_commit", "vda", "vda[2]", "vda[1]", 0, 64),
            call("dom", "block_commit", "vda", "", "", 0),
            call("dom", "block_commit", "vda", "vda[2]", "vda", 0),
            call("dom", "block_commit", "vda", "{tmp}/base.raw", "{tmp}/middle.qcow2", 0),
            ended("vda"),
            call(
                "dom",
                "block_commit",
                "vda",
                None,
                None,
                0,
                const("Domain::BLOCK_COMMIT_ACTIVE"),
                differs=NULL,
            ),
            call("dom", "abort_block_job", "vda", differs=NULL),
            call(
                "dom",
                "block_commit",
                "vda",
                "{tmp}/base.raw",
                "vda",
                SLOW,
                const("Domain::BLOCK_COMMIT_ACTIVE"),
            ),
            call(
                "dom",
                "get_block_job_info",
                "vda",
                compare="none",
                until={"equals": 4, "path": [0, "type"]},
            ),
            call(
                "dom",
                "abort_block_job",
                "vda",
                const("Domain::BLOCK_JOB_ABORT_PIVOT"),
                compare="none",
                # The job may have copied all, and yet need a moment to be ready.
                until={"answers": True},
            ),
            ended("vda"),
        ],
        uri="{host}",
        cleanup=without("committed"),
    ),
]
