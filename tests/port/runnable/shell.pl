#!/usr/bin/perl
# A little shell: commands from a list, with variables, aliases, pipes of its own, and a help.
use strict;
use warnings;

use Sys::Virt;

package Shell;

sub new {
    my ($class, $conn) = @_;
    my $self = {
        conn => $conn,
        variables => { prompt => 'virt> ' },
        aliases => { ls => 'list', rm => 'undefine' },
        history => [],
        status => 0,
    };
    bless $self, $class;
    return $self;
}

my %HELP = (
    list => ['[PATTERN]', 'guests whose names match'],
    define => ['NAME MEMORY', 'a new guest'],
    undefine => ['NAME...', 'take guests away'],
    start => ['NAME...', 'start guests'],
    stop => ['NAME...', 'stop guests'],
    set => ['VARIABLE VALUE', 'give a variable a value'],
    echo => ['WORD...', 'print words'],
    history => ['', 'all commands so far'],
    help => ['[COMMAND]', 'this'],
    count => ['', 'counts the lines before it'],
    upper => ['', 'capitals'],
    sort => ['', 'lines in order'],
);

sub words {
    my ($self, $line) = @_;
    my @words;
    while ($line =~ /\G\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\|)|([^\s|"']+))/gc) {
        if (defined $1) {
            (my $text = $1) =~ s/\\(.)/$1/g;
            push @words, $self->expand($text);
        } elsif (defined $2) {
            push @words, $2;
        } elsif (defined $3) {
            push @words, \'|';
        } else {
            push @words, $self->expand($4);
        }
    }
    die "an open quote\n" if substr($line, pos($line) || 0) =~ /\S/;
    return @words;
}

sub expand {
    my ($self, $text) = @_;
    $text =~ s/\$(\w+)/defined $self->{variables}{$1} ? $self->{variables}{$1} : ''/ge;
    return $text;
}

sub run {
    my ($self, $line) = @_;
    push @{ $self->{history} }, $line;
    my @words = eval { $self->words($line) };
    if ($@) {
        print "error: $@";
        return $self->{status} = 2;
    }
    my @commands = ([]);
    for my $word (@words) {
        if (ref $word) { push @commands, [] } else { push @{ $commands[-1] }, $word }
    }
    my @lines;
    for my $command (@commands) {
        my ($name, @arguments) = @$command;
        next unless defined $name;
        $name = $self->{aliases}{$name} if exists $self->{aliases}{$name};
        my $method = "do_$name";
        unless ($self->can($method)) {
            my @near = grep { index($_, substr $name, 0, 2) == 0 } sort keys %HELP;
            print "error: no such command: $name", (@near ? " (did you mean @near?)" : ''), "\n";
            return $self->{status} = 127;
        }
        @lines = eval { $self->$method(\@lines, @arguments) };
        if (my $error = $@) {
            my $text = ref $error && $error->isa('Sys::Virt::Error') ? $error->message . "\n" : $error;
            print "error: $name: $text";
            return $self->{status} = 1;
        }
    }
    print map { "$_\n" } @lines;
    return $self->{status} = 0;
}

sub guests {
    my ($self, $pattern) = @_;
    my $regex = defined $pattern ? $pattern : '*';
    $regex = join '', map { $_ eq '*' ? '.*' : $_ eq '?' ? '.' : quotemeta } split //, $regex;
    return sort { $a->get_name cmp $b->get_name }
        grep { $_->get_name =~ /^$regex$/ } $self->{conn}->list_all_domains;
}

sub do_list {
    my ($self, undef, $pattern) = @_;
    return map { sprintf '%-8s %s', $_->get_name, $_->is_active ? 'running' : 'off' } $self->guests($pattern);
}

sub do_define {
    my ($self, $input, $name, $memory) = @_;
    die "needs a name and a number\n" unless defined $memory && $memory =~ /^\d+$/;
    my $xml = "<domain type='test'><name>$name</name><memory>$memory</memory>"
        . "<os><type>hvm</type></os></domain>";
    my $dom = $self->{conn}->define_domain($xml);
    return 'defined ' . $dom->get_name;
}

foreach my $pair ([start => 'create'], [stop => 'destroy'], ['undefine'] ) {
    my ($command, $method) = @$pair;
    $method ||= $command;
    no strict 'refs';
    *{"do_$command"} = sub {
        my ($self, $input, @names) = @_;
        die "no name\n" if !@names;
        my @done;
        foreach my $name (@names) {
            my @found = $self->guests($name);
            die "nothing matches $name\n" unless @found;
            for (@found) {
                $_->$method;
                push @done, "$command: " . $_->get_name;
            }
        }
        return @done;
    };
}

sub do_set {
    my ($self, $input, $name, @values) = @_;
    $self->{variables}{$name} = "@values";
    return;
}

sub do_echo { my ($self, $input, @words) = @_; return join ' ', @words }
sub do_count { my ($self, $input) = @_; return scalar @$input }
sub do_upper { my ($self, $input) = @_; return map { uc } @$input }
sub do_sort { my ($self, $input, $how) = @_; my @sorted = sort @$input; return $how && $how eq '-r' ? reverse @sorted : @sorted }
sub do_history { my $self = shift; my $n = 0; return map { sprintf '%3d  %s', ++$n, $_ } @{ $self->{history} } }

sub do_help {
    my ($self, $input, $command) = @_;
    my @names = defined $command ? $command : sort keys %HELP;
    return map {
        my ($arguments, $text) = @{ $HELP{$_} or die "nothing is known of $_\n" };
        sprintf '%-24s %s', "$_ $arguments", $text;
    } @names;
}

package main;

my $shell = Shell->new(Sys::Virt->new(uri => 'test:///default'));
my %statuses;
while (my $line = <DATA>) {
    chomp $line;
    next if $line =~ /^\s*(?:#|$)/;
    last if $line eq 'quit';
    print $shell->{variables}{prompt}, $line, "\n";
    $statuses{ $shell->run($line) }++;
}
print join(', ', map { "$statuses{$_} with $_" } sort { $a <=> $b } keys %statuses), "\n";

__DATA__
# what is typed
list
define web1 512
define web2
define web2 "1024"
define db 4096
ls web*
start web? db
list | upper | sort -r
list w* | count
set who "the \"operator\""
set where '$who'
echo Hello $who, $where and $nobody.
stop web1
rm web1
lisst
start nothing
help stop
help dance
echo "open
stop test | count
set prompt '$ '
undefine db
list
history | count
quit
never reached
