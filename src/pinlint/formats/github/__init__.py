"""What workflows and actions of GitHub have in common: scopes of variables, the matrix, steps, and names."""
