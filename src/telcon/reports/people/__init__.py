"""Who is who on a page: whom names, titles and pronouns stand for, and when the page was written."""
