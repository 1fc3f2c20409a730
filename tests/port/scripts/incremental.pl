#!/usr/bin/perl
# runs: no - the test driver makes no backups
use strict;
use warnings;
use Getopt::Std;
use Sys::Virt;
use Sys::Virt::DomainCheckpoint;

our ($opt_c, $opt_d, $opt_v);
getopts('c:d:v');

my $hv = Sys::Virt->new(uri => $opt_c);
my $dom = $hv->get_domain_by_name($opt_d);

# The newest checkpoint is the one without children.
my ($newest) = grep { !$_->list_all_children } $dom->list_all_checkpoints(0);
my $since = $newest ? $newest->get_name : undef;

my $backup = '<domainbackup mode="push">';
$backup .= "<incremental>$since</incremental>" if $since;
$backup .= '<disks>' . join('', map { disk($_) } disks($dom)) . '</disks></domainbackup>';
my $checkpoint = sprintf '<domaincheckpoint><name>cp-%d</name></domaincheckpoint>', time;

eval { $dom->backup_begin($backup, $checkpoint); };
die "backup: $@->{message}\n" if $@;

my $job;
do {
    select undef, undef, undef, 0.5;
    $job = $dom->get_job_info;
    printf "\r%3d%%", 100 * $job->{dataProcessed} / ($job->{dataTotal} || 1) if $opt_v;
} while $job->{type} != Sys::Virt::Domain::JOB_NONE and $job->{type} != Sys::Virt::Domain::JOB_COMPLETED;
print $dom->backup_get_xml_description if $opt_v;

my $made = $dom->get_checkpoint_by_name("cp-1");
for (my $cp = eval { $made->get_parent }; $cp; $cp = eval { $cp->get_parent }) {
    print "after ", $cp->get_name, "\n";
}
$_->delete(Sys::Virt::DomainCheckpoint::DELETE_METADATA_ONLY) foreach old($dom, 5);

sub old {
    my ($d, $keep) = @_;
    my @all = sort { $a->get_name cmp $b->get_name } $d->list_all_checkpoints;
    splice @all, -$keep if @all > $keep;
    return @all;
}
sub disks { return $_[0]->get_xml_description =~ /<target dev='(vd\w)'/g }
sub disk { "<disk name='$_[0]' type='file'/>" }
