"""`python -m heartwork`: the same as the command `heartwork`."""

from __future__ import annotations

from heartwork.cli import main

if __name__ == "__main__":
    main()
