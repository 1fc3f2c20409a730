package Guest;

sub new { return bless { name => $_[1] }, $_[0] }
sub label { return $_[0]{name} }

package main;

my $guest = Guest->new("web");
print $guest->label, "\n";
