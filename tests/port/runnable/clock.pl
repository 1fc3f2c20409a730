#!/usr/bin/perl
# Times and numbers: POSIX, Time::Local, gmtime, rounding.
use strict;
use warnings;

BEGIN { $ENV{TZ} = 'UTC'; }

use POSIX qw(floor ceil fmod strftime mktime INT_MAX DBL_MAX LONG_MAX :limits_h);
use Time::HiRes qw(sleep usleep gettimeofday tv_interval);
use Time::Local;
use Sys::Virt;

POSIX::tzset();

my $moment = timegm(5, 4, 3, 2, 0, 2021);
print "$moment\n";
my ($sec, $min, $hour, $mday, $mon, $year, $wday, $yday, $isdst) = gmtime($moment);
printf "%04d-%02d-%02d %02d:%02d:%02d day %d of the week, %d of the year\n",
    $year + 1900, $mon + 1, $mday, $hour, $min, $sec, $wday, $yday;
print scalar gmtime($moment), "\n";
print strftime('%Y-%m-%dT%H:%M:%SZ', gmtime $moment), "\n";
print strftime("%a %d %b %Y, %j, %U", gmtime($moment)), "\n";
print strftime('%H:%M', 0, 90, 1, 1, 0, 100), "\n";
print mktime(0, 0, 0, 2, 0, 70), ' ', timelocal(0, 0, 0, 1, 0, 100), "\n";
my @now = localtime(86400);
print $now[3], ' ', scalar(@now), ' ', (localtime(0))[5], "\n";

print floor(-1.5), ceil(-1.5), floor(2), ' ', int(-1.5), ' ', fmod(7, 3), ' ', POSIX::floor(3.99), "\n";
printf "%.0f %.0f %.0f %.1f %.2f\n", 0.5, 1.5, 2.5, 0.25, 1.005;
print sprintf('%d', 2.999), ' ', int(2.999 + 0.5), ' ', 1e3 == 1000 ? 'equal' : 'not', "\n";
print POSIX::strtol('ff', 16) + 0, ' ', (POSIX::strtol('777', 8))[0], ' ', POSIX::isatty(0) ? 'tty' : 'no tty', "\n";
print POSIX::abs(-3), ' ', POSIX::pow(2, 8), "\n";
print INT_MAX, ' ', DBL_MAX > 1e300 ? 'large' : 'small', ' ', LONG_MAX, "\n";

# Durations.
sub ago {
    my $seconds = shift;
    my @parts;
    for (['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60]) {
        my ($name, $size) = @$_;
        my $n = int($seconds / $size) or next;
        $seconds -= $n * $size;
        push @parts, "$n $name" . ($n > 1 ? 's' : '');
    }
    push @parts, "$seconds s" if $seconds or !@parts;
    return @parts > 1 ? join(', ', @parts[0 .. $#parts - 1]) . " and $parts[-1]" : $parts[0];
}
print ago($_), "\n" for 0, 59, 60, 3725, 1_000_000;

# Time goes on, at least a little.
my $start = [gettimeofday];
my $t0 = time;
sleep 0.01;
usleep(1000);
print tv_interval($start) > 0.009 ? 'later' : 'too early', ' ', time - $t0 < 5 ? 'soon' : 'late', "\n";

my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name('test');
my ($seconds, $nseconds) = eval { $dom->get_name } ? (1, 2) : (0, 0);
print "$seconds $nseconds\n";
my $load = $dom->get_info->{cpuTime};
print $load > 0 ? "has run\n" : "has not\n";

# Leap years, days of months, easter.
my @leap = grep { $_ % 4 == 0 && ($_ % 100 || $_ % 400 == 0) } 1896, 1900, 1904, 2000, 2023, 2024;
print "@leap\n";
for my $y (2024, 2025) {
    my ($a, $b, $c) = ($y % 19, $y % 4, $y % 7);
    my $d = (19 * $a + 24) % 30;
    my $e = (2 * $b + 4 * $c + 6 * $d + 5) % 7;
    my $day = 22 + $d + $e;
    print $day > 31 ? sprintf('%d April %d', $day - 31, $y) : "$day March $y", "\n";
}
