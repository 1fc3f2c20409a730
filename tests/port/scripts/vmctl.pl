#!/usr/bin/perl
# runs: yes
# args: -c test:///default list
# args: -c test:///default info test
# args: -c test:///default lifecycle test
# args: -c test:///default define fresh 2048
# args: -c test:///default disks test
# args: -c test:///default tune test
# args: -c test:///default host
# args: -c test:///default rename test other

=head1 NAME

vmctl - looks after virtual machines

=head1 SYNOPSIS

    vmctl [-c URI] COMMAND [ARGUMENTS]

=cut

use strict;
use warnings;

use Getopt::Long qw(:config require_order);
use Pod::Usage;
use Text::Wrap qw(wrap);
use Sys::Virt;
use Sys::Virt::Domain;

our $uri = 'qemu:///system';
our $verbose = 0;
GetOptions('c|connect=s' => \$uri, 'v|verbose+' => \$verbose, 'h|help' => sub { pod2usage(0) })
    or pod2usage(2);

my $command = shift(@ARGV) // 'list';
my $code = main->can("cmd_$command") or pod2usage("unknown command: $command");

our $vmm = eval { Sys::Virt->new(uri => $uri, readonly => $command =~ /^(list|info|host)$/ ? 1 : 0) };
if (!defined $vmm) {
    my $error = $@;
    printf STDERR "can't connect to %s: %s\n", $uri, $error->message;
    exit 3;
}

my $result = eval { $code->(@ARGV) };
if (my $error = $@) {
    print STDERR explain($error), "\n";
    exit 1;
}
exit($result ? 0 : 1);

# ---------------------------------------------------------------- commands

sub cmd_list {
    my @rows = ([qw(Id Name State Memory)]);
    foreach my $dom (sort by_name $vmm->list_all_domains) {
        my $id = $dom->get_id;
        push @rows, [ $id < 0 ? '-' : $id, $dom->get_name, state_of($dom), memory_of($dom) ];
    }
    table(@rows);
    return 1;
}

sub cmd_info {
    my $dom = domain(shift);
    my $info = $dom->get_info;
    my @facts = (
        Name => $dom->get_name,
        UUID => $dom->get_uuid_string,
        'OS type' => $dom->get_os_type,
        State => state_of($dom),
        'CPU(s)' => $info->{nrVirtCpu},
        Autostart => yes($dom->get_autostart),
        Persistent => yes($dom->is_persistent),
        'Managed save' => yes($dom->has_managed_save_image),
    );
    while (my ($name, $value) = splice @facts, 0, 2) {
        printf "%-15s %s\n", "$name:", $value;
    }
    return 1;
}

sub cmd_lifecycle {
    my $dom = domain(@_);
    my @steps = (
        [ suspend => sub { $dom->suspend } ],
        [ resume  => sub { $dom->resume } ],
        [ save    => sub { $dom->managed_save } ],
        [ start   => sub { $dom->create } ],
        [ destroy => sub { $dom->destroy } ],
        [ start   => sub { $_[0]->create } ],
    );
    foreach my $step (@steps) {
        my ($name, $action) = @$step;
        eval { $action->($dom); 1 } or return complain($name, $@);
        print "$name: ", state_of($dom), "\n";
    }
    return 1;
}

sub cmd_define {
    my ($name, $mib) = @_;
    $mib ||= 1024;
    my $xml = <<"    END";
    <domain type='test'>
      <name>$name</name>
      <memory unit='MiB'>$mib</memory>
      <os><type>hvm</type></os>
    </domain>
    END
    my $dom = $vmm->define_domain($xml);
    $dom->set_autostart(1);
    $dom->set_max_memory(2 * $mib * 1024);
    print "defined ", $dom->get_name, ", at most ", $dom->get_max_memory, " KiB\n";
    $dom->undefine(Sys::Virt::Domain::UNDEFINE_MANAGED_SAVE);
    return !eval { $vmm->get_domain_by_name($name) };
}

