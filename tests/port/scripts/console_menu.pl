#!/usr/bin/perl
# runs: yes
# args: test:///default list,show:1,stop:1,list,start:test,nets,pools,keys,bogus,quit
# A menu for a terminal; commands may come from the command line.

use Sys::Virt;

$| = 1;
$uri = shift || 'xen:///';
@script = split /,/, (shift || '');

&connect($uri) || die "$0: can't connect to $uri\n";
&mainloop;
exit 0;

sub connect {
    local($where) = @_;
    eval { $vmm = Sys::Virt->new(address => $where, readonly => 0); };
    print STDERR $@->message if $@;
    return $vmm;
}

sub mainloop {
    local($line, $cmd, $arg);
    while (defined($line = &ask("> "))) {
        ($cmd, $arg) = split(/:/, $line, 2);
        if    ($cmd eq 'list')  { &list; }
        elsif ($cmd eq 'show')  { &show(&dom($arg)); }
        elsif ($cmd eq 'start') { &start(&dom($arg)); }
        elsif ($cmd eq 'stop')  { &stop(&dom($arg)); }
        elsif ($cmd =~ /^net/)  { &nets; }
        elsif ($cmd eq 'pools') { &pools('name'); }
        elsif ($cmd eq 'keys')  { &keys_of($vmm->get_node_info); }
        elsif ($cmd eq 'quit')  { last; }
        else                    { print "what is $cmd?\n"; }
    }
}

sub ask {
    print $_[0] unless @script;
    return shift @script if @script;
    local($answer) = scalar(<STDIN>);
    chop $answer if defined $answer;
    return $answer;
}

# By id or by name.
sub dom {
    local($key) = $_[0];
    local($d);
    if ($key =~ /^\d+$/) {
        $d = $vmm->get_domain_by_id($key);
    } else {
        $d = $vmm->get_domain_by_name($key);
    }
    $d;
}

sub list {
    undef %doms;
    for $dom ($vmm->list_domains, $vmm->list_defined_domains) {
        $doms{$dom->get_name} = $dom;
    }
    foreach $name (sort keys %doms) {
        printf "%3s %s\n", $doms{$name}->get_id, $name;
    }
}

sub show {
    local(*d) = \$_[0];
    my $info = $d->get_info;
    print "Name:   ", $d->get_name, "\n";
    print "State:  ", ('none', 'running', 'blocked', 'paused')[$info->{state}] || 'other', "\n";
    print "Memory: ", $info->{memory} >> 10, "\n";
}

sub start {
    return if $_[0]->is_active;
    $_[0]->create;
    print "started ", $_[0]->get_name, "\n";
}

sub stop {
    my($d) = shift;
    $d->destroy, print "stopped ", $d->get_name, "\n" if $d->is_active;
}

sub nets {
    my @nets = $vmm->list_networks;
    push(@nets, $vmm->list_defined_networks());
    while ($net = shift(@nets)) {
        print $net->get_name . "\t" . ($net->get_autostart ? "auto" : "") . "\n";
    }
}

sub pools {
    my $field = shift;
    my @pools = map { { 'name' => $_->get_name, 'pool' => $_ } } $vmm->list_storage_pools;
    for (@pools) {
        print $_->{$field}, " ", $_->{pool}->is_active ? "active" : "inactive", "\n";
    }
}

sub keys_of { print join(" ", sort keys %{$_[0]}), "\n"; }
