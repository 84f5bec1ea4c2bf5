"""`sit`: the app, opened straight into the timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices


def _minutes(_context: click.Context, _argument: click.Parameter, value: str | None) -> int | None:
    """Let only minutes pass that a sitting can have."""
    from heartwork.content.sitting_words import sitting_words
    from heartwork.model.sitting import LONGEST, SHORTEST

    if value is None:
        return None
    said = value.strip()
    minutes = int(said) if said.isascii() and said.isdecimal() and len(said) < len("1000") else 0
    if not SHORTEST <= minutes <= LONGEST:
        raise click.BadParameter(sitting_words().command.minutes.format(least=SHORTEST, most=LONGEST))
    return minutes


@click.command(short_help="Open straight into the timer, to sit with it for some minutes.")
@opens_a_diary
@click.argument("minutes", required=False, callback=_minutes)
@click.pass_obj
def sit(chosen: Choices, *, minutes: int | None) -> int:
    """Open the app straight into the timer, for MINUTES from 5 to 45; without them, as long as last time."""
    from heartwork.cli.program import open_app

    return open_app(chosen, minutes=minutes or 0)
