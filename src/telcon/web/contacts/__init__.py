"""What the page of one contact tells."""
