"""From the bytes of a script to its tree, and what one asks of that."""
