#!/usr/bin/perl
# args:
# args: --stop --from db
# args: --circle
# exit: 3
# Starts guests in the order of what they need, in waves, and stops them the other way round.
use strict;
use warnings;

use Sys::Virt;

my ($stop, $from, $circle) = (0, undef, 0);
ARGUMENT: while (defined(my $word = shift @ARGV)) {
    for ($word) {
        /^--stop$/ and $stop = 1, next ARGUMENT;
        /^--from$/ and $from = shift(@ARGV), next ARGUMENT;
        /^--circle$/ and $circle = 1, next ARGUMENT;
    }
    die "dependencies: what is $word?\n";
}

my %needs = (
    web1 => [qw(app cache)],
    web2 => [qw(app cache)],
    proxy => [qw(web1 web2)],
    app => [qw(db queue)],
    cache => [],
    queue => ['storage'],
    db => ['storage', 'dns'],
    storage => ['dns'],
    dns => [],
    batch => ['db'],
);
push @{ $needs{dns} }, 'proxy' if $circle;

# What needs a guest, directly.
sub needed_by {
    my ($needs) = @_;
    my %by = map { $_ => [] } keys %$needs;
    for my $guest (sort keys %$needs) {
        push @{ $by{$_} }, $guest for @{ $needs->{$guest} };
    }
    return \%by;
}

# A way that leads back to where it began, if there is one.
sub find_circle {
    my ($needs) = @_;
    my (%done, @path, %on_path);
    my $visit;
    $visit = sub {
        my $guest = shift;
        if ($on_path{$guest}) {
            my $i = 0;
            $i++ while $path[$i] ne $guest;
            return (@path[ $i .. $#path ], $guest);
        }
        return if $done{$guest}++;
        push @path, $guest;
        $on_path{$guest} = 1;
        for my $other (sort @{ $needs->{$guest} || [] }) {
            my @found = $visit->($other);
            return @found if @found;
        }
        pop @path;
        delete $on_path{$guest};
        return;
    };
    for my $guest (sort keys %$needs) {
        my @found = $visit->($guest);
        return @found if @found;
    }
    return;
}

# All that a guest needs, or all that needs it.
sub closure {
    my ($graph, @start) = @_;
    my %seen;
    my @todo = @start;
    while (my $guest = shift @todo) {
        next if $seen{$guest}++;
        push @todo, grep { !$seen{$_} } @{ $graph->{$guest} };
    }
    return \%seen;
}

sub waves {
    my ($needs, $only) = @_;
    my %left = map { $_ => scalar grep { $only->{$_} } @{ $needs->{$_} } } grep { $only->{$_} } keys %$needs;
    my $by = needed_by($needs);
    my @waves;
    while (%left) {
        my @ready = sort grep { $left{$_} == 0 } keys %left;
        last unless @ready;
        push @waves, \@ready;
        delete @left{@ready};
        for my $guest (@ready) {
            exists $left{$_} && $left{$_}-- for @{ $by->{$guest} };
        }
    }
    return @waves;
}

if (my @circle = find_circle(\%needs)) {
    print "circle: ", join(' -> ', @circle), "\n";
    exit 3;
}

my $conn = Sys::Virt->new(uri => 'test:///default');
my %domain;
foreach my $name (keys %needs) {
    $domain{$name} = $conn->define_domain(
        sprintf "<domain type='test'><name>%s</name><memory>%d</memory><os><type>hvm</type></os></domain>",
        $name, 1024 * (1 + @{ $needs{$name} }));
}

my $by = needed_by(\%needs);
my $only = defined $from ? closure($stop ? $by : \%needs, $from) : { map { $_ => 1 } keys %needs };
if ($stop) {
    # Everything runs before it is stopped.
    $_->create for map { $domain{$_} } map { @$_ } waves(\%needs, { map { $_ => 1 } keys %needs });
}

my @waves = waves(\%needs, $only);
@waves = reverse @waves if $stop;
my ($number, $total) = (0, 0);
foreach my $wave (@waves) {
    $number++;
    foreach my $name ($stop ? reverse @$wave : @$wave) {
        my $dom = $domain{$name};
        if ($stop) {
            my @users = grep { $domain{$_}->is_active } @{ $by->{$name} };
            die "$name is needed by @users\n" if @users;
            $dom->destroy;
        } else {
            my @missing = grep { !$domain{$_}->is_active } @{ $needs{$name} };
            die "$name needs @missing\n" if @missing;
            $dom->create;
        }
        $total++;
    }
    printf "%s %d: %s\n", $stop ? 'stop' : 'start', $number, join ' ', @$wave;
}
print "$total guests in ", scalar @waves, " waves\n";

# The longest chain, with what stands on it.
my %depth;
sub depth {
    my $guest = shift;
    return $depth{$guest} if exists $depth{$guest};
    my $deepest = 0;
    for (@{ $needs{$guest} }) {
        my $depth = depth($_);
        $deepest = $depth if $depth > $deepest;
    }
    return $depth{$guest} = $deepest + 1;
}
my ($last) = sort { depth($b) <=> depth($a) || $a cmp $b } keys %needs;
my @chain = ($last);
while (my ($next) = sort { depth($b) <=> depth($a) || $a cmp $b } @{ $needs{ $chain[-1] } }) {
    push @chain, $next;
}
print "longest: @chain\n";
my %impact = map { $_ => keys(%{ closure($by, $_) }) - 1 } keys %needs;
for my $name ((sort { $impact{$b} <=> $impact{$a} || $a cmp $b } keys %impact)[0 .. 2]) {
    printf "%-8s %d depend on it\n", $name, $impact{$name};
}
my $running = grep { $domain{$_}->is_active } keys %domain;
my @off = sort grep { !$domain{$_}->is_active } keys %domain;
print "$running running, off: ", (@off ? "@off" : 'none'), "\n";
