#!/usr/bin/perl
# Runs parity cases on Perl's Sys::Virt: cases as JSON on standard input, a line of JSON for
# each step on standard output. tests/parity/run.py is its twin.
use strict;
use warnings;
use B ();
use JSON ();
use Scalar::Util qw(blessed reftype);
use Socket qw(AF_UNIX PF_UNSPEC SOCK_STREAM);
use Time::HiRes qw(time sleep);
use Sys::Virt;
use Sys::Virt::Domain;
use Sys::Virt::Event;
eval { require Sys::Virt::EventImpl };

$| = 1;
my $json = JSON->new->canonical->ascii->allow_nonref;
my $input = do { local $/; <STDIN> };
my $job = JSON->new->utf8->decode($input);
my %given = %{$job->{given}};
my (%kept, %calls, %buffers, %volatile);
my @open;

Sys::Virt::Event::register_default() if $job->{events};

for my $case (@{$job->{cases}}) {
    %kept = %calls = %buffers = %volatile = ();
    local $SIG{ALRM} = sub { die "time is up\n" };
    alarm($case->{timeout});
    my $opened = eval { open_conn($case); 1 };
    say_step($case, -1, $opened ? {value => []} : failure($@));
    if ($opened) {
        my $at = 0;
        for my $step (@{$case->{steps}}) {
            say_step($case, $at++, run_step($step));
        }
    }
    alarm(0);
    for my $step (@{$case->{cleanup}}) { eval { run_step($step) } }
    %kept = %calls = %buffers = ();
    @open = ();
}

sub say_step {
    my ($case, $at, $result) = @_;
    print $json->encode({case => $case->{name}, step => $at, %$result}), "\n";
}

sub open_conn {
    my ($case) = @_;
    return unless defined $case->{uri};
    $kept{conn} = Sys::Virt->new(uri => fill($case->{uri}));
}

# A text with {name} replaced by what the job gives for it.
sub fill {
    my ($text) = @_;
    $text =~ s/\{(\w+)\}/exists $given{$1} ? $given{$1} : "{$1}"/ge;
    utf8::encode($text) if utf8::is_utf8($text);
    return $text;
}

sub run_step {
    my ($step) = @_;
    if (defined $step->{calls}) { return {value => $calls{$step->{calls}} || []} }
    if (defined $step->{buffer}) { return {value => [lower(${buffer($step->{buffer})})]} }
    if (defined $step->{drop}) { delete $kept{$step->{drop}}; return {value => []} }
    if (defined $step->{loop}) { return eval { run_loop($step->{loop}); {value => []} } || failure($@) }
    my @result;
    my $ok = eval { @result = until_done($step); 1 };
    $kept{$step->{catch}} = $@ if !$ok && defined $step->{catch};
    return failure($@) unless $ok;
    if (defined $step->{keep}) {
        $kept{$step->{keep}} = $result[defined $step->{pick} ? $step->{pick} : 0];
    }
    return {value => [map { lower($_) } @result]};
}

sub failure {
    my ($error) = @_;
    if (blessed $error && $error->isa("Sys::Virt::Error")) {
        return {error => {code => $error->{code}, domain => $error->{domain}, message => $error->{message}}};
    }
    return {died => "$error"};
}

sub until_done {
    my ($step) = @_;
    my $until = $step->{until} or return perform($step);
    my $deadline = time + 450;
    while (1) {
        my @result;
        if (!eval { @result = perform($step); 1 }) {
            die $@ if !$until->{answers} || time > $deadline;
            sleep 0.05;
            next;
        }
        return @result if $until->{answers};
        my $seen = {list => [map { lower($_) } @result]};
        my $here = \@result;
        for my $key (@{$until->{path} || [0]}) {
            $here = ref $here eq "HASH" ? $here->{$key} : $here->[$key];
        }
        return @result if defined $here && $here eq $until->{equals};
        die "waited in vain\n" if time > $deadline;
        sleep 0.05;
    }
}

sub perform {
    my ($step) = @_;
    my @args = map { argument($_) } @{$step->{args}};
    # An output scalar has to be the very variable.
    my @spots = map { ref $_ eq "HASH" && exists $_->{'$buffer'} ? $_->{'$buffer'} : undef } @{$step->{args}};
    push @args, map { $_ => argument($step->{named}{$_}) } sort keys %{$step->{named}};
    my $method = $step->{call};
    my $on = $step->{on};
    if ($step->{function}) {
        no strict "refs";
        return &{"${on}::$method"}(@args);
    }
    my $object = exists $kept{$on} ? $kept{$on} : $on;
    die "nothing is kept as $on\n" unless defined $object && ($on =~ /^Sys::/ || exists $kept{$on});
    if (grep { defined } @spots) {
        my $name = (grep { defined } @spots)[0];
        shift @args;
        return $object->$method(${buffer($name)}, @args);
    }
    return $object->$method(@args);
}

sub buffer { my ($name) = @_; $buffers{$name} = "" unless defined $buffers{$name}; return \$buffers{$name} }

