"""Facts as data: one row each, plain literals, so that Python's own byte-code cache is the parser."""
