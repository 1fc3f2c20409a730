"""A whole script in Python: its statements with their blocks, its subs, and what they need.

``lines`` beside it writes single lines that are certain. Here all is written: where a kind of value
isn't known, a helper of ``prelude`` keeps Perl's meaning; what can't be written is a TODO.
"""
