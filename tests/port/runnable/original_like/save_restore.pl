#!/usr/bin/perl
use strict;
use warnings;

use File::Temp qw(tempdir);
use Sys::Virt;

my $xml = <<GUEST;
<domain type='test'>
  <name>short-lived</name>
  <memory>219200</memory>
  <currentMemory>219136</currentMemory>
  <vcpu>1</vcpu>
  <os>
    <type arch='i686'>hvm</type>
    <boot dev='network'/>
  </os>
  <clock offset='utc'/>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
</domain>
GUEST

my $file = tempdir(CLEANUP => 1) . "/short-lived.img";

my $conn = Sys::Virt->new(uri => "test:///default");

print "Starting a guest that is not kept\n";
my $guest = $conn->create_domain($xml);
printf "%s has the id %d\n", $guest->get_name, $guest->get_id;

print "Saving it\n";
$guest->save($file);
print "There is a file\n" if -s $file;

print "Restoring it\n";
$conn->restore_domain($file);

print "Ending it\n";
$guest = $conn->get_domain_by_name("short-lived");
$guest->destroy;

unlink $file;
print "The file is gone\n" unless -e $file;
eval { $conn->get_domain_by_name("short-lived") };
print "The guest is gone: ", $@->code == Sys::Virt::Error::ERR_NO_DOMAIN ? "yes" : "no", "\n";
