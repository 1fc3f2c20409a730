#!/usr/bin/perl
# exit: 1
# A configuration: sections, lists, included values, checked against a schema.
use strict;
use warnings;

use Sys::Virt;

my %SCHEMA = (
    host => {
        uri => { type => 'text', required => 1 },
        timeout => { type => 'number', default => 30, min => 1, max => 600 },
        readonly => { type => 'flag', default => 0 },
    },
    guest => {
        name => { type => 'text', required => 1 },
        memory => { type => 'size', default => 256 * 1024 },
        networks => { type => 'list', default => ['default'] },
        autostart => { type => 'flag', default => 'no' },
        role => { type => 'choice', of => [qw(web db mail)], default => 'web' },
    },
);

my @problems;

sub problem {
    my ($line, $format, @values) = @_;
    push @problems, { line => $line, text => sprintf $format, @values };
    return;
}

sub parse {
    my @lines = @_;
    my @sections;
    my $number = 0;
    my %variables = (base => '/srv');
    my $pending = '';
    for my $line (@lines) {
        $number++;
        chomp(my $text = $line);
        if ($text =~ s/\\$//) {
            $pending .= $text;
            next;
        }
        $text = $pending . $text;
        $pending = '';
        for ($text) {
            s/^\s+//;
            s/\s+$//;
        }
        next if $text eq '' or $text =~ /^[#;]/;
        if ($text =~ /^\[(\w+)(?:\s+"([^"]+)")?\]$/) {
            push @sections, { kind => $1, name => $2, line => $number, values => {} };
        }
        elsif ($text =~ /^set\s+(\w+)\s*=\s*(.*)/) {
            $variables{$1} = $2;
        }
        elsif (my ($key, $operator, $value) = $text =~ /^([\w.-]+)\s*(\+?=)\s*(.*)$/) {
            unless (@sections) {
                problem($number, '%s stands before the first section', $key);
                next;
            }
            $value =~ s/^"(.*)"$/$1/;
            $value =~ s/\$(\w+)/
                exists $variables{$1} ? $variables{$1}
                : do { problem($number, 'no variable $%s', $1); '' }
            /gex;
            my $values = $sections[-1]{values};
            if ($operator eq '+=') {
                $values->{$key} = join ',', grep { defined && length } $values->{$key}, $value;
            } else {
                problem($number, '%s is given twice', $key) if exists $values->{$key};
                $values->{$key} = $value;
            }
        }
        else {
            problem($number, "not understood: '%.20s'", $text);
        }
    }
    return @sections;
}

my %convert = (
    text => sub { $_[0] },
    number => sub {
        my ($value, $rule) = @_;
        die "'$value' is no number\n" unless $value =~ /^-?\d+(?:\.\d+)?$/;
        die "$value is less than $rule->{min}\n" if defined $rule->{min} && $value < $rule->{min};
        die "$value is more than $rule->{max}\n" if defined $rule->{max} && $value > $rule->{max};
        return $value + 0;
    },
    flag => sub {
        my $value = lc shift;
        return 1 if $value =~ /^(?:1|yes|true|on)$/;
        return 0 if $value =~ /^(?:0|no|false|off|)$/;
        die "'$value' is neither yes nor no\n";
    },
    list => sub { return ref $_[0] ? $_[0] : [ split /\s*,\s*/, $_[0] ] },
    size => sub {
        my ($value) = @_;
        my %factor = (k => 1, m => 1024, g => 1024 * 1024, '' => 1);
        $value =~ /^(\d+)\s*([kmg]?)$/i or die "'$value' is no size\n";
        return $1 * $factor{ lc $2 };
    },
    choice => sub {
        my ($value, $rule) = @_;
        return $value if grep { $_ eq $value } @{ $rule->{of} };
        die "'$value' is none of " . join(', ', @{ $rule->{of} }) . "\n";
    },
);

sub check {
    my ($section) = @_;
    my $schema = $SCHEMA{ $section->{kind} };
    return problem($section->{line}, 'no section is called %s', $section->{kind}) unless $schema;
    my %values = %{ $section->{values} };
    $values{name} = $section->{name} if defined $section->{name};
    my %result;
    foreach my $key (sort keys %$schema) {
        my $rule = $schema->{$key};
        my $value = delete $values{$key};
        if (!defined $value) {
            if ($rule->{required}) {
                problem($section->{line}, '%s needs %s', $section->{kind}, $key);
                next;
            }
            $value = $rule->{default};
        }
        $result{$key} = eval { $convert{ $rule->{type} }->($value, $rule) };
        if ($@) {
            chomp(my $why = $@);
            problem($section->{line}, '%s: %s', $key, $why);
        }
    }
    problem($section->{line}, 'unknown: %s', join ', ', sort keys %values) if %values;
    return \%result;
}

my @sections = parse(<DATA>);
my %config;
for my $section (@sections) {
    my $checked = check($section) or next;
    push @{ $config{ $section->{kind} } }, $checked;
}

foreach my $kind (sort keys %config) {
    foreach my $entry (@{ $config{$kind} }) {
        print "$kind\n";
        foreach my $key (sort keys %$entry) {
            my $value = $entry->{$key};
            print "  $key = ", !defined $value ? '(none)'
                : ref $value ? '[' . join(' ', @$value) . ']' : $value, "\n";
        }
    }
}

my ($host) = @{ $config{host} || [] };
if ($host && $host->{uri} =~ /^test:/) {
    my $conn = Sys::Virt->new(uri => $host->{uri}, readonly => $host->{readonly});
    my %there = map { $_->get_name, 1 } $conn->list_all_domains;
    my @missing = grep { defined && !$there{$_} } map { $_->{name} } @{ $config{guest} };
    print "missing: @missing\n";
}

if (@problems) {
    print scalar(@problems), " problem", (@problems == 1 ? '' : 's'), ":\n";
    printf "  line %2d: %s\n", @{$_}{qw(line text)}
        for sort { $a->{line} <=> $b->{line} or $a->{text} cmp $b->{text} } @problems;
    exit 1;
}

__DATA__
# The farm
stray = 1
set images = /srv/images

[host]
uri = test:///default
timeout = 900

[guest "web1"]
memory = 512m
networks = default
networks += lab
autostart = Yes

[guest "db1"]
memory = 2 G
role = database
disk = $images/db1.img, \
       $nowhere/db2.img

[guest]
autostart = perhaps
memory = 128
memory = 256

[printer]
what is this
