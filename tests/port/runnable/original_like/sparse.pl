#!/usr/bin/perl
# args: --download
# args: --upload
# args: --sideways
# exit: 255
use strict;
use warnings;

use Fcntl;
use File::Temp qw(tempdir);
use Sys::Virt;

# Data and holes of a volume, to and from a file.

my $FILE;

sub on_data {
        my $stream = shift;
        my $data = shift;
        my $count = shift;

        return syswrite FILE, $data, $count;
}

sub on_hole {
    my $stream = shift;
    my $length = shift;

    my $place = sysseek FILE, $length, Fcntl::SEEK_CUR or die "can't move in $FILE: $!";

    truncate FILE, $place;
}

sub download {
    my $volume = shift;
    my $stream = shift;
    my $name = shift;
    my $offset = 0;
    my $length = 0;

    open FILE, ">$name" or die "can't make $name: $!";
    eval {
        $volume->download($stream, $offset, $length,
            Sys::Virt::StorageVol::VOL_DOWNLOAD_SPARSE_STREAM);
        $stream->sparse_recv_all(\&on_data, \&on_hole);
        $stream->finish();
    };
    if ($@) {
        unlink $name if $@;
        close FILE;
        die $@;
    }

    close FILE or die "can't keep $name: $!"
}

sub read_data {
    my $stream = $_[0];
    my $count = $_[2];

    return sysread FILE, $_[1], $count;
}

sub find_section {
    my $stream = shift;
    my $is_data;
    my $length;

    # What Linux calls SEEK_DATA and SEEK_HOLE.
    my $to_data = 3;
    my $to_hole = 4;

    my $here = sysseek FILE, 0, Fcntl::SEEK_CUR;
    eval {
        my $data = sysseek FILE, $here, $to_data;
        # A hole to the end, a hole before data, or data.
        if (!defined($data)) {
            $is_data = 0;
            my $end = sysseek FILE, 0, Fcntl::SEEK_END or die "no end: $!";
            $length = $end - $here;
        } elsif ($data > $here) {
            $is_data = 0;
            $length = $data - $here;
        } else {
            my $hole = sysseek FILE, $data, $to_hole;
            if (!defined($hole) or $hole eq $data) {
                die "odd";
            }
            $is_data = 1;
            $length = $hole - $data;
        }
    };

    die "odd: $@" if ($@);

    # Back to where it was.
    sysseek FILE, $here, Fcntl::SEEK_SET;

    return ($is_data, $length);
}

sub skip {
    my $stream = shift;
    my $length = shift;
    sysseek FILE, $length, Fcntl::SEEK_CUR or die "can't move in $FILE";
    return 0;
}

sub upload {
    my $volume = shift;
    my $stream = shift;
    my $name = shift;

    my $offset = 0;
    my $length = 0;

    open FILE, "<$name" or die "can't open $name: $!";

    my @sections;
    for (my $done = 0; $done < -s $name; ) {
        my ($is_data, $size) = find_section($stream);
        push @sections, ($is_data ? "data" : "hole") . " of $size";
        skip($stream, $size);
        $done += $size;
    }
    print join(", ", @sections), "\n";
    sysseek FILE, 0, Fcntl::SEEK_SET;

    eval {
        $volume->upload($stream, $offset, $length,
            Sys::Virt::StorageVol::VOL_UPLOAD_SPARSE_STREAM);
        $stream->sparse_send_all(\&read_data, \&find_section, \&skip);
        $stream->finish();
    };
    if ($@) {
        close FILE;
        die $@;
    }

    close FILE or die "can't close $name: $!"
}

die "usage: $0 --download/--upload\n" unless int(@ARGV) == 1;

my $uri = "test:///default";
my $action = shift @ARGV;
my $file = tempdir(CLEANUP => 1) . "/disk.img";

my $vmm = Sys::Virt->new(uri => $uri) or die "can't open $uri";
my $pool = $vmm->get_storage_pool_by_name("default-pool") or die "no pool";
my $volume = $pool->create_volume("<volume><name>s.img</name><capacity>65536</capacity></volume>");
my $stream = $vmm->new_stream();

if ($action eq "--download") {
    download($volume, $stream, $file);
} elsif ($action eq "--upload") {
    # Data, a hole, data.
    open my $out, ">", $file or die "can't make $file: $!";
    syswrite $out, "x" x 4096;
    sysseek $out, 61440, 0;
    syswrite $out, "y" x 4096;
    close $out;
    upload($volume, $stream, $file);
} else {
    die "no such action: $action";
}
