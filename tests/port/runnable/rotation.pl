#!/usr/bin/perl
# args: --keep 3 --dry-run
# args: --keep=2 --prefix nightly
# args: --keep -1
# exit: 64
# Backups of guests' descriptions: written, listed, the old ones taken away.
use strict;
use warnings;

use Data::Dumper;
use Digest::MD5 qw(md5_hex);
use File::Basename qw(basename fileparse);
use File::Temp;
use Getopt::Long;
use Sys::Virt;

$Data::Dumper::Sortkeys = 1;
$Data::Dumper::Indent = 1;
$Data::Dumper::Terse = 1;

my $keep = 5;
my $dry = '';
my $prefix = 'backup';
my @only;
GetOptions(
    'keep=i' => \$keep,
    'dry-run' => \$dry,
    'prefix=s' => \$prefix,
    'only=s@' => \@only,
);
if ($keep < 0) {
    warn "rotation: --keep takes 0 or more\n";
    exit 64;
}

my $folder = File::Temp->newdir;
my $conn = Sys::Virt->new(uri => 'test:///default', readonly => 1);

sub file_name {
    my ($guest, $day) = @_;
    return sprintf '%s/%s-%s-%04d%02d%02d.xml', $folder, $prefix, $guest, @$day;
}

# The days of a fortnight, without modules.
sub next_day {
    my ($year, $month, $day) = @_;
    my @length = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
    $length[1]++ if $year % 4 == 0 && ($year % 100 != 0 || $year % 400 == 0);
    if (++$day > $length[$month - 1]) {
        $day = 1;
        if (++$month > 12) {
            $month = 1;
            $year++;
        }
    }
    return ($year, $month, $day);
}

my @days = ([2023, 12, 30]);
push @days, [next_day(@{ $days[-1] })] while @days < 5;
push @days, [2024, 2, 28], [next_day(2024, 2, 28)], [next_day(next_day(2024, 2, 28))];

my $written = 0;
foreach my $dom (sort { $a->get_name cmp $b->get_name } $conn->list_all_domains) {
    my $name = $dom->get_name;
    next if @only and not grep { $_ eq $name } @only;
    my $xml = $dom->get_xml_description;
    my $last = '';
    for my $day (@days) {
        # As if it had changed on each other day.
        my $text = $day->[2] % 2 ? $xml : "$xml<!-- $day->[2] -->";
        my $sum = md5_hex($text);
        next if $sum eq $last;
        $last = $sum;
        open my $out, '>', file_name($name, $day) or die "rotation: $!\n";
        print $out $text;
        close $out or die "rotation: $!\n";
        $written++;
    }
}
print "$written written\n";

sub backups {
    my %of;
    foreach my $path (glob "$folder/$prefix-*.xml") {
        my ($name, undef, $suffix) = fileparse $path, '.xml';
        my ($guest, $year, $month, $day) = $name =~ /^\Q$prefix\E-(.+)-(\d{4})(\d\d)(\d\d)$/ or next;
        push @{ $of{$guest} }, {
            path => $path,
            date => "$year-$month-$day",
            suffix => $suffix,
        };
    }
    @{$_} = sort { $b->{date} cmp $a->{date} } @{$_} for values %of;
    return %of;
}

sub rotate {
    my %of = @_;
    my %result = (kept => [], removed => []);
    foreach my $guest (sort keys %of) {
        my $n = 0;
        for my $backup (@{ $of{$guest} }) {
            my $what = ++$n <= $keep ? 'kept' : 'removed';
            push @{ $result{$what} }, basename $backup->{path};
            next if $what eq 'kept' or $dry;
            unlink $backup->{path} or warn "rotation: $backup->{path}: $!\n";
        }
    }
    return \%result;
}

my %before = backups();
my $result = rotate(%before);
print Dumper($result);
my %after = backups();
for my $guest (sort keys %before) {
    my ($had, $has) = map { scalar @{ $_->{$guest} || [] } } \%before, \%after;
    print "$guest: $had -> $has", $dry ? ' (dry run)' : '', "\n";
}
my @dates = map { $_->{date} } @{ $after{test} };
print 'newest ', $dates[0], ', oldest ', $dates[-1], "\n" if @dates;

# A calendar of what is there.
my %there = map { $_ => 1 } @dates;
my ($first, $last) = ($days[0], $days[-1]);
my @line;
for (my @day = @$first; ; @day = next_day(@day)) {
    my $date = sprintf '%04d-%02d-%02d', @day;
    push @line, $there{$date} ? 'x' : '.';
    last if "@day" eq "@$last";
}
my $calendar = join '', @line;
while ($calendar =~ /(.{1,20})/g) {
    print "|$1|\n";
}
print length $calendar, ' days, ', ($calendar =~ tr/x//), " with a backup\n";
printf "%s is the sum of nothing\n", md5_hex('');
