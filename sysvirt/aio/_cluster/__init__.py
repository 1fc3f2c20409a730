"""What ``spread`` is made of: one fleet in each worker of a Dask cluster, and who holds them."""
