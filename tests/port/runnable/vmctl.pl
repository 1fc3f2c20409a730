#!/usr/bin/perl
# args: list
# args: list --all --long
# args: info test
# args: --uri test:///default start test
# args: cycle test
# args: set-memory test 1G
# args: set-memory test 12x
# args: bogus
# args: --help
# exit: 2

use strict;
use warnings;

use Getopt::Long qw(:config gnu_getopt no_ignore_case);
use Pod::Usage;
use Sys::Virt;

our $VERSION = '1.4';

my %opt = (uri => 'test:///default', verbose => 0);

GetOptions(
    \%opt,
    'uri|c=s',
    'all|a!',
    'long|l',
    'verbose|v+',
    'version|V',
    'help|h',
) or pod2usage(2);

pod2usage(-verbose => 1, -exitval => 0) if $opt{help};
if ($opt{version}) {
    print "vmctl $VERSION\n";
    exit 0;
}

my %commands = (
    'list'       => { code => \&cmd_list,   args => [0, 0], help => 'all guests' },
    'info'       => { code => \&cmd_info,   args => [1, 1], help => 'what is known of a guest' },
    'start'      => { code => \&cmd_start,  args => [1, 9], help => 'start guests' },
    'stop'       => { code => \&cmd_stop,   args => [1, 9], help => 'stop guests' },
    'cycle'      => { code => \&cmd_cycle,  args => [1, 1], help => 'stop and start a guest' },
    'set-memory' => { code => \&cmd_memory, args => [2, 2], help => 'change a guest\'s memory' },
);

my $name = shift @ARGV or pod2usage(-msg => "vmctl: no command\n", -exitval => 2);
my $command = $commands{$name};
unless ($command) {
    print STDERR "vmctl: no such command: $name\n";
    print STDERR "There are:\n";
    printf STDERR "  %-12s %s\n", $_, $commands{$_}{help} for sort keys %commands;
    exit 2;
}

my ($least, $most) = @{ $command->{args} };
if (@ARGV < $least || @ARGV > $most) {
    die "vmctl $name: takes $least", ($most > $least ? " to $most" : ''), " arguments\n";
}

my %STATES = (
    Sys::Virt::Domain::STATE_RUNNING()  => 'running',
    Sys::Virt::Domain::STATE_PAUSED()   => 'paused',
    Sys::Virt::Domain::STATE_SHUTOFF()  => 'shut off',
    Sys::Virt::Domain::STATE_CRASHED()  => 'crashed',
);

my $conn = eval { Sys::Virt->new(uri => $opt{uri}) };
if (my $err = $@) {
    die "vmctl: can't open $opt{uri}: " . (ref $err ? $err->message : $err) . "\n";
}

exit($command->{code}->(@ARGV) ? 0 : 1);

sub debug {
    my ($level, $format, @values) = @_;
    return if $opt{verbose} < $level;
    printf STDERR "vmctl: $format\n", @values;
}

sub guest {
    my $name = shift;
    my $dom = eval { $conn->get_domain_by_name($name) };
    return $dom if $dom;
    if (ref $@ && $@->code == Sys::Virt::Error::ERR_NO_DOMAIN) {
        die "vmctl: no guest is called '$name'\n";
    }
    die $@;
}

sub state_of {
    my ($dom) = @_;
    my ($state, $reason) = $dom->get_state;
    return exists $STATES{$state} ? $STATES{$state} : "state $state";
}

sub size {
    my ($kib) = @_;
    my @units = qw(KiB MiB GiB TiB);
    my $unit = 0;
    while ($kib >= 1024 && $unit < $#units) {
        $kib /= 1024;
        $unit++;
    }
    return sprintf($kib == int $kib ? "%d %s" : "%.1f %s", $kib, $units[$unit]);
}

sub cmd_list {
    my @doms = $conn->list_domains;
    push @doms, $conn->list_defined_domains if $opt{all};
    foreach my $dom (sort { $a->get_name cmp $b->get_name } @doms) {
        if ($opt{long}) {
            my $info = $dom->get_info;
            printf "%-4s %-16s %-10s %2d %10s\n",
                ($dom->is_active ? $dom->get_id : '-'),
                $dom->get_name, state_of($dom),
                $info->{nrVirtCpu}, size($info->{memory});
        } else {
            print $dom->get_name, "\n";
        }
    }
    printf "%d guest%s\n", scalar @doms, @doms == 1 ? '' : 's';
    return 1;
}

sub cmd_info {
    my $dom = guest(shift);
    my $info = $dom->get_info;
    my @rows = (
        [ Name   => $dom->get_name ],
        [ UUID   => $dom->get_uuid_string ],
        [ State  => state_of($dom) ],
        [ CPUs   => $info->{nrVirtCpu} ],
        [ Memory => size($info->{memory}) . ' of ' . size($info->{maxMem}) ],
        [ Kept   => $dom->is_persistent ? 'yes' : 'no' ],
    );
    printf "%-8s %s\n", "$_->[0]:", $_->[1] foreach @rows;
    return 1;
}

sub cmd_start {
    my $faults = 0;
    foreach my $name (@_) {
        my $dom = guest($name);
        if ($dom->is_active) {
            warn "vmctl: $name runs already\n";
            $faults++;
            next;
        }
        $dom->create;
        print "$name started\n";
    }
    return !$faults;
}

sub cmd_stop {
    guest($_)->destroy, print "$_ stopped\n" foreach @_;
    return 1;
}

sub cmd_cycle {
    my ($name) = @_;
    my @seen = (state_of(guest($name)));
    cmd_stop($name);
    push @seen, state_of(guest($name));
    cmd_start($name);
    push @seen, state_of(guest($name));
    print join(' -> ', @seen), "\n";
    return 1;
}

sub cmd_memory {
    my ($name, $wanted) = @_;
    my %factor = ('' => 1, K => 1, M => 1024, G => 1024 ** 2);
    my ($number, $unit) = uc($wanted) =~ /^(\d+)([KMG]?)$/
        or die "vmctl: '$wanted' is no size\n";
    my $kib = $number * $factor{$unit};
    my $dom = guest($name);
    debug(1, "%s gets %d KiB", $name, $kib);
    $dom->set_memory($kib);
    print "$name has ", size($dom->get_info->{memory}), "\n";
    return 1;
}

__END__

=head1 NAME

vmctl - looks after guests

=head1 SYNOPSIS

vmctl [options] command [arguments]

=head1 OPTIONS

=over 4

=item B<--uri>, B<-c> URI

The host.

=item B<--all>, B<-a>

Also guests that don't run.

=back

=cut
