"""What the drafts do that ``positions`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "one match at a time": r"""
my $t = "aXbXc";
if ($t =~ /X/g) { print pos($t), "\n"; } if ($t =~ /X/g) { print pos($t), "\n"; }
print $t =~ /X/g ? "yes" : "no", defined pos $t ? 1 : 0, "\n";
""",
    "a position that is set": r"""
my $t = "aXbXc"; pos($t) = 2; $t =~ /\G(.)/g and print "$1\n"; print pos($t), "\n";
pos($t) = undef; $t =~ /./g; print pos($t), "\n"; pos $t = -2; print $t =~ /(.)/g, pos $t, "\n";
""",
    "another text has no position": r"""
my $t = "aXb"; $t =~ /X/g; $t = "other"; print defined pos($t) ? "there" : "gone", "\n";
$t =~ /t/g; $t = "other"; print defined pos($t) ? "there" : "gone", "\n";
""",
    "a lexer of $_": r"""
sub lex { my ($in) = @_; my @out;
  for ($in) {
    while (1) {
      if (/\G\s+/gc) { next } if (/\G(\d+)/gc) { push @out, "N$1"; next }
      if (/\G([a-z]+)/gci) { push @out, "W$1"; next } last if /\G\z/gc;
      /\G(.)/gc; push @out, "?$1";
    }
  }
  return @out;
}
print join(",", lex("ab 12 +c")), "\n", join(",", lex("ab 12 +c")), "\n";
""",
    "a lexer whose rounds go on": r"""
my @tokens; my $source = 'mem >= 512 && name';
for ($source) { while (1) { /\G\s+/gc and next; /\G(\d+)/gc and do { push @tokens, "number $1";
next };
/\G(\w+)/gc and do { push @tokens, "word $1"; next }; /\G(&&|>=)/gc and do { push @tokens, $1;
next }; last; } }
print join(', ', @tokens), "\n";
""",
    "the end of what was understood": r"""
sub words { my $s = shift; my $n = 0; while ($s =~ /\G(\w)/gc) { $n++ }
return "$n at " . (pos($s) // 'none') . " rest " . substr($s, pos($s) || 0); }
print words("abc!"), "; ", words("abc!"), "; ", words("!"), "\n";
""",
    "elements and references": r"""
my %h = (text => "k=v;x=y"); while ($h{text} =~ /\G(\w)=(\w);?/g) { print "$1->$2 " } print "\n";
my $o = { text => "12ab" };
sub tok { my $self = shift; return "num $1" if $self->{text} =~ /\G(\d)/gc;
return "chr $1" if $self->{text} =~ /\G(\w)/gc; return }
while (defined(my $k = tok($o))) { print "$k " } print pos($o->{text}), "\n";
sub by { my $r = shift; $$r =~ /\G(\w)\s*/gc or return; return $1 }
my $src = "a b c"; while (my $x = by(\$src)) { print "<$x>" } print "\n";
""",
    "a new variable in each round": r"""
for my $l ("aa", "aa", "ba") { if ($l =~ /a/g) { print pos $l, " " } } print "\n";
for ("aa", "aa") { if (/a/g) { print pos, " " } } print "\n";
""",
    "a loop over all matches": r"""
$_ = "x1y2"; my @all; while (/([a-z])/g) { push @all, $1 . pos } print "@all\n";
my $t = "other"; my $count = 0; $count++ while $t =~ /[eo]/g; print "$count\n";
""",
    "the rest in a list": r"""
my $z = "aab"; $z =~ /a/g; my @rest = $z =~ /(.)/g; print "@rest\n"; print "at 0\n" if $z =~ /\Ga/;
""",
    "where a match is": r"""
if ('key: value' =~ /:\s*(v)/) { print "$-[0]-$+[0] $-[1]-$+[1]\n"; }
""",
    "a pattern from a variable in a list": r"""
my $number = qr/([+-]?)(\d+)/; for my $try ('12', '-3', 'x') {
if (my ($sign, $digits) = $try =~ $number) { print "[$sign][$digits]\n" }
else { print "none in $try\n" } }
""",
    "a blank as replacement": r"""
my $t = "a,b,c"; $t =~ s/,/ /g; print "$t\n"; (my $u = $t) =~ s{ }{  }; print "$u\n";
$u =~ s/ //g; print "$u\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    "print map { /a/g ? 1 : 0 } qw(a b)": "goes on where the last one ended",
}
