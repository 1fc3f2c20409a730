"""A script's POD as the plain text that pod2usage prints of it."""
