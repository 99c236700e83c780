"""The visible text of a page, line by line, and what each line is."""