sub cmd_disks {
    my $dom = domain(@_);
    my $xml = $dom->get_xml_description(Sys::Virt::Domain::XML_INACTIVE);
    my @rows = ([qw(Target Source Read Written)]);
    while ($xml =~ m{<disk .*? <source\s+file='([^']+)' .*? <target\s+dev='([^']+)'}gsx) {
        my ($source, $target) = ($1, $2);
        my $stats = eval { $dom->block_stats($target) } || {};
        push @rows, [ $target, $source, map { $_ ? 'some' : 'none' } @{$stats}{qw(rd_req wr_req)} ];
    }
    table(@rows);
    return 1;
}

sub cmd_tune {
    my ($name, %want) = @_;
    my $dom = domain($name);
    my %tunables = (
        scheduler => [ \&Sys::Virt::Domain::get_scheduler_parameters, 'set_scheduler_parameters' ],
        memory => [ sub { shift->get_memory_parameters }, 'set_memory_parameters' ],
        block => [ sub { $_[0]->get_blkio_parameters(0) }, 'set_blkio_parameters' ],
    );
    for my $kind (sort keys %tunables) {
        my ($get, $set) = @{ $tunables{$kind} };
        my $values = eval { $get->($dom) };
        if ($@) {
            print "$kind: ", ($@->code == Sys::Virt::Error::ERR_NO_SUPPORT ? "not supported" : explain($@)), "\n";
            next;
        }
        print "$kind: ", join(', ', map { "$_=$values->{$_}" } sort keys %$values), "\n";
        $dom->$set($want{$kind}) if $want{$kind};
    }
    return 1;
}

sub cmd_host {
    my $node = $vmm->get_node_info;
    print "Host: ", $vmm->get_hostname, "\n";
    printf "%d processors of %d MHz\n", $node->{cpus}, $node->{mhz};
    my %devices;
    $devices{$_}++ for map { $_->list_capabilities } $vmm->list_all_node_devices;
    print wrap('', '  ', join ', ', map { "$devices{$_} $_" } sort keys %devices), "\n";
    return 1;
}

sub cmd_rename {
    my ($old, $new) = @_;
    my $dom = domain($old);
    $dom->destroy if $dom->is_active;
    unless (eval { $dom->rename($new, 0); 1 }) {
        my $why = $@;
        print "can't rename: ", $why->code == &Sys::Virt::Error::ERR_NO_SUPPORT ? "not supported\n" : "$why";
    }
    $dom->create;
    return $dom->is_active;
}

# ---------------------------------------------------------------- what they share

sub domain {
    my ($key) = @_;
    die "no domain given\n" unless defined $key;
    for my $way (
        sub { $vmm->get_domain_by_name($key) },
        sub { $key =~ /^\d+$/ ? $vmm->get_domain_by_id($key) : undef },
        sub { $vmm->get_domain_by_uuid($key) },
    ) {
        my $found = eval { $way->() };
        return $found if $found;
    }
    die "no domain $key\n";
}

sub by_name { $a->get_name cmp $b->get_name }

sub state_of {
    my ($state, $reason) = $_[0]->get_state;
    my @names = qw(none running blocked paused shutdown shutoff crashed suspended);
    return $names[$state] . ($verbose ? " ($reason)" : '');
}

sub memory_of { my ($d) = @_; return sprintf '%d MiB', $d->get_info()->{memory} / 1024 }

sub yes { $_[0] ? 'yes' : 'no' }

sub explain {
    my $e = shift;
    return ref $e && $e->can('message') ? $e->message . ($verbose ? " [" . $e->domain . "]" : '') : "$e";
}

sub complain {
    my ($what, $why) = @_;
    print STDERR "$what: ", explain($why), "\n";
    return 0;
}

sub table {
    my @rows = @_;
    my @widths;
    for my $row (@rows) {
        for my $i (0 .. $#$row) {
            my $length = length($row->[$i] // '');
            $widths[$i] = $length if $length > ($widths[$i] || 0);
        }
    }
    for my $row (@rows) {
        my $line = join '  ', map { sprintf "%-*s", $widths[$_], $row->[$_] // '' } 0 .. $#widths;
        $line =~ s/\s+$//;
        print "$line\n";
    }
}
