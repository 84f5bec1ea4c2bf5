"""`trash` and `restore`: out of the diary's rooms, and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices
    from heartwork.content.commands import MovingWords


@click.command()
@opens_a_diary
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.pass_obj
def trash(chosen: Choices, *, ids: tuple[str, ...]) -> None:
    """Put entries in the trash, as one change.

    heartwork restore takes them back out. What is in the trash stays for 30 days, and until the app was
    opened on 10 different days; then the app erases it.
    """
    from heartwork.content.commands import command_words

    _move(chosen, ids, command_words().trashing, into_trash=True)


@click.command()
@opens_a_diary
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.pass_obj
def restore(chosen: Choices, *, ids: tuple[str, ...]) -> None:
    """Take entries back out of the trash, as one change.

    heartwork list --trash shows what is in it.
    """
    from heartwork.content.commands import command_words

    _move(chosen, ids, command_words().restoring, into_trash=False)


def _move(chosen: Choices, ids: tuple[str, ...], words: MovingWords, *, into_trash: bool) -> None:
    """Move those entries that are not there yet; nothing is moved where one of the ids fits no entry."""
    from heartwork.cli.opening import changing, one
    from heartwork.cli.saying import tell

    with changing(chosen) as diary:
        entries = [one(chosen, diary, each) for each in ids]
        keys = dict.fromkeys(each.id for each in entries if (each.trashed is None) is into_trash)
        if keys:
            now = datetime.now(UTC)
            _ = diary.trash(keys, now=now) if into_trash else diary.restore(keys, now=now)
    match len(keys):
        case 0:
            tell(words.nothing)
        case 1:
            tell(words.one)
        case count:
            tell(words.several.format(count=f"{count:,}"))
