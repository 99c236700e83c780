"""Which sightings tell of one contact, and which of another."""
