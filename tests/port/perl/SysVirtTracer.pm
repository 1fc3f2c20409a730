# Notes every use of Sys::Virt: class, name and line of each call that a script makes.
#
#     SYSVIRT_TRACE=FILE perl -Itests/port/perl -MSysVirtTracer SCRIPT
#
# FILE gets lines of "script:line Package name", also from processes that were forked. Every
# connection goes to the test driver, whatever the script asks for.
package SysVirtTracer;
use strict;
use warnings;

use Scalar::Util qw(set_prototype);
use Sys::Virt;
use Sys::Virt::Event;

my @PACKAGES = map { "Sys::Virt$_" } '', map { "::$_" } qw(
    Domain DomainCheckpoint DomainSnapshot Error Event EventImpl Interface NWFilter
    NWFilterBinding Network NetworkPort NodeDevice Secret StoragePool StorageVol Stream
);
# What Perl calls by itself, and what isn't the API's.
my %HIDDEN = map { $_ => 1 } qw(
    DESTROY AUTOLOAD BEGIN END bootstrap dl_load_flags import carp croak confess
);

my $file = $ENV{SYSVIRT_TRACE} or die "SYSVIRT_TRACE names no file\n";

# Opened for each line: a script may fork, and close what it didn't open.
sub note {
    my ($package, $name, $script, $line) = @_;
    return if $script =~ m{/Sys/Virt(?:\.pm|/)};
    # Perl itself makes a text of an error.
    return if $name eq 'stringify' && $package eq 'Sys::Virt::Error' && !names($script, $line);
    # The script's own settings, of -l for one, are for what it prints.
    local ($\, $,);
    open my $out, '>>', $file or die "$file: $!\n";
    print {$out} "$script:$line $package $name\n";
    close $out;
}

sub names {
    my ($script, $line) = @_;
    open my $in, '<', $script or return 1;
    my @lines = <$in>;
    return ($lines[$line - 1] || '') =~ /stringify/;
}

sub wrap {
    my ($package, $name, $code) = @_;
    my $wrapped = sub {
        my (undef, $script, $line) = caller;
        note($package, $name, $script, $line);
        keep_from_daemons(\@_) if $name eq 'new' && $package eq 'Sys::Virt';
        goto &$code;
    };
    set_prototype(\&$wrapped, prototype $code);
    no strict 'refs';
    no warnings qw(redefine prototype);
    *{"${package}::$name"} = $wrapped;
}

# No script reaches a daemon.
sub keep_from_daemons {
    my ($arguments) = @_;
    my ($class, %rest) = @$arguments;
    my $key = exists $rest{uri} ? 'uri' : exists $rest{address} ? 'address' : 'uri';
    my $uri = $rest{$key};
    $rest{$key} = 'test:///default' unless defined $uri && $uri =~ /^test:/;
    @$arguments = ($class, %rest);
}

for my $package (@PACKAGES) {
    no strict 'refs';
    for my $name (sort keys %{"${package}::"}) {
        next if $HIDDEN{$name} || $name !~ /^[a-zA-Z]\w*$/;
        my $code = defined &{"${package}::$name"} ? \&{"${package}::$name"} : next;
        wrap($package, $name, $code);
    }
}

1;
