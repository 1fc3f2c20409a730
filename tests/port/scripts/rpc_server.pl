#!/usr/bin/perl
# runs: no - needs SOAP::Lite
use strict;
use warnings;
use SOAP::Transport::HTTP;

# What clients can call: class methods, with a connection that is kept.
package VMService;
use Sys::Virt;
use vars qw($Conn);

sub _conn { $Conn ||= Sys::Virt->new(uri => 'qemu:///system') }
sub _dom { my ($class, $id) = @_; $id =~ /-/ ? $class->_conn->get_domain_by_uuid($id) : _conn->get_domain_by_name($id) }

sub names { my $class = shift; return SOAP::Data->name(names => [ map $_->get_name, $class->_conn->list_all_domains ]) }
sub start { my ($class, $id) = @_; my $d = $class->_dom($id); $d->create; return $d->get_id }
sub stop { my $self = shift; $self->_dom(@_)->shutdown; 1 }

sub info {
    my ($class, $id) = @_;
    my %info = %{ VMService->_dom($id)->get_info };
    $info{$_} = SOAP::Data->type(long => $info{$_}) for keys %info;
    return \%info;
}

foreach my $verb (qw(suspend resume destroy)) {
    no strict 'refs';
    *{"VMService::$verb"} = sub {
        my ($class, $id) = @_;
        my $dom = $class->_dom($id);
        eval { $dom->$verb; 1 }
            or die SOAP::Fault->faultcode('Server')->faultstring($@->message);
        return ($dom->get_state)[0];
    };
}

package main;

my $daemon = SOAP::Transport::HTTP::Daemon->new(LocalPort => 8080)->dispatch_to('VMService');
print "at ", $daemon->url, "\n";
$daemon->handle;
