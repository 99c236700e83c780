"""Contacts over time: of a leader, a state, a pair, or all of them."""
