#!/usr/bin/perl
# A small template language, and pages of guests made with it.
use strict;
use warnings;

use Carp qw(croak);
use Sys::Virt;

package Template::Small;

my %FILTERS = (
    upper => sub { uc $_[0] },
    html => sub {
        my $text = shift;
        my %entity = ('<' => '&lt;', '>' => '&gt;', '&' => '&amp;', '"' => '&quot;');
        $text =~ s/([<>&"])/$entity{$1}/g;
        return $text;
    },
    mib => sub { sprintf '%.0f MiB', $_[0] / 1024 },
    pad => sub { my ($text, $width) = @_; return sprintf "%-${width}s", $text },
    join => sub { my ($list, $with) = @_; return join defined $with ? $with : ', ', @{ $list || [] } },
    count => sub { scalar @{ $_[0] } },
);

sub new {
    my ($class, $text) = @_;
    my $self = bless { text => $text }, $class;
    $self->{tree} = $self->parse;
    return $self;
}

sub parse {
    my ($self) = @_;
    my @stack = ({ kind => 'root', body => [] });
    my @pieces = split /(\[%.*?%\])/s, $self->{text};
    for my $piece (@pieces) {
        my $body = $stack[-1]{body};
        if ($piece !~ /^\[%-?\s*(.*?)\s*-?%\]$/s) {
            push @$body, { kind => 'text', text => $piece } if $piece ne '';
            next;
        }
        my $code = $1;
        if ($code =~ /^FOR\s+(\w+)\s+IN\s+(\S+)$/) {
            my $node = { kind => 'for', name => $1, of => $2, body => [] };
            push @$body, $node;
            push @stack, $node;
        } elsif ($code =~ /^IF\s+(NOT\s+)?(.+)$/) {
            my $node = { kind => 'if', not => !!$1, test => $2, body => [], then => undef };
            push @$body, $node;
            push @stack, $node;
        } elsif ($code eq 'ELSE') {
            my $node = $stack[-1];
            Carp::croak("ELSE without IF") unless $node->{kind} eq 'if' && !$node->{then};
            $node->{then} = $node->{body};
            $node->{body} = [];
        } elsif ($code eq 'END') {
            Carp::croak('END of nothing') if @stack == 1;
            my $node = pop @stack;
            if ($node->{kind} eq 'if' and not $node->{then}) {
                @{$node}{qw(then body)} = ($node->{body}, []);
            }
        } elsif ($code =~ /^#/) {
            next;
        } else {
            push @$body, { kind => 'value', of => $code };
        }
    }
    die "no END for $stack[-1]{kind}\n" if @stack > 1;
    return $stack[0];
}

sub value {
    my ($self, $expression, $data) = @_;
    my ($path, @filters) = split /\s*\|\s*/, $expression;
    my $value = $data;
    if ($path =~ /^'(.*)'$/) {
        $value = $1;
    } else {
        foreach my $step (split /\./, $path) {
            last unless defined $value;
            if (ref $value eq 'HASH') { $value = $value->{$step} }
            elsif (ref $value eq 'ARRAY') { $value = $step =~ /^-?\d+$/ ? $value->[$step] : undef }
            elsif (ref $value eq 'CODE') { $value = $value->($step) }
            elsif (ref $value && $value->can($step)) { $value = $value->$step }
            else { die "no $step in $path\n" }
        }
    }
    for my $filter (@filters) {
        my ($name, $argument) = $filter =~ /^(\w+)(?:\((.*)\))?$/;
        my $code = $FILTERS{$name} or die "no filter $name\n";
        $value = $code->($value, $argument);
    }
    return $value;
}

sub render {
    my ($self, $data) = @_;
    return $self->_render($self->{tree}{body}, $data);
}

sub _render {
    my ($self, $nodes, $data) = @_;
    my $out = '';
    for my $node (@$nodes) {
        if ($node->{kind} eq 'text') {
            $out .= $node->{text};
        } elsif ($node->{kind} eq 'value') {
            my $value = $self->value($node->{of}, $data);
            $out .= defined $value ? $value : '';
        } elsif ($node->{kind} eq 'for') {
            my $list = $self->value($node->{of}, $data) || [];
            my $n = 0;
            for my $item (@$list) {
                my %inner = (%$data, $node->{name} => $item, loop => { number => ++$n, last => $n == @$list });
                $out .= $self->_render($node->{body}, \%inner);
            }
        } else {
            my $test = $self->value($node->{test}, $data);
            $test = @$test if ref $test eq 'ARRAY';
            my $branch = ($test xor $node->{not}) ? 'then' : 'body';
            $out .= $self->_render($node->{$branch}, $data);
        }
    }
    return $out;
}

package main;

my $conn = Sys::Virt->new(uri => 'test:///default');
$conn->define_domain("<domain type='test'><name>$_</name><memory>262144</memory><os><type>hvm</type></os></domain>")
    for qw(alpha beta);

my $page = Template::Small->new(<<'TEMPLATE');
<h1>[% title | html %]</h1>
[%# a comment %]
[% FOR guest IN guests %]
<li>[% loop.number %]: [% guest.get_name | upper | pad(6) %] [% guest.get_info.memory | mib %]
[%- IF guest.is_active %] up[% ELSE %] down[% END %][% IF NOT loop.last %];[% END %]</li>
[% END %]
[% IF tags %]Tags: [% tags | join( / ) %] ([% tags | count %]), first [% tags.0 %], last [% tags.-1 %][% END %]
[% IF nothing %]never[% ELSE %]nothing[% END %] [% 'quoted' | upper %] [% call.me %] [% none.at.all %].
TEMPLATE

my $text = $page->render({
    title => 'Guests & "hosts" <all>',
    guests => [sort { $a->get_name cmp $b->get_name } $conn->list_all_domains],
    tags => [qw(one two three)],
    nothing => [],
    call => sub { return "called with $_[0]" },
});
$text =~ s/\n{2,}/\n/g;
print $text;

for my $broken ('[% FOR x IN y %]', '[% END %]', 'a [% ELSE %]', '[% x | nothing %]', '[% title.deeper %]', '[% title %]') {
    my $result = eval { Template::Small->new($broken)->render({ title => 'fine', x => 1 }) };
    my $why = $@;
    $why =~ s/ at \S+ line \d+\.?$//;
    print defined $result ? "$broken: $result\n" : "$broken: error: $why";
    print "\n" if !defined $result && $why !~ /\n$/;
}
