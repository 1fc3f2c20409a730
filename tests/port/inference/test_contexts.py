"""What Perl asks of an expression."""

from __future__ import annotations

import pytest

from sysvirt.port.inference.contexts import context
from sysvirt.port.parser import tree
from sysvirt.port.sites import Context
from tests.port.asking import nodes

PLACES = {
    Context.VOID: [
        "$d->m;",
        "eval { $d->m };",
        "eval { $d->m; 1 } or do { 1 };",
        "$d->m for @x;",
        "if (1) { $d->m }",
        "do { $d->m } while 1;",
        "sub f { $d->m; 1 }",
        "while (1) { $d->m }",
        "$x and $d->m;",
        "for (my $i = 0; $i < 1; $d->m) { }",
        "map { $d->m; 1 } @x;",
        "BEGIN { $d->m }",
        "($d->m, 1);",
    ],
    Context.SCALAR: [
        "my $x = $d->m;",
        "$x{a} = $d->m;",
        "my $x = 1 ? $d->m : 2;",
        "my $x = $d->m || die;",
        "my $x = eval { $d->m };",
        "my $x = do { $d->m };",
        "my $x = try { $d->m } catch { 1 };",
        "$d->m->n;",
        "$x . $d->m;",
        "$x == $d->m;",
        "$x{$d->m} = 1;",
        "@{$d->m};",
        "scalar($d->m);",
        "lc $d->m;",
        "sort { $a <=> $d->m } @x;",
        "$x .= $d->m;",
        "$x ||= $d->m;",
        "my $x = (1, $d->m);",
        "substr($d->m, 1);",
        '"$x{$d->m}";',
        "my $x = try { 1 } catch { a(); $d->m };",
        "my $x = $d->m // 1;",
    ],
    Context.BOOLEAN: [
        "if ($d->m) { 1 }",
        "1 unless $d->m;",
        "while ($d->m) { 1 }",
        "$d->m ? 1 : 2;",
        "$d->m or die;",
        "$d->m || die;",
        "$d->m && f();",
        "!$d->m;",
        "not $d->m;",
        "grep { $d->m } @x;",
        "first { $d->m } @x;",
        "if (1) { } elsif ($d->m) { }",
        "if ($d->m && 1) { }",
        "if ($x || $d->m) { }",
        "for (; $d->m;) { }",
    ],
    Context.LIST: [
        "my ($x) = $d->m;",
        "my @x = $d->m;",
        "($a, $b) = $d->m;",
        "@x{qw(a)} = $d->m;",
        "print $d->m, 1;",
        "foreach my $x ($d->m) { }",
        "f($d->m);",
        "$x->f($d->m);",
        "$x->($d->m);",
        "push @x, $d->m;",
        "my $x = [ $d->m ];",
        "my $x = { a => $d->m };",
        "map { $d->m } @x;",
        "map { 1 } $d->m;",
        "sort $d->m;",
        "($d->m)[0];",
        '"@{[ $d->m ]}";',
        '"${\\ $d->m }";',
        "my $n = () = $d->m;",
        "my %h = map { $_ => $d->m } @x;",
        "local ($x) = $d->m;",
        "@x{$d->m} = 1;",
        "my %y = %x{$d->m};",
    ],
    Context.CALLER: [
        "sub f { return $d->m; }",
        "sub f { $d->m }",
        "sub f { if (1) { $d->m } else { 2 } }",
        "sub f { if (1) { 1 } else { $d->m } }",
        "my $f = sub { $d->m };",
        "sub f { return wantarray ? $d->m : 1; }",
        "sub f { return (1, $d->m); }",
        "sub f { $d->m if 1 }",
        "sub f { eval { $d->m } }",
    ],
}


@pytest.mark.parametrize(
    ("expected", "perl"), [(each, perl) for each, perls in PLACES.items() for perl in perls]
)
def test_contexts(expected: Context, perl: str) -> None:
    (call,) = (
        each
        for each in nodes(perl, "method_call_expression")
        if (method := each.child_by_field_name("method")) is not None and tree.text(method) == "m"
    )
    assert context(call) is expected


def test_depth_does_no_harm() -> None:
    call = nodes("$x = " + "$y || (" * 400 + "$d->m" + ")" * 400 + ";", "method_call_expression")[0]
    assert context(call) is Context.SCALAR
    call = nodes("if ($x) { " * 400 + "$d->m" + "}" * 400, "method_call_expression")[0]
    assert context(call) is Context.VOID
