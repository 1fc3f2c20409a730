#!/usr/bin/perl
# runs: no - needs a host with real storage
use strict;
use warnings;

# Keeps images in a pool as they are in a folder, several at once, without blocking.

use Digest::SHA;
use File::Basename;
use Getopt::Long;
use Sys::Virt;
use Sys::Virt::Event;
use Sys::Virt::Stream qw();
use Sys::Virt::StorageVol;

use constant CHUNK => 256 * 1024;
use constant WRITABLE => Sys::Virt::Stream::EVENT_WRITABLE;
use constant { BROKEN => Sys::Virt::Stream::EVENT_ERROR | Sys::Virt::Stream::EVENT_HANGUP };

my ($uri, $pool_name, $parallel) = ('qemu:///system', 'default', 2);
GetOptions('uri=s' => \$uri, 'pool=s' => \$pool_name, 'parallel=i' => \$parallel) or die;

Sys::Virt::Event::register_default();
my $conn = Sys::Virt->new(uri => $uri);
my $pool = $conn->get_storage_pool_by_name($pool_name);
$pool->refresh;

my %have = map { $_->get_name => $_ } $pool->list_all_volumes;
my @waiting = grep { needs_upload($_) } map { glob "$_/*.img" } @ARGV;
my %active;

start_next() for 1 .. $parallel;
Sys::Virt::Event::run_default() while %active;
report();

sub needs_upload {
    my ($file) = @_;
    my $volume = $have{ basename $file } or return 1;
    return $volume->get_info->{capacity} != -s $file;
}

sub start_next {
    my $file = shift @waiting or return;
    my $name = basename $file;
    my $size = -s $file;
    my $volume = $have{$name};
    if (!$volume) {
        $volume = $pool->create_volume(volume($name, $size), Sys::Virt::StorageVol::CREATE_PREALLOC_METADATA);
        $have{$name} = $volume;
    } elsif ($volume->get_info->{capacity} < $size) {
        $volume->resize($size, &Sys::Virt::StorageVol::RESIZE_ALLOCATE);
    }
    open my $handle, '<:raw', $file or do {
        warn "$file: $!\n";
        return start_next();
    };
    my $stream = $conn->new_stream(Sys::Virt::Stream::NONBLOCK);
    $volume->upload($stream, 0, $size);
    my $transfer = { file => $file, handle => $handle, stream => $stream, volume => $volume, buffer => '', sent => 0 };
    $stream->add_callback(WRITABLE | BROKEN, sub {
        my ($st, $events) = @_;
        return stop($transfer, "lost") if $events & BROKEN;
        push_more($transfer);
    });
    $active{$file} = $transfer;
}

sub push_more {
    my ($t) = @_;
    my $again = 8;
    while ($again-- > 0) {
        if (!length $t->{buffer}) {
            my $got = sysread $t->{handle}, $t->{buffer}, CHUNK;
            return stop($t, "can't read: $!") unless defined $got;
            return stop($t) if $got == 0;
        }
        my $sent = eval { $t->{stream}->send($t->{buffer}, length $t->{buffer}) };
        return stop($t, $@->message) if $@;
        return if $sent == -2;
        $t->{sent} += $sent;
        substr($t->{buffer}, 0, $sent, '');
    }
}

sub stop {
    my ($t, $problem) = @_;
    my $stream = delete $t->{stream};
    $stream->remove_callback;
    if (defined $problem) {
        warn basename($t->{file}), ": $problem\n";
        $stream->abort;
        $t->{volume}->delete(Sys::Virt::StorageVol::DELETE_NORMAL);
        delete $have{ basename $t->{file} };
    } else {
        $stream->finish;
    }
    close $t->{handle};
    delete $active{ $t->{file} };
    # From a timer: a stream isn't to start in another one's callback.
    my $timer;
    $timer = Sys::Virt::Event::add_timeout(0, sub {
        Sys::Virt::Event::remove_timeout($timer);
        start_next();
    });
}

sub report {
    for my $name (sort keys %have) {
        my $vol = $have{$name};
        printf "%s %d %s\n", $name, $vol->get_info->{allocation}, $vol->get_path;
    }
    my $info = $pool->get_info;
    printf "%d of %d bytes free\n", @{$info}{qw(available capacity)};
}

sub volume {
    my ($name, $size) = @_;
    return "<volume><name>$name</name><capacity>$size</capacity><target><format type='raw'/></target></volume>";
}
