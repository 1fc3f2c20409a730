package VMWatch::Collector;
# runs: no - a module of vmwatch.pl

use strict;
use warnings;

sub new {
    my ($class, %args) = @_;
    my $self = bless {}, $class;
    foreach my $key (keys %args) {
        $self->{"_$key"} = $args{$key};
    }
    return $self;
}

sub connection { return $_[0]->{_connection} }
sub store      { return $_[0]->{_store} }

sub collect {
    my ($self) = @_;
    my $domains = $self->connection->domains;
    while (my ($name, $domain) = each %{$domains}) {
        my $record = $self->_record($domain);
        $self->store->add($name, $record);
    }
    return;
}

sub _record {
    my ($self, $domain) = @_;
    my $info   = $domain->get_info;
    my %record = (cpu => $info->{cpuTime}, memory => $info->{memory});
    foreach my $target ($self->_disks($domain)) {
        my $stats = eval { $domain->block_stats($target) };
        if ($@) {
            my $code = ref $@ ? $@->code : -1;
            next if $code == Sys::Virt::Error::ERR_INVALID_ARG;
            die $@;
        }
        $record{disks}{$target} = $stats;
    }
    return \%record;
}

sub _disks {
    my ($self, $domain) = @_;
    my $uuid = $domain->get_uuid_string;
    if (not exists $self->{_disks}{$uuid}) {
        my $xml = $domain->get_xml_description;
        $self->{_disks}{$uuid} = [ $xml =~ m{<disk.*?<target dev=.(\w+).}sg ];
    }
    return @{ $self->{_disks}{$uuid} };
}

1;
