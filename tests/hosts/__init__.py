"""Real libvirt hosts for the tests."""

from tests.hosts.host import Host, HostError

__all__ = ["Host", "HostError"]
