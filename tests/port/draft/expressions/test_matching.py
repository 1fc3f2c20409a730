"""What the drafts do that ``matching`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "matches as conditions": r"""
my $s = 'web-01'; print "yes\n" if $s =~ /^web/; print "no\n" unless $s =~ /db/;
print "not\n" if $s !~ /x/; print $s =~ /\d+/ ? 1 : 0, $s =~ /WEB/i ? 1 : 0, "\n";
my $r = $s =~ /zzz/; print "[$r]\n"; my $t = $s =~ /web/; print "[$t]\n";
""",
    "lists of groups": r"""
my ($n, $v) = 'cpu=4' =~ /(\w+)=(\d+)/; print "$n $v\n";
my @f = '2024-01-02' =~ /(\d+)-(\d+)-(\d+)/; print "@f\n"; my ($none) = 'abc' =~ /(\d)/;
print defined $none ? 1 : 0, "\n"; my @no = 'abc' =~ /(\d)/; print scalar(@no), "\n";
my @yes = 'abc' =~ /b/; print "@yes\n";
""",
    "all matches": r"""
my @n = 'a1b22c333' =~ /(\d+)/g; print "@n\n"; my @w = 'the quick fox' =~ /\w+/g;
print scalar(@w), "\n"; my %h = 'a=1,b=2' =~ /(\w)=(\d)/g;
print join(',', map { "$_$h{$_}" } sort keys %h), "\n"; my $c = () = 'banana' =~ /a/g;
print "$c\n";
""",
    "groups that take no part": r"""
my @x = 'ab' =~ /(x)?(b)/; print defined $x[0] ? 1 : 0, $x[1], "\n";
my @all = 'a1b' =~ /[a-z](\d)?/g; print scalar(@all), defined $all[1] ? 'def' : 'undef', "\n";
""",
    "going through matches": r"""
my $t = 'k1=v1;k2=v2'; while ($t =~ /(\w+)=(\w+)/g) { print "$1:$2 " } print "\n";
my $count = 0; $count++ while $t =~ /k/g; print "$count\n";
for my $m ($t =~ /v\d/g) { print $m } print "\n";
""",
    "substitutions": r"""
my $s = 'hello world'; $s =~ s/world/perl/; print "$s\n"; $s =~ s/l/L/g; print "$s\n";
(my $c = $s) =~ s/\s+//g; print "$c $s\n"; my $r = $s =~ s/hello/bye/ri; print "$r\n";
my $n = $s =~ s/[eo]/0/g; print "$n $s\n"; print "none\n" unless $s =~ s/zzz//;
""",
    "substitutions with groups": r"""
my $d = '2024-01-31'; $d =~ s/(\d+)-(\d+)-(\d+)/$3.$2.$1/; print "$d\n"; my $x = 'abc';
$x =~ s/(b)/<$1>/; $x =~ s/^(.)/\U$1/; print "$x\n"; my $y = 'price: $5';
$y =~ s/\$(\d)/USD${1}0/; print "$y\n"; my $u = 'a.b'; $u =~ s/\./::/; print "$u\n";
""",
    "substitutions with code": r"""
my $s = 'a1b2'; $s =~ s/(\d)/$1 * 2/ge; print "$s\n"; my %v = (name => 'vm', n => 3);
my $t = 'Hi {name}: {n}{zz}'; $t =~ s/\{(\w+)\}/exists $v{$1} ? $v{$1} : '?'/ge;
print "$t\n"; my $h = 'x%20y'; $h =~ s/%([0-9a-f]{2})/chr(hex($1))/gie; print "$h\n";
$s =~ s/(\d+)/sprintf('%03d', $1)/ge; print "$s\n";
""",
    "substitutions that count": r"""
my $i = 0; my $t = 'X X X'; $t =~ s/X/$i++/ge; print "$t $i\n";
""",
    "substitutions of the topic and of elements": r"""
my @l = ('a b', 'c d'); s/ /_/ for @l; print "@l\n"; my %h = (k => 'x y'); $h{k} =~ s/\s/-/;
print $h{k}, "\n"; my $r = { v => 'q' }; $r->{v} =~ s/q/Q/; print $r->{v}, "\n";
my @c = map { s/a/A/r } qw(a ba); print "@c\n";
""",
    "trimming": r"""