sub argument {
    my ($arg) = @_;
    if (ref $arg eq "ARRAY") { return [map { argument($_) } @$arg] }
    if (JSON::is_bool($arg)) { return $arg ? 1 : 0 }
    if (ref $arg eq "HASH") {
        if (exists $arg->{'$ref'}) { return $kept{$arg->{'$ref'}} }
        if (exists $arg->{'$bytes'}) { return pack("H*", $arg->{'$bytes'}) }
        if (exists $arg->{'$const'}) {
            no strict "refs";
            return &{"Sys::Virt::$arg->{'$const'}"}();
        }
        if (exists $arg->{'$file'}) {
            open(my $file, "+>>", fill($arg->{'$file'})) or die "can't open: $!\n";
            return stay($file);
        }
        if (exists $arg->{'$socket'}) {
            socketpair(my $one, my $other, AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die "no sockets: $!\n";
            return stay($one, $other);
        }
        if (exists $arg->{'$callback'}) { return make_callback($arg->{'$callback'}) }
        if (exists $arg->{'$loop'}) { return $kept{$arg->{'$loop'}} ||= bless {last => 0}, "OwnLoop" }
        if (exists $arg->{'$buffer'}) { return undef }
        return {map { $_ => argument($arg->{$_}) } keys %$arg};
    }
    return undef unless defined $arg;
    return ref \$arg eq "SCALAR" && (B::svref_2object(\$arg)->FLAGS & B::SVf_POK) ? fill($arg) : $arg;
}

# The number of the first of some open files, which stay open as long as the case.
sub stay {
    push @open, @_;
    return fileno($_[0]) + 0;
}

sub make_callback {
    my ($how) = @_;
    my $name = $how->{name};
    my $source = defined $how->{source} ? pack("H*", $how->{source}) : undef;
    my %volatile = map { $_ => 1 } @{$how->{volatile} || []};
    my @results = @{$how->{results} || []};
    return sub {
        my @seen = @_;
        unless ($how->{quiet}) {
            my $at = 0;
            push @{$calls{$name}}, {list => [map { $volatile{$at++} ? {volatile => 1} : lower($_) } @seen]};
        }
        push @{$calls{$name}}, {n => "1"} if $how->{quiet};
        if (defined $how->{dies}) { die "$how->{dies}\n" }
        if (defined $source) {
            my $piece = substr($source, 0, $seen[2], "");
            $_[1] = $piece;
            return length $piece;
        }
        if ($how->{sink}) { ${buffer($name)} .= $seen[1]; return length $seen[1] }
        if ($how->{answers}) {
            for my $cred (@{$seen[0]}) {
                my $answer = $how->{answers}{$cred->{type}};
                $cred->{result} = $answer if defined $answer;
            }
        }
        my $result = @results ? shift @results : exists $how->{returns} ? $how->{returns} : 0;
        return ref $result eq "ARRAY" ? @$result : $result;
    };
}

sub run_loop {
    my ($loop) = @_;
    my $deadline = time + $loop->{timeout};
    # A timer keeps a loop without events from waiting for ever.
    my $timer = Sys::Virt::Event::add_timeout(50, sub { });
    while (@{$calls{$loop->{until}} || []} < $loop->{count}) {
        die "no event came\n" if time > $deadline;
        Sys::Virt::Event::run_default();
    }
    Sys::Virt::Event::remove_timeout($timer);
}

# A value as something that can be compared: text and bytes are the same in Perl.
sub lower {
    my ($value) = @_;
    return undef unless defined $value;
    if (blessed $value) {
        return {object => ref $value, id => identity($value)};
    }
    my $type = reftype $value;
    if (!defined $type) {
        my $flags = B::svref_2object(\$value)->FLAGS;
        return {n => "$value"} if !($flags & B::SVf_POK) && ($flags & (B::SVf_IOK | B::SVf_NOK));
        my $bytes = "$value";
        utf8::encode($bytes) if utf8::is_utf8($bytes);
        return {s => $bytes};
    }
    if ($type eq "HASH") { return {hash => {map { $_ => lower($value->{$_}) } keys %$value}} }
    if ($type eq "ARRAY") { return {list => [map { lower($_) } @$value]} }
    if ($type eq "SCALAR") { return {list => [lower($$value)]} }
    return {code => 1};
}

sub identity {
    my ($object) = @_;
    for my $method (qw(get_name get_uuid_string get_port_dev get_uri)) {
        next unless $object->can($method);
        my $id = eval { $object->$method() };
        return defined $id ? $id : "";
    }
    return "";
}

# An event loop that only notes what is asked of it.
package OwnLoop;

BEGIN { our @ISA = (Sys::Virt::EventImpl->can("_run_handle_callback") ? "Sys::Virt::EventImpl" : "Sys::Virt::Event") }

sub note { my ($self, $method, @values) = @_; push @{$calls{"Sys::Virt::EventImpl::$method"}}, {list => [map { main::lower($_) } @values]} }
sub keep { my $self = shift; @kept{qw(callback opaque ff)} = @_; return ++$self->{last} }
sub add_handle { my ($self, $fd, $events, @given) = @_; $self->note("add_handle", $fd, $events); return $self->keep(@given) }
sub update_handle { my ($self, $watch, $events) = @_; $self->note("update_handle", $watch, $events) }
sub remove_handle { my ($self, $watch) = @_; $self->note("remove_handle", $watch); return 0 }
sub add_timeout { my ($self, $frequency, @given) = @_; $self->note("add_timeout", $frequency); return $self->keep(@given) }
sub update_timeout { my ($self, $timer, $frequency) = @_; $self->note("update_timeout", $timer, $frequency) }
sub remove_timeout { my ($self, $timer) = @_; $self->note("remove_timeout", $timer); return 0 }
