#!/usr/bin/perl -T
# runs: no - needs CGI
use strict;
use warnings;
use CGI qw(:standard escapeHTML);
use CGI::Carp 'fatalsToBrowser';
use Sys::Virt;

$ENV{PATH} = '/usr/bin:/bin';
my $q = CGI->new;
my $action = $q->param('action') || 'list';
my ($uuid) = ($q->param('uuid') || '') =~ /^([0-9a-f-]{36})$/;

my $vmm = Sys::Virt->new(uri => 'qemu:///system', readonly => $action eq 'list');

print $q->header(-type => 'text/html', -charset => 'utf-8');
print $q->start_html(-title => 'Guests on ' . $vmm->get_hostname),
      $q->h1('Guests');

if ($action ne 'list' && $uuid) {
    my $dom = $vmm->get_domain_by_uuid($uuid);
    for ($action) {
        /^start$/   and do { $dom->create; last };
        /^stop$/    and do { $dom->shutdown; last };
        /^kill$/    and do { $dom->destroy; last };
        print $q->p('unknown action ', escapeHTML($action));
    }
}

print $q->table({ -border => 1 },
    Tr([
        th(['Name', 'State', 'Memory', 'CPU time', '']),
        map { row($_) } sort { lc $a->get_name cmp lc $b->get_name } $vmm->list_all_domains,
    ]));
print_form($q);
print $q->end_html;

sub row {
    my $dom = shift;
    my $info = $dom->get_info;
    my $name = escapeHTML($dom->get_name);
    my $link = a({ -href => url(-query => 0) . '?action=start;uuid=' . $dom->get_uuid_string }, 'start');
    return td([
        $name,
        $info->{state} == Sys::Virt::Domain::STATE_RUNNING ? b('running') : 'off',
        int($info->{memory} / 1024) . ' MiB',
        sprintf('%.1f', $info->{cpuTime} / 1e9),
        $link,
    ]);
}

sub print_form {
    my $cgi = shift;
    print <<"HTML" . $cgi->hidden('action', 'list') . <<'HTML';
<form action="@{[ $cgi->url ]}" method="get">
  <p>Host: @{[ escapeHTML($vmm->get_uri) ]}</p>
HTML
  <p>$vmm->get_uri isn't read here</p>
</form>
HTML
}
