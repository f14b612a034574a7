"""`python -m pinlint`."""

import os
import sys

# `-m` puts the working folder first, so a repository's own `yaml.py` would be imported in place of the library.
if sys.path[:1] == [os.getcwd()]:
    del sys.path[0]

from pinlint.cli import run_and_exit  # noqa: E402

run_and_exit()
