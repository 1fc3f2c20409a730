"""What the drafts do that ``calls`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "constants that a variable names": r"""
use Sys::Virt; my %m = (run => 'STATE_RUNNING', off => 'STATE_SHUTOFF');
for my $k (sort keys %m) { my $name = $m{$k}; print "$k ", Sys::Virt::Domain->$name, "\n" }
for my $s (qw(STATE_RUNNING STATE_PAUSED)) { my $v = Sys::Virt::Domain->$s(); print "$v\n" }
""",
    "a sub of the name await": r"""
sub await { my ($n, $m) = @_; return "w$n" . ($m // '') } my $x = await("a", 2);
my @l = map { await($_) } 1 .. 2;
print "$x @l\n"; print await("b"), "\n";
""",
    "constants of modules as functions": r"""
use Sys::Syslog qw(:macros); print LOG_ERR(), " ", LOG_DAEMON, "\n";
""",
    "objects": r"""
package Counter; sub new { my ($class, %args) = @_; my $self = { n => $args{start}
|| 0 }; return bless $self, $class } sub inc { my $self = shift; $self->{n}++;
return $self } sub value { return $_[0]->{n} } package main;
my $c = Counter->new(start => 5); $c->inc; $c->inc->inc; print $c->value, " ", ref $c, "\n";
my $d = Counter->new; print $d->value, "\n";
""",
    "inheritance": r"""
package Animal; sub new { my ($class, $name) = @_; my $self = bless { name => $name },
$class; $self->init; return $self } sub init { } sub speak { my $self = shift;
return $self->{name} . ' says ' . $self->sound } sub sound { 'nothing' }
package Dog; our @ISA = ('Animal'); sub init { my $self = shift; $self->{tricks} = [] }
sub sound { 'woof' } sub add { my ($self, @t) = @_; push @{ $self->{tricks} },
@t; return scalar @{ $self->{tricks} } }
package main; my $d = Dog->new('Rex'); print $d->speak, "\n";
print $d->add('sit', 'roll'), "\n"; print Animal->new('x')->speak, "\n";
print $d->isa('Animal') ? 1 : 0, Dog->can('sound') ? 1 : 0, $d->can('fly') ? 1 : 0, "\n";
""",
    "what an object can do": r"""
package Dog; sub new { bless {}, shift } sub bark { "woof" } package main; my $d = Dog->new;
print defined $d->can('bark') ? 1 : 0, defined $d->can('fly') ? 1 : 0, ref $d->can('bark'), "\n";
print "both\n" if $d->can('bark') && !$d->can('fly'); print $d->can('bark')->($d), "\n";
""",
    "the method of the parent": r"""
package Base; sub new { my ($class, %a) = @_; return bless { %a, kind => 'base' }, $class }
sub info { my $self = shift; return "info($self->{kind})" }
package Derived; use parent -norequire, 'Base';
sub new { my ($class, %a) = @_; my $self = $class->SUPER::new(%a); $self->{kind} = 'derived';
return $self } sub info { my $self = shift; return 'D:' . $self->SUPER::info() }
package main; my $o = Derived->new(x => 1); print $o->info, " $o->{x} ", ref($o), "\n";
""",
    "accessors": r"""
package P; sub new { my $class = shift; my %a = (w => 1, h => 2, @_); return bless { %a },
$class } sub w { my $self = shift; $self->{w} = shift if @_;
return $self->{w} } sub area { my ($self) = @_; return $self->w * $self->{h} } package main;
my $p = P->new(h => 5); print $p->area, "\n"; $p->w(3); print $p->w, " ", $p->area, "\n";
""",
    "accessors that are made": r"""
package Q; for my $f (qw(name size)) { no strict 'refs'; *{"Q::$f"} = sub {
my $s = shift; $s->{$f} = shift if @_;
return $s->{$f} } } sub new { my ($c, %a) = @_; return bless { %a }, $c } package main;
my $q = Q->new(name => 'n', size => 4); $q->size(9); print $q->name, $q->size, "\n";
""",
    "class methods and data of a class": r"""
package Reg; my %all; my $count = 0;
sub register { my ($class, $n, $v) = @_; $all{$n} = $v; $count++; return $class }
sub lookup { my ($class, $n) = @_; return $all{$n} } sub count { $count } package main;
Reg->register('a', 1)->register('b', 2);
print Reg->lookup('b'), Reg->count, Reg::count(), "\n";
""",
    "methods by their names": r"""
package M; sub new { bless {}, shift }
sub hi { my ($s, $n) = @_; return "hi $n" } package main; my $o = M->new; my $m = 'hi';
print $o->$m('x'), "\n"; my $code = sub { my ($self, $x) = @_; return ref($self) . $x };
print $o->$code(1), "\n"; if (my $can = $o->can('hi')) { print $o->$can('z'), "\n" }
""",
    "functions of packages": r"""
package Util; sub add { my ($x, $y) = @_; return $x + $y } our $VERSION = '1.2';
package main; print Util::add(1, 2), " $Util::VERSION\n"; print main::local_one(3), "\n";
sub local_one { return $_[0] * 2 }
""",
    "code in data": r"""
my %dispatch = (add => sub { $_[0] + $_[1] }, mul => sub { my ($x, $y) = @_; return $x * $y },
list => sub { return map { $_ * 2 } @_ }); for my $op (sort keys %dispatch) {
next if $op eq 'list'; print "$op ", $dispatch{$op}->(3, 4), "\n" } print join(',',
$dispatch{list}->(1, 2)), "\n"; my @subs = (sub { 'a' }, sub { 'b' }); print $subs[1]->(),
$_->(), "\n" for $subs[0];
""",
    "code that gives code": r"""
my $make = sub { my $f = shift; return sub { return $f * shift } };
print $make->(2)->(5), "\n"; sub compose { my @f = @_; return sub {
my $x = shift; $x = $_->($x) for @f;
return $x } } print compose(sub { $_[0] + 1 }, sub { $_[0] * 2 })->(3), "\n";
""",
    "constants": r"""
use constant PI => 3.14159; use constant { DEBUG => 0, NAME => 'app', LIST => [1, 2] };
use constant DAYS => qw(mon tue);
print PI, NAME, DEBUG ? 'd' : 'n', LIST->[1], (DAYS)[1], "\n"; print "name: @{[NAME]}\n";
my %h = (NAME, 1, NAME() => 2); print join(',', sort keys %h), "\n"; print PI * 2, "\n";
""",
    "objects in lists": r"""
package Vm; sub new { my ($class, $name, $mem) = @_; return bless { name => $name,
mem => $mem }, $class } sub name { $_[0]{name} } sub mem { my $self = shift;
return $self->{mem} } package main; my @vms = (Vm->new('b', 10), Vm->new('a', 30));
print join(',', map { $_->name } sort { $a->name cmp $b->name } @vms), "\n";
my ($big) = sort { $b->mem <=> $a->mem } @vms; print $big->name, "\n"; my $total = 0;
$total += $_->mem for @vms; print "$total\n";
print join(' ', map { $_->name } grep { $_->mem > 20 } @vms), "\n";
""",
    "wantarray in a method": r"""
package W; sub new { return bless { l => [1, 2, 3] }, shift }
sub items { my $self = shift; return wantarray ? @{ $self->{l} } : $self->{l} } package main;
my $w = W->new; my @l = $w->items; my $r = $w->items; print scalar(@l), scalar(@$r), "\n";
for my $i ($w->items) { print $i } print "\n";
""",
    "methods that give lists": r"""
package L; sub new { my $c = shift; return bless { items => [@_] }, $c }
sub all { my $self = shift; return @{ $self->{items} } }
sub count { my $self = shift; return scalar @{ $self->{items} } }
sub first { my $self = shift; return $self->{items}[0] } package main;
my $l = L->new(4, 5, 6); print $l->count, $l->first, " ", join('-', $l->all), "\n";
my ($x, $y) = $l->all; print "$x$y ", scalar(my @c = $l->all), "\n";
""",
    "destroying": r"""
package D; sub new { my $c = shift; return bless { n => shift }, $c }
sub hello { my ($self, %o) = @_; return "hello $self->{n} $o{x}" } package main;
{ my $d = D->new('x'); print $d->hello(x => 1), "\n"; } print "end\n";
""",
    "functions that get one value": r"""
use Scalar::Util qw(blessed looks_like_number reftype); package X;
sub new { return bless {}, shift } package main;
for my $v (X->new, 'text', 5, [], undef) { no warnings;
print blessed $v && $v->isa('X') ? 'object ' : 'no ', looks_like_number $v
? 'number' : 'none', "\n" } my $e = X->new; if (blessed $e && $e->isa('X')) { print "X\n" }
if (not blessed 'x' or 0) { print "plain\n" } print "hash\n" if reftype $e eq 'HASH';
sub one($) { return $_[0] } print one 5 == 5 ? "five\n" : "no\n";
""",
    "can of the script itself": r"""
use constant LOW => 1; sub helper { "helped $_[0]" } my $code = main->can('helper');
print __PACKAGE__->can('LOW') ? 'a sub' : 'none', ' ', $code->(2), ' ', main->can('LOW')->(), "\n";
""",
    "a class by its name": r"""
package Trouble; sub new { my ($class, %a) = @_; return bless {%a}, $class }
sub throw { my $class = shift; die $class->new(@_) } sub text { $_[0]{text} // 'none' }
package Trouble::Late; our @ISA = ('Trouble'); sub text { 'late' } package main;
for my $class (qw(Trouble Trouble::Late)) { eval { $class->throw(code => 1) };
print ref $@, ' ', $@->text, "\n"; }
my $name = 'Trouble'; print $name->new(text => 'x')->text, "\n";
my $bad = 'None'; eval { $bad->new; 1 } or print "not there\n";
""",
    "classes by names that are worked out": r"""
package Foo; sub new { bless { n => $_[1] }, $_[0] } sub n { $_[0]{n} }
package Foo::Bar; our @ISA = ('Foo'); sub n { "bar" . $_[0]{n} } package main;
for my $w ('', '::Bar') { my $class = "Foo$w"; my $x = $class->new(5);
print ref $x, " ", $x->n, $class->can('new') ? 1 : 0, "\n" }
sub make { my ($class, @a) = @_; return $class->new(@a) } print make('Foo', 3)->n, "\n";
my $no = "No" . "ne"; print $no->can('x') ? 1 : 0, "\n"; eval { $no->new };
print $@ =~ /^(Can't locate object method "new" via package "None")/, "\n";
""",
    "a class of a module beside one of the script": r"""
package Spec; use JSON::PP; sub new { return bless { n => 1 }, shift } sub n { $_[0]{n} }
package main; use XML::LibXML; use XML::XPath;
my $parser = XML::LibXML->new; my $spec = Spec->new;
print $parser->parse_string('<a><b/></a>')->toString, JSON::PP->new->encode([2]), $spec->n, "\n";
my $title = XML::LibXML::Element->new('title'); $title->appendText("x");
print $title->toString, "\n";
print XML::XPath->new(xml => '<a><b>x</b></a>')->findvalue('/a/b'), "\n";
""",
    "methods that are made beside those of a module": r"""
package Spec; use XML::LibXML; our $AUTOLOAD;
sub new { my $class = shift; return bless { @_ }, $class }
for my $field (qw(name value)) { no strict 'refs'; *{$field} = sub { $_[0]{$field} } }
sub text { my $self = shift; return $self->name . '=' . $self->value } package Any;
our $AUTOLOAD; sub new { my $class = shift; return bless { @_ }, $class }
sub AUTOLOAD { my $self = shift; (my $n = $AUTOLOAD) =~ s/.*:://; return if $n eq 'DESTROY';
return $self->{$n} } package main; print Spec->new(name => 'a', value => 1)->text, "\n";
my $any = Any->new(name => 'b', data => 2); print $any->name, $any->data, "\n";
""",
    "an object of the script is shown": r"""
package H; sub new { my $class = shift; my $self = { a => 1, @_ }; return bless $self, $class }
package L; sub new { my $class = shift; my $self = [1, @_]; return bless $self, $class }
package main; use Data::Dumper; $Data::Dumper::Sortkeys = 1;
print Dumper(H->new(b => 2), L->new(2)); local $Data::Dumper::Indent = 1;
my $h = H->new(in => L->new); $h->{me} = $h; print Dumper($h);
""",
    "methods that a module's objects have, too": r"""
package Log;
sub new { my ($class, $to) = @_; open my $fh, '>', $to or die; return bless { fh => $fh }, $class }
sub print { my $self = shift; print { $self->{fh} } @_ } sub close { close $_[0]{fh} }
sub toString { 'a log' } package main; use XML::LibXML; use File::Temp 'tempfile';
my ($fh, $file) = tempfile(); my $log = Log->new($file); $log->print("one\n"); $log->close;
open my $more, '>>', $file or die; $more->print("two\n"); $more->close;
open my $in, '<', $file or die; print <$in>; close $in; unlink $file;
my $doc = XML::LibXML->load_xml(string => '<a/>'); print $doc->toString, $log->toString, "\n";
""",
}
