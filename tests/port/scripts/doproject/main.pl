#!/usr/bin/perl
# runs: yes
# args: test:///default
# A program of files that are read by require, all in one name space.
($here = __FILE__) =~ s|/[^/]*$||;
require "$here/common.pl";
do "$here/settings.pl" or die "settings: $@ $!";

&open_vmm($ARGV[0] || $DEFAULT_URI);
&each_guest(sub {
    local($guest) = @_;
    print &pad($guest->get_name, $WIDTH), " ", $guest->get_id, "\n";
});
print "first: ", $guests[0]->get_uuid_string, "\n";
print "pools: ", join(" ", map($_->get_name, &pools)), "\n";
$vmm->get_hostname eq &host || die;
&close_vmm;
