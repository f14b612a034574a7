"""`python -m pinlint`."""

import os
import sys

# `-m` puts the working folder first, so a repository's own `yaml.py` would be imported in place of the library.
if sys.path[:1] == [os.getcwd()]:
    del sys.path[0]

from pinlint.cli import main  # noqa: E402

raise SystemExit(main())
