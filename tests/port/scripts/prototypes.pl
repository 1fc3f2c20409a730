#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

sub each_domain(&$);
sub with_connection(&@);
sub try_it(&;$);
sub largest(\@);

with_connection {
    my ($conn) = @_;
    each_domain { print $_->get_name, "\n" } $conn;
    my @nets = $conn->list_networks;
    print largest(@nets)->get_name, "\n";
    my $pool = try_it { $conn->get_storage_pool_by_name('nothing') } 'no pool';
    print ref $pool ? $pool->get_name : $pool, "\n";
} $ARGV[0];

sub with_connection(&@) {
    my ($code, @uris) = @_;
    foreach (@uris) {
        my $c = Sys::Virt->new(uri => $_, readonly => 1) or next;
        $code->($c);
    }
}

sub each_domain(&$) {
    my ($code, $conn) = @_;
    foreach ($conn->list_all_domains) {
        $code->();
    }
}

sub try_it(&;$) {
    my ($code, $default) = @_;
    my $result = eval { &$code };
    return defined $result ? $result : $default unless $@;
    return $default if $@->code;
}

sub largest(\@) {
    my ($list) = @_;
    my ($first) = sort { length $b->get_name <=> length $a->get_name } @$list;
    return $first;
}
