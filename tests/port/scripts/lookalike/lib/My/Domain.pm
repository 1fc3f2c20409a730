package My::Domain;
# runs: no - a module of report.pl
use strict;
use warnings;

sub new {
    my ($class, %self) = @_;
    return bless {%self}, $class;
}

sub from {
    my ($class, $domain) = @_;
    return $class->new(
        name => $domain->get_name,
        memory => $domain->get_info->{memory},
        paths => [],
    );
}

sub get_name { $_[0]{name} }
sub get_memory { return shift->{memory} }
sub get_autostart { 0 }
sub get_storage_paths { return @{ shift->{paths} } }
sub xml_description { my ($self) = @_; return "<domain name='" . $self->get_name . "'/>" }
sub destroy { my $self = shift; %$self = (); return }

sub differs {
    my ($self, $domain) = @_;
    return $self->get_memory != $domain->get_max_memory;
}

1;
