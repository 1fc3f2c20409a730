"""The parts of ``sysvirt.aio.Virt`` that are written by hand."""
