#!/usr/bin/perl
use strict;
use warnings;
use Digest::MD5 qw(md5_hex);
use Digest::SHA qw(sha1_hex sha256_hex);
use Encode qw(encode decode encode_utf8);
use MIME::Base64;
use Sys::Hostname;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $uuid = $conn->get_domain_by_name('test')->get_uuid_string;

print md5_hex($uuid), "\n", sha1_hex($uuid), "\n", substr(sha256_hex('x'), 0, 16), "\n";
my $md5 = Digest::MD5->new;
$md5->add('a');
$md5->add('b', 'c');
print $md5->hexdigest, ' ', md5_hex('abc'), "\n";
print encode_base64('user:secret'), decode_base64('dGVzdA=='), "\n";
print encode_base64('no newline', ''), "\n";
print length(encode('UTF-8', "\x{e9}")), ' ', length(decode('UTF-8', "\xc3\xa9")), ' ', md5_hex(encode_utf8("\x{263a}")), "\n";
print hostname() eq $conn->get_hostname ? "same host\n" : "another host\n" if hostname() !~ /\./;
