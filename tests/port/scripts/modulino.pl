#!/usr/bin/perl
package VM::Cleanup;
# runs: yes
# args: --uri=test:///default --older=0
use strict;
use warnings;

__PACKAGE__->run(@ARGV) unless caller;

sub run {
    my ($class, @args) = @_;
    my $self = $class->new($class->parse(@args));
    $self->announce;
    return $self->clean;
}

sub parse {
    my $class = shift;
    local @ARGV = @_;
    require Getopt::Long;
    Getopt::Long::GetOptions('uri=s' => \my $uri, 'older=i' => \(my $older = 7), 'match=s' => \my $match);
    return (uri => $uri, older => $older, match => qr/${\ ($match || '^tmp-')}/);
}

sub new {
    my $class = shift;
    my $self = bless { removed => [], @_ }, $class;
    require Sys::Virt;
    $self->{virt} = Sys::Virt->new(uri => $self->{uri});
    return $self;
}

sub virt { shift->{virt} }

sub announce {
    my $self = shift;
    my ($virt, $uri) = ($self->virt, $self->{uri});
    print "cleaning ", $virt->get_hostname, " at $uri\n";
}

sub candidates {
    my ($self) = @_;
    my $now = time;
    return grep { $self->is_old($_, $now) }
           grep { $_->get_name =~ $self->{match} }
           $self->virt->list_all_domains;
}

sub is_old {
    my ($self, $dom, $now) = @_;
    my @times = map { _created($_) } $dom->list_all_snapshots;
    return 1 unless @times;
    my ($newest) = sort { $b <=> $a } @times;
    return $now - $newest > 86400 * $self->{older};
}

sub _created { $_[0]->get_xml_description =~ /<creationTime>(\d+)/ ? $1 : 0 }

sub clean {
    my $self = shift;
    $self->make_one unless $self->candidates;
    for my $dom ($self->candidates) {
        my $name = $dom->get_name;
        eval {
            $dom->destroy if $dom->is_active;
            $dom->undefine(Sys::Virt::Domain::UNDEFINE_SNAPSHOTS_METADATA());
            push @{ $self->{removed} }, $name;
        };
        warn "$name: ${\ $@->message}" if $@;
    }
    print "removed: @{ $self->{removed} }\n";
    return scalar @{ $self->{removed} };
}

sub make_one {
    my $self = shift;
    my $d = $self->virt->define_domain("<domain type='test'><name>tmp-1</name><memory>1024</memory><os><type>hvm</type></os></domain>");
    $d->create;
    return $d;
}

1;
