"""Expressions, by what becomes of them as a value of an assignment."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("$dom->get_name", "dom.get_name()"),
        ("$dom->get_xml_description(0)", "dom.get_xml_description(0)"),
        ("$dom->get_info->{state}", 'dom.get_info()["state"]'),
        ("($dom->get_state)[1]", "dom.get_state()[1]"),
        ("($conn->list_domains)[0]", "next(iter(conn.list_domains()), None)"),
        ("$conn->list_domains", "len(conn.list_domains())"),
        ("$conn->list_all_domains", "conn.list_all_domains()[-1]"),
        ("scalar($conn->list_domains)", "len(conn.list_domains())"),
        ("$dom->get_state", "dom.get_state()[-1]"),
        ("$dom->get_id + 1", "dom.get_id() + 1"),
        ("($dom->get_id + 1) * 2", "(dom.get_id() + 1) * 2"),
        ("-$dom->get_id", "-dom.get_id()"),
        ("2 ** $dom->get_id", "2 ** dom.get_id()"),
        ("$dom->get_id | 4", "dom.get_id() | 4"),
        ("$dom->get_id == 1", "dom.get_id() == 1"),
        ("$dom->get_name eq 'a'", 'dom.get_name() == "a"'),
        ("$dom->get_name lt 'a'", 'dom.get_name() < "a"'),
        ("$dom->get_id eq $i", "str(dom.get_id()) == i"),
        ("$dom->get_id == '5'", "dom.get_id() == 5"),
        ("!$dom->is_active", "not dom.is_active()"),
        ("not $dom->is_active", "not dom.is_active()"),
        ("!defined $dom->get_id", "dom.get_id() is None"),
        ("defined $dom->get_id", "dom.get_id() is not None"),
        ("$dom->is_active ? 1 : 0", "1 if dom.is_active() else 0"),
        ("$dom->is_active && $dom->get_id", "dom.is_active() and dom.get_id()"),
        ("$h{x} || $dom->get_id", 'h.get("x") or dom.get_id()'),
        ("$h->{x} || $dom->get_id", 'h.get("x") or dom.get_id()'),
        ("$i // $dom->get_id", "dom.get_id() if i is None else i"),
        ("$h{x} // $dom->get_id", 'h.get("x", dom.get_id())'),
        ("$ARGV[0] || $conn->get_uri", "sys.argv[1] if sys.argv[1:] else conn.get_uri()"),
        ("shift || $conn->get_uri", "sys.argv.pop(1) if sys.argv[1:] else conn.get_uri()"),
        ("$ENV{URI} || $conn->get_uri", 'os.environ.get("URI") or conn.get_uri()'),
        ("[ $conn->list_domains ]", "list(conn.list_domains())"),
        ("[ $dom->get_name, 1 ]", "[dom.get_name(), 1]"),
        ("{ name => $dom->get_name, %h }", '{"name": dom.get_name(), **h}'),
        ("{ a => [ $dom->get_id ] }", '{"a": [dom.get_id()]}'),
        ("$#{ [1] } + $dom->get_id", "len([1]) - 1 + dom.get_id()"),
        ("$self->{dom}->get_info->{x} + $dom->get_id", 'self.dom.get_info()["x"] + dom.get_id()'),
        ("$obj->method($dom->get_name)", "obj.method(dom.get_name())"),
        ("own($dom->get_name, @l)", "own(dom.get_name(), *l)"),
        ("[ $c->$name(1), $dom->get_name ]", "[getattr(c, name)(1), dom.get_name()]"),
        (
            "$dom->isa('Sys::Virt::Domain') && $dom->get_id",
            "isinstance(dom, Sys.Virt.Domain) and dom.get_id()",
        ),
        ("ref($x) eq 'HASH' && $dom->get_id", "isinstance(x, dict) and dom.get_id()"),
        ("ref $x ne 'CODE' && $dom->get_id", "not callable(x) and dom.get_id()"),
        ("[ sub { $x }, $dom->get_name ]", "[lambda *_: x, dom.get_name()]"),
        ("[ sub { my ($p, $q) = @_; return $q }, $dom->get_id ]", "[lambda p, q: q, dom.get_id()]"),
    ],
)
def test_values(perl: str, python: str) -> None:
    assert line_of(f"my $v = {perl};") == f"v = {python}"


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("$conn->list_domains", "conn.list_domains()"),
        (
            "($conn->list_domains, $conn->list_networks)",
            "[*conn.list_domains(), *conn.list_networks()]",
        ),
        (
            "map { $_->get_name } $conn->list_domains",
            "[dom.get_name() for dom in conn.list_domains()]",
        ),
        (
            "grep { $_->is_active } $conn->list_domains",
            "[dom for dom in conn.list_domains() if dom.is_active()]",
        ),
        (
            "sort { $a->get_id <=> $b->get_id } $conn->list_domains",
            "sorted(conn.list_domains(), key=lambda a: a.get_id())",
        ),
        (
            "sort { $b->get_name cmp $a->get_name } $conn->list_domains",
            "sorted(conn.list_domains(), key=lambda b: b.get_name(), reverse=True)",
        ),
        ("sort keys %{ $dom->get_info }", "sorted(dom.get_info())"),
        ("keys %{ $dom->get_info }", "list(dom.get_info())"),
        ("reverse sort keys %{ $dom->get_info }", "sorted(dom.get_info(), reverse=True)"),
        ("$dom->get_state", "list(dom.get_state())"),
        ("($dom->get_name, $dom->get_state)", "[dom.get_name(), *dom.get_state()]"),
        ("(1 .. $dom->get_id)", "list(range(1, dom.get_id() + 1))"),
        ("qw(a b)[0], $dom->get_name", None),
    ],
)
def test_lists(perl: str, python: str | None) -> None:
    line = line_of(f"my @v = {perl};")
    assert line == (f"v = {python}" if python is not None else "dom.get_name()")


@pytest.mark.parametrize(
    "perl",
    [
        "$dom->get_name + 1",
        "$dom->get_max_memory / 1024",
        "$dom->is_active eq '1'",
        "$dom->get_name =~ s/a/b/r",
        "$dom->get_name =~ /\\Q$x\\E/",
        "wantarray ? 1 : $dom->get_name",
        "f(a => $dom->get_name)",
        "do { $dom->get_name }",
        "eval { $dom->get_name }",
        "$$x{a}->() . $dom->get_name",
        "sub { my $d = shift; print 1; $dom->get_name }",
        "unpack('H*', $dom->get_name)",
        "`echo $x` . $dom->get_name",
        "local $_ = $dom->get_name",
        "join(',', (values %h) + 0, $dom->get_name)",
    ],
)
def test_what_is_not_certain_is_left_to_the_use(perl: str) -> None:
    assert line_of(f"my $v = {perl};") in (
        "dom.get_name()",
        "dom.get_max_memory()",
        "dom.is_active()",
    )
