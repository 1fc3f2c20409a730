#!/usr/bin/perl
# runs: yes
# A PSGI application, and a little driver that asks it without a server.
use strict;
use warnings;

package VM::API;

use JSON::PP ();
use Sys::Virt;

my $JSON = JSON::PP->new->canonical->utf8;
my @ROUTES;

sub get  { my ($pattern, $code) = @_; push @ROUTES, [ GET => $pattern, $code ] }
sub post { my ($pattern, $code) = @_; push @ROUTES, [ POST => $pattern, $code ] }
sub del(&$) { my ($code, $pattern) = @_; push @ROUTES, [ DELETE => $pattern, $code ] }

get qr{^/host$} => sub {
    my ($self) = @_;
    my $virt = $self->virt;
    return { name => $virt->get_hostname, type => $virt->get_type, free => $virt->get_node_free_memory > 0 ? 1 : 0 };
};

get qr{^/domains$} => sub {
    my $self = shift;
    return [ map { as_data($_) } $self->virt->list_all_domains ];
};

get qr{^/domains/([^/]+)$} => sub {
    my ($self, $name) = @_;
    return as_data($self->domain($name));
};

get qr{^/domains/([^/]+)/xml$} => sub {
    my ($self, $name) = @_;
    my $xml = $self->domain($name)->get_xml_description(0);
    return [ 200, [ 'Content-Type' => 'text/xml' ], [ substr $xml, 0, 7 ] ];
};

my %ACTIONS = (
    start   => sub { shift->create },
    stop    => sub { shift->shutdown },
    kill    => sub { my $d = shift; $d->destroy; return },
    pause   => sub { $_[0]->suspend },
    unpause => sub { $_[0]->resume },
    save    => sub { my ($d, $args) = @_; $d->managed_save($args->{flags} || 0) },
);

post qr{^/domains/([^/]+)/(\w+)$} => sub {
    my ($self, $name, $verb, $body) = @_;
    my $action = $ACTIONS{$verb} or $self->fail(404, "no action $verb");
    my $dom = $self->domain($name);
    $action->($dom, $body);
    return as_data($dom);
};

post qr{^/domains$} => sub {
    my ($self, $body) = @_;
    my $dom = $self->virt->define_domain(template($body));
    $dom->create if $body->{start};
    return as_data($dom);
};

del {
    my ($self, $name) = @_;
    my $dom = $self->domain($name);
    $dom->destroy if $dom->is_active;
    $dom->undefine;
    return { deleted => $name };
} qr{^/domains/([^/]+)$};

get qr{^/networks/([^/]+)/leases$} => sub {
    my ($self, $name) = @_;
    my $net = $self->virt->get_network_by_name($name);
    return { network => $net->get_name, leases => [ eval { $net->get_dhcp_leases } ] };
};

sub new { my ($class, %args) = @_; return bless { uri => $args{uri} }, $class }

sub virt {
    my $self = shift;
    delete $self->{virt} if $self->{virt} && !eval { $self->{virt}->is_alive };
    return $self->{virt} ||= Sys::Virt->new(uri => $self->{uri});
}

sub domain { my ($self, $name) = @_; return $self->virt->get_domain_by_name($name) }

sub fail { my ($self, $status, $text) = @_; die { status => $status, message => $text } }

sub as_data {
    my ($dom) = @_;
    my ($state) = $dom->get_state;
    my $info = $dom->get_info;
    return {
        name => $dom->get_name,
        running => $state == Sys::Virt::Domain::STATE_RUNNING ? JSON::PP::true : JSON::PP::false,
        memory => $info->{memory} + 0,
    };
}

sub template {
    my $spec = shift;
    my ($name, $memory) = @{$spec}{qw(name memory)};
    return "<domain type='test'><name>$name</name><memory>$memory</memory><os><type>hvm</type></os></domain>";
}

sub to_app {
    my $self = shift;
    return sub {
        my $env = shift;
        for my $route (@ROUTES) {
            my ($method, $pattern, $code) = @$route;
            next if $method ne $env->{REQUEST_METHOD};
            my @found = $env->{PATH_INFO} =~ $pattern or next;
            my @args = defined $1 ? @found : ();
            my $result = eval { $self->$code(@args, $env->{body} || {}) };
            if (my $err = $@) {
                my ($status, $text) = ref $err eq 'HASH' ? @{$err}{qw(status message)}
                    : ref $err ? ($err->code == Sys::Virt::Error::ERR_NO_DOMAIN ? 404 : 500, $err->message)
                    : (500, $err);
                return [ $status, [], [ $JSON->encode({ error => $text }) ] ];
            }
            return $result if ref $result eq 'ARRAY' && @$result == 3 && !ref $result->[0];
            return [ 200, [ 'Content-Type' => 'application/json' ], [ $JSON->encode($result) ] ];
        }
        return [ 404, [], ['{}'] ];
    };
}

package main;

my $app = VM::API->new(uri => 'test:///default')->to_app;
my @requests = (
    [ 'GET', '/host' ], [ 'GET', '/domains' ], [ 'GET', '/domains/test' ], [ 'GET', '/domains/test/xml' ],
    [ 'POST', '/domains', { name => 'api', memory => 4096, start => 1 } ],
    [ 'POST', '/domains/api/pause' ], [ 'POST', '/domains/api/unpause' ], [ 'POST', '/domains/api/kill' ],
    [ 'POST', '/domains/api/dance' ], [ 'DELETE', '/domains/api' ], [ 'GET', '/domains/api' ],
    [ 'GET', '/networks/default/leases' ], [ 'PUT', '/' ],
);
for my $request (@requests) {
    my ($method, $path, $body) = @$request;
    my $response = $app->({ REQUEST_METHOD => $method, PATH_INFO => $path, body => $body });
    print "$method $path: $response->[0] ", join('', @{ $response->[2] }), "\n";
}
