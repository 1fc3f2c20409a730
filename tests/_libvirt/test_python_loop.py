"""Loops in Python, seen from libvirt; ``tests/test_event_impl.py`` shows them at work."""

from __future__ import annotations

from sysvirt._libvirt import python_loop


def test_a_pointer_of_libvirts_shows_only_what_it_is_for() -> None:
    watch = python_loop.Watch(python_loop.TIMEOUT, 1, None, 2)
    callback, opaque, ff = watch.pointers()
    assert repr(callback) == "<callback of libvirt>"
    assert opaque is None
    assert repr(ff) == "<ff of libvirt>"
    assert callback.watch is watch
