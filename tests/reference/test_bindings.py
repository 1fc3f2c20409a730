"""What others call the methods: read from libvirt-python, and virsh's commands."""

from __future__ import annotations

import doctest
import shutil
import subprocess
from pathlib import Path

import libvirt
import pytest

from reference import bindings
from reference.bindings import Name, main, method_for, names_in, read_commands, read_names
from reference.data import read_methods

METHODS = list(read_methods().values())


def stands_for(cls: str, name: str) -> str:
    (found,) = {each for each in read_names() if each[:2] == (cls, name)}
    method = method_for(found, METHODS)
    return f"{method.package}::{method.name}" if method else ""


@pytest.mark.parametrize(
    ("cls", "name", "method"),
    [
        ("virConnect", "lookupByName", "Sys::Virt::get_domain_by_name"),
        ("virConnect", "interfaceDefineXML", "Sys::Virt::define_interface"),
        ("virDomain", "info", "Sys::Virt::Domain::get_info"),
        ("virDomain", "autostartOnce", "Sys::Virt::Domain::get_autostart_once"),
        ("virStoragePool", "storageVolLookupByName", "Sys::Virt::StoragePool::get_volume_by_name"),
        ("", "open", "Sys::Virt::new"),
        ("", "openReadOnly", "Sys::Virt::new"),
        ("", "virInitialize", ""),
    ],
)
def test_a_name_leads_to_the_method_of_its_c_function(cls: str, name: str, method: str) -> None:
    assert stands_for(cls, name) == method


def test_the_table_has_all_that_the_installed_one_has() -> None:
    installed = {*names_in(Path(str(libvirt.__file__)).read_text("utf-8"))}
    assert len(installed) > 400
    assert installed - {*read_names()} == set()


def test_only_calls_of_c_functions_count() -> None:
    source = """
class virDomain:
    def __del__(self): libvirtmod.virDomainFree(self._o)
    def c_pointer(self): return libvirtmod.virDomain_pointer(self._o)
    def name(self): return libvirtmod.virDomainGetName(self._o)
    kind = 5
def open(name): return libvirtmod.virConnectOpen(name)
"""
    assert list(names_in(source)) == [
        Name("virDomain", "name", "virDomainGetName"),
        Name("", "open", "virConnectOpen"),
    ]


def test_the_table_is_written_from_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "libvirt.py"
    source.write_text("def open(name): return libvirtmod.virConnectOpen(name)\n")
    monkeypatch.setattr(bindings, "NAMES", tmp_path / "names.csv")
    assert main([str(source)]) == 0
    assert read_names(bindings.NAMES) == [Name("", "open", "virConnectOpen")]


def test_each_command_stands_for_a_method_once() -> None:
    commands = read_commands()
    methods = {(each.package.rpartition("::")[2], each.name) for each in METHODS}
    assert {(each.cls, each.method) for each in commands} <= methods
    assert len({(each.cls, each.command) for each in commands}) == len(commands)


def test_a_command_that_stands_for_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = [bindings.Command("dumpxml", "Domain", "get_yaml")]
    monkeypatch.setattr(bindings, "read_commands", lambda: wrong)
    with pytest.raises(ValueError, match=r"names no method by Domain\.get_yaml"):
        bindings.names_table(METHODS)


@pytest.mark.skipif(not shutil.which("virsh"), reason="there is no virsh")
def test_virsh_has_each_command() -> None:
    run = subprocess.run(["virsh", "help"], capture_output=True, text=True, check=True)
    known = {line.split()[0] for line in run.stdout.splitlines() if line.startswith("    ")}
    assert {each.command for each in read_commands()} - known == set()


def test_its_own_examples_are_true() -> None:
    result = doctest.testmod(bindings)
    assert result.attempted > 0
    assert result.failed == 0
