"""Snapshots, checkpoints, and backups that begin at them."""

from __future__ import annotations

from tests.parity.case import Case, Differs, Step, call, const
from tests.parity.cases.domain_block import MIB, disk, image, pool, without
from tests.parity.guests import guest, small

TOPOLOGICAL = 1024
SNAPSHOT = "DomainSnapshot::"
CHECKPOINT = "DomainCheckpoint::"


def snapshot(name: str, more: str = "") -> str:
    """A snapshot's XML."""
    return f"<domainsnapshot><name>{name}</name>{more}</domainsnapshot>"


def checkpoint(name: str, more: str = "") -> str:
    """A checkpoint's XML."""
    return f"<domaincheckpoint><name>{name}</name>{more}</domaincheckpoint>"


def known(name: str, more: str = "") -> str:
    """A snapshot whose every detail is given, as for ``CREATE_REDEFINE``."""
    return snapshot(
        name,
        f"<state>shutoff</state><creationTime>1700000000</creationTime>{more}"
        f"<memory snapshot='no'/>{small()}",
    )


#: In Perl there are no children, ever.
CHILD = Differs(
    "Perl looks the names up on the snapshot instead of its domain",
    {"value": [{"object": "Sys::Virt::DomainSnapshot", "id": "two"}]},
)
NO_COUNT = Differs(
    "Perl wants a maximum that its manual doesn't have; tests/domain/test_snapshots.py"
)
LESS = Differs("Perl crashes when there are more; tests/domain/test_snapshots.py")

JOB = Differs("Perl gives a reference to the kind; tests/hypervisor/test_jobs.py")

TREE: list[Step] = [
    call("dom", "create_snapshot", snapshot("one"), keep="one"),
    call("dom", "create_snapshot", snapshot("two", "<description>x</description>"), 0, keep="two"),
    call("dom", "create_snapshot", snapshot("three"), None, keep="three"),
]

