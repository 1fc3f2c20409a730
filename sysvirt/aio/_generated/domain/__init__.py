"""The twins of the parts of ``Sys.Virt.Domain``."""
