"""Spans with values: a leader, a date, a duration, a cue for a contact, a quotation, a reporting verb."""