CASES = [
    Case(
        "snapshots: the test driver's domain",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "num_of_snapshots"),
            call("dom", "list_snapshot_names", 10),
            call("dom", "list_snapshots"),
            call("dom", "list_all_snapshots"),
            call("dom", "has_current_snapshot"),
            call("dom", "current_snapshot"),
            call("dom", "get_snapshot_by_name", "one"),
            call("dom", "create_snapshot", "no XML"),
            call("dom", "create_snapshot", snapshot("one"), 1 << 30),
            call("dom", "create_snapshot", snapshot("one"), keep="one"),
            call("dom", "list_snapshots"),
            call("dom", "list_snapshot_names", 10),
            call("dom", "list_snapshot_names", differs=NO_COUNT),
            call("one", "list_child_snapshot_names", differs=NO_COUNT),
            call("dom", "create_snapshot", snapshot("one")),
            call("one", "get_parent"),
            call("one", "num_of_child_snapshots"),
            call("one", "list_child_snapshots"),
            *TREE[1:],
            call("dom", "num_of_snapshots"),
            call("dom", "num_of_snapshots", const(SNAPSHOT + "LIST_ROOTS")),
            call("dom", "num_of_snapshots", const(SNAPSHOT + "LIST_METADATA")),
            call("dom", "num_of_snapshots", 1 << 30),
            call("dom", "list_snapshot_names", 10, TOPOLOGICAL),
            call("dom", "list_snapshot_names", 10, const(SNAPSHOT + "LIST_LEAVES")),
            call("dom", "list_all_snapshots", TOPOLOGICAL),
            call("dom", "list_all_snapshots", const(SNAPSHOT + "LIST_ROOTS")),
            call("dom", "list_all_snapshots", const(SNAPSHOT + "LIST_INACTIVE")),
            call("dom", "list_all_snapshots", 1 << 30),
            call("dom", "get_snapshot_by_name", "two", keep="again"),
            call("again", "get_name"),
            call("again", "get_xml_description", compare="type"),
            call("again", "get_xml_description", const(SNAPSHOT + "XML_SECURE"), compare="type"),
            call("again", "get_xml_description", 64),
            call("again", "get_parent"),
            call("again", "get_parent", 0),
            call("again", "get_parent", 64),
            call("dom", "has_current_snapshot"),
            call("dom", "has_current_snapshot", None),
            call("dom", "has_current_snapshot", 64),
            call("dom", "current_snapshot"),
            call("dom", "current_snapshot", 64),
            call("one", "is_current"),
            call("three", "is_current"),
            call("three", "is_current", 64),
            call("one", "has_metadata"),
            call("one", "has_metadata", 64),
            call("one", "num_of_child_snapshots"),
            call("one", "num_of_child_snapshots", const(SNAPSHOT + "LIST_DESCENDANTS")),
            call("one", "list_child_snapshot_names", 10),
            call("one", "list_child_snapshot_names", 10, const(SNAPSHOT + "LIST_DESCENDANTS")),
            call("one", "list_child_snapshot_names", 10, 1 << 30, compare="type"),
            call("one", "list_child_snapshots", differs=CHILD),
            call("one", "list_all_children"),
            call("one", "list_all_children", const(SNAPSHOT + "LIST_DESCENDANTS")),
            call("one", "list_all_children", const(SNAPSHOT + "LIST_LEAVES")),
            call("one", "list_all_children", 1 << 30),
            call("two", "revert_to", const(SNAPSHOT + "REVERT_PAUSED")),
            call("dom", "get_state"),
            call("dom", "current_snapshot"),
            call("two", "revert_to", const(SNAPSHOT + "REVERT_RUNNING")),
            call("dom", "get_state"),
            call("two", "revert_to"),
            call("two", "revert_to", 1 << 30),
            call("dom", "create_snapshot", snapshot("branch"), keep="branch"),
            call("branch", "get_parent"),
            call("two", "delete", const(SNAPSHOT + "DELETE_CHILDREN_ONLY")),
            call("dom", "list_snapshot_names", 10, TOPOLOGICAL),
            call("branch", "get_name"),
            call("branch", "is_current"),
            call("branch", "delete"),
            call("one", "delete", 1 << 30),
            call("one", "delete", const(SNAPSHOT + "DELETE_CHILDREN")),
            call("dom", "num_of_snapshots"),
            call("one", "revert_to"),
            call("one", "get_xml_description"),
        ],
    ),
    Case(
        "snapshots: less names than there are",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            *TREE,
            call("dom", "list_snapshot_names", 1, differs=LESS),
        ],
    ),
    Case(
        "snapshots: given in every detail",
        [
            call("conn", "define_domain", small(), keep="dom"),
            call(
                "dom",
                "create_snapshot",
                known("old"),
                const(SNAPSHOT + "CREATE_REDEFINE"),
                keep="old",
            ),
            call("old", "get_xml_description"),
            call("old", "is_current"),
            call("dom", "has_current_snapshot"),
            call(
                "dom",
                "create_snapshot",
                known("new", "<parent><name>old</name></parent>"),
                const(SNAPSHOT + "CREATE_REDEFINE"),
                keep="new",
            ),
            call("new", "get_parent"),
            call("new", "get_xml_description"),
            call("old", "list_all_children"),
            call("dom", "undefine"),
            call("dom", "list_all_snapshots", const(SNAPSHOT + "LIST_NO_METADATA")),
        ],
    ),
    Case(
        "checkpoints: the test driver's domain",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "list_all_checkpoints"),
            call("dom", "get_checkpoint_by_name", "one"),
            call("dom", "create_checkpoint", "no XML"),
            call("dom", "create_checkpoint", checkpoint("one"), 64),
            call("dom", "create_checkpoint", checkpoint("one"), keep="one"),
            call("dom", "create_checkpoint", checkpoint("one")),
            call("dom", "create_checkpoint", checkpoint("two"), None, keep="two"),
            call("dom", "create_checkpoint", checkpoint("three"), 0, keep="three"),
            call("dom", "list_all_checkpoints", const(CHECKPOINT + "LIST_TOPOLOGICAL")),
            call("dom", "list_all_checkpoints", const(CHECKPOINT + "LIST_ROOTS")),
            call("dom", "list_all_checkpoints", const(CHECKPOINT + "LIST_LEAVES")),
            call("dom", "list_all_checkpoints", 64),
            call("dom", "get_checkpoint_by_name", "two", keep="again"),
            call("again", "get_name"),
            call("again", "get_xml_description", compare="type"),
            call("again", "get_xml_description", const(CHECKPOINT + "XML_SECURE"), compare="type"),
            call("again", "get_xml_description", 64),
            call("again", "get_parent"),
            call("again", "get_parent", 64),
            call("one", "get_parent"),
            call("one", "list_all_children"),
            call("one", "list_all_children", const(CHECKPOINT + "LIST_DESCENDANTS")),
            call("one", "list_all_children", const(CHECKPOINT + "LIST_LEAVES")),
            call("one", "list_all_children", 64),
            call("two", "delete", const(CHECKPOINT + "DELETE_CHILDREN_ONLY")),
            call("dom", "list_all_checkpoints", const(CHECKPOINT + "LIST_TOPOLOGICAL")),
            call("two", "delete", 64),
            call("two", "delete"),
            call("two", "delete"),
            call("one", "delete", const(CHECKPOINT + "DELETE_CHILDREN")),
            call("dom", "list_all_checkpoints"),
            call("one", "get_xml_description"),
            call("dom", "backup_begin", "<domainbackup/>", None),
            call("dom", "backup_get_xml_description"),
        ],
    ),
    Case(
        "qemu: snapshots of a guest",
        [
            pool("snapshots"),
            image("one.qcow2", 4 * MIB),
            call(
                "conn", "define_domain", guest("snapshots", devices=disk("one.qcow2")), keep="dom"
            ),
            call("dom", "create_snapshot", snapshot("off"), keep="off"),
            call("off", "is_current"),
            call("dom", "create"),
            call("dom", "create_snapshot", snapshot("on"), keep="on"),
            call("on", "get_parent"),
            call("on", "has_metadata"),
            call("dom", "list_snapshot_names", 5, const(SNAPSHOT + "LIST_ACTIVE")),
            call("dom", "list_snapshot_names", 5, const(SNAPSHOT + "LIST_INACTIVE")),
            call("dom", "list_snapshots", compare="none"),
            call("off", "revert_to"),
            call("dom", "get_state"),
            call("on", "revert_to"),
            call("dom", "get_state"),
            call("on", "delete", const(SNAPSHOT + "DELETE_METADATA_ONLY")),
            call("dom", "num_of_snapshots"),
            call(
                "dom",
                "create_snapshot",
                snapshot(
                    "ext", "<disks><disk name='vda'><source file='{tmp}/ext'/></disk></disks>"
                ),
                const(SNAPSHOT + "CREATE_DISK_ONLY"),
                keep="ext",
            ),
            call("dom", "list_all_snapshots", const(SNAPSHOT + "LIST_DISK_ONLY")),
            call("dom", "list_all_snapshots", const(SNAPSHOT + "LIST_EXTERNAL")),
            call("ext", "revert_to"),
            call("ext", "delete"),
            call("dom", "create_snapshot", snapshot("x"), const(SNAPSHOT + "CREATE_QUIESCE")),
            call("dom", "undefine", 0),
        ],
        uri="{host}",
        cleanup=without("snapshots"),
    ),
    Case(
        "qemu: checkpoints and backups of a guest",
        [
            pool("backups"),
            image("one.qcow2", 4 * MIB),
            call("conn", "define_domain", guest("backups", devices=disk("one.qcow2")), keep="dom"),
            call("dom", "create_checkpoint", checkpoint("off")),
            call("dom", "backup_begin", "<domainbackup/>", None),
            call("dom", "create"),
            call("dom", "backup_get_xml_description"),
            call("dom", "backup_begin", None, None),
            call("dom", "backup_begin", "no XML", None),
            call("dom", "backup_begin", "<domainbackup/>", None, 64),
            call("dom", "create_checkpoint", checkpoint("first"), keep="first"),
            call(
                "dom",
                "backup_begin",
                "<domainbackup mode='pull'><incremental>first</incremental>"
                "<server transport='unix' socket='{tmp}/nbd'/>"
                "<disks><disk name='vda' type='file'><scratch file='{tmp}/scratch'/></disk></disks>"
                "</domainbackup>",
                checkpoint("second"),
            ),
            call("dom", "backup_get_xml_description"),
            call("dom", "backup_get_xml_description", 64),
            call("dom", "get_job_info", volatile=("timeElapsed",)),
            call("dom", "get_job_stats", differs=JOB),
            call("dom", "abort_job", 64),
            call("dom", "abort_job"),
            call("dom", "get_job_info", until={"equals": 0, "path": [0, "type"]}),
            call("dom", "abort_job"),
            call("dom", "get_checkpoint_by_name", "second", keep="second"),
            call("second", "get_parent"),
            call("second", "get_xml_description", compare="type"),
            call("first", "list_all_children"),
            call("first", "get_xml_description", const(CHECKPOINT + "XML_SIZE"), compare="type"),
            call(
                "dom",
                "backup_begin",
                "<domainbackup><disks><disk name='vda' type='file'>"
                "<target file='{tmp}/full'/><driver type='qcow2'/></disk></disks></domainbackup>",
                None,
                0,
            ),
            call("dom", "get_job_info", until={"equals": 0, "path": [0, "type"]}),
            call("dom", "list_all_checkpoints", const(CHECKPOINT + "LIST_TOPOLOGICAL")),
            call("first", "delete", const(CHECKPOINT + "DELETE_METADATA_ONLY")),
            call("second", "delete"),
            call("dom", "list_all_checkpoints"),
        ],
        uri="{host}",
        cleanup=[
            call("conn", "get_domain_by_name", "backups", keep="left"),
            call("left", "get_checkpoint_by_name", "first", keep="one"),
            call("one", "delete", const(CHECKPOINT + "DELETE_CHILDREN")),
            *without("backups"),
        ],
    ),
]
