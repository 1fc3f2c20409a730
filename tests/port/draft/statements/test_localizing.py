"""What the drafts do that ``localizing`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "variables of a package": r"""
our $x = 1; sub show { return "x=$x" } sub f { local $x = 2; return show() }
print f(), " ", show(), "\n"; { local $x = 5; print show(), "\n" } print show(), "\n";
""",
    "arrays and hashes": r"""
our @l = (1, 2); our %h = (a => 1);
sub n { return scalar(@l) . join(',', sort keys %h) } { local @l = (1);
local %h = (b => 2, c => 3); print n(), "\n" } print n(), "\n";
""",
    "elements": r"""
our %c = (debug => 0); sub dbg { return $c{debug} } { local $c{debug} = 1; print dbg(),
"\n" } print dbg(), "\n"; my %e; { local $e{x} = 1;
print exists $e{x} ? 1 : 0 } print exists $e{x} ? 1 : 0, "\n"; { local $ENV{NEW_ONE} = 'v';
print $ENV{NEW_ONE} } print defined $ENV{NEW_ONE} ? 1 : 0, "\n";
""",
    "the topic": r"""
for (1, 2) { my $t = $_; { local $_ = "in$t"; print "$_ " } print "$_\n" }
sub f { local $_ = shift; s/a/b/; return $_ } print f('cat'), "\n";
""",
    "a whole file": r"""
open my $fh, '<', $0 or die; my $text = do { local $/; <$fh> }; close $fh;
print length($text) > 10 ? "long\n" : "short\n"; open $fh, '<', $0 or die;
{ local $/ = undef; my $all = <$fh>; print $all eq $text ? "same\n" : "other\n" } close $fh;
""",
    "paragraphs": r"""
my $d = "a\nb\n\nc\n"; open my $fh, '<', \$d or die;
{ local $/ = ''; my @p = <$fh>; print scalar(@p), "\n" } close $fh;
open $fh, '<', \$d or die; { local $/ = 'b'; my $x = <$fh>; print length $x, "\n" }
""",
    "behind an error": r"""
our $level = 0; sub deep {
local $level = $level + 1; die "too deep\n" if $level > 2;
return deep() } eval { deep() }; print "$level $@";
""",
    "$@ and $!": r"""
eval { die "outer\n" }; { local $@; eval { die "inner\n" }; print "in: $@" } print "out: $@";
""",
    "returning out of it": r"""
our $v = 'a'; sub g { local $v = 'b'; return $v . '!' } print g(), $v, "\n";
sub h { local $v; return defined $v ? 1 : 0 } print h(), $v, "\n";
""",
    "lists that are longer for a while": r"""
our @stack = (1, 2); sub show { print "@stack\n" }
sub f { local @stack = (@stack, 3); show() } f(); show();
""",
    "trimming a copy of the topic": r"""
for (1 .. 2) { { local $_ = "x"; print } print } print "\n";
sub trim { local $_ = shift; s/^\s+//; s/\s+$//; return $_ } print "[", trim("  a b "), "]\n";
""",
    "several elements": r"""
our %o = (a => 1); sub show { print join(',', map { "$_=$o{$_}" } sort keys %o), "\n" }
sub with { local $o{a} = 5; local $o{b} = 6; show() } with(); show();
""",
}
