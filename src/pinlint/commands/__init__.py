"""What each command of the command line does: its arguments, and `run`, which returns the exit status."""
