"""Where the calls of a connection run: threads of its own, and what watches over them."""
