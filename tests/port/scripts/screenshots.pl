#!/usr/bin/perl
# runs: yes
# args: test:///default .
# Pictures of all guests that run, one after the other.
use strict;
use warnings;
use Sys::Virt;

my ($uri, $folder) = @ARGV;
my $hv = new Sys::Virt(uri => $uri, readonly => 0);
my %EXTENSION = ('image/x-portable-pixmap' => 'ppm', 'image/png' => 'png');

DOMAIN: for my $d ($hv->list_all_domains(Sys::Virt::Domain::LIST_ACTIVE)) {
    my $s = $hv->new_stream;
    my $mime = eval { $d->screenshot($s, 0, 0) };
    if (!defined $mime) {
        print $d->get_name, ": no picture (", $@->code, ")\n";
        next DOMAIN;
    }
    my $file = sprintf "%s/%s.%s", $folder, $d->get_name, $EXTENSION{$mime} || 'bin';
    open my $fh, '>', $file or die "$file: $!";
    binmode $fh;
    my $total = 0;
    while (1) {
        my $data;
        my $got = $s->recv($data, 64 * 1024);
        die "would block\n" if $got == -2;
        last if $got == 0;
        print $fh $data;
        $total += $got;
    }
    close $fh;
    $s->finish();
    print $d->get_name, ": ", $total > 0 ? "picture" : "nothing", "\n";
    unlink $file;
}
