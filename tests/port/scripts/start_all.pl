#!/usr/bin/perl -w
# runs: yes
# args: test:///default
# Written on Windows: every line ends in CR LF.
use strict;
use Sys::Virt;

my $conn = Sys::Virt->new(address => $ARGV[0] || "xen:///");
my @off = grep { !$_->is_active } $conn->list_all_domains;
foreach my $dom (@off) {
    print "starting ", $dom->get_name, "\n";
    eval {
        $dom->create();
    };
    if ($@) {
        print "failed: " . $@->message . "\n";
    }
}
my $text = <<"EOT";
On @{[ $conn->get_hostname ]} there are:
  ${\ join(", ", map { $_->get_name } $conn->list_domains) }
  $conn->get_type isn't called here.
EOT
print $text =~ /there are/ ? "ok\n" : "not ok\n";
