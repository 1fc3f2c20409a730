#!/usr/bin/perl
# Reads a daemon's log: levels, who said what, how long things took, what comes again and again.
use strict;
use warnings;

use Sys::Virt;

my %LEVEL = (debug => 1, info => 2, warning => 3, error => 4);
my $line_pattern = qr/
    ^ (?<date> \d{4}-\d\d-\d\d ) \s
    (?<time> \d\d:\d\d:\d\d \. (?<ms> \d{3} ) ) \+0000: \s
    (?<thread> \d+ ) : \s
    (?<level> debug|info|warning|error ) \s : \s
    (?: (?<function> \w+ ) : (?<number> \d+ ) \s : \s )?
    (?<text> .* ) $
/x;

my (%count, %threads, %functions, @errors, %open, @spans, $unparsed);
my ($first, $last);
my $previous;

sub milliseconds {
    my ($time) = @_;
    my ($h, $m, $s) = split /:/, $time;
    return (($h * 60 + $m) * 60 + $s) * 1000;
}

sub shape {
    my $text = shift;
    $text =~ s/'[^']*'/'...'/g;
    $text =~ s/\b0x[0-9a-f]+\b/ADDRESS/gi;
    $text =~ s/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/UUID/gi;
    $text =~ s/\b\d+(?:\.\d+)?\b/N/g;
    return $text;
}

while (my $line = <DATA>) {
    chomp $line;
    next if $line =~ /^\s*$/;

    # A line that is indented belongs to the one before.
    if ($line =~ /^\s+(\S.*)/ and $previous) {
        $previous->{text} .= " $1";
        next;
    }
    unless ($line =~ $line_pattern) {
        $unparsed++;
        next;
    }
    my %entry = %+;
    $entry{at} = milliseconds($entry{time});
    $previous = \%entry;
    $first //= $entry{at};
    $last = $entry{at};

    $count{ $entry{level} }++;
    $threads{ $entry{thread} }{ $entry{level} }++;
    $functions{ $entry{function} // '(none)' }++;
    push @errors, \%entry if $LEVEL{ $entry{level} } >= $LEVEL{warning};

    if ($entry{text} =~ /^(begin|end) job (\w+) of (\S+)/) {
        my ($verb, $job, $guest) = ($1, $2, $3);
        my $key = "$guest/$job";
        if ($verb eq 'begin') {
            $open{$key} = $entry{at};
        } elsif (defined(my $since = delete $open{$key})) {
            push @spans, { guest => $guest, job => $job, ms => $entry{at} - $since };
        }
    }
}

printf "%d lines in %.3f s, %d not understood\n",
    eval { my $n = 0; $n += $_ for values %count; $n }, ($last - $first) / 1000, $unparsed || 0;
for my $level (sort { $LEVEL{$b} <=> $LEVEL{$a} } keys %count) {
    printf "  %-8s %2d %s\n", $level, $count{$level}, '=' x $count{$level};
}

print "threads:\n";
foreach my $thread (sort { $a <=> $b } keys %threads) {
    my $levels = $threads{$thread};
    print "  $thread: ", join(', ', map { "$levels->{$_} $_" } sort keys %$levels), "\n";
}

print "functions: ", join(', ', map { $functions{$_} > 1 ? "$_ x$functions{$_}" : $_ }
    sort { $functions{$b} <=> $functions{$a} || $a cmp $b } keys %functions), "\n";

print "errors and warnings:\n";
foreach my $entry (@errors) {
    my ($time) = $entry->{time} =~ /^(.*)\.\d+$/;
    (my $text = $entry->{text}) =~ s/(.{50}).+/$1.../;
    printf "  %s %-7s %s\n", $time, uc $entry->{level}, $text;
}

my %shapes;
push @{ $shapes{ shape($_->{text}) } }, $_ for @errors;
print "again and again:\n";
for my $shape (sort keys %shapes) {
    my @all = @{ $shapes{$shape} };
    next if @all < 2;
    print "  ", scalar @all, "x $shape\n";
}

print "jobs:\n";
my %of_job;
for my $span (@spans) {
    my $job = $of_job{ $span->{job} } ||= { n => 0, sum => 0, max => undef };
    $job->{n}++;
    $job->{sum} += $span->{ms};
    $job->{max} = $span if !$job->{max} || $job->{max}{ms} < $span->{ms};
}
foreach my $name (sort keys %of_job) {
    my $job = $of_job{$name};
    printf "  %-8s n=%d mean=%.1f max=%d (%s)\n", $name, $job->{n}, $job->{sum} / $job->{n},
        $job->{max}{ms}, $job->{max}{guest};
}
print "  not ended: ", join(', ', sort keys %open), "\n" if %open;

my @sorted = sort { $a <=> $b } map { $_->{ms} } @spans;
my $median = @sorted % 2 ? $sorted[$#sorted / 2] : ($sorted[@sorted / 2 - 1] + $sorted[@sorted / 2]) / 2;
print "median $median of @sorted\n";

# What the log says of guests, and what the host says.
my $conn = Sys::Virt->new(uri => 'test:///default');
my %known = map { ($_->get_name => $_) } $conn->list_all_domains;
my %mentioned;
$mentioned{ $_->{guest} }++ for @spans;
foreach my $guest (sort keys %mentioned) {
    my $dom = $known{$guest};
    print "$guest: ", $dom ? ($dom->is_active ? 'runs' : 'is off') : 'is unknown', "\n";
}

__DATA__
2026-11-20 10:00:00.000+0000: 100: info : libvirt version: 9.0.0
2026-11-20 10:00:00.500+0000: 100: info : hostname: example
2026-11-20 10:00:01.250+0000: 101: debug : jobBegin:88 : begin job start of test
2026-11-20 10:00:01.750+0000: 101: debug : jobEnd:120 : end job start of test
2026-11-20 10:00:02.000+0000: 102: warning : lookup:40 : no guest 'web1' at 0x7f01
2026-11-20 10:00:02.125+0000: 102: warning : lookup:40 : no guest 'web2' at 0x7f02
2026-11-20 10:00:03.000+0000: 101: debug : jobBegin:88 : begin job save of db
this line is broken
2026-11-20 10:00:04.000+0000: 103: debug : jobBegin:88 : begin job save of test
2026-11-20 10:00:09.500+0000: 101: debug : jobEnd:120 : end job save of db
2026-11-20 10:00:09.625+0000: 101: error : save:301 : cannot save 6695eb01-f6a4-8304-79aa-97f2502e193f: no space left
   on the device
2026-11-20 10:00:10.000+0000: 104: debug : jobBegin:88 : begin job start of db
2026-11-20 10:00:10.062+0000: 104: debug : jobEnd:120 : end job start of db

2026-11-20 10:00:12.000+0000: 100: info : stopping after 12 s
