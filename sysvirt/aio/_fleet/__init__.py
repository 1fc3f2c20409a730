"""The parts of ``sysvirt.aio.Fleet``: hosts, how they come back, and what is told of them."""
