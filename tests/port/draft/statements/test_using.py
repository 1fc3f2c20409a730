"""What the drafts do that ``using`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a version that options print": r"""
use vars qw($VERSION); use Getopt::Long qw(:config auto_version); $VERSION = "1.42";
$0 = 'x'; @ARGV = '--version'; my $out = ''; END { print "end\n" } my $q; print "start\n";
GetOptions('q' => \$q) if $q; print "v$main::VERSION\n";
""",
    "constants": r"""
use constant PI => 3; use constant { KIB => 1024, NAME => 'vm' };
use constant LIST => qw(a b c);
print PI * 2, KIB, NAME, (LIST)[1], scalar(my @l = LIST), KIB * 2, "\n"; print "@{[LIST]}
${\ NAME}\n";
""",
    "beginning and end": r"""
print "main\n"; END { print "end\n" } BEGIN { print "begin\n" } END { print "first end\n" }
""",
    "packages with texts of their own": r"""
package T; use overload '""' => sub { "T($_[0]{n})" }, 'bool' => sub { $_[0]{n} > 0 };
sub new { my ($c, $n) = @_; bless { n => $n }, $c } package main;
my ($x, $y) = map { T->new($_) } 1, 0; print "$x ", $y ? 'yes' : 'no', " " . $y, "\n";
""",
    "settings": r"""
$| = 1; local $| = 1; use Data::Dumper; $Data::Dumper::Sortkeys = 1; $Data::Dumper::Indent = 1;
$Data::Dumper::Terse = 1; print Dumper({ b => 1, a => [1, 'x'] });
""",
    "constants of several values": r"""
use constant SEV => qw(a b c); my @x = (SEV, 1); print scalar(@x), ' ', scalar(SEV), "\n";
my $n = SEV; print "$n\n"; print '-' x SEV, "\n"; print "n: " . SEV . "\n";
print((SEV)[1], "\n"); print "yes\n" if SEV;
""",
    "modules that are looked for where code says": r"""
use lib do { (my $d = __FILE__) =~ s{[^/]*$}{lib}; $d };
print scalar(grep { /lib$/ } @INC) ? "lib\n" : "none\n";
""",
    "a module by its path": r"""
my $file = "No/File.pm"; eval { require $file };
print $@ =~ /^(Can't locate No.File.pm in .INC)/, "\n";
require "List/Util.pm"; print List::Util::max(1, 3), "\n"; eval { require "No/Other.pm";
1 } or print "no\n";
""",
}

#: What can't be written, and says so: a part of the reason.
LOUD = {
    'require "common.pl";': "common.pl, which is no module",
    'my $here = "x"; require "$here/common.pl";': "common.pl, which is no module",
    "use English qw(-no_match_vars); eval { die 7 }; print $EVAL_ERROR;": "long names of English",
}

#: What stands in the draft of others.
FORMS = {
    "use Getopt::Long qw(:config auto_version); our $VERSION = 1; GetOptions(q => \\my $q);": [
        "VERSION = 1",
        "perl_version(VERSION)",
    ],
    "use Getopt::Long qw(:config auto_version); my $q; GetOptions(q => \\$q); print 1;": [
        "perl_version(None)"
    ],
}
