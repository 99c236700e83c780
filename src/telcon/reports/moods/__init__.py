"""What a cue speaks of: what was, will be, might be or was not."""
