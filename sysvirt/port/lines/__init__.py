"""From Perl to Python: expressions become nodes of ``ast``, statements lines.

Each of them is right as it stands or refused: what Perl would do otherwise is never written.
"""
