#!/usr/bin/env perl
# runs: yes
# args: save test:///default .
# args: bogus test:///default .
# To be run when the host goes down and when it comes up.
use strict;
use warnings;

use File::Spec::Functions qw(catfile);
use Sys::Virt;

my %action = (save => \&save_all, restore => \&restore_all);
my ($verb, $uri, $dir) = @ARGV;

my $c;
CONNECT: {
    eval {
        $c = Sys::Virt->new(uri => $uri);
        1;
    } and last CONNECT;
    my $err = $@;
    print STDERR "Can't connect: " . (UNIVERSAL::isa($err, 'Sys::Virt::Error') ? $err->message : $err);
    exit 1;
}

if (my $do = $action{$verb}) {
    my ($good, $bad) = $do->($c, $dir);
    print "$verb: $good done, $bad failed\n";
}
else {
    print "Verbs: ", join('|', sort keys %action), "\n";
    my $version = $c->get_library_version;
    printf "libvirt %d\n", $version / 1_000_000 > 0 ? 1 : 0;
}

sub save_all {
    my ($conn, $dir) = @_;
    my ($good, $bad) = (0, 0);
    for my $dom ($conn->list_domains) {
        my $name = $dom->get_name;
        my $file = catfile($dir, "$name.save");
        my $ok = eval {
            local $SIG{ALRM} = sub { die "took too long\n" };
            alarm 60;
            $dom->save($file);
            alarm 0;
            1;
        };
        alarm 0;
        if ($ok) {
            $good++;
            $conn->restore_domain($file) if -e $file;
            unlink $file;
        }
        else {
            $bad++;
            warn "$name: $@";
            $dom->managed_save if !ref $@ && $@ =~ /too long/;
        }
    }
    return ($good, $bad);
}

sub restore_all {
    my ($conn, $dir) = @_;
    my $good = my $bad = 0;
    opendir(my $dh, $dir) || die "$dir: $!";
    while (defined(my $entry = readdir $dh)) {
        next unless $entry =~ /^(.+)\.save$/;
        my $file = catfile($dir, $entry);
        my $xml = $conn->get_save_image_xml_description($file);
        if ($xml !~ /<name>\Q$1\E</) { warn "$entry: another name inside\n"; $bad++; next }
        eval { $conn->restore_domain($file, undef, 0); 1 } ? $good++ : $bad++;
    }
    closedir $dh;
    my @autostart = grep { $_->get_autostart && !$_->is_active } $conn->list_defined_domains;
    $_->create foreach @autostart;
    return $good, $bad;
}
