"""Whether there is a cluster."""

from __future__ import annotations

from sysvirt._core.arguments import wrong_type


def check_client(client: object) -> None:
    """A Dask client; where there is no Dask, how it is installed."""
    try:
        # Importing this needs no Dask.
        from distributed import Client
    except ModuleNotFoundError as error:
        error.add_note("spread needs the extra cluster: pip install 'sysvirt[cluster]'")
        raise
    if not isinstance(client, Client):
        raise wrong_type(client, "client", "a distributed.Client")
