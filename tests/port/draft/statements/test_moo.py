"""What the drafts do that ``moo`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "attributes": r"""
package P; use Moo; has name => (is => 'ro', required => 1);
has size => (is => 'rw', default => sub { 3 }); has long => (is => 'lazy');
sub _build_long { $_[0]->name x 2 }
package main; my $p = P->new(name => 'a'); print $p->name, $p->size, $p->long; $p->size(7);
print $p->size, "\n"; eval { P->new };
print $@ =~ /^Missing required arguments: name/ ? "refused\n" : $@; eval { $p->name('b') };
print $@ ? "read only\n" : "written\n";
""",
    "parents, roles and changes": r"""
package R; use Moo::Role; requires 'name'; sub shout { uc $_[0]->name }
package A; use Moo; has name => (is => 'ro'); with 'R'; sub greet { 'hi ' . $_[0]->name }
package B; use Moo; extends 'A'; around greet => sub { my ($orig, $self) = @_;
'<' . $self->$orig . '>' }; before shout => sub { print 'now ' };
package main; my $b = B->new({ name => 'x' });
print $b->greet, ' ', $b->shout, ' ', $b->isa('A') ? 1 : 0, $b->does('R') ? 1 : 0, "\n";
""",
    "checks and builders": r"""
package P; use Moo; has n => (is => 'rw', isa => sub { die "no number\n" if $_[0] =~ /\D/ },
predicate => 1, clearer => 1, trigger => sub { print "set $_[1]\n" }); has all => (is => 'ro',
init_arg => 'items', default => sub { [] }); sub BUILD { push @{ $_[0]->all }, 'built' }
package main; my $p = P->new(n => 1, items => ['a']); eval { $p->n('x') };
print $@, $p->has_n ? 1 : 0; $p->clear_n; print $p->has_n ? 1 : 0, " @{ $p->all }\n";
""",
}
