"""One page's account of each contact, its statements, and the cues that came to nothing, each with the reason."""
