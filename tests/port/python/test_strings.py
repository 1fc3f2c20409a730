r"""Texts: quotes, backslashes, variables."""

from __future__ import annotations

import pytest

from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.strings import unescape
from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "text"),
    [
        (r"a\tb\n", "a\tb\n"),
        (r"\x41\x{263a}\033", "A☺\033"),
        (r"\$x \@y \\ \"", '$x @y \\ "'),
        (r"\e[1m", "\x1b[1m"),
    ],
)
def test_backslashes(perl: str, text: str) -> None:
    assert unescape(perl) == text


@pytest.mark.parametrize("perl", [r"\Uabc", r"\Q$x\E", r"\N{SNOWMAN}"])
def test_backslashes_that_only_perl_has(perl: str) -> None:
    with pytest.raises(Untranslatable):
        unescape(perl)


@pytest.mark.parametrize(
    ("perl", "argument"),
    [
        ("'plain'", '"plain"'),
        (r"'it\'s \n'", '"it\'s \\\\n"'),
        ('"  both ends  "', '"  both ends  "'),
        ('" $x "', 'f" {x} "'),
        ('"$x"', 'f"{x}"'),
        ('"a$x-b"', 'f"a{x}-b"'),
        ('"${x}y"', 'f"{x}y"'),
        ('"$h{a} $h->{b} $l[0]"', "f\"{h_dict['a']} {h['b']} {l[0]}\""),
        ('"@{[ $x ]}"', 'f"{x}"'),
        (r'"${\ $x }"', 'f"{x}"'),
        (r'"\$x {}"', '"$x {}"'),
        ('"{$x}"', 'f"{{{x}}}"'),
        ("q(a)", '"a"'),
        ("qq{a $x}", 'f"a {x}"'),
        ('"a" . $x . "b"', 'f"a{x}b"'),
        ("$x . $y", 'f"{x}{y}"'),
        ('"a" . "b"', '"ab"'),
        ('"-" x 3', '"-" * 3'),
        ('""', '""'),
    ],
)
def test_texts_as_arguments(perl: str, argument: str) -> None:
    assert line_of(f"$conn->get_domain_by_name({perl});") == f"conn.get_domain_by_name({argument})"


def test_a_truth_value_in_a_text_is_a_number() -> None:
    assert line_of('my $t = "a" . $dom->is_active;') == 't = f"a{int(dom.is_active())}"'


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ('"n: " . $conn->list_domains', 'f"n: {len(conn.list_domains())}"'),
        ('"n: " . @l . $dom->get_id', 'f"n: {len(l)}{dom.get_id()}"'),
        ('"@{[ $dom->get_state ]}"', "f\"{' '.join(map(str, dom.get_state()))}\""),
        ('"ne: " . ($dom->get_id == 2)', "dom.get_id()"),
        ('"ne: " . !$dom->get_id', "dom.get_id()"),
        ("$dom->get_id x 3", "dom.get_id()"),
        ('"a" . $dom->get_id * 1.5', "dom.get_id()"),
        ("!!($dom->get_max_memory)", "bool(dom.get_max_memory())"),
        ("$dom->get_id * 1.0", "dom.get_id() * 1"),
    ],
)
def test_what_perl_writes_otherwise(perl: str, python: str) -> None:
    """Numbers, truth values and lists have other texts in Python."""
    assert line_of(f"my $t = {perl};") in (python, f"t = {python}")


def test_objects_and_lists_in_a_text() -> None:
    assert line_of('my $t = "$dom " . $dom->get_name;') == "dom.get_name()"
    assert (
        line_of('my $t = "@l " . $dom->get_name;')
        == "t = f\"{' '.join(map(str, l))} {dom.get_name()}\""
    )
