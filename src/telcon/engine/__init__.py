"""The same steps over pages, one or many."""
