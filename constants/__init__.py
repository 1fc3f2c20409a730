"""The table of Sys::Virt's constants and the tool that makes ``sysvirt/constants/`` from it.

Data and a tool: nothing of it is imported at run time.
"""
