package My::Domain;

use strict;
use warnings;
use Sys::Virt;

sub new { my ($class, %of) = @_; return bless {%of}, $class }
sub xml_description { return $_[0]{dom}->get_xml_description }
sub get_storage_paths { return @{ $_[0]{paths} || [] } }
sub _new { return 1 }

package Sys::Virt::Lab;

sub new { my ($class, %of) = @_; return bless {%of}, $class }
sub list_domain { return $_[0]{conn}->list_domains }

package main;

our $VERSION = $Sys::Virt::VERSION;
my $conn = Sys::Virt->new(address => "test:///default", readonly => 1);
my $guest = My::Domain->new(dom => $conn->get_domain_by_name("test"), addr => 1);
print $guest->xml_description, $guest->get_storage_paths, $guest->_new, "\n";
my $lab = Sys::Virt::Lab->new(conn => $conn);
print "a lab\n" if ref($lab) eq "Sys::Virt::Lab";
print $_->get_name, "\n" foreach $lab->list_domain;
print "ours\n" if ref($@) =~ /^Sys::Virt/;
print "Sys::Virt:Error is what it says\n";
print "has it\n" if $conn->can("get_uri") && Sys::Virt->VERSION;
