"""All tables, by the names of Perl's modules."""

from __future__ import annotations

from sysvirt.port.program.modules import core, getopt, pod_usage
from sysvirt.port.program.modules.table import Module

CORE = core.CORE
#: The functions that take ``$_`` where they have no argument.
TOPIC = core.TOPIC
MODULES: dict[str, Module] = {
    each.name: each for each in (*getopt.MODULES, *pod_usage.MODULES)
}
