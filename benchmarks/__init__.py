"""What sysvirt costs beside libvirt-python, Perl's Sys::Virt and C: ``make bench``."""
