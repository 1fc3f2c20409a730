#!/usr/bin/env perl
# runs: no - needs Mojolicious
use Mojolicious::Lite -signatures;
use Mojo::JSON qw(encode_json true false);
use Mojo::IOLoop;
use Sys::Virt;

helper virt => sub ($c) {
    state $virt = Sys::Virt->new(uri => app->config->{uri} // 'qemu:///system');
    return $virt;
};

helper domain => sub ($c) {
    my $name = $c->stash('name');
    my $dom = eval { $c->virt->get_domain_by_name($name) };
    $c->reply->not_found unless $dom;
    return $dom;
};

get '/' => sub ($c) {
    my @domains = sort { $a->get_name cmp $b->get_name } $c->virt->list_all_domains;
    $c->stash(domains => \@domains, host => $c->virt->get_hostname);
    $c->render(template => 'index');
};

get '/domain/:name' => sub ($c) {
    my $dom = $c->domain or return;
    $c->respond_to(
        json => { json => { name => $dom->get_name, active => $dom->is_active ? true : false } },
        xml  => { text => $dom->get_xml_description },
        any  => { text => '', status => 204 },
    );
};

post '/domain/:name/:action' => [ action => [qw(create shutdown destroy)] ] => sub ($c) {
    my $action = $c->param('action');
    my $dom = $c->domain // return;
    eval { $dom->$action; 1 } or return $c->render(json => { error => $@->message }, status => 409);
    $c->redirect_to('/');
};

websocket '/events' => sub ($c) {
    $c->inactivity_timeout(3600);
    my $id = Mojo::IOLoop->recurring(2 => sub ($loop) {
        my %states = map { $_->get_name => ($_->get_state)[0] } $c->virt->list_all_domains;
        $c->send({ json => \%states });
    });
    $c->on(finish => sub ($c, @) { Mojo::IOLoop->remove($id) });
};

app->start;

__DATA__

@@ index.html.ep
<h1><%= $host %></h1>
% for my $dom (@$domains) {
  <li><%= $dom->get_name %> <%= $dom->is_active ? 'on' : 'off' %></li>
% }
