#!/usr/bin/perl
# runs: no - needs a host with real storage
use strict;
use warnings;
use Fcntl qw(SEEK_SET);
use Sys::Virt;
use Sys::Virt::Stream;

die "syntax: $0 URI VOL-PATH up|down|sparse FILE\n" unless @ARGV == 4;

my ($uri, $path, $way, $file) = @ARGV;
my $c = Sys::Virt->new(uri => $uri);
my $vol = $c->get_storage_volume_by_path($path);
my $st = $c->new_stream();

my %ways = (up => \&up, down => \&down, sparse => \&sparse);
my $how = $ways{$way} or die "don't know '$way'\n";
eval { $how->($vol, $st, $file) };
if ($@) {
    my $why = $@;
    eval { $st->abort };
    die $why;
}
$st->finish;
print $vol->get_name, " ok\n";

sub up {
    my ($v, $s, $name) = @_;
    open FILE, "<$name" or die "$name: $!";
    binmode FILE;
    $v->upload($s, 0, -s FILE);
    my ($data, $have) = ("", 0);
    while (($have = sysread FILE, $data, 65536)) {
        my $sent = 0;
        while ($sent < $have) {
            my $n = $s->send(substr($data, $sent), $have - $sent);
            die "would block" if $n == -2;
            $sent += $n;
        }
    }
    close FILE;
}

sub down {
    my ($v, $s, $name) = @_;
    open my $fh, '>:raw', $name or die "$name: $!";
    $v->download($s, 0, 0, 0);
    $s->recv_all(sub {
        my ($stream, $data, $nbytes) = @_;
        my $done = syswrite $fh, $data, $nbytes;
        $stream->abort if !defined $done;
        return defined $done ? $done : -1;
    });
    close $fh;
}

sub sparse {
    my ($v, $s, $name) = @_;
    open my $fh, '+>', $name or die;
    $v->download($s, 0, 0, Sys::Virt::StorageVol::VOL_DOWNLOAD_SPARSE_STREAM);
    $s->sparse_recv_all(
        sub { syswrite $fh, $_[1], $_[2] },
        sub {
            my ($stream, $length) = @_;
            seek $fh, $length, 1 or return $stream->abort;
            0;
        },
    );
    my $length;
    while (1) {
        my $r = $s->recv(my $data, 4096, Sys::Virt::Stream::RECV_STOP_AT_HOLE);
        last unless $r;
        if ($r == -3) {
            $length = $s->recv_hole;
            next;
        }
        print {$fh} $data;
    }
}
