"""Lists of contacts as an address asks for them: which, in which order, narrowed by what, part by part."""
