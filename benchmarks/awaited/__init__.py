"""What ``sysvirt.aio`` costs beside threads, the synchronous API, Perl and libvirtaio."""
