#!/usr/bin/env perl
# runs: yes
# args: --uri test:///default --target .
use strict;
use warnings;
use POSIX qw(strftime);
use File::Spec;
use Getopt::Long;
use Sys::Virt;

my %opt = (uri => 'qemu:///system', keep => 3, wait => 2, target => '/var/backups/guests');
GetOptions(\%opt, 'uri=s', 'keep=i', 'wait=i', 'target=s', 'only=s@', 'dry-run', 'debug')
    or die "Bad options\n";

my $hv;
my %was_running;
my $failures = 0;

sub note {
    my $format = shift;
    printf STDERR "%s $format\n", strftime("%H:%M:%S", localtime), @_ if $opt{debug};
}

sub connect_once {
    return $hv if $hv;
    $hv = eval { Sys::Virt->new(uri => $opt{uri}); };
    die "Unable to reach $opt{uri}: " . $@->message . "\n" if $@;
    return $hv;
}

sub guests {
    my @all = (connect_once()->list_domains, connect_once->list_defined_domains);
    return @all unless $opt{only};
    my %wanted = map { $_ => 1 } @{ $opt{only} };
    return grep { $wanted{ $_->get_name } } @all;
}

sub file_for {
    my ($guest, $suffix) = @_;
    my $name = $guest->get_name();
    $name =~ s/[^\w.-]/_/g;
    return File::Spec->catfile($opt{target}, "$name.$suffix");
}

# The definition without secrets would be useless for a restore.
sub save_definition {
    my $guest = shift;
    my $flags = Sys::Virt::Domain::XML_INACTIVE | Sys::Virt::Domain::XML_SECURE;
    my $xml = $guest->get_xml_description($flags);
    my $file = file_for($guest, 'xml');
    return note("would write %s", $file) if $opt{'dry-run'};
    open my $out, '>', $file or die "$file: $!\n";
    print {$out} $xml;
    close $out or die "$file: $!\n";
    return length $xml;
}

sub stop_guest {
    my ($guest) = @_;
    return 1 unless $guest->is_active;
    $was_running{ $guest->get_uuid_string } = $guest;
    $guest->shutdown;
    for (my $i = 0; $i < $opt{wait}; $i++) {
        my ($state, $reason) = $guest->get_state;
        return 1 if $state == Sys::Virt::Domain::STATE_SHUTOFF;
        sleep 1;
    }
    note("%s doesn't go down, using force", $guest->get_name);
    $guest->destroy;
    return !$guest->is_active;
}

sub start_all {
    while (my ($uuid, $guest) = each %was_running) {
        eval { $guest->create };
        if (my $error = $@) {
            warn sprintf("%s didn't start again: %s\n", $uuid,
                ref $error && $error->isa('Sys::Virt::Error') ? $error->message : $error);
            $failures++;
        }
    }
    %was_running = ();
}

sub prune {
    my ($guest) = @_;
    my @snaps = sort { $a->get_name cmp $b->get_name }
        grep { $_->get_name =~ /^backup-/ }
        $guest->list_snapshots;
    while (@snaps > $opt{keep}) {
        my $old = shift @snaps;
        note("deleting %s", $old->get_name);
        $old->delete(0) unless $opt{'dry-run'};
    }
}

sub snapshot {
    my ($guest) = @_;
    my $name = strftime("backup-%Y%m%d%H%M%S", localtime);
    my $snap = $guest->create_snapshot(<<XML);
<domainsnapshot>
  <name>$name</name>
  <description>Taken by $0 for @{[ $guest->get_name ]}</description>
</domainsnapshot>
XML
    return $snap->get_name;
}

GUEST:
for my $guest (guests()) {
    my $name = $guest->get_name;
    note("backing up %s", $name);
    eval {
        save_definition($guest);
        snapshot($guest) unless $opt{'dry-run'};
        prune($guest);
        1;
    } or do {
        my $err = $@ || 'unknown error';
        warn "$name: $err";
        $failures++;
        next GUEST;
    };
    unless (stop_guest($guest)) {
        warn "$name: still running\n";
        $failures++;
        next GUEST;
    }
    print "$name: ", join(',', map { $_->get_name ? 'snapshot' : 'nameless' } $guest->list_all_snapshots), "\n";
}
start_all();

exit($failures ? 1 : 0);
