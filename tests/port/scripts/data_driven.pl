#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

# Commands stand at the end of the file.

my $uri = shift;
our $conn = Sys::Virt->new(uri => $uri);

my %handler;
$handler{state}   = sub { my $d = shift; print $d->get_name, " ", ($d->get_state)[0], "\n" };
$handler{suspend} = sub { $_[0]->suspend };
$handler{resume}  = sub { $_[0]->resume };
$handler{memory}  = sub { my ($d, $kib) = @_; $d->set_memory($kib, 0) };
$handler{$_} = \&{"do_$_"} for qw(vcpus reboot); no strict 'refs';

LINE:
while (my $line = <DATA>) {
    chomp $line;
    next LINE if $line =~ /^\s*(#|$)/;
    my ($verb, $name, @args) = split /\s+/, $line;
    redo LINE if $line =~ s/^again\s+//;
    my $dom = eval { $conn->get_domain_by_name($name) };
    unless ($dom) {
        print "skipped: $line\n";
        next;
    }
    last if $verb eq 'quit';
    my $code = $handler{$verb} || die "line $.: $verb?\n";
    $code->($dom, @args);
}

sub do_vcpus {
    my ($dom, $count) = @_;
    $dom->set_vcpus($count);
    print "vcpus: ", scalar(my @v = $dom->get_vcpu_info), "\n";
}

sub do_reboot { shift->reboot(0) }

__DATA__
# what to do
state test
suspend test
state test
resume test
memory test 1048576
vcpus test 2
state nobody
reboot test
$dom->get_name
quit test
