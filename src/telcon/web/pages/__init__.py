"""What the page of one stored page tells: its lines, the words that were read, and the way from a value to them."""
