#!/usr/bin/perl
# runs: yes
# args: test:///default
# Année 2009, encodé en Latin-1. Größe zählt.
use strict;
use Sys::Virt;

my %etat = ();
my $serveur = Sys::Virt->new(uri => $ARGV[0]); my $nom = "é à ü";
my %groesse;
foreach my $gast ($serveur->list_domains()) {
    $groesse{$gast->get_name()} = $gast->get_max_memory(); # größer als nötig
}
print "Größe: ", join(",", map { "$_: $groesse{$_} ß" } sort keys %groesse), "\n";
my ($reseau) = $serveur->list_networks; print "Réseau « ", $reseau->get_name, " »\n";
