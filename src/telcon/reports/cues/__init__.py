"""The words that may tell of a contact, and how they stand in their sentence."""
