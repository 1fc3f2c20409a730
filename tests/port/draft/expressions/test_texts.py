"""What the drafts do that ``texts`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "interpolation": r"""
my ($x, @l, %h) = ('v'); @l = (1, 2); %h = (k => 'w', 'a b' => 3);
my $r = { n => [7, { d => 'deep' }] };
print "$x ${x}s $l[0] $l[-1] $l[$#l] @l $h{k} $h{'k'} $h{'a b'} @h{'k'} @l[0,1]\n";
print "$r->{n}[0] $r->{n}->[1]{d} $$r{n}[0] ${\ 'ref'} @{[ 1 + 2 ]}\n";
""",
    "what isn't interpolated": r"""
my $x = 1; my $mail = "me\@host.org";
print 'no $x @l\n', "\n", "cost: \$5 $mail 50% a\@b\n", "$x-1 $x.5 $x: ${x}[0]\n";
print "email: user\@example.com\n"; print "time: 10:30 {$x} [$x] ($x) <$x>\n";
""",
    "names and what follows": r"""
my ($name, $n) = ('vm', 3); print "$name-$n $name.xml ${name}_$n $name: $n%\n";
 print "a$name$n$name\n";
""",
    "escapes": r"""
print "tab\there\\ \"quoted\" \x41\x{42} \e[0m\033[1m\0end \101 \$ \@ \a\r\n";
print 'single \' and \\ and \n', "\n";
print "\x{263a}" eq chr(0x263a) ? "same\n" : "other\n"; print "null: \x00|\n"; print "a\
b\n";
""",
    "quotes of other kinds": r"""
my $x = 'X'; print q(single (nested) $x), qq{double {nested} $x}, qq[<$x>],
q{it's}, qq|"$x"|, "\n";
print qq(a\tb\n); my @w = qw/a b c/; print "@w[0,1] $w[2]\n";
""",
    "case in texts": r"""
my $n = 'hELLO wORLD'; print "\U$n\E \L$n\E \u\L$n\E \uabc \lABC x\Uy\Ez\n"; my $k = 'a.b';
print "\Q$k\E\n";
""",
    "heredocs": r"""
my %h = (n => 'web', l => [1, 2]); my $text = <<EOT; print $text; print lc(<<X) . "end\n";
Name: $h{n}
List: @{$h{l}} $h{l}[0]
  "quotes" and \$money and \\ back
EOT
LOUD
X
""",
    "heredocs without interpolation": r"""
my $t = <<'XML'; print $t; my ($p, $q) = (<<A, <<B); print "$p$q";
<a b="$c">
  {x} \n @d
</a>
XML
first
A
second
B
""",
    "heredocs that are indented": """
sub usage { my $n = shift; return <<~EOT; } print usage('vm');
    Usage: $n
      -x  option

    end
    EOT
""",
    "long texts": r"""
my $x = 'a' . 'b' . 1 . 2.5; $x .= "c" . 'd' x 2; print $x . "\n";
my $s = "one " . "two " . "three\n"; print $s; print "a" . 1 + 2, "\n" if 0;
print 'x' . (1 + 2) . "\n"; print "sum: " . 1 + 1 . "\n" if 0;
""",
    "comparing": r"""
print 'a' lt 'b' ? 1 : 0, 'a' eq "a" ? 1 : 0, 'B' cmp 'a', 10 <=> 9, '10' == 10.0 ? 1 : 0,
'1.0' eq 1 ? 1 : 0, 'abc' x 0, "|\n"; print join(',', sort { $a <=> $b } qw(10 9 2 1)), "\n";
""",
    "texts with braces": r"""
my $n = 5; print "{$n} {{$n}} { $n } \${n} %s %d\n"; my %o = (a => 1); print "{$o{a}}\n";
print "a}b{c\n"; my $f = "{}"; print "$f $n\n"; print "$n%\n";
""",
    "quotes inside": r"""
my $d = 'say "hi"'; my $s = "it's"; print "$d $s 'x' \"y\"\n"; my %h = (k => "it's");
print "<a b=\"$h{k}\" c='$d'/>\n"; print "back\\slash $s\\n\n"; print "multi
line $s
end\n";
""",
    "bytes and characters": r"""
print length("abc"), ord("A"), chr(66), lc("ÀB") ne '' ? 1 : 0, "\n";
print join(',', map { sprintf '%d', ord } split //, "a\x{e9}"), "\n";
print ucfirst("élan") ne '' ? "ok\n" : '';
""",
    "method calls in texts": r"""
my @x = (1, 2); my $h = { list => [1, 2, 3] };
print "count: ${\ scalar(@x)} @{[ scalar @{$h->{list}} ]} $#x $#{$h->{list}}\n";
print "last: $x[-1] $x[$#x] $h->{list}[-1] $h->{list}->[$#{$h->{list}}]\n"; my $i = 0;
print "expr: $x[$i+1] $x[$i + 1] $x[-1]\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    "my $r = { n => [7, 8] }; print <<X;\n@{$r->{n}}[0]\nX\n": "a slice",
}
