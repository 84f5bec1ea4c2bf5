"""What `memento` and `goal` share: what they are given, what an id names, and how it stands in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from heartwork.cli.texts import from_input

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from heartwork.cli.choices import Choices
    from heartwork.diary.things import Things
    from heartwork.model.goal import Goal
    from heartwork.model.memento import Memento

Kept = TypeVar("Kept", "Memento", "Goal")
Made = TypeVar("Made")

SHORTEST_ID = 8
"""How many characters of an id name something, at the least."""


class Whole(click.types.IntParamType):
    """A whole number within bounds; what is none is refused in `words`, which are read only then."""

    name = "whole number"

    def __init__(self, words: Callable[[], str], low: int, high: int | None = None) -> None:
        self._words = words
        self._low, self._high = low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - as click has it
        """Return the number; raises click.BadParameter."""
        try:
            number = int(value)
        except ValueError:
            number = self._low - 1
        if number < self._low or (self._high is not None and number > self._high):
            raise click.BadParameter(self._words(), ctx, param)
        return number


def made_of(
    said: str,
    words: tuple[str, ...],
    one: Callable[[str], Made],
    several: Callable[[str], list[Made]],
    missing: str,
) -> list[Made]:
    """Return what a text names: one thing where it is one line of arguments, else a thing for each line.

    Raises click.BadParameter for a line that was not understood, Unable with the trouble `missing` for none.
    """
    from heartwork.cli.troubles import unable
    from heartwork.content.commands import command_words
    from heartwork.model.goal_line import UnclearGoal
    from heartwork.model.memento_line import UnclearMemento

    listed = from_input(words) or "\n" in said
    try:
        made = several(said) if listed else [one(said)]
    except (UnclearMemento, UnclearGoal) as unclear:
        why = f"{unclear} {command_words().nothing_added}" if listed else str(unclear)
        raise click.BadParameter(why, param_hint="TEXT") from None
    if not made:
        raise unable(missing)
    return made


def thing(chosen: Choices, things: Things[Kept], key: str) -> Kept:
    """Return what an id or the beginning of one names, if it is neither in the trash nor put away.

    Raises Unable.
    """
    from heartwork.cli.days import today
    from heartwork.cli.rows import beginning
    from heartwork.cli.saying import shown
    from heartwork.cli.troubles import troubles_told, unable

    said = shown(beginning(key))
    if len(key) < SHORTEST_ID and key not in things:
        raise unable("ShortThingId", id=said, least=SHORTEST_ID)
    with troubles_told(chosen.path, id=said):
        found = things.one(key)
    if found.trashed is not None:
        raise unable("ThingInTheTrash", id=said)
    if found.away is not None and found.away.holds(things.today or today()):
        raise unable("ThingPutAway", id=said)
    return found


def record(found: Kept, fields: dict[str, object]) -> dict[str, object]:
    """Return a thing as its JSON row: its fields, with its id, whether it is away, and its stamps."""
    from heartwork.diary.documents import away_to_document

    return {"id": found.id, **fields, "away": away_to_document(found.away), **_stamps(found)}


def _stamps(found: Memento | Goal) -> dict[str, object]:
    """Return the fields that every document carries, for JSON; times are in UTC."""
    from heartwork.diary.documents import instant_to_text

    return {
        "created": instant_to_text(found.created) if found.created else None,
        "updated": instant_to_text(found.updated) if found.updated else None,
        "rev": found.rev,
        "was": list(found.was),
        "trashed": instant_to_text(found.trashed) if found.trashed else None,
    }


def in_a_row(parts: Sequence[str]) -> str:
    """Return the parts of a row that say something, side by side."""
    return "  ".join(part for part in parts if part.strip()).rstrip()


def day_here(when: datetime) -> date:
    """Return the day of an instant by the clocks here."""
    from heartwork.diary.here import local_zone
    from heartwork.model.days import local

    return local(when, local_zone()).date()
