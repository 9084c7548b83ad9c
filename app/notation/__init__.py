"""Coach's text and the workout model: reading and writing, pure."""
