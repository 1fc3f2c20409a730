#!/usr/bin/perl
# Files: written, read, listed, moved, all below a folder that goes away.
use strict;
use warnings;

use Cwd qw(getcwd abs_path);
use File::Basename;
use File::Copy;
use File::Find;
use File::Path qw(make_path remove_tree);
use File::Spec;
use File::Temp qw(tempdir);
use Sys::Virt;

my $base = tempdir(CLEANUP => 1);
my $conn = Sys::Virt->new(uri => 'test:///default');

sub slurp {
    my ($path) = @_;
    open my $fh, '<', $path or die "can't read $path: $!\n";
    local $/;
    my $text = <$fh>;
    close $fh;
    return $text;
}

sub spew {
    my ($path, @lines) = @_;
    open(my $fh, '>', $path) || die "can't write $path: $!\n";
    print {$fh} map { "$_\n" } @lines;
    close($fh) or die "can't close $path: $!\n";
    return scalar @lines;
}

# Below the folder, whatever it is called.
sub short {
    my ($path) = @_;
    $path =~ s{^\Q$base\E/?}{};
    return $path eq '' ? '.' : $path;
}

# Dumps of all guests.
my $dumps = File::Spec->catdir($base, 'dumps', 'xml');
make_path($dumps);
print -d $dumps ? "made\n" : "missing\n";
foreach my $dom ($conn->list_all_domains) {
    my $file = File::Spec->catfile($dumps, $dom->get_name . '.xml');
    spew($file, split /\n/, $dom->get_xml_description);
    print short($file), ' ', (-s $file > 100 ? 'has more than 100 bytes' : 'is small'), "\n";
}

# Line by line, with a counter and an early end.
my $list = "$base/guests.list";
spew($list, '# name memory', 'web 512', '', 'db 2048  # large', 'mail 1024', 'end', 'never 1');
my (%memory, $comments);
open LIST, "<$list" or die "can't open $list: $!";
while (<LIST>) {
    chomp;
    last if $_ eq 'end';
    $comments++ if /#/;
    s/\s*#.*$//;
    next if /^\s*$/;
    my ($name, $mib) = split;
    $memory{$name} = $mib;
}
print "stopped at line $.\n";
close LIST;
print "$_: $memory{$_}\n" for sort { $memory{$b} <=> $memory{$a} } keys %memory;
print "$comments comments\n";

# Appending, and reading it all as a list.
open my $log, '>>', "$base/log" or die $!;
print $log "first\n";
printf $log "%s %d\n", 'second', 2;
close $log;
open $log, '>>', "$base/log" or die $!;
print {$log} 'third', "\n";
close $log;
open $log, '<', "$base/log" or die $!;
my @lines = <$log>;
close $log;
chomp @lines;
print scalar(@lines), ' lines, the last: ', $lines[-1], "\n";
my ($only) = grep { /second/ } @lines;
print "$only\n";

# Names and paths.
my $path = '/var/lib/libvirt/images/web.1.qcow2';
print basename($path), ' ', dirname($path), "\n";
my ($name, $folder, $suffix) = fileparse($path, qr/\.[^.]*/);
print "$name $folder $suffix\n";
print join('|', File::Spec->splitdir('/a/b/c')), ' ', File::Spec->catfile('a', 'b', 'c.txt'), "\n";
print File::Spec->file_name_is_absolute($path) ? "absolute\n" : "relative\n";
print basename('/tmp/x.img', '.img'), "\n";

# Copies, moves, links.
copy("$base/log", "$base/log.copy") or die "copy: $!";
move("$base/log.copy", "$base/log.1") or die "move: $!";
print join(' ', map { -e "$base/$_" ? "$_" : "no-$_" } qw(log log.copy log.1)), "\n";
symlink "$base/log", "$base/log.link" or die "link: $!";
print -l "$base/log.link" ? 'a link' : 'no link', ' to ', short(readlink "$base/log.link"), "\n";
rename "$base/log.1", "$base/old.log" or die "rename: $!";

# Tests.
chmod 0640, "$base/old.log";
printf "%04o\n", (stat "$base/old.log")[2] & 07777;
my $size = -s "$base/old.log";
my @tests;
push @tests, 'e' if -e "$base/old.log";
push @tests, 'f' if -f "$base/old.log";
push @tests, 'd' if -d "$base/old.log";
push @tests, 'r' if -r "$base/old.log";
push @tests, 'z' if -z "$base/old.log";
print "$size: @tests\n";
print 'younger than a day', "\n" if -M "$base/old.log" < 1;
unlink "$base/old.log" or warn "not removed";
print 'gone', "\n" unless -e "$base/old.log";
print unlink("$base/nothing", "$base/log.link"), " removed\n";

# Folders.
make_path("$base/tree/a/b", "$base/tree/c");
spew("$base/tree/$_", $_) for qw(one.txt a/two.txt a/b/three.cfg c/four.txt);
opendir my $dir, "$base/tree" or die "no folder: $!";
my @entries = sort grep { !/^\.\.?$/ } readdir $dir;
closedir $dir;
print "@entries\n";
print join(' ', map { basename($_) } sort glob("$base/tree/*.txt")), "\n";
my @found;
find(sub { push @found, $File::Find::name if -f && /\.txt$/ }, "$base/tree");
print join(' ', sort map { short($_) } @found), "\n";
my $total = 0;
find({ wanted => sub { $total += -s _ if -f $_ }, no_chdir => 1 }, "$base/tree");
print "$total bytes\n";
my $removed = remove_tree("$base/tree");
print "$removed removed\n";

# Where we are.
my $before = getcwd();
chdir $base or die "chdir: $!";
print abs_path('.') eq abs_path($base) ? "in the folder\n" : "elsewhere\n";
print short(File::Spec->rel2abs('dumps')), "\n" if getcwd() eq $base;
chdir $before;

# What fails.
eval { slurp("$base/nowhere") };
print "can't read nowhere\n" if $@ =~ /No such file or directory$/m;
print mkdir("$base/dumps") ? 'made' : "not made: $!", "\n";
print rmdir("$base/dumps") ? 'removed' : 'not removed', "\n";

# A text as a file.
my $memory = '';
open my $mem, '>', \$memory or die $!;
print $mem "in memory\n";
close $mem;
open $mem, '<', \"one\ntwo\nthree\n" or die $!;
my $count = 0;
$count++ while <$mem>;
close $mem;
print $memory, "$count lines\n";
print length(slurp("$base/guests.list")), "\n";
