"""Migration between two hosts, in each of its forms.

``{source}`` and ``{target}`` are two hosts that a wire joins, ``{target_peer}`` the address by
which the source's daemon reaches the target's, and ``{source_peer}`` the other way round.
"""

from __future__ import annotations

from tests.parity.case import Case, Differs, Step, call, const, ref
from tests.parity.cases.domain_block import DATA, MIB, disk, filled, image, pool
from tests.parity.guests import gone, guest

LIVE = 1
PEER2PEER = 2
PERSIST_DEST = 8
UNDEFINE_SOURCE = 16
NON_SHARED_DISK = 64
COMPRESSED = 2048
AUTO_CONVERGE = 8192
PARALLEL = 131072

UUID = "5c6ea833-1cb4-4d81-b215-1e977988b92e"
#: The other end of the wire, as the hosts know each other.
HOST_B = "10.77.0.2"

UNKNOWN = Differs("Perl drops a key that it doesn't know; tests/domain/test_migration.py")
DOCUMENTED = Differs("Perl has a uri there, its manual hasn't; tests/domain/test_migration.py")
BROKEN = Differs("in Perl every call of it dies", {"value": []})
NULL = Differs(
    "Perl can't say NULL",
    {
        "error": {
            "code": 8,
            "domain": 20,
            "message": "dconnuri in virDomainMigrateToURI3 must not be NULL",
        }
    },
)
JOB = Differs("Perl gives a reference to the kind; tests/hypervisor/test_jobs.py")

THERE = call("Sys::Virt", "new", named={"uri": "{target}"}, keep="there")


def leave(name: str) -> list[Step]:
    """What ends a guest on both hosts."""
    return [
        *gone(name),
        THERE,
        call("there", "get_domain_by_name", name, keep="left"),
        call("left", "destroy"),
        call("left", "undefine"),
    ]


def settled(conn: str, name: str) -> list[Step]:
    """The guest where it has come to."""
    return [
        call(conn, "get_domain_by_name", name, keep="dom"),
        call("dom", "get_state"),
        call("dom", "get_job_info", until={"equals": 0, "path": [0, "type"]}),
    ]


