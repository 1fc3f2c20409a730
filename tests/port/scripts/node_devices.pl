#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

my $v = Sys::Virt->new(uri => $ARGV[0], flags => 0);

# A tree of devices, by their parents.
my (%children, %device);
for my $dev ($v->list_all_node_devices) {
    my $name = $dev->get_name;
    $device{$name} = $dev;
    push @{ $children{ eval { $dev->get_parent } || '' } }, $name;
}

sub tree {
    my ($name, $depth) = @_;
    my $dev = $device{$name} or return;
    print '  ' x $depth, $name, " [", join(' ', sort $dev->list_capabilities), "]\n";
    tree($_, $depth + 1) foreach sort @{ $children{$name} || [] };
}
tree($_, 0) for sort @{ $children{''} };

my @scsi = grep { /^scsi/ } $v->list_node_device_names('scsi_host', 100);
print scalar(@scsi), " of ", $v->num_of_node_devices(undef), "\n";

sub is_usb { return $_[0]->get_xml_description =~ /<capability type='usb_device'>/ }

my @usb = grep is_usb($device{$_}), keys %device;
foreach my $name (@usb) {
    my $d = $v->get_node_device_by_name($name);
    $d->dettach(undef, 0);
    eval { $d->reset } or warn $@;
    $d->reattach;
}

my $vports = 0;
if (my ($parent) = grep { /scsi_host1\z/ } @scsi) {
    my $new = eval { $v->create_node_device(<<XML) };
<device>
  <parent>$parent</parent>
  <capability type='scsi_host'>
    <capability type='fc_host'>
      <wwnn>2000000000000001</wwnn><wwpn>1000000000000001</wwpn>
    </capability>
  </capability>
</device>
XML
    if ($new) { $vports++; $new->destroy }
}
print "$vports ports\n";
