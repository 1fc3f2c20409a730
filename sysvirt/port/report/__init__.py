"""The formats of the report: each module writes one of them."""
