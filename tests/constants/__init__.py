"""The table of constants and the files made from it."""
