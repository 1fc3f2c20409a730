"""What is known of a script before a line of its draft is written."""
