"""The examples of the docstrings: which there are, and where each of them runs.

On the test driver, if it can (`tests/docs`). Lines that it can't play are marked
``# doctest: +SKIP``, which Sphinx doesn't show. Such an example is named here: it runs as a whole
on a host in the scene that it is named for (`tests/hypervisor`), or on the test driver of a newer
libvirt.
"""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from typing import Any

import sysvirt
from sysvirt import Error
from sysvirt.error_kinds import KINDS

#: The scenes, which are fixtures in tests/hypervisor/test_docstrings.py; for each the modules and
#: the single examples that are played in it.
SCENES: dict[str, list[str]] = {
    "lab": [
        "sysvirt.network_port",
        "sysvirt.nwfilter",
        "sysvirt.nwfilter_binding",
        "sysvirt.secret",
        "sysvirt.virt.filters",
        "sysvirt.virt.secrets",
    ],
    "equipped_guest": [
        "sysvirt.domain.devices.Devices.attach_device",
        "sysvirt.domain.devices.Devices.detach_device",
        "sysvirt.domain.devices.Devices.update_device",
        "sysvirt.domain.security.Security.get_launch_security_info",
        "sysvirt.virt.about.About.get_domain_capabilities",
    ],
    "losing_a_card": ["sysvirt.domain.devices.Devices.detach_device_alias"],
    "copied_disk": ["sysvirt.domain.blockjobs.BlockJobs.get_block_job_info"],
    "guest_with_agent": ["sysvirt.domain.guest.Guest.get_guest_info"],
    "leaving_guest": ["sysvirt.domain.jobs.Jobs.get_job_info"],
    "arrived_guest": ["sysvirt.domain.jobs.Jobs.get_job_stats"],
    "two_hosts": [
        "sysvirt.domain.migration.Migration.migrate",
        "sysvirt.domain.migration.Migration.migrate2",
    ],
    "two_peers": [
        "sysvirt.domain.migration.Migration.migrate_to_uri",
        "sysvirt.domain.migration.Migration.migrate_to_uri2",
    ],
}

#: Examples for the test driver of a libvirt from this release on; `make test-newest` has it.
NEWER: dict[str, int] = {
    "sysvirt.network.Network.get_metadata": 9_007_000,
    "sysvirt.network.Network.set_metadata": 9_007_000,
}


#: The package whose examples are awaited.
AWAITED = "sysvirt.aio"

#: The properties of Error and its kinds, which are found twice over.
PROPERTIES = (
    "sysvirt.Error.args",
    "sysvirt.Error.err",
    "sysvirt.AccessDeniedError.errno",
    "sysvirt.ConnectionLostError.errno",
)


def examples() -> Iterator[doctest.DocTest]:
    """The docstrings that have an example."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    for module in _modules():
        found = finder.find(module)
        yield from _with_lines(test for test in found if test.name not in PROPERTIES)
    # It says that it is sysvirt's, so its methods are found neither there nor where they are; but
    # a property is, in both.
    where = importlib.import_module(Error.code.__module__)
    for cls in (Error, *(getattr(sysvirt, name) for name in KINDS)):
        found = finder.find(cls, f"{where.__name__}.{cls.__name__}", False, vars(where))
        yield from _with_lines(test for test in found if test.docstring != cls.__doc__)


def is_marked(example: doctest.DocTest) -> bool:
    """Whether it has lines that the test driver can't play."""
    return any(doctest.SKIP in line.options for line in example.examples)


def unmark(example: doctest.DocTest) -> doctest.DocTest:
    """The same example, to be played as a whole."""
    for line in example.examples:
        line.options.pop(doctest.SKIP, None)
    return example


def on_the_test_driver() -> list[doctest.DocTest]:
    """The examples that it plays, but for their marked lines; newer ones as a whole."""
    return [
        unmark(example) if example.name in NEWER else example
        for example in examples()
        if any(doctest.SKIP not in line.options for line in example.examples)
        or example.name in NEWER
    ]


def on_a_host() -> list[tuple[str, doctest.DocTest]]:
    """The examples for a host, each with its scene."""
    return [
        (scene, unmark(example))
        for example in filter(is_marked, examples())
        for scene, places in SCENES.items()
        if any(is_at(example.name, place) for place in places)
    ]


def is_at(name: str, place: str) -> bool:
    """Whether the name is the place, or one in it."""
    return f"{name}.".startswith(f"{place}.")


def _with_lines(found: Iterable[doctest.DocTest]) -> Iterator[doctest.DocTest]:
    return (example for example in found if example.examples)


def _modules() -> Iterator[Any]:
    """Every module of the library but the generated ones, and those whose examples are awaited."""
    yield sysvirt
    for found in pkgutil.walk_packages(sysvirt.__path__, "sysvirt."):
        if not found.name.startswith(("sysvirt.constants", AWAITED)):
            yield importlib.import_module(found.name)


def awaited_examples() -> Iterator[doctest.DocTest]:
    """The docstrings of ``sysvirt.aio`` that have an example."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    package = importlib.import_module(AWAITED)
    names = [found.name for found in pkgutil.walk_packages(package.__path__, f"{AWAITED}.")]
    for module in (package, *map(importlib.import_module, names)):
        for cls in vars(module).values():
            # Some say that they are the package's, so they are found neither there nor here.
            if isinstance(cls, type) and cls.__module__ == AWAITED:
                # Inside of `Sys` all classes are found once more.
                if module is package and cls.__name__ != "Sys":
                    yield from _with_lines(finder.find(cls, f"{AWAITED}.{cls.__name__}", False))
            elif isinstance(cls, type) and cls.__module__ == module.__name__:
                yield from _with_lines(finder.find(cls, f"{module.__name__}.{cls.__name__}"))
        yield from _with_lines(test for test in finder.find(module) if test.name == module.__name__)
