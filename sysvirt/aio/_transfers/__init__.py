"""Volumes and consoles, read and written by ``await``."""
