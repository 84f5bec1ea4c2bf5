"""What `memento` and `goal` share: what they are given, what an id names, and its stamps in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

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


def made_of(
    said: str,
    words: tuple[str, ...],
    one: Callable[[str], Made],
    several: Callable[[str], list[Made]],
    missing: str,
) -> list[Made]:
    """Return what a text names: all of it one thing where it came as arguments, else a thing for each line.

    Raises click.BadParameter for a line that was not understood, Unable with the trouble `missing` for none.
    """
    from heartwork.cli.troubles import unable
    from heartwork.model.goal_line import UnclearGoal
    from heartwork.model.memento_line import UnclearMemento

    try:
        made = several(said) if from_input(words) else [one(said)]
    except (UnclearMemento, UnclearGoal) as unclear:
        raise click.BadParameter(str(unclear), param_hint="TEXT") from None
    if not made:
        raise unable(missing)
    return made


def thing(chosen: Choices, things: Things[Kept], key: str) -> Kept:
    """Return what an id or the beginning of one names, if it is not in the trash; raises Unable."""
    from heartwork.cli.saying import shown
    from heartwork.cli.troubles import troubles_told, unable

    with troubles_told(chosen.path, id=shown(key)):
        found = things.one(key)
    if found.trashed is not None:
        raise unable("ThingInTheTrash", id=shown(key))
    return found


def stamps(found: Memento | Goal) -> dict[str, object]:
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
