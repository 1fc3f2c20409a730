#!/usr/bin/perl
# exit: 2
# Audits a host by a table of rules, and prints findings as a list, as counts and as a score.
use strict;
use warnings;

use Sys::Virt;

use constant SEVERITIES => qw(info minor major critical);
my %RANK = do { my $n = 0; map { $_ => $n++ } SEVERITIES };
my %WEIGHT = (info => 0, minor => 1, major => 5, critical => 20);

my $conn = Sys::Virt->new(uri => 'test:///default');

sub domain_xml {
    my %d = (memory => 1024, cpus => 1, title => '', devices => '', @_);
    my $title = length $d{title} ? "\n  <title>$d{title}</title>" : '';
    return <<"END";
<domain type='test'>
  <name>$d{name}</name>$title
  <memory unit='MiB'>$d{memory}</memory>
  <vcpu>$d{cpus}</vcpu>
  <os><type>hvm</type></os>
  <devices>$d{devices}</devices>
</domain>
END
}

my $disk = sub {
    my ($file, $dev) = @_;
    return "<disk type='file' device='disk'><source file='$file'/><target dev='$dev' bus='virtio'/></disk>";
};
my @wanted = (
    { name => 'good', title => 'Good one', devices => $disk->('/img/good.img', 'vda') },
    { name => 'greedy', memory => 9000, cpus => 64, devices => $disk->('/img/greedy.img', 'vda') },
    { name => 'shared', title => 'x', devices => $disk->('/img/good.img', 'vda') . $disk->('/tmp/s.img', 'vdb') },
    { name => 'Bad_Name', devices => "<graphics type='vnc' listen='0.0.0.0'/>" },
);
$conn->define_domain(domain_xml(%$_)) for @wanted;
$conn->get_domain_by_name('good')->create;

my (%disks_of, %by_file);
foreach my $dom ($conn->list_all_domains) {
    my $xml = $dom->get_xml_description;
    my @files = $xml =~ /<source file='([^']+)'/g;
    $disks_of{ $dom->get_name } = \@files;
    push @{ $by_file{$_} }, $dom->get_name for @files;
}
my $node = $conn->get_node_info;

# Each rule: an id, a severity, a text, and a test that gives what is wrong.
my @RULES = (
    {
        id => 'G001', severity => 'minor', text => 'guests have a title',
        test => sub { my $g = shift; return $g->{xml} =~ /<title>/ ? () : 'none' },
    },
    {
        id => 'G002', severity => 'major', text => 'no more CPUs than the host has',
        test => sub {
            my $g = shift;
            return if $g->{info}{nrVirtCpu} <= $node->{cpus};
            return "$g->{info}{nrVirtCpu} of $node->{cpus}";
        },
    },
    {
        id => 'G003', severity => 'major', text => 'no more memory than the host has',
        test => sub {
            my ($g) = @_;
            my $over = $g->{info}{maxMem} - $node->{memory};
            return $over > 0 ? sprintf('%d MiB too much', $over / 1024) : ();
        },
    },
    {
        id => 'G004', severity => 'critical', text => 'disks belong to one guest',
        test => sub {
            my $g = shift;
            my @wrong;
            for my $file (@{ $disks_of{ $g->{name} } }) {
                my @others = grep { $_ ne $g->{name} } @{ $by_file{$file} };
                push @wrong, "$file is @others\'s too" if @others;
            }
            return @wrong;
        },
    },
    {
        id => 'G005', severity => 'info', text => 'names are small letters and digits',
        test => sub { return $_[0]{name} =~ /[^a-z0-9]/ ? $_[0]{name} : () },
    },
    {
        id => 'G006', severity => 'critical', text => 'no display is open to all',
        test => sub { return map { "listens on $_" } $_[0]{xml} =~ /<graphics\b[^>]*\blisten='(0\.0\.0\.0)'/g },
    },
    {
        id => 'G007', severity => 'minor', text => 'images lie below /img',
        test => sub { my $g = shift; return grep { index($_, '/img/') } @{ $disks_of{ $g->{name} } } },
    },
    {
        id => 'G008', severity => 'major', text => 'this rule is broken',
        test => sub { my $g = shift; die "out of order\n" if $g->{name} eq 'good'; return },
    },
);

my @waived = ([ 'G001', qr/^test$/ ], [ 'G00[23]', qr/test/ ]);

sub is_waived {
    my ($id, $name) = @_;
    for my $waiver (@waived) {
        my ($ids, $names) = @$waiver;
        return 1 if $id =~ /^$ids$/ && $name =~ $names;
    }
    return 0;
}

my (@findings, @errors);
my $waived = 0;
foreach my $dom (sort { lc $a->get_name cmp lc $b->get_name } $conn->list_all_domains) {
    my %guest = (
        name => $dom->get_name,
        info => scalar $dom->get_info,
        xml => $dom->get_xml_description,
    );
    for my $rule (@RULES) {
        my @wrong = eval { $rule->{test}->(\%guest) };
        if ($@) {
            chomp(my $why = $@);
            push @errors, "$rule->{id} on $guest{name}: $why";
            next;
        }
        next unless @wrong;
        if (is_waived($rule->{id}, $guest{name})) {
            $waived += @wrong;
            next;
        }
        push @findings, map { { rule => $rule, guest => $guest{name}, detail => $_ } } @wrong;
    }
}

print "Findings:\n";
for my $finding (sort {
        $RANK{ $b->{rule}{severity} } <=> $RANK{ $a->{rule}{severity} }
            or $a->{rule}{id} cmp $b->{rule}{id}
            or $a->{guest} cmp $b->{guest}
    } @findings) {
    printf "  %-8s %s %-8s %s (%s)\n", $finding->{rule}{severity}, $finding->{rule}{id},
        $finding->{guest}, $finding->{rule}{text}, $finding->{detail};
}
print "Errors:\n", map { "  $_\n" } @errors;
print "Waived: $waived\n";

my %matrix;
$matrix{ $_->{guest} }{ $_->{rule}{severity} }++ for @findings;
printf "%-10s" . ' %8s' x SEVERITIES . "   score\n", 'guest', SEVERITIES;
for my $guest (sort { lc $a cmp lc $b } keys %matrix) {
    my @counts = map { $matrix{$guest}{$_} // 0 } SEVERITIES;
    my $score = 100;
    $score -= $WEIGHT{$_} * ($matrix{$guest}{$_} || 0) for SEVERITIES;
    printf "%-10s" . ' %8d' x @counts . "%8d\n", $guest, @counts, $score < 0 ? 0 : $score;
}

my ($worst) = sort { $b <=> $a } map { $RANK{ $_->{rule}{severity} } } @findings;
my $word = defined $worst ? (SEVERITIES)[$worst] : 'none';
print "worst: $word\n";
my %exit = (none => 0, info => 0, minor => 1, major => 1, critical => 2);
exit $exit{$word};
