"""What a user's editor infers, stated and checked by mypy (``make check``)."""
