"""What every command can be told: where the diary is, and which command prints its passphrase.

Both can stand before the name of a command or after it; after it counts more, and both count more than the
environment.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")

COMMAND_VARIABLE = "HEARTWORK_PASSPHRASE_COMMAND"


@dataclass
class Choices:
    """Where the diary is, and how its passphrase is found; None is what was not said."""

    file: str | None = None
    passphrase_command: str | None = None

    @property
    def path(self) -> Path:
        """Where the diary lies."""
        from heartwork.cli.troubles import unable
        from heartwork.diary.here import diary_path

        try:
            return diary_path(self.file)
        except OSError:  # a relative path, where the current folder is gone
            raise unable("NoVault", path=self.file or "") from None

    @property
    def command(self) -> str | None:
        """The command that prints the passphrase, as one line."""
        return self.passphrase_command or os.environ.get(COMMAND_VARIABLE) or None


def opens_a_diary(command: Decorated) -> Decorated:
    """Give a command the options that say which diary it opens and how."""
    asked = click.option(
        "--passphrase-command",
        metavar="CMD",
        expose_value=False,
        callback=_noted,
        help=f"A program that prints the passphrase on its first line; or {COMMAND_VARIABLE}. No shell.",
    )
    return says_where(asked(command))


def says_where(command: Decorated) -> Decorated:
    """Give a command the option that says where the diary is."""
    return click.option(
        "--file",
        metavar="PATH",
        expose_value=False,
        callback=_noted,
        help="The diary; or HEARTWORK_FILE. Without either, the one in your data folder.",
    )(command)


def _noted(context: click.Context, option: click.Parameter, value: str | None) -> None:
    chosen = context.ensure_object(Choices)
    if value is None:
        return
    if not value.strip():
        raise click.BadParameter("something is needed here")
    setattr(chosen, str(option.name), value)
