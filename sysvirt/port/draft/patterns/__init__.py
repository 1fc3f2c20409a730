"""Regular expressions of Perl in Python's words."""
