"""One pins.toml for every place that repeats a version."""

__version__ = "0.1.0"
