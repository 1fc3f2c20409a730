"""What an ``AttributeError`` says about a name that isn't there."""
