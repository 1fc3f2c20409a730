"""Every method of Perl's Sys::Virt as data, and the tool that makes files from it.

Data and a tool: nothing of it is imported at run time.
"""
