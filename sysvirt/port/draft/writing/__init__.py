"""What writes a file: its state, the kinds of its values, and nodes of ``ast`` as text."""
