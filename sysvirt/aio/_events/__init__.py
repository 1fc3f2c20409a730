"""What a connection tells by itself: events, and its end."""
