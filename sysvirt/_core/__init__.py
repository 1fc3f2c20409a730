"""What all objects of sysvirt share."""
