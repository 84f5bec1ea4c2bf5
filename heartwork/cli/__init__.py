"""Commands: the only place that prints.

Everything is imported late: `--help` and `--version` know no vault, and no command but the app knows Textual.
"""

from __future__ import annotations

from heartwork.hardening import harden


def main() -> None:
    """Run heartwork as the arguments of this process say, and end it with the exit code."""
    harden()
    from heartwork.cli.program import run

    raise SystemExit(run())
