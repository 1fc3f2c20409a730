# Notes which statements of a script run, and how much it has printed before each of them.
#
#     PRINTED_BY=FILE perl -Itests/port/perl -d:PrintedBy SCRIPT > OUTPUT
#
# FILE gets a line "B LINE" for each line of the script on which a statement begins, and then, in the
# order in which they run, "LINE BYTES". Standard output has to be a file.
package Devel::PrintedBy;
use strict;
use warnings;

my $file = $ENV{PRINTED_BY} or die "PRINTED_BY names no file\n";
my $me = $$;
my $last = '';
open my $out, '>', $file or die "$file: $!\n";

sub note {
    my ($line) = @_;
    return if $$ != $me;
    my $entry = "$line " . tell STDOUT;
    return if $entry eq $last;
    $last = $entry;
    # The script's own settings, of -l for one, are for what it prints.
    local ($\, $,);
    print {$out} "$entry\n";
    return;
}

END {
    no strict 'refs';
    if ($$ == $me) {
        local ($\, $,);
        my $lines = \@{"::_<$0"};
        # A line has a number here, unlike its text, if a statement begins on it.
        { no warnings; print {$out} map { "B $_\n" } grep { $lines->[$_] && $lines->[$_] != 0 } 1 .. $#$lines; }
        close $out;
    }
}

package DB;

sub DB {
    my (undef, $path, $line) = caller;
    Devel::PrintedBy::note($line) if $path eq $0;
}

1;
