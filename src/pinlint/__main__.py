"""`python -m pinlint`."""

from pinlint.cli import main

raise SystemExit(main())
