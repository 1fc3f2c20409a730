#!/usr/bin/perl
# What goes over the net, where there is nobody: a page of a file, and a mail that isn't sent.
use strict;
use warnings;

use File::Temp;
use LWP::Simple;
use Net::SMTP;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $page = File::Temp->new(SUFFIX => '.html');
print $page "<title>", $conn->get_type, "</title>\n";
close $page;

my $text = get("file://" . $page->filename);
print defined $text ? $text : "nothing\n";
print defined get('file:///nowhere/at/all') ? "something\n" : "nothing\n";
my $status = getstore("file://" . $page->filename, $page->filename . '.copy');
print is_success($status) ? "stored\n" : "not stored\n";
unlink $page->filename . '.copy';

my $smtp = Net::SMTP->new('127.0.0.1', Port => 9, Timeout => 2);
if ($smtp) {
    $smtp->mail('root@localhost');
    $smtp->to('admin@localhost');
    $smtp->data("Subject: guests\n\nAll is well.\n");
    $smtp->quit;
    print "sent\n";
} else {
    print "no server\n";
}
