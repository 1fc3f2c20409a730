#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

# What stands in a text is text, unless Perl evaluates it.

my $conn = Sys::Virt->new(uri => $ARGV[0]);
my ($dom) = $conn->list_all_domains;

my $not = "$dom->get_name";
print $not =~ /^Sys::Virt::Domain=.*->get_name$/ ? "a text\n" : "a call\n";
print "Name: @{[ $dom->get_name ]}\n";
print "Id: ${\ $dom->get_id }\n";
print 'No: @{[ $dom->get_nothing ]}', "\n";
print q{$conn->list_nothing}, "\n";
print "State: @{[ map { $_ == Sys::Virt::Domain::STATE_RUNNING ? 'on' : 'off' } ($dom->get_state)[0] ]}\n";
(my $template = "NAME has ID") =~ s/NAME/$dom->get_name/e;
$template =~ s{ID}{ $dom->is_active ? $dom->get_id : '-' }ex;
$template =~ s/(has)/"$1 " . lc($conn->get_type)/e;
print "$template\n";
my %values = (HOST => sub { $conn->get_hostname }, OS => sub { $dom->get_os_type });
my $page = "<HOST>/<OS>";
$page =~ s/<(\w+)>/$values{$1}->()/ge;
print $page =~ m{/linux$} ? "page\n" : "no page\n";
print "matches\n" if "test" =~ /^@{[ quotemeta $dom->get_name ]}$/;
my $sum = `echo @{[ $dom->get_max_vcpus ]}`;
print $sum;
print <<ONE, <<'TWO';
One: @{[ $conn->get_uri ]}
ONE
Two: @{[ $conn->get_nothing ]}
TWO
# $dom->get_comment
my $text = "ref: " . (ref $dom eq "Sys::Virt::Domain" ? "domain" : "none");
print "$text; use Sys::Virt; Sys::Virt->new\n";
my @list = ("$_", $_->get_name) x 1 for $dom;
my $format = sprintf "%s-%s", $dom->get_name, "->get_name";
print "$format\n", "-" x length $dom->get_name, "\n";
my $hash = { get_name => 1, list_domains => 2 };
print $hash->{get_name}, $$hash{list_domains}, "\n";
print "label: ", get_name(), "\n";
sub get_name { return "a function" }
