"""XML of storage for tests."""

from __future__ import annotations


def volume(name: str, capacity: int = 2**20, allocation: int = 0, form: str = "raw") -> str:
    """A volume, sizes in bytes."""
    return (
        f"<volume><name>{name}</name><capacity>{capacity}</capacity>"
        f"<allocation>{allocation}</allocation><target><format type='{form}'/></target></volume>"
    )


def directory(name: str, path: object) -> str:
    """A pool that is a directory."""
    return f"<pool type='dir'><name>{name}</name><target><path>{path}</path></target></pool>"
