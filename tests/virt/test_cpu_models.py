"""Models of CPUs, and how they compare."""

from __future__ import annotations

from sysvirt import Virt
from tests.hosts.proxy import Proxy

MODEL = "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>"


def test_models(conn: Virt) -> None:
    assert "qemu64" in conn.get_cpu_model_names("x86_64")
    assert "<model fallback='forbid'>qemu64</model>" in conn.baseline_cpu([MODEL])


def test_what_reaches_the_daemon(far: Virt, proxy: Proxy) -> None:
    proxy.answer("CONNECT_BASELINE_CPU", "s", "<cpu/>")
    proxy.answer("CONNECT_BASELINE_HYPERVISOR_CPU", "s", "<cpu/>")
    proxy.answer("CONNECT_COMPARE_CPU", "i", Virt.CPU_COMPARE_SUPERSET)
    proxy.answer("CONNECT_COMPARE_HYPERVISOR_CPU", "i", Virt.CPU_COMPARE_INCOMPATIBLE)
    assert far.baseline_cpu(iter(["<a/>", "<b/>"]), 3) == "<cpu/>"
    assert far.baseline_hypervisor_cpu("e", None, "m", None, ["<a/>"], 3) == "<cpu/>"
    assert far.compare_cpu("<a/>", 3) == Virt.CPU_COMPARE_SUPERSET
    compared = far.compare_hypervisor_cpu(None, "x86_64", None, "kvm", "<a/>")
    assert compared == Virt.CPU_COMPARE_INCOMPATIBLE
    assert proxy.calls == [
        ("CONNECT_BASELINE_CPU", ["<a/>", "<b/>"], 3),
        ("CONNECT_BASELINE_HYPERVISOR_CPU", "e", None, "m", None, ["<a/>"], 3),
        ("CONNECT_COMPARE_CPU", "<a/>", 3),
        ("CONNECT_COMPARE_HYPERVISOR_CPU", None, "x86_64", None, "kvm", "<a/>", 0),
    ]
