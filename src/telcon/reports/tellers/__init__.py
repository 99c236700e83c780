"""According to whom a page tells of a contact."""
