"""Who took part in what a cue tells of."""
