package My::Config;
# runs: no - a module of report.pl
use strict;
use warnings;
use My::Domain;

sub load {
    my ($class, $handle) = @_;
    my @domains;
    while (defined(my $line = <$handle>)) {
        chomp $line;
        my ($name, $memory, @paths) = split ' ', $line;
        push @domains, My::Domain->new(name => $name, memory => $memory, paths => \@paths);
    }
    return bless { domains => \@domains }, $class;
}

sub list_domains {
    my ($self) = @_;
    return @{ $self->{domains} };
}

sub get_domain_by_name {
    my ($self, $name) = @_;
    for my $dom ($self->list_domains) {
        return $dom if $dom->get_name eq $name;
    }
    return;
}

1;
