"""What a user's editor infers, stated and checked by mypy and pyright (``make check``)."""
