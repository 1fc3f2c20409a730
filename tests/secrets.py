"""XML of secrets for tests."""

from __future__ import annotations


def described(usage: str = "", private: str = "no", uuid: str = "") -> str:
    """A secret that is for something, kept in memory alone."""
    return f"<secret ephemeral='yes' private='{private}'>{uuid}{usage}</secret>"


def for_volume(path: str = "/disk.img") -> str:
    """What a secret for a volume is for."""
    return f"<usage type='volume'><volume>{path}</volume></usage>"
