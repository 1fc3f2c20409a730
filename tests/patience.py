"""How long the tests wait for what has to come, in seconds."""

#: Far more than any of it takes, on a busy machine too: it tells nothing but a hang.
LONG = 600.0
