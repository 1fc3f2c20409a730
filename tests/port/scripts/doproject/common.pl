# runs: no - read by main.pl
# Globals: $vmm, the connection; @guests.
use Sys::Virt;

sub open_vmm {
    local($uri) = @_;
    $vmm = Sys::Virt->new(uri => $uri) if !$vmm;
    @guests = $vmm->list_domains;
    $host = $vmm->get_hostname;
}

sub each_guest {
    local($code) = shift;
    foreach (@guests) { &$code($_); }
}

sub pools { return $vmm->list_storage_pools; }
sub host { $host; }
sub close_vmm { undef @guests; undef $vmm; }
sub pad { return sprintf("%-$_[1]s", $_[0]); }

1;
