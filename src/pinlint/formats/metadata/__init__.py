"""What several formats share of Python's packaging: each module reads one table of pyproject.toml or its like."""
