"""The programs of `examples/`, and the original's, whose output they are compared with."""
