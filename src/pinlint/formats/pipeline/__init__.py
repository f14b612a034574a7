"""What the files of several continuous integration services have in common."""
