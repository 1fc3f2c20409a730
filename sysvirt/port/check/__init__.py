"""The verb ``check``: runs a Perl script and its Python draft side by side, and compares them.

Neither reaches a daemon that wasn't named: see `confine` and the two guards.
"""
