#!/usr/bin/perl
# runs: no - needs Tk
use strict;
use warnings;
use Tk;
use Tk::Table;
use Sys::Virt;

my $mw = MainWindow->new(-title => 'Machines');
my $vmm = connect_or_ask('qemu:///system');
my (%label, %button);

my $table = $mw->Table(-columns => 4)->pack(-expand => 1, -fill => 'both');
my $row = 0;
foreach my $dom (sort { $a->get_name cmp $b->get_name } $vmm->list_all_domains) {
    my $name = $dom->get_name;
    $label{$name} = $table->Label(-text => $name);
    $button{$name}{start} = $table->Button(-text => 'Start', -command => sub { guard(sub { $dom->create }) });
    $button{$name}{stop} = $table->Button(-text => 'Stop', -command => [ \&stop, $dom, 0 ]);
    $button{$name}{kill} = $table->Button(-text => 'Kill', -command => [ sub { my ($d) = @_; $d->destroy; update($d) }, $dom ]);
    $table->put($row, 0, $label{$name});
    $table->put($row, 1 + $_, $button{$name}{ (qw(start stop kill))[$_] }) for 0 .. 2;
    $row++;
}
$mw->repeat(5000 => \&refresh);
$mw->bind('<Control-q>' => sub { $mw->destroy });
MainLoop;

sub stop {
    my ($dom, $flags) = @_;
    guard(sub { $dom->shutdown($flags) });
}

sub guard {
    my ($code) = @_;
    eval { $code->(); 1 } or $mw->messageBox(-message => ref $@ ? $@->message : $@, -type => 'Ok');
    refresh();
}

sub refresh {
    update($_) for $vmm->list_all_domains;
    $mw->update;
}

sub update {
    my $dom = shift;
    my $active = $dom->is_active;
    my $widget = $label{ $dom->get_name } or return;
    $widget->configure(-foreground => $active ? 'green' : 'grey');
    $button{ $dom->get_name }{start}->configure(-state => $active ? 'disabled' : 'normal');
}

sub connect_or_ask {
    my $uri = shift;
    my $conn = eval { Sys::Virt->new(uri => $uri) };
    return $conn if $conn;
    my $dialog = $mw->DialogBox(-title => 'Where?', -buttons => ['OK']);
    my $entry = $dialog->add('Entry')->pack;
    $dialog->Show;
    return connect_or_ask($entry->get);
}
