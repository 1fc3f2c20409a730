"""The keys and types of every dict that a method returns or takes, a file a family."""
