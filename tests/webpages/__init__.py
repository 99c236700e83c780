"""Pages in HTML in the manner of 30 outlets, made from stories of our own, with what a careful reader finds in each."""
