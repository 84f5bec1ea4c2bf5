"""Groups of commands that are listed as a person comes to them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


class InOrder(click.Group):
    """A group that lists its commands in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click passes it
        """Return the names of the commands."""
        return list(self.commands)


class Late(click.Group):
    """A group whose commands are loaded when they are asked for: most runs of it need one, or none."""

    def __init__(self, *args: Any, found: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401 - click's
        """Make a group of commands by their names, each `found` as a module and what it is called there."""
        super().__init__(*args, **kwargs)
        self._found = found

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click passes it
        """Return the names of the commands, in the order of the table."""
        return list(self._found)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Return a command by its name, None where there is none."""
        if cmd_name not in self._found:
            return None
        module, _, name = self._found[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"heartwork.cli.{module}"), name)
        return command
