"""Groups of commands that are listed as a person comes to them."""

from __future__ import annotations

import click


class InOrder(click.Group):
    """A group that lists its commands in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click passes it
        """Return the names of the commands."""
        return list(self.commands)
