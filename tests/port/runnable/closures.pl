#!/usr/bin/perl
# Code as a value: counters, iterators, tables of handlers, functions that make functions.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');

# Counters, each with its own number.
sub make_counter {
    my ($start, $step) = @_;
    $step ||= 1;
    my $value = $start;
    return {
        next => sub { my $now = $value; $value += $step; return $now },
        peek => sub { return $value },
        reset => sub { $value = defined $_[0] ? $_[0] : $start; return },
    };
}

my $ones = make_counter(1);
my $tens = make_counter(10, 10);
$ones->{next}->() for 1 .. 3;
print $ones->{next}->(), ' ', $tens->{next}(), ' ', $tens->{next}->(), "\n";
$ones->{reset}->();
$tens->{reset}->(100);
print $ones->{peek}->(), ' ', $tens->{peek}->(), "\n";

# Closures made in a loop keep the value of their turn.
my @subs;
for my $i (1 .. 3) {
    push @subs, sub { return $i * $_[0] };
}
print join(' ', map { $_->(10) } @subs), "\n";
my @later;
foreach my $word (qw(a b c)) {
    my $copy = uc $word;
    push @later, sub { $copy .= '!'; return "$word$copy" };
}
$_->() for @later;
print join(' ', map { $_->() } @later), "\n";
my $k = 0;
my @shared;
while ($k < 3) {
    my $mine = $k;
    push @shared, sub { return "$mine/$k" };
    $k++;
}
print join(' ', map { $_->() } @shared), "\n";

# An iterator over guests, and ones over iterators.
sub each_guest {
    my @all = sort { $a->get_name cmp $b->get_name } $conn->list_all_domains;
    return sub { return shift @all };
}

sub upto {
    my ($from, $to) = @_;
    return sub { return $from <= $to ? $from++ : undef };
}

sub imap(&$) {
    my ($code, $iterator) = @_;
    return sub {
        local $_ = $iterator->();
        return defined $_ ? $code->() : undef;
    };
}

sub igrep(&$) {
    my ($code, $iterator) = @_;
    return sub {
        while (defined(my $value = $iterator->())) {
            local $_ = $value;
            return $value if $code->();
        }
        return;
    };
}

sub take {
    my ($n, $iterator) = @_;
    my @got;
    while ($n-- > 0 and defined(my $value = $iterator->())) {
        push @got, $value;
    }
    return @got;
}

my $guests = each_guest();
while (my $dom = $guests->()) {
    print $dom->get_name, "\n";
}
print join(' ', take(4, imap { $_ ** 2 } igrep { $_ % 2 } upto(1, 100))), "\n";
my $few = upto(1, 2);
print scalar(my @rest = take(10, $few)), "\n";

# Functions that take and give functions.
sub compose {
    my @functions = reverse @_;
    return sub {
        my @values = @_;
        @values = $_->(@values) for @functions;
        return wantarray ? @values : $values[0];
    };
}

sub curry {
    my $code = shift;
    my @first = @_;
    return sub { return $code->(@first, @_) };
}

my $add = sub { $_[0] + $_[1] };
my $inc = curry($add, 1);
my $both = compose(sub { "<@_>" }, sub { map { $_ * 2 } @_ }, $inc);
print $both->(20), ' ', compose()->('same'), "\n";

# Recursion: through a variable, and by a name.
my $fact;
$fact = sub { my $n = shift; return $n < 2 ? 1 : $n * $fact->($n - 1) };
print $fact->(10), "\n";
my %memo;
sub fib { my $n = shift; return $memo{$n} //= $n < 2 ? $n : fib($n - 1) + fib($n - 2) }
print fib(50), ' ', scalar(keys %memo), "\n";

# A table of handlers, some of which are names.
sub on_start { return "starting $_[0]" }
sub on_stop { my ($name, %how) = @_; return "stopping $name" . ($how{force} ? ' now' : '') }

my %handlers = (
    start => \&on_start,
    stop => \&on_stop,
    list => sub { return join ',', map { $_->get_name } $conn->list_domains },
    default => sub { return "no such event" },
);
for my $event (['start', 'web'], ['stop', 'web', force => 1], ['list'], ['dance', 'web']) {
    my ($what, @arguments) = @$event;
    my $handler = $handlers{$what} || $handlers{default};
    print $handler->(@arguments), "\n";
}

# A private variable of several functions, and one that lives on between calls.
{
    my $total = 0;
    my @history;
    sub deposit { my $n = shift; $total += $n; push @history, "+$n"; return $total }
    sub withdraw { my $n = shift; $total -= $n; push @history, "-$n"; return $total }
    sub history { return @history }
}
deposit(100);
withdraw(30);
print deposit(5), ' ', join(' ', history()), "\n";

use feature 'state';
sub number { state $calls = 0; return ++$calls }
number() for 1 .. 4;
print number(), "\n";

# Callbacks with a context; sorting by a function.
sub walk {
    my ($tree, $visit, $depth) = @_;
    $depth //= 0;
    $visit->($tree->{name}, $depth);
    walk($_, $visit, $depth + 1) for @{ $tree->{children} || [] };
}
my $tree = { name => 'host', children => [
    { name => 'pools', children => [{ name => 'default-pool' }] },
    { name => 'guests', children => [map { { name => $_->get_name } } $conn->list_domains] },
] };
my @lines;
walk($tree, sub { my ($name, $depth) = @_; push @lines, ('  ' x $depth) . $name });
print map { "$_\n" } @lines;
my $deepest = 0;
walk($tree, sub { $deepest = $_[1] if $_[1] > $deepest });
print "depth $deepest\n";

my %order = (by_name => sub { $a cmp $b }, by_length => sub { length $a <=> length $b || $a cmp $b });
for my $how (sort keys %order) {
    my $by = $order{$how};
    print "$how: ", join(' ', sort $by qw(pear fig apple kiwi)), "\n";
}
sub backwards { $b cmp $a }
print join(' ', sort backwards qw(a c b)), "\n";

# A sub given by its name, checked before.
for my $name (qw(fib nothing)) {
    no strict 'refs';
    print defined &$name ? "$name: " . &$name(10) : "$name is not there", "\n";
}
my $wrapped = do {
    my $original = \&fib;
    my $calls = 0;
    sub { $calls++; return "call $calls: " . $original->(@_) };
};
print $wrapped->(5), ', ', $wrapped->(6), "\n";
print &{ sub { "at once @_" } }('now'), "\n";
