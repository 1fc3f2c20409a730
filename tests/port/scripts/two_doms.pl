#!/usr/bin/perl
# runs: no - needs XML::LibXML, XML::Twig and Net::LDAP
use strict;
use warnings;
use XML::LibXML;
use XML::Twig;
use Net::LDAP;
use Sys::Virt;

# Names that mean one thing here and another one there.

my $conn = Net::LDAP->new('ldap') or die "$@";
$conn->bind;
my %owner = map { $_->get_value('cn') => $_->get_value('owner') } $conn->search(filter => '(objectClass=vm)')->entries;
$conn->unbind;

sub memory_of {
    my $dom = XML::LibXML->load_xml(string => shift);
    my ($node) = $dom->findnodes('/domain/memory');
    return $node->textContent;
}

sub print_all {
    my $conn = shift;
    foreach my $dom ($conn->list_all_domains) {
        my $xml = $dom->get_xml_description;
        print $dom->get_name, " ", memory_of($xml), " ", $owner{ $dom->get_name } || 'nobody', "\n";
        my $twig = XML::Twig->new(twig_handlers => {
            disk => sub {
                my ($t, $disk) = @_;
                my $name = $disk->first_child('target')->att('dev');
                print "  $name ", $dom->get_block_info($name)->{capacity}, "\n";
                $disk->delete;
                $t->purge;
            },
        });
        $twig->parse($xml);
        $twig->root->delete;
    }
}

{
    my $conn = Sys::Virt->new(uri => 'qemu:///system');
    print_all($conn);
    my $doc = XML::LibXML::Document->new;
    my $dom = $doc->createElement('domains');
    $dom->addChild($_) for map { my $e = $doc->createElement('domain'); $e->setAttribute(name => $_->get_name); $e }
        $conn->list_domains;
    print $dom->toString;
    $dom->destroy if $dom->can('destroy');
    $dom = $conn->get_domain_by_name('web');
    $dom->shutdown;
}

package Job {
    # An own class whose methods are called like those of a domain.
    sub new { my ($class, $dom) = @_; return bless { dom => $dom, active => 1 }, $class }
    sub dom { $_[0]{dom} }
    sub is_active { $_[0]{active} }
    sub suspend { $_[0]{active} = 0 }
    sub get_info { my $self = shift; return $self->dom->get_info }
    sub resume { my $self = shift; $self->{active} = 1; $self->{dom}->resume }
}

my $vmm = Sys::Virt->new;
for my $dom (map { Job->new($_) } $vmm->list_domains) {
    $dom->suspend;
    $dom->resume unless $dom->is_active;
    print $dom->get_info->{state}, " ", $dom->dom->get_name, "\n";
}
my $pool = $vmm->get_storage_pool_by_name('default');
my ($vol) = $pool->list_volumes;
{
    local $_ = $vol->get_path;
    my ($vol, $pool) = split m{/};
    print length $vol, length $pool, "\n";
}
print $vol->get_name, $pool->get_name, "\n";
