#!/usr/bin/perl
# Checks as plugins: some in this file, some written to a folder and loaded, some made of texts.
use strict;
use warnings;

use File::Temp qw(tempdir);
use Sys::Virt;

package Plugin;

our %REGISTRY;

sub register {
    my ($class, %args) = @_;
    my $name = $args{name} || lc((split /::/, $class)[-1]);
    die "$name is registered twice\n" if exists $REGISTRY{$name};
    $REGISTRY{$name} = { class => $class, priority => 50, %args, name => $name };
    return $REGISTRY{$name};
}

sub new {
    my ($class, %args) = @_;
    my $self = bless { options => {}, %args }, $class;
    $self->prepare;
    return $self;
}

sub prepare { }
sub option { my ($self, $name, $default) = @_; return exists $self->{options}{$name} ? $self->{options}{$name} : $default }
sub run { my $class = ref shift; die "$class has no run\n" }

sub where {
    my ($package, undef, $line, $sub) = caller 0;
    return "$package by $sub";
}

package Plugin::Memory;

our @ISA = ('Plugin');

sub run {
    my ($self, $dom) = @_;
    my $info = $dom->get_info;
    my $share = 100 * $info->{memory} / $info->{maxMem};
    return [ $share < $self->option(least => 50) ? 'low' : 'fine', sprintf '%d%%', $share ];
}

__PACKAGE__->register(priority => 10);

package Plugin::State;

our @ISA = 'Plugin';

my @WORDS = qw(none running blocked paused shutdown off crashed);

sub prepare { my $self = shift; $self->{wanted} = $self->option('wanted') || 'running' }

sub run {
    my ($self, $dom) = @_;
    my ($state) = $dom->get_state;
    my $word = $WORDS[$state] // "state $state";
    return [ $word eq $self->{wanted} ? 'fine' : 'bad', $word ];
}

Plugin::State->register;

package Plugin::Lazy;

our @ISA = 'Plugin';

Plugin::Lazy->register(name => 'lazy', priority => 90);

package main;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $folder = tempdir(CLEANUP => 1);

# Plugins in files of their own.
my %files = (
    'Named.pm' => <<'PERL',
package Plugin::Named;
use strict;
our @ISA = 'Plugin';
sub run {
    my ($self, $dom) = @_;
    my $name = $dom->get_name;
    return [ $name =~ /^[a-z]\w*$/ ? 'fine' : 'odd', $name ];
}
Plugin::Named->register(priority => 20);
1;
PERL
    'Broken.pm' => "package Plugin::Broken;\nour \@ISA = 'Plugin';\nthis is no Perl;\n",
    'False.pm' => "package Plugin::False;\n0;\n",
);
for my $file (sort keys %files) {
    open my $out, '>', "$folder/$file" or die "$file: $!";
    print $out $files{$file};
    close $out;
}

my @failed;
foreach my $path (sort glob "$folder/*.pm") {
    my ($name) = $path =~ m{([^/]+)\.pm$};
    my $ok = eval { require $path; 1 };
    next if $ok;
    my $why = $@ =~ /did not return a true value/ ? 'gives nothing true' : "isn't understood";
    push @failed, "$name $why";
}
print "$_\n" for @failed;

# One that is a text.
my $code = q{
    package Plugin::Made;
    our @ISA = 'Plugin';
    sub run { my ($self, $dom) = @_; return ['fine', length $dom->get_uuid_string] }
    __PACKAGE__->register(name => 'made', priority => 30);
    1;
};
eval $code or die "made: $@";
my $value = eval '2 + 3 * 4';
print "worked out: $value\n";
eval 'die "inside\n"';
print "error: $@";

# Rules of one line each, as closures made of texts.
my %rules = (
    active => '$dom->is_active',
    kept => '$dom->is_persistent',
    wrong => '$dom->',
);
my %rule_code;
for my $name (sort keys %rules) {
    my $sub = eval "sub { my \$dom = shift; return $rules{$name} }";
    if (!$sub) {
        print "rule $name: not understood\n";
        next;
    }
    $rule_code{$name} = $sub;
}

sub sorted { return sort { $a->{priority} <=> $b->{priority} || $a->{name} cmp $b->{name} } values %Plugin::REGISTRY }

print join(' ', map { "$_->{name}($_->{priority})" } sorted()), "\n";
my %options = (memory => { least => 20 }, state => { wanted => 'paused' });

foreach my $dom ($conn->list_all_domains) {
    my %count;
    print $dom->get_name, ":\n";
    for my $entry (sorted()) {
        my $class = $entry->{class};
        unless ($class->isa('Plugin') && $class->can('new')) {
            print "  $entry->{name}: no plugin\n";
            next;
        }
        my $plugin = $class->new(options => $options{ $entry->{name} } || {});
        my $result = eval { $plugin->run($dom) };
        if ($@) {
            chomp(my $why = $@);
            print "  $entry->{name}: $why\n";
            $count{failed}++;
            next;
        }
        my ($word, $detail) = @$result;
        printf "  %-8s %-5s %s\n", $entry->{name}, $word, $detail;
        $count{$word}++;
    }
    for my $name (sort keys %rule_code) {
        print "  rule $name: ", ($rule_code{$name}->($dom) ? 'yes' : 'no'), "\n";
    }
    print "  ", join(', ', map { "$count{$_} $_" } sort keys %count), "\n";
}

eval { Plugin::Memory->register };
print "error: $@";
print Plugin->where, "\n";
print "main::sorted is there\n" if defined &main::sorted;
print "loaded: ", join(' ', map { m{([^/]+)$} } sort grep { index($_, $folder) == 0 && $INC{$_} } keys %INC), "\n";
my $method = Plugin::State->can('prepare') == Plugin->can('prepare') ? 'inherited' : 'its own';
print "prepare is $method\n";
