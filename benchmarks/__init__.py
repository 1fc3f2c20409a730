"""How fast sysvirt is beside libvirt-python and Perl's Sys::Virt: ``python -m benchmarks``."""
