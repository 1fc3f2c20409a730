#!/usr/bin/perl
# runs: no - needs two hosts
use strict;
use warnings;

# One process for each migration, its progress over a pipe.

use IO::Select;
use POSIX qw(WNOHANG);
use Storable qw(freeze thaw);
use Sys::Virt;

use constant {
    LIVE    => Sys::Virt::Domain::MIGRATE_LIVE,
    PEER    => Sys::Virt::Domain::MIGRATE_PEER2PEER,
    STORAGE => Sys::Virt::Domain::MIGRATE_NON_SHARED_INC,
};

die "usage: $0 FROM TO LIMIT NAME...\n" if @ARGV < 4;
my ($from, $to, $limit, @names) = @ARGV;
my %child;
my $select = IO::Select->new;
my $interrupted = 0;
local $SIG{INT} = sub { $interrupted++; kill TERM => keys %child };

MAIN: while (@names || %child) {
    start(shift @names) while @names && keys %child < $limit && !$interrupted;
    for my $handle ($select->can_read(1)) {
        my $line = <$handle>;
        unless (defined $line) {
            $select->remove($handle);
            close $handle;
            next;
        }
        print $line;
    }
    while ((my $pid = waitpid -1, WNOHANG) > 0) {
        my $info = delete $child{$pid};
        print "$info->{name}: ", ($? ? "failed" : "moved"), "\n";
        push @names, $info->{name} if $? && $info->{tries} < 2;
    }
    last MAIN if $interrupted > 1;
}

sub start {
    my ($name) = @_;
    pipe my ($reader, $writer);
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        close $reader;
        $writer->autoflush(1);
        select $writer;
        exit(eval { run($name); 1 } ? 0 : do { print "$name: ", error_text($@), "\n"; 1 });
    }
    close $writer;
    $select->add($reader);
    $child{$pid} = { name => $name, tries => 0 };
}

# A connection mustn't be shared with the parent: each child has its own.
sub run {
    my $name = shift;
    my %conn = map { ($_ => Sys::Virt->new(uri => "qemu+ssh://$_/system")) } $from, $to;
    my $dom = $conn{$from}->get_domain_by_name($name);
    local $SIG{TERM} = sub { $dom->abort_job; exit 1 };
    check_space($dom, $conn{$to});
    watch($dom);
    $dom->migrate_set_max_speed(100);
    $dom->migrate_to_uri("qemu+ssh://$to/system", LIVE | PEER | STORAGE, $name, 0);
    my $moved = $conn{$to}->get_domain_by_name($name);
    $moved->set_autostart(1) if $dom->get_autostart;
    printf "%s: now %d on %s\n", $name, $moved->get_id, $conn{$to}->get_hostname;
}

sub check_space {
    my ($dom, $target) = @_;
    my $need = $dom->get_info->{maxMem};
    my $free = $target->get_node_free_memory >> 10;
    die sprintf "needs %d KiB, %d are free\n", $need, $free if $need > $free;
    my ($cpu) = $target->get_capabilities =~ m{(<cpu>.*?</cpu>)}s;
    my $verdict = $target->compare_cpu($cpu);
    die "processor doesn't fit\n" if $verdict == Sys::Virt::CPU_COMPARE_INCOMPATIBLE;
}

sub watch {
    my $dom = $_[0];
    my $uuid = $dom->get_uuid_string;
    return if fork;
    my $own = Sys::Virt->new(uri => "qemu+ssh://$from/system", readonly => 1);
    my $same = $own->get_domain_by_uuid($uuid);
    for (;;) {
        my $job = eval { $same->get_job_info } or last;
        last if $job->{type} == Sys::Virt::Domain::JOB_NONE;
        my ($type, $stats) = $same->get_job_stats;
        print $same->get_name, ": ", int(100 - 100 * $job->{dataRemaining} / ($job->{dataTotal} || 1)), "%\n";
        sleep 1;
    }
    exit 0;
}

sub error_text {
    my $e = shift;
    return $e unless ref $e && $e->isa('Sys::Virt::Error');
    my %texts = (
        Sys::Virt::Error::ERR_NO_DOMAIN, 'no such domain',
        Sys::Virt::Error::ERR_OPERATION_FAILED, 'it failed',
    );
    return $texts{ $e->code } || $e->message;
}
