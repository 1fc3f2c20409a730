"""Statements, each by its form."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        # Assignments.
        ("$x = $dom->get_name;", "x = dom.get_name()"),
        ("our $x = $dom->get_name;", "x = dom.get_name()"),
        ("$h{x} = $dom->get_name;", 'h["x"] = dom.get_name()'),
        ("$h->{x}{y} = $dom->get_name;", 'h["x"]["y"] = dom.get_name()'),
        ("$self->{dom} = $conn->get_domain_by_id(1);", "self.dom = conn.get_domain_by_id(1)"),
        ("$ENV{NAME} = $dom->get_name;", 'os.environ["NAME"] = dom.get_name()'),
        ("$l[0] = $dom->get_name;", "l[0] = dom.get_name()"),
        ("$x = $y = $dom->get_name;", "x = y = dom.get_name()"),
        ("my ($s, $r) = $dom->get_state;", "s, r = dom.get_state()"),
        ("(undef, $r) = $dom->get_state;", "_, r = dom.get_state()"),
        ("my ($f) = $conn->list_domains;", "f = next(iter(conn.list_domains()), None)"),
        ("my ($n) = $dom->get_name;", "n = dom.get_name()"),
        ("my ($n, $i) = ($dom->get_name, $dom->get_id);", "n, i = dom.get_name(), dom.get_id()"),
        ("my @l = $conn->list_domains;", "l = conn.list_domains()"),
        ("@$l = $conn->list_domains;", "l[:] = conn.list_domains()"),
        ("my %i = %{ $dom->get_info };", "i = dict(dom.get_info())"),
        (
            "my %h = map { $_->get_name => $_ } $conn->list_domains;",
            "h = {dom.get_name(): dom for dom in conn.list_domains()}",
        ),
        ("$n += $dom->get_id;", "n += dom.get_id()"),
        ("$h{n} += $dom->get_id;", 'h["n"] = h.get("n", 0) + dom.get_id()'),
        ("$s .= $dom->get_name;", 's += f"{dom.get_name()}"'),
        ("$x ||= $dom->get_name;", "x = x or dom.get_name()"),
        ("$x //= $dom->get_name;", "if x is None: x = dom.get_name()"),
        ("$h{x} ||= $dom->get_name;", 'h["x"] = h.get("x") or dom.get_name()'),
        ("$seen{ $dom->get_name }++;", "seen[dom.get_name()] = seen.get(dom.get_name(), 0) + 1"),
        # Lists.
        ("push @l, $dom;\n$dom->get_name;", "dom.get_name()"),
        ("push @l, $dom->get_name;", "l.append(dom.get_name())"),
        ("push @l, $conn->list_domains;", "l.extend(conn.list_domains())"),
        ("push @{ $h{x} }, $dom->get_name;", 'h.setdefault("x", []).append(dom.get_name())'),
        ("push @$l, $dom->get_name, 1;", "l.extend([dom.get_name(), 1])"),
        # Printing.
        ('print $dom->get_name, "\\n";', "print(dom.get_name())"),
        ("print $dom->get_name;", 'print(dom.get_name(), end="")'),
        ('print "a ", $dom->get_name, "\\n";', 'print(f"a {dom.get_name()}")'),
        ("say $dom->get_name;", "print(dom.get_name())"),
        ('print STDERR $dom->get_name, "\\n";', "print(dom.get_name(), file=sys.stderr)"),
        ('print {$fh} $dom->get_name, "\\n";', "print(dom.get_name(), file=fh)"),
        ('printf "%s\\n", $dom->get_name;', 'print("%s" % dom.get_name())'),
        ('printf("%s", $dom->get_name);', 'print("%s" % dom.get_name(), end="")'),
        ('printf STDERR "%s\\n", $dom->get_name;', 'print("%s" % dom.get_name(), file=sys.stderr)'),
        ('print $dom->get_state, "\\n";', 'print(*dom.get_state(), sep="")'),
        ('warn $dom->get_name, "\\n";', "print(dom.get_name(), file=sys.stderr)"),
        ('die "no ", $dom->get_name, "\\n";', 'raise SystemExit(f"no {dom.get_name()}")'),
        # Conditions and loops.
        ("if ($dom->is_active) { 1 }", "if dom.is_active():"),
        ("unless ($dom->is_active) { 1 }", "if not dom.is_active():"),
        ("if ($x) { 1 } elsif ($dom->is_active) { 2 }", "elif dom.is_active():"),
        ("while ($dom->is_active) { 1 }", "while dom.is_active():"),
        ("until ($dom->is_active) { 1 }", "while not dom.is_active():"),
        ("if (my $d = $conn->get_domain_by_id(1)) { 1 }", "if d := conn.get_domain_by_id(1):"),
        ("if ($conn->list_domains) { 1 }", "if conn.list_domains():"),
        ("if ($opt{v} && $dom->is_active) { 1 }", 'if opt.get("v") and dom.is_active():'),
        ("foreach my $d ($conn->list_domains) { 1 }", "for d in conn.list_domains():"),
        ("foreach ($conn->list_domains) { print $_->get_name }", "for dom in conn.list_domains():"),
        ("for my $k (sort keys %{ $dom->get_info }) { 1 }", "for k in sorted(dom.get_info()):"),
        ("for my $k (keys %{ $dom->get_info }) { 1 }", "for k in dom.get_info():"),
        ("for my $i (0 .. $dom->get_id) { 1 }", "for i in range(dom.get_id() + 1):"),
        ('print "x" if $dom->is_active;', 'if dom.is_active(): print("x", end="")'),
        ("next if $dom->is_active;", "if dom.is_active(): continue"),
        ("last unless $dom->is_active;", "if not dom.is_active(): break"),
        ("return unless $dom->is_active;", "if not dom.is_active(): return"),
        ("$_->destroy for $conn->list_domains;", "for dom in conn.list_domains(): dom.destroy()"),
        ("sleep 1 while $dom->is_active;", "while dom.is_active(): time.sleep(1)"),
        ("sleep 1 until $dom->is_active;", "while not dom.is_active(): time.sleep(1)"),
        ("$dom->is_active or $dom->create;", "if not dom.is_active(): dom.create()"),
        ("$dom->is_active and $dom->destroy;", "if dom.is_active(): dom.destroy()"),
        ("$conn->get_domain_by_id(1) or die 'x';", "conn.get_domain_by_id(1)"),
        ("exit 2 if $dom->is_active;", "if dom.is_active(): sys.exit(2)"),
        # Results.
        ("return $dom->get_name;", "return dom.get_name()"),
        ("return ($dom->get_name, 1);", "return dom.get_name(), 1"),
        ("return $conn->list_domains;", "return conn.list_domains()"),
        ("return $dom->get_state;", "return dom.get_state()"),
        (
            "return map { $_->get_name } $conn->list_domains;",
            "return [dom.get_name() for dom in conn.list_domains()]",
        ),
    ],
)
def test_statements(perl: str, python: str) -> None:
    assert line_of(perl) == python


@pytest.mark.parametrize(
    "perl",
    [
        "my ($x) = $dom->get_name =~ /(a)/;",
        "my ($x, @r) = ($dom->get_name, @l);",
        "my ($x, $y) = $dom->get_name;",
        "local $x{a} = $dom->get_name;",
        "$x = $dom->get_name or next;",
        "warn $dom->get_name;",
        "die { name => $dom->get_name };",
        "next OUTER if $dom->get_name;",
        "do { 1 } while $dom->get_name;",
        "%$h = (a => $dom->get_name);",
        "unshift @l, $dom->get_name;",
        "open my $f, '<', $dom->get_name;",
    ],
)
def test_what_is_not_certain_is_left_to_the_use(perl: str) -> None:
    assert line_of(perl) == "dom.get_name()"