CASES = [
    Case(
        "migration: what the test driver can't",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "migrate", ref("conn"), {}, LIVE),
            call("dom", "migrate", ref("conn"), LIVE),
            call("dom", "migrate2", ref("conn"), None, LIVE),
            call("dom", "migrate_to_uri", "test:///default", {}, LIVE | PEER2PEER),
            call("dom", "migrate_to_uri", "test:///default", LIVE | PEER2PEER),
            call("dom", "migrate_set_max_downtime", 100),
            call("dom", "migrate_get_max_downtime"),
            call("dom", "migrate_set_max_speed", 100),
            call("dom", "migrate_get_max_speed"),
            call("dom", "migrate_set_compression_cache", MIB),
            call("dom", "migrate_get_compression_cache"),
            call("dom", "migrate_start_post_copy"),
            call("dom", "get_job_info"),
            call("dom", "get_job_stats"),
            call("dom", "abort_job"),
            call("dom", "abort_job", 1),
        ],
    ),
    Case(
        "qemu: speed and downtime of a migration to come",
        [
            call("conn", "create_domain", guest("settings"), keep="dom"),
            call("dom", "migrate_get_max_downtime"),
            call("dom", "migrate_set_max_downtime", 450),
            call("dom", "migrate_get_max_downtime"),
            call("dom", "migrate_get_max_downtime", 64),
            call("dom", "migrate_set_max_downtime", 450, 64),
            call("dom", "migrate_get_max_speed"),
            call("dom", "migrate_set_max_speed", 50),
            call("dom", "migrate_get_max_speed"),
            call("dom", "migrate_get_max_speed", const("Domain::MIGRATE_MAX_SPEED_POSTCOPY")),
            call("dom", "migrate_set_max_speed", 60, const("Domain::MIGRATE_MAX_SPEED_POSTCOPY")),
            call("dom", "migrate_get_max_speed", 1),
            call("dom", "migrate_set_max_speed", 2**44),
            call("dom", "migrate_set_max_speed", 50, 64),
            call("dom", "migrate_get_compression_cache"),
            call("dom", "migrate_set_compression_cache", 32 * MIB),
            call("dom", "migrate_get_compression_cache"),
            call("dom", "migrate_get_compression_cache", 64),
            call("dom", "migrate_start_post_copy"),
            call("dom", "migrate_start_post_copy", 64),
            call("dom", "get_job_info"),
            call("dom", "get_job_stats", differs=JOB),
            call("dom", "get_job_stats", 64),
            call("dom", "abort_job"),
            call("dom", "abort_job", const("Domain::DOMAIN_ABORT_JOB_POSTCOPY")),
            call("dom", "migrate", ref("conn"), {}, LIVE),
            call("dom", "migrate_to_uri", "nobody:///serves", {}, LIVE | PEER2PEER),
            call("dom", "migrate_to_uri", "nobody:///serves", {}, LIVE),
            call(
                "dom", "migrate_to_uri", "nobody:///serves", {"nothing": 1}, LIVE, differs=UNKNOWN
            ),
        ],
        uri="{host}",
        cleanup=gone("settings"),
    ),
    Case(
        "migration: there and back with a dict",
        [
            THERE,
            call("conn", "create_domain", guest("moving", uuid=UUID), keep="dom"),
            call("dom", "migrate", ref("there"), {"migrate_uri": "no:uri"}, LIVE),
            call("dom", "migrate", ref("there"), {"compression": "none"}, LIVE | COMPRESSED),
            call("dom", "migrate", ref("there"), {"compression.mt.level": 9}, LIVE),
            call("dom", "migrate", ref("there"), {}, 1 << 31),
            call(
                "dom",
                "migrate",
                ref("there"),
                {
                    "bandwidth": 1000,
                    "bandwidth.postcopy": 500,
                    "tls.destination": "hostb",
                    "graphics_uri": "vnc://hostb:5900/",
                    "migrate_disks": [],
                },
                LIVE,
                keep="moved",
            ),
            call("moved", "get_name"),
            call("moved", "get_state"),
            call("conn", "get_domain_by_name", "moving"),
            *settled("there", "moving"),
            call("dom", "get_job_stats", const("Domain::JOB_STATS_COMPLETED"), differs=JOB),
            call(
                "moved",
                "migrate",
                ref("conn"),
                {
                    "destination_name": "moved",
                    "destination_xml": guest("moving", uuid=UUID),
                    "compression": "mt",
                    "compression.mt.level": 1,
                    "compression.mt.threads": 2,
                    "compression.mt.dthreads": 2,
                },
                LIVE | PERSIST_DEST | COMPRESSED,
                keep="back",
            ),
            call("back", "get_name"),
            call("back", "is_persistent"),
            call("there", "get_domain_by_name", "moving"),
            call("conn", "get_domain_by_name", "moved", keep="dom"),
            call(
                "dom",
                "migrate",
                ref("there"),
                {
                    "compression": "xbzrle",
                    "compression.xbzrle.cache": 16 * MIB,
                    "auto_converge.initial": 30,
                    "auto_converge.increment": 15,
                    "listen_address": HOST_B,
                    "migrate_uri": f"tcp://{HOST_B}",
                },
                LIVE | UNDEFINE_SOURCE | COMPRESSED | AUTO_CONVERGE,
                keep="moved",
            ),
            call("conn", "get_domain_by_name", "moved"),
            call(
                "moved",
                "migrate",
                ref("conn"),
                {"parallel.connections": 2, "persistent_xml": guest("moved", uuid=UUID)},
                LIVE | PARALLEL | PERSIST_DEST,
                keep="back",
            ),
            call("back", "get_state"),
            call("back", "get_xml_description", const("Domain::XML_INACTIVE"), compare="none"),
        ],
        uri="{source}",
        cleanup=leave("moving") + leave("moved"),
        timeout=1200,
    ),
    Case(
        "migration: there and back by place",
        [
            THERE,
            call("conn", "create_domain", guest("older"), keep="dom"),
            call("dom", "migrate", ref("there"), LIVE, "newer", "no:uri", 500),
            call("dom", "migrate", ref("there"), LIVE, "newer", None, 500, keep="moved"),
            call("moved", "get_name"),
            call("moved", "migrate", ref("conn"), LIVE, "older", keep="dom"),
            call("dom", "get_name"),
            call("dom", "migrate2", ref("there"), "no XML", LIVE),
            call("dom", "migrate2", ref("there"), guest("older", memory=32), LIVE),
            call("dom", "migrate2", ref("there"), guest("older"), LIVE, keep="moved"),
            call("moved", "get_name"),
            call("moved", "migrate2", ref("conn"), None, LIVE, "third", None, 700, keep="dom"),
            call("dom", "get_name"),
            call("dom", "migrate", ref("there"), None, "older", f"tcp://{HOST_B}", keep="moved"),
            call("moved", "get_state"),
        ],
        uri="{source}",
        cleanup=leave("older") + leave("newer") + leave("third"),
        timeout=1200,
    ),
    Case(
        "migration: from host to host",
        [
            THERE,
            call("conn", "create_domain", guest("peer"), keep="dom"),
            call("dom", "migrate_to_uri", "{target_peer}", {"bandwidth": 900}, LIVE | PEER2PEER),
            *settled("there", "peer"),
            call("conn", "get_domain_by_name", "peer"),
            call("dom", "migrate_to_uri", "{source_peer}", LIVE | PEER2PEER, "pair", None, 800),
            *settled("conn", "pair"),
            call(
                "dom",
                "migrate_to_uri",
                "{target_peer}",
                LIVE | PEER2PEER,
                "peer",
                f"tcp://{HOST_B}",
            ),
            *settled("there", "peer"),
            call("dom", "migrate_to_uri", "{source_peer}", LIVE | PEER2PEER),
            *settled("conn", "peer"),
            call("dom", "migrate_to_uri", None, LIVE | PEER2PEER, differs=NULL),
            call(
                "dom",
                "migrate_to_uri2",
                "{target_peer}",
                f"tcp://{HOST_B}",
                None,
                LIVE | PEER2PEER,
                "second",
                600,
                differs=BROKEN,
            ),
        ],
        uri="{source}",
        cleanup=leave("peer") + leave("pair") + leave("second"),
        timeout=1200,
    ),
    Case(
        "migration: with a place for the bandwidth as the manual has it",
        [
            call("conn", "create_domain", guest("manual"), keep="dom"),
            call(
                "dom",
                "migrate_to_uri",
                "{target_peer}",
                LIVE | PEER2PEER,
                "manual",
                400,
                differs=DOCUMENTED,
            ),
        ],
        uri="{source}",
        cleanup=leave("manual"),
    ),
    Case(
        "migration: with a disk",
        [
            THERE,
            pool("moved-disks"),
            image("here-one.raw", MIB),
            *filled("vol", DATA),
            image("here-two.raw", MIB),
            image("there-one.raw", MIB),
            image("there-two.raw", MIB),
            call(
                "conn",
                "create_domain",
                guest("carried", devices=disk("here-one.raw") + disk("here-two.raw", "vdb")),
                keep="dom",
            ),
            call(
                "dom",
                "migrate",
                ref("there"),
                {"migrate_disks": ["vdz"]},
                LIVE | NON_SHARED_DISK,
            ),
            call(
                "dom",
                "migrate",
                ref("there"),
                {
                    "migrate_disks": ["vda", "vdb"],
                    "disks_port": 0,
                    "disks_uri": f"tcp://{HOST_B}",
                    "destination_xml": guest(
                        "carried", devices=disk("there-one.raw") + disk("there-two.raw", "vdb")
                    ),
                },
                LIVE | NON_SHARED_DISK,
                keep="moved",
            ),
            call("moved", "get_state"),
            call("moved", "block_peek", "vda", 8192, 32),
            call("moved", "get_block_info", "{tmp}/there-two.raw", volatile=("allocation",)),
        ],
        uri="{source}",
        cleanup=[
            *leave("carried"),
            call("conn", "get_storage_pool_by_name", "moved-disks", keep="pool"),
            call("pool", "destroy"),
        ],
        timeout=1200,
    ),
]
