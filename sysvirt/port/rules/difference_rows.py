"""Which rows of the page on the differences are told of a site, and when.

The names, and what is said, stand in the rows themselves. Here stands what a row says in words
only: of which class it speaks, and which calls it concerns.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.findings import Kind, Severity
from sysvirt.port.rules import nodes, parameters, truth

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.rules.script import Script
    from sysvirt.port.sites import Site

Condition = Callable[["Script", "Site"], bool]


def always(_script: Script, _site: Site) -> bool:
    """Of each call."""
    return True


def on_class(_script: Script, site: Site) -> bool:
    """Of a call that has no object: ``Sys::Virt->get_version``."""
    bare = site.receiver is None or site.receiver.type in {"bareword", "package"}
    return site.kind is Kind.FUNCTION or bare


def asked_for_failure(_script: Script, site: Site) -> bool:
    """Of a call whose result is tested, for undef or for -1."""
    parent = nodes.holder(site.call)
    if parent is None:
        return False
    compares = parent.type in {"equality_expression", "relational_expression"}
    return compares or nodes.function_name(parent) == "defined" or truth.is_tested(site.call)


def compared_with_minus_one(_script: Script, site: Site) -> bool:
    """Of a call whose result is compared with -1, or asked whether it is below 0."""
    parent = nodes.holder(site.call)
    if parent is None or parent.type not in {"equality_expression", "relational_expression"}:
        return False
    sides = [nodes.field(parent, "left"), nodes.field(parent, "right")]
    texts = {nodes.words(side) for side in sides if side is not None}
    return "-1" in texts or ("0" in texts and parent.type == "relational_expression")


def reads(key: str) -> Condition:
    """Of a call in a file that reads a key."""

    def condition(script: Script, _site: Site) -> bool:
        texts = script.nodes("autoquoted_bareword", *nodes.STRINGS)
        return any((nodes.literal(node) or nodes.words(node)) == key for node in texts)

    return condition


def gives(*names: str) -> Condition:
    """Of a call that gives a parameter."""

    def condition(script: Script, site: Site) -> bool:
        return any(name in names for name, _ in _given(script, site))

    return condition


def on_constant(_script: Script, site: Site) -> bool:
    """Of a constant, where a row names a method beside it."""
    return site.kind is Kind.CONSTANT


def gives_unknown_key(script: Script, site: Site) -> bool:
    """Of a call with a hash on the spot that has a key which isn't known."""
    method = script.method(site)
    for each, argument in parameters.given(method, site) if method is not None else ():
        if argument.type == "anonymous_hash_expression" and each.keys:
            keys = map(_key, parameters.pairs_of(argument))
            if any(key is not None and key not in each.keys for key in keys):
                return True
    return False


def _key(pair: tuple[Node, Node]) -> str | None:
    """A key that is a text; of a constant or a variable, none."""
    key = pair[0]
    return nodes.words(key) if key.type == "autoquoted_bareword" else nodes.literal(key)


def gives_undef(script: Script, site: Site) -> bool:
    """Of a call with undef for something."""
    return any(_is_undef(argument) for _, argument in _given(script, site))


def gives_undef_list(script: Script, site: Site) -> bool:
    """Of a call with undef for a list."""
    method = script.method(site)
    found = parameters.given(method, site) if method is not None else ()
    return any("list" in each.types and _is_undef(argument) for each, argument in found)


def has_number_at(place: int) -> Condition:
    """Of a call with a number in some place."""

    def condition(_script: Script, site: Site) -> bool:
        given = parameters.flat(site)
        return len(given) > place and given[place].type == "number"

    return condition


def _given(script: Script, site: Site) -> list[tuple[str, Node]]:
    method = script.method(site)
    if method is None:
        return []
    return [(each.name, argument) for each, argument in parameters.given(method, site)]


def _is_undef(argument: Node) -> bool:
    return nodes.words(argument) in {"undef", "undef()"}


@attrs.frozen
class Row:
    """When a row is told."""

    #: The classes that it is about; none where each class that has its names is meant.
    classes: tuple[str, ...] = ()
    applies: Condition = always
    severity: Severity = Severity.WARNING


