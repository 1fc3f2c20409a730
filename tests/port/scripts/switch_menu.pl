#!/usr/bin/perl
# runs: no - needs Switch
use strict;
use warnings;
use Switch;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'qemu:///system');
my ($verb, $name) = @ARGV;
my $dom;
$dom = $conn->get_domain_by_name($name) if defined $name;

switch ($verb) {
    case 'list' {
        print $_->get_name, "\n" for $conn->list_domains;
    }
    case ['start', 'boot'] {
        $dom->create();
        print "started\n";
    }
    case /^(stop|halt)$/ { $dom->shutdown }
    case 'kill' {
        $dom->destroy if $dom->is_active;
    }
    case 'state' {
        my ($state) = $dom->get_state;
        switch ($state) {
            case 1 { print "running\n" }
            case 3 { print "paused\n"; $dom->resume; }
            else   { print "state $state of ", $dom->get_id, "\n" }
        }
    }
    case 'info' {
        my $info = $dom->get_info;
        foreach my $key (sort keys %$info) {
            print "$key: $info->{$key}\n";
        }
        next;
    }
    else {
        die "unknown: $verb\n";
    }
}

sub colour {
    my $d = shift;
    switch ($d->get_autostart) {
        case 1 { return 'green' }
        case 0 { return $d->is_persistent ? 'grey' : 'red' }
    }
}
print colour($dom), "\n";
