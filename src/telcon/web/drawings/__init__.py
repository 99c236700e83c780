"""Filling templates, and keeping what was drawn until the record changes."""
