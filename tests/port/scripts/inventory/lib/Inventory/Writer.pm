package Inventory::Writer;
# runs: no - a module of inventory.pl

use strict;
use warnings;

sub new {
    my ($class, %args) = @_;
    return bless {%args}, $class;
}

sub heading {
    my ($self, $text) = @_;
    print { $self->{handle} } "== $text\n";
}

sub guest {
    my ($self, $guest) = @_;
    # A guest of the inventory's own, not a domain.
    printf { $self->{handle} } "%-20s %6d MiB %s\n",
        $guest->get_name, $guest->memory, $guest->get_state;
}

sub pools {
    my ($self, $pools) = @_;
    foreach my $name (sort keys %$pools) {
        my $info = $pools->{$name}->get_info;
        printf { $self->{handle} } "%-20s %s bytes free\n", $name, $info->{available};
        foreach my $vol ($pools->{$name}->list_volumes) {
            print { $self->{handle} } "  ", $vol->get_path, "\n";
        }
    }
}

1;