_INFO = Severity.INFO
_PEEKED = "`block_peek`, `memory_peek`"
_CONSTANTS = (
    "eight constants (`NODE_CPU_STATS_ALL_CPUS`, `NODE_MEMORY_STATS_ALL_CELLS`,"
    " `VCPU_INFO_CPU_OFFLINE`, `VCPU_INFO_CPU_UNAVAILABLE`, `AGENT_RESPONSE_TIMEOUT_DEFAULT`,"
    " `AGENT_RESPONSE_TIMEOUT_BLOCK`, `GET_ALL_STATS_ENFORCE_STATS`, `NodeDevice.LIST_ACTIVE`)"
)
_VERSIONS = (
    "`Sys.Virt.get_version()`, `get_major_version()`, `get_minor_version()`, `get_micro_version()`"
)
_UNDEF = (
    "`None` for C's NULL (`find_storage_pool_sources`, `block_commit`, `block_rebase`, `fs_trim`,"
    " `announce_interface`, `get_max_vcpus`)"
)
_LISTS = (
    "`undef` for a list (`fs_freeze`, `baseline_cpu`, …), parameters of `save` that are no hash"
)
_MIGRATE_DISKS = "`migrate`, `migrate_to_uri` with `MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO`"
_THIRD = "`save(file, dxml, flags)`, `restore_domain(file, dxml, flags)`"
_KEYS = (
    "`set_iothread`, `save`, `restore_domain`, `set_launch_security_state`, `announce_interface`,"
    " `migrate*`, `block_copy`, `set_throttle_group` with an unknown key"
)
#: By what the row says in its first column.
ROWS = MappingProxyType(
    {
        "`Error.level`": Row(),
        _VERSIONS: Row(applies=on_class),
        "`get_node_memory_stats`": Row(applies=reads("availabl")),
        "`get_node_free_pages`": Row(),
        "`get_all_domain_stats` with an empty list": Row(applies=gives("doms"), severity=_INFO),
        "`get_job_stats`": Row(),
        "`get_time`": Row(),
        "`get_cpu_stats`": Row(),
        "`list_child_snapshots`": Row(),
        "`get_usage_type` of a secret": Row(("Secret",), severity=_INFO),
        _CONSTANTS: Row(severity=_INFO),
        "`create_interface`": Row(),
        _PEEKED: Row(severity=_INFO),
        "`get_vcpu_info` key `number`": Row(applies=reads("number"), severity=_INFO),
        "`NodeDevice.get_parent` without a parent": Row(severity=_INFO),
        "`Secret.get_value` without a value": Row(severity=_INFO),
        "`EVENT_ID_CHANNEL_LIFECYCLE`": Row(severity=_INFO),
        "`get_uri`, `get_type`, `get_sysinfo`": Row(("Virt",), asked_for_failure),
        "`get_id`": Row(("Domain",), compared_with_minus_one),
        "`Domain.get_max_vcpus`": Row(severity=_INFO),
        "`*_event_deregister*`, `unregister_close_callback`": Row(severity=_INFO),
        "a `set_…_parameters` key that the hypervisor doesn't know": Row(severity=_INFO),
        "`set_identity` with an unknown key": Row(applies=gives_unknown_key),
        _KEYS: Row(applies=gives_unknown_key),
        "`clone_volume(xml, undef)`": Row(applies=gives_undef),
        "a stream with `NONBLOCK` whose daemon died": Row(severity=_INFO),
        _LISTS: Row(applies=gives_undef_list),
        "`migrate_to_uri2`": Row(severity=_INFO),
        _THIRD: Row(applies=has_number_at(2), severity=_INFO),
        "`get_node_device_scsihost_by_wwn`": Row(applies=gives("flags"), severity=_INFO),
        _UNDEF: Row(("Domain", "Virt"), gives_undef, _INFO),
        "`block_copy` with `BLOCK_COPY_BUF_SIZE`": Row((), on_constant, severity=_INFO),
        _MIGRATE_DISKS: Row((), on_constant, severity=_INFO),
        "`migrate_to_uri(uri, flags, dname, 5)`": Row(applies=has_number_at(3)),
        "`NetworkPort.set_parameters`": Row(severity=_INFO),
    }
)
