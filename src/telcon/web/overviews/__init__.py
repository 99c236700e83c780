"""What is told of the record as a whole: what is new, planned, disputed, and from which sources."""
