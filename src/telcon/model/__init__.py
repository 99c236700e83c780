"""The nouns of the house, as frozen values. Imports no other room."""
