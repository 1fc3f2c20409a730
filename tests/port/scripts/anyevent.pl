#!/usr/bin/perl
# runs: no - needs AnyEvent
use strict;
use warnings;
use AnyEvent;
use AnyEvent::HTTPD;
use JSON;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => $ENV{LIBVIRT_URI} || 'qemu:///system', readonly => 1);
my $cv = AnyEvent->condvar;
my %latest;

my $w; $w = AnyEvent->timer(after => 0, interval => 10, cb => sub {
    my @doms = eval { $conn->list_domains };
    if ($@) {
        AE::log error => "lost: " . $@->message;
        $cv->send;
        undef $w;
        return;
    }
    for my $dom (@doms) {
        my $name = $dom->get_name;
        my $info = $dom->get_info;
        my $before = $latest{$name} || {};
        $latest{$name} = {
            cpu => $info->{cpuTime},
            load => defined $before->{cpu} ? ($info->{cpuTime} - $before->{cpu}) / 1e10 : undef,
            domain => $dom,
        };
    }
});

my $httpd = AnyEvent::HTTPD->new(port => 9090);
$httpd->reg_cb(
    '/' => sub {
        my ($httpd, $req) = @_;
        my %out = map { $_ => { load => $latest{$_}{load}, id => $latest{$_}{domain}->get_id } } keys %latest;
        $req->respond({ content => [ 'application/json', encode_json(\%out) ] });
    },
    '/xml' => sub {
        my ($httpd, $req) = @_;
        my $entry = $latest{ $req->parm('name') };
        my $xml = $entry ? $entry->{domain}->get_xml_description : '<none/>';
        $req->respond({ content => [ 'text/xml', $xml ] });
        $httpd->stop_request;
    },
);

my $term = AE::signal TERM => sub { $cv->send };
my $io = AnyEvent->io(fh => \*STDIN, poll => 'r', cb => sub {
    my $line = <STDIN>;
    $cv->send if !defined $line;
    print $latest{$1}{domain}->get_uuid_string, "\n" if $line =~ /^uuid (\w+)/ && $latest{$1};
});
$cv->recv;
