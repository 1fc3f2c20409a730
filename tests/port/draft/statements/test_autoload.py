"""Classes with ``AUTOLOAD``."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "fields by their names": r"""
package Flexible; our $AUTOLOAD; sub new { my $class = shift; return bless { @_ }, $class }
sub known { return "known" }
sub AUTOLOAD { my $self = shift; (my $field = $AUTOLOAD) =~ s/.*:://;
return if $field eq 'DESTROY'; die "no field $field\n" unless exists $self->{$field};
$self->{$field} = shift if @_; return $self->{$field}; }
package main; my $f = Flexible->new(color => 'red', width => 3);
print $f->color, " ", $f->width, " ", $f->known, "\n"; $f->color('blue'); print $f->color, "\n";
my @l = $f->width; print "@l\n"; eval { $f->weight }; print "error: $@";
print "$Flexible::AUTOLOAD\n" if $@;
""",
    "all on another object": r"""
package Inner; sub new { return bless { n => 2 }, shift }
sub twice { my ($self, $x) = @_; return $x * 2 }
sub both { return (1, 2) } package Outer; use vars '$AUTOLOAD';
sub new { my $class = shift; return bless { inner => Inner->new }, $class }
sub AUTOLOAD { my ($self, @rest) = @_; my $name = $AUTOLOAD; $name =~ s/^.*:://;
return if $name eq 'DESTROY'; return $self->{inner}->$name(@rest); }
package main; my $o = Outer->new; print $o->twice(21), "\n"; my @b = $o->both; print "@b\n";
""",
}
