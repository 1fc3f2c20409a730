"""libvirt's log is read message by message, however it comes in pieces."""

from __future__ import annotations

import pytest

from sysvirt._core.log_messages import Message, Messages

LOG = (
    b"2026-11-26 07:29:11.123+0000: 4711: info : libvirt version: 9.0.0, package: 9 (Debian)\n"
    b"2026-11-26 07:29:11.123+0000: 4711: info : hostname: vm\n"
    b"2026-11-26 07:29:11.124+0000: 4711: debug : virConnectOpen:1294 : name=test:///default\n"
    b"2026-11-26 07:29:11.125+0000: 12: debug : virDomainDefineXML:6221 : conn=0x1, xml=<domain>\n"
    b"  <name>a: b:1 : c</name>\n"
    b"\n"
    b"</domain>\n"
    b"2026-11-26 07:29:12.000+0000: 12: warning : virWarn:1 : 100 % of \xff\n"
    b"2026-11-26 07:29:12.001+0000: 4711: error : virRaise:77 : Domain not found\n"
)

WHOLE = [
    Message(1795678151.123, 4711, 20, "", 0, "libvirt version: 9.0.0, package: 9 (Debian)"),
    Message(1795678151.123, 4711, 20, "", 0, "hostname: vm"),
    Message(1795678151.124, 4711, 10, "virConnectOpen", 1294, "name=test:///default"),
    Message(
        1795678151.125,
        12,
        10,
        "virDomainDefineXML",
        6221,
        "conn=0x1, xml=<domain>\n  <name>a: b:1 : c</name>\n\n</domain>",
    ),
    Message(1795678152.0, 12, 30, "virWarn", 1, "100 % of \\xff"),
    Message(1795678152.001, 4711, 40, "virRaise", 77, "Domain not found"),
]


def test_all_at_once() -> None:
    messages = Messages()
    # The last one may go on.
    assert messages.add(LOG) == WHOLE[:-1]
    assert messages.is_at_line_end
    assert messages.end() == WHOLE[-1:]
    assert messages.end() == []


@pytest.mark.parametrize("size", [1, 2, 7, 64, 100])
def test_in_pieces(size: int) -> None:
    messages = Messages()
    found = []
    for at in range(0, len(LOG), size):
        found += messages.add(LOG[at : at + size])
    assert found + messages.end() == WHOLE


def test_what_is_cut_in_the_middle_of_a_line_is_not_whole() -> None:
    messages = Messages()
    assert messages.add(LOG[:30]) == []
    assert not messages.is_at_line_end


def test_lines_that_come_late_are_logged_as_the_message_that_they_belong_to() -> None:
    messages = Messages()
    head, rest = LOG.split(b"\n  <name>")
    assert messages.add(head + b"\n") == WHOLE[:3]
    assert messages.end() == [WHOLE[3]._replace(text="conn=0x1, xml=<domain>")]
    found = messages.add(b"  <name>" + rest)
    assert found[0] == WHOLE[3]._replace(text="  <name>a: b:1 : c</name>\n\n</domain>")
    assert found[1:] + messages.end() == WHOLE[4:]


def test_what_begins_in_the_middle_is_logged_all_the_same() -> None:
    messages = Messages()
    messages.add(b"no head\n")
    assert [each.text for each in messages.end()] == ["no head"]
