"""Bring the people of the roster up to date, add somebody by hand, find what cannot be right."""
