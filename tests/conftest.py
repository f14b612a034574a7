"""How many examples hypothesis tries: few and always the same in `make test`, many and new ones in `make fuzz`."""

from hypothesis import settings

settings.register_profile("test", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("fuzz", max_examples=5000, deadline=None, print_blob=True)
settings.load_profile("test")
