"""The twins: one module for each synchronous one."""
