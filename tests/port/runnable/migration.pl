#!/usr/bin/perl
# Moves guests between two connections: checks first, then one after the other, with a way back.
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;
use Try::Tiny;

package Mover;

our $VERBOSE = 0;

sub new {
    my ($class, %args) = @_;
    for my $needed (qw(from to)) {
        die "no $needed" unless $args{$needed};
    }
    my $self = bless {
        limit => 3,
        order => 'size',
        prefix => '',
        log => [],
        %args,
    }, $class;
    return $self;
}

sub log {
    my ($self, $format, @values) = @_;
    my $line = @values ? sprintf($format, @values) : $format;
    push @{ $self->{log} }, $line;
    print "  . $line\n" if $VERBOSE;
    return $line;
}

sub candidates {
    my ($self) = @_;
    my @all = grep { $_->is_active } $self->{from}->list_all_domains;
    my %by = (
        size => sub { $_[0]->get_info->{memory} <=> $_[1]->get_info->{memory} },
        name => sub { $_[0]->get_name cmp $_[1]->get_name },
    );
    my $compare = $by{ $self->{order} } || die "no order $self->{order}\n";
    return sort { $compare->($a, $b) || $a->get_name cmp $b->get_name } @all;
}

sub check {
    my ($self, $dom) = @_;
    my @faults;
    my $name = $dom->get_name;
    my $info = $dom->get_info;
    my $there = Try::Tiny::try(sub { $self->{to}->get_domain_by_name($self->{prefix} . $name) }, Try::Tiny::catch { undef });
    push @faults, 'is there already' if $there;
    my $free = $self->{to}->get_node_info->{memory};
    push @faults, sprintf 'needs %d MiB, %d are there', $info->{maxMem} / 1024, $free / 1024
        if $info->{maxMem} > $free;
    my $xml = $dom->get_xml_description;
    my @devices = $xml =~ /<hostdev\b/g;
    push @faults, 'has ' . @devices . ' device' . (@devices == 1 ? '' : 's') . ' of the host' if @devices;
    push @faults, 'is called badly' if $name =~ /[^\w.-]/;
    return @faults;
}

sub move {
    my ($self, $dom) = @_;
    my $name = $dom->get_name;
    my ($new, @undo);
    my $ok = Try::Tiny::try(
        sub {
            $self->log('%s: suspending', $name);
            $dom->suspend;
            push @undo, sub { $dom->resume };

            my $xml = $dom->get_xml_description(Sys::Virt::Domain::XML_SECURE);
            $xml =~ s/\s+id='\d+'// if $xml =~ /^<domain[^>]*\sid=/;
            $xml =~ s{<uuid>.*?</uuid>\s*}{} if $self->{fresh};
            $xml =~ s{<name>}{<name>$self->{prefix}};
            $self->log('%s: %s there', $name, 'defining');
            $new = $self->{to}->define_domain($xml);
            push @undo, sub { $new->undefine };

            die "no luck with $name\n" if $self->{unlucky} && $name =~ $self->{unlucky};
            $new->create;
            push @undo, sub { $new->destroy };
            $dom->destroy;
            $self->log("$name: moved");
            1;
        },
        Try::Tiny::catch {
            my $error = $_;
            chomp(my $text = ref $error ? $error->message : "$error");
            $self->log('%s: %s', $name, $text);
            while (my $step = pop @undo) { $step->() }
            $self->log("$name: all as it was");
            0;
        }
    );
    return $ok;
}

sub run {
    my $self = shift;
    my %result = (moved => [], failed => [], skipped => []);
    my $left = $self->{limit};
    for my $dom ($self->candidates) {
        my $name = $dom->get_name;
        if (my @faults = $self->check($dom)) {
            $self->log("$name: $_") for @faults;
            push @{ $result{skipped} }, $name;
            next;
        }
        if ($left-- <= 0) {
            $self->log("$name: is for another day");
            push @{ $result{skipped} }, $name;
            next;
        }
        push @{ $result{ $self->move($dom) ? 'moved' : 'failed' } }, $name;
    }
    return wantarray ? %result : \%result;
}

package main;

sub host {
    my @names = @_;
    my $conn = Sys::Virt->new(uri => 'test:///default');
    foreach (@names) {
        my ($name, $memory, $extra) = split /=/, $_, 3;
        my $devices = $extra ? "<devices><hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='0xbeef'/></source></hostdev></devices>" : '';
        my $dom = $conn->define_domain("<domain type='test'><name>$name</name><memory>$memory</memory><os><type>hvm</type></os>$devices</domain>");
        $dom->create;
    }
    return $conn;
}

sub names { return join ' ', sort map { $_->get_name . ($_->is_active ? '' : '(off)') } $_[0]->list_all_domains }

my $from = host(qw(small=1024 middle=4096 large=8192 tied=512=usb));
my $to = host();
print "from: ", names($from), "\nto:   ", names($to), "\n";

# Where both names live in one process they are one host.
my $same = $from->get_domain_by_name('small') && eval { $to->get_domain_by_name('small') };
print $same ? "one host\n" : "two hosts\n";

my $mover = Mover->new(from => $from, to => $to, limit => 2, unlucky => qr/^mid/);
my $result = $mover->run;
for my $how (qw(moved failed skipped)) {
    print "$how: ", join(', ', @{ $result->{$how} }) || '-', "\n";
}
print map { "  $_\n" } @{ $mover->{log} };

# Under other names they have room beside each other.
$Mover::VERBOSE = 1;
$mover = Mover->new(from => $from, to => $to, limit => 2, unlucky => qr/^mid/, fresh => 1, prefix => 'new-');
my %second = $mover->run;
$Mover::VERBOSE = 0;
print map { "$_: @{ $second{$_} }\n" } sort keys %second;
print "from: ", names($from), "\n", scalar @{ $mover->{log} }, " lines in the log\n";
my %again = Mover->new(from => $from, to => $to, order => 'name', fresh => 1)->run;
print "again: ", join('; ', map { "$_ @{ $again{$_} }" } grep { @{ $again{$_} } } sort keys %again), "\n";
eval { Mover->new(from => $from) };
print "error: ", $@ =~ /^(no to) at/ ? $1 : $@, "\n";
eval { Mover->new(from => $from, to => $to, order => 'age')->run };
print "error: $@";
