"""Parity cases, a file a family; each has a list ``CASES``."""
