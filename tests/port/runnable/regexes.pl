#!/usr/bin/perl
# Patterns: loops, names, replacements with code, modifiers.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $xml = $conn->get_domain_by_name('test')->get_xml_description;
$xml =~ s/\r//g;

# A loop over all that match.
my $text = 'web1=10.0.0.1, web2=10.0.0.2; db=10.1.0.9';
while ($text =~ /(\w+)=(\d+(?:\.\d+){3})/g) {
    print "$1 has $2, up to ", pos $text, "\n";
}

# All at once: a list, a hash, a count.
my @octets = $text =~ /(\d+)\.\d+\.\d+\.\d+/g;
print "@octets\n";
my %address = $text =~ /(\w+)=([\d.]+)/g;
print join(' ', map { "$_:$address{$_}" } sort keys %address), "\n";
my $dots = () = $text =~ /\./g;
print "$dots dots\n";

# Names.
if ('2026-11-28T01:02:03' =~ /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:T(?<time>.*))?$/) {
    print "$+{day}.$+{month}.$+{year} at $+{time}\n";
}

# Before, in, after, and where.
if ('key: value' =~ /:\s*/) {
    print "[$`][$&][$'] $-[0]-$+[0]\n";
}

# Modifiers.
my $block = "Name: one\nname: two\n\nNAME: three\n";
my @names = $block =~ /^name:\s*(.+)$/gim;
print join('|', @names), "\n";
print "over lines\n" if $block =~ /one.+two/s;
print "not over lines\n" unless $block =~ /one.+two/;
my $number = qr{
    ^ \s*
    ([+-]?)         # a sign
    (\d+ (?: \. \d+ )?)
    \s* ( [KMG]? ) B? \s* $
}xi;
for my $try ('12', ' -3.5K', '7gb', 'x1', '1.') {
    if (my ($sign, $digits, $unit) = $try =~ $number) {
        printf "%-6s sign=%s digits=%s unit=%s\n", "'$try'", $sign || '+', $digits, uc $unit || '-';
    } else {
        print "'$try' is no number\n";
    }
}

# Replaced: the number of them, by code, by a function's result, a copy.
my $count = (my $copy = $text) =~ s/\d+\.\d+/x/g;
print "$count: $copy\n";
(my $doubled = 'a1b22c333') =~ s/(\d+)/$1 * 2/ge;
print "$doubled\n";
my $new = 'one two' =~ s/(\w+)/\u$1/gr;
print "$new\n";
my %values = (user => 'root', host => 'vm1');
my $template = 'ssh ${user}@${host} -p ${port}';
$template =~ s/\$\{(\w+)\}/exists $values{$1} ? $values{$1} : "<$1>"/eg;
print "$template\n";
my $nested = 'f(g(x))';
1 while $nested =~ s/(\w)\(([^()]*)\)/[$1 $2]/;
print "$nested\n";

# A small scanner with \G.
my @tokens;
my $source = 'mem >= 512 && name eq "web 1"';
for ($source) {
    while (1) {
        /\G\s+/gc and next;
        /\G(\d+)/gc and do { push @tokens, "number $1"; next };
        /\G"([^"]*)"/gc and do { push @tokens, "text $1"; next };
        /\G(\w+)/gc and do { push @tokens, "word $1"; next };
        /\G(&&|>=|[<>])/gc and do { push @tokens, "operator $1"; next };
        last;
    }
}
print join(', ', @tokens), "\n";

# Greedy and not, sets, alternatives, back references, looking around.
print join(' ', '<a><b>' =~ /<(.+)>/, '<a><b>' =~ /<(.+?)>/), "\n";
print join(' ', grep { /^(?:vm|web)-?\d+$/ } qw(vm1 web-2 db3 vm web10)), "\n";
print join(' ', grep { /(.)\1/ } qw(book cat moon dog)), "\n";
print join(' ', 'price: 10EUR 20USD' =~ /(\d+)(?=EUR)/, 'a1b2' =~ /(?<=b)(\d)/), "\n";
print join('|', 'foobar foobaz' =~ /\b(foo(?!baz)\w+)/g), "\n";

# Quoted metacharacters, patterns from variables, lists of patterns.
my $dotted = '10.0.0.1';
print '10x0y0z1' =~ /^$dotted$/ ? 'loose' : 'strict', ' ', '10x0y0z1' =~ /^\Q$dotted\E$/ ? 'loose' : 'strict', "\n";
my @patterns = map { qr/$_/i } qw(^vm \d$);
for my $name (qw(VM1 db2 web)) {
    my $hits = grep { $name =~ $_ } @patterns;
    print "$name: $hits\n";
}
my $any = join '|', map { quotemeta } qw(a+b c.d);
print join(',', 'x a+b y c.d z cxd' =~ /($any)/g), "\n";

# Captures in lists, and what stays undefined.
my ($scheme, $user, $where, $path) = 'qemu+ssh://host.example/system' =~ m{^([\w+]+)://(?:(\w+)@)?([^/]*)(/.*)?$};
print "$scheme ", defined $user ? $user : 'nobody', " $where $path\n";
my ($first) = $xml =~ /<memory[^>]*>(\d+)/;
print "memory $first\n";
my @tags = $xml =~ /<(\w+)[\s>]/g;
my %seen;
my @once = grep { !$seen{$_}++ } @tags;
print scalar(@once) > 5 ? "many kinds of tags\n" : "few kinds: @once\n";

# split with patterns that have captures, and at widths of nothing.
print join('|', split /\s*[,;]\s*/, 'a , b;c,d'), ' ', join('|', split /(?<=\d)(?=[a-z])/, 'a1b2c3'), "\n";

# A match in a condition keeps its groups until the next that succeeds.
if ('abc' =~ /(b)/) {
    'xyz' =~ /(q)/;
    print "still $1\n";
}

# tr with ranges and return value.
(my $dna = 'GATTACA') =~ tr/ACGT/TGCA/;
print scalar reverse($dna), ' ', ($dna =~ tr/A//), "\n";

# Lines of a text, with continuation.
my $config = "a = 1\nb = 2 \\\n  3\nc = 4\n";
$config =~ s/\s*\\\n\s*/ /g;
for my $line (split /\n/, $config) {
    my ($key, $value) = $line =~ /^(\w+)\s*=\s*(.*)$/ or next;
    print "$key -> $value\n";
}
print join(' ', map { s/^0+(?=\d)//r } qw(007 0 0100)), "\n";