my $s = "  x y  "; $s =~ s/^\s+|\s+$//g; print "[$s]\n"; my $t = "line\r\n";
$t =~ s/\r?\n$//; print "[$t]\n";
sub trim { my $x = shift; $x =~ s/^\s+//; $x =~ s/\s+$//; return $x }
print '[', trim(" q "), "]\n";
""",
    "variables in patterns": r"""
my $w = 'a.c'; print 'abc' =~ /$w/ ? 1 : 0, 'abc' =~ /\Q$w\E/ ? 1 : 0, "\n";
my $re = qr/(\d+)/; print 'x42' =~ $re ? $1 : 'no', 'x42y' =~ /x${re}y/ ? $1 : 'no', "\n";
my @p = (qr/^a/, qr/z$/i); print scalar(grep { 'ABZ' =~ $_ } @p), "\n"; my $ext = 'xml';
print "m\n" if 'f.xml' =~ /\.$ext$/;
""",
    "what stands in a match of a variable": r"""
my $both = qr/(\d)-(\d)/; if ('3-4' =~ $both) { print "$1$2\n" } my $text = 'k: v';
my $pat = '(\w): (\w)'; if ($text =~ $pat) { print "$1 $2\n" }
if ($text =~ /$pat/) { print "$2\n" }
""",
    "modifiers": r"""
my $t = "one\ntwo\nthree"; my @s = $t =~ /^(\w)/mg; print "@s\n";
print "dot\n" if $t =~ /one.two/s; print "x\n" if 'ab' =~ / a \s* b  # both
/x; print "end\n" if "line\n" =~ /line$/; print 'z' if "line\n" =~ /line\z/;
print "A\n" if $t =~ /\Aone/;
""",
    "transliterations": r"""
my $s = 'hello'; (my $u = $s) =~ tr/a-z/A-Z/; print "$u\n"; my $n = ($s =~ tr/l//);
print "$n\n"; $s =~ tr/a-y/b-z/; print "$s\n"; my $d = 'a-b-c'; $d =~ tr/-//d; print "$d\n";
my $q = 'aabb'; $q =~ tr/a-z//s; print "$q\n"; my $r = 'abc' =~ tr/abc/xyz/r; print "$r\n";
for ('banana') { my $c = tr/a//; print "$c\n" }
""",
    "transliterations of blanks": r"""
my $s = 'a  b   c'; (my $t = $s) =~ tr/ //s; print "$t|\n"; my $n = ($s =~ tr/ //); print "$n\n";
$t =~ tr{ }{_}; print "$t\n"; $t =~ tr/_/ /; print "$t|\n"; (my $u = "a\tb") =~ y/\t/ /;
print "$u|\n"; $s =~ tr/ //d; print "$s\n"; my @l = map { tr/ //dr } ' a b'; print "@l|\n";
""",
    "groups with names": r"""
if ('2024-05' =~ /(?<y>\d+)-(?<m>\d+)/) { print "$+{y} $+{m}\n"; my %c = %+;
print join(',', sort keys %c), "\n" }
""",
    "nested groups and alternatives": r"""
if ('foobar' =~ /((foo)|(baz))(bar)/) { print "$1 $2 ", defined $3 ? 1 : 0, " $4\n" }
my ($x) = 'key : val' =~ /^\s*(\w+)\s*:/; print "$x\n";
print "ip\n" if '10.0.0.1' =~ /^\d{1,3}(?:\.\d{1,3}){3}$/;
""",
    "greedy and not": r"""
my $s = '<a><b>'; my ($g) = $s =~ /<(.+)>/; my ($l) = $s =~ /<(.+?)>/; print "$g $l\n";
my @parts = 'aXbXc' =~ /([a-z])/g; print @parts, "\n";
""",
    "other delimiters": r"""
my $p = '/etc/libvirt'; print "etc\n" if $p =~ m{^/etc/}; $p =~ s{/etc}{/var}; print "$p\n";
$p =~ s|/|:|g; print "$p\n"; my ($b) = $p =~ m!([^:]+)$!; print "$b\n";
print "m\n" if 'a/b' =~ m#a/b#;
""",
    "split with patterns": r"""
print join('|', split /\s*,\s*/, 'a , b,c'), join('|', split(/(\d)/, 'a1b2c')), join('|',
split /\|/, 'x|y'), "\n"; my ($u, $v) = split /[:=]/,
'k=v:w'; print "$u$v\n"; print scalar(my @e = split(/,/, '')), "\n";
my @l = split /\n/, "a\nb\n"; print scalar(@l), "\n";
""",
    "unicode and bytes in patterns": r"""
my $s = "a\tb"; print "tab\n" if $s =~ /\t/; print "w\n" if 'x_1' =~ /^\w+$/;
print join(',', map { sprintf '%02x', ord } split //, "\x00\xff"), "\n";
print "hex\n" if "A" =~ /\x41/;
""",
    "a match in a loop's condition": r"""
my @lines = ('a=1', '# c', '', 'b = 2');
for (@lines) { next if /^\s*(#|$)/; if (/^(\w+)\s*=\s*(.*)$/) { print "$1=>$2\n" } }
my ($first) = grep { /^b/ } @lines; print "$first\n";
""",
    "the result of a match in a list": r"""
my @m = map { /(\d+)/ ? $1 : () } qw(a1 b c22); print "@m\n";
my @k = map { /^(\w)=/ } qw(x=1 y z=2); print "@k\n";
my %h = map { /(\w)=(\w)/ } qw(a=1 b=2); print $h{b}, "\n";
""",
    "where a match goes on": r"""
my $t = 'abab'; $t =~ /a/gc; print pos $t, "\n"; $t =~ /\Gb/gc; print pos $t, "\n";
""",
    "a replacement of several statements": r"""
my $n = 0; my $t = "a1 b2 c3"; $t =~ s{(\w)(\d)}{ my $v = $2 + $n++; "<$1$v>" }ge; print "$t $n\n";
sub inside { my ($x, $m) = (shift, 10); $x =~ s/(\d)/my $d = $1 * 2; $m++; $d . $m/ge;
return "$x $m" }
print inside("1 2"), "\n";
my @l; my $u = 'ab'; $u =~ s/(\w)/push @l, $1; uc $1/ge; print "$u @l\n";
""",
    "lists in patterns": r"""
my ($x, @l) = ("a.b", "x", qr/y+/i); print "1\n" if "a.b" =~ /^@{[ quotemeta $x ]}$/;
print "2\n" unless "acb" =~ /^@{[ quotemeta $x ]}$/;
print "3\n" if "x YY" =~ /^@l$/; my $alt = join '|', 'foo', 'bar';
print "4 $1\n" if "a bar" =~ /(@{[ $alt ]})/; my $n = "a b c" =~ s/@{['a', 'b']}/-/r; print "$n\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    r"""
my $t = 'ab'; $t =~ s/(\w)/"'$1'"/gee;
""": "s///ee",
}
