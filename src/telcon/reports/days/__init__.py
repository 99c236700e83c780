"""The days that a page's dates mean, and whose they are."""
