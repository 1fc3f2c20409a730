"""How one comes to sysvirt: `make demo`, the packages, and what the page on installing promises."""
