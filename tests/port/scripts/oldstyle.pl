#!/usr/bin/perl
# runs: yes
# args: test:///default
# Globals, ampersands and arguments by index, as it was done in the nineties.

use Sys::Virt;

$uri = $ARGV[0];
$conn = new Sys::Virt(uri => $uri);
$total = 0;

&header;
@list = $conn->list_domains;
for ($i = 0; $i <= $#list; $i++) {
    &show($list[$i], $i);
}
&footer($total);
&switch_off($list[0]);
&switch_on($list[0]);

sub header {
    local($host) = $conn->get_hostname;
    print "Guests of a ", $conn->get_type, " host\n" if $host;
}

sub show {
    local(%info);
    $info = $_[0]->get_info;
    print $_[1], ": ", $_[0]->get_name, " ", $info->{nrVirtCpu}, "\n";
    $total += $info->{memory};
}

sub footer {
    print "Total: $_[0]\n";
}

sub switch_off {
    local($d) = @_;
    return if $d->get_id == -1;
    $d->destroy();
}

sub switch_on
{
    my $d = $_[0];
    $d->create(0) unless ($d->is_active());
    print $d->get_name . " is " . &word($d) . "\n";
}

sub word { $_[0]->is_active ? "on" : "off"; }
