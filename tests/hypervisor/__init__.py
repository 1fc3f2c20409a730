"""Tests that need a real hypervisor: root, libvirt's daemons and QEMU."""
