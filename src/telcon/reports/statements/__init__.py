"""What was said in a contact or about it: where it begins and ends, and to which contact it belongs."""
