"""Pages that people send: read, shown, and stored when they say so."""
