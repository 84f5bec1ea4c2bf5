"""`practice`: guided practices from the command line: listed, gone through, taken in, handed out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary
from heartwork.cli.groups import InOrder

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.diary.own_practices import OwnPractice
    from heartwork.model.practice import Practice


@click.group(cls=InOrder, short_help="Guided practices: list, go through one, take in your own.")
@opens_a_diary
def practice() -> None:
    """Go through guided practices of a few minutes, in plain lines, and take in your own."""


@practice.command(name="list", short_help="List the practices, and how often each was done.")
@opens_a_diary
@click.option("--trash", "binned", is_flag=True, help="Those of your own that are in the trash instead.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@click.pass_obj
def list_practices(chosen: Choices, *, binned: bool, as_json: bool) -> None:
    """List the practices by theme: those that come with heartwork, and your own."""
    from heartwork.cli.opening import reading
    from heartwork.cli.practice_rows import records, rows, trashed_records, trashed_rows
    from heartwork.cli.saying import say, say_json_rows, tell
    from heartwork.content.practice_words import practice_words

    with reading(chosen) as diary:
        if as_json:
            say_json_rows(trashed_records(diary) if binned else records(diary))
            return
        for line in trashed_rows(diary) if binned else rows(diary):
            say(line)
        if binned and not diary.practising.own.trashed():
            tell(practice_words().own.none_trashed)


@practice.command(short_help="Go through a practice in plain lines; ends with the entry's id.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.pass_obj
def run(chosen: Choices, *, id: str) -> int:  # noqa: A002 - the name in its usage
    """Go through a practice, one question after another, in plain lines.

    Answers come from standard input. ctrl+c leaves and keeps: the same command goes on from there. The last
    line is the id of the entry that was kept.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.practice_plain import PlainPractice

    with changing(chosen, lambda diary: _known(diary, id)) as diary:
        return PlainPractice(diary, _known(diary, id).id).run()


@practice.command(name="import", short_help="Take in a practice of your own from a TOML file.")
@opens_a_diary
@click.argument("source", metavar="FILE")
@click.pass_obj
def take_in(chosen: Choices, *, source: str) -> None:
    """Take in a practice from a TOML file, and print its id: the name of the file.

    What is wrong with a file is said with the key that it is about. One of yours with the same id that says
    something else goes to the trash. `practice export face-it -` shows what such a file looks like.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.practice_files import text_of
    from heartwork.cli.saying import say, tell
    from heartwork.content.practice_words import practice_words

    text, words = text_of(Path(source)), practice_words().own
    with changing(chosen) as diary:
        before = diary.practising.own.all()
        taken, change = diary.practising.own.take_in(text, Path(source).name, now=datetime.now(UTC))
    if not change:
        told = words.unchanged
    elif taken.id in before:
        told = words.replaced
    else:
        told = words.restored if change.verb == "restored" else words.imported
    tell(told.format(title=taken.title, id=taken.id))
    say(taken.id)


@practice.command(short_help="Write a practice, or all of your own, to TOML files.")
@opens_a_diary
@click.argument("id", metavar="[ID]", required=False)
@click.argument("target", metavar="FILE", required=False)
@click.option("--mine", is_flag=True, help="All of your own, each into a file in the folder FILE.")
@click.pass_obj
def export(chosen: Choices, *, id: str | None, target: str | None, mine: bool) -> None:  # noqa: A002 - the name in its usage
    """Write the practice ID to FILE, or to standard output where that is -.

    In a folder the file is named after the practice. Nothing that is there is written over.
    `practice import` takes such a file in again.
    """
    from heartwork.cli.opening import reading
    from heartwork.cli.practice_files import STANDARD, is_folder, write, write_all
    from heartwork.cli.saying import say, tell
    from heartwork.content.practice_words import practice_words
    from heartwork.exchange.practice_toml import practice_toml

    place, words = id if mine else target, practice_words().own
    if place is None or (mine and target is not None):
        raise click.UsageError("FILE is needed, and with --mine no ID")
    if mine and not is_folder(place):
        raise click.BadParameter(words.needs_folder, param_hint="FILE")
    with reading(chosen) as diary:
        own = list(diary.practising.own.all().values())
        found = None if mine else _known(diary, id or "")
    if found is None:
        tell(words.none_mine) if not own else write_all(own, place)
    elif place == STANDARD:
        say(practice_toml(found).rstrip("\n"))
    else:
        write(found, place)


@practice.command(short_help="Put a practice of your own in the trash.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.pass_obj
def trash(chosen: Choices, *, id: str) -> None:  # noqa: A002 - the name in its usage
    """Put a practice of your own in the trash; what you said in it stays.

    heartwork practice restore takes it back out. What is in the trash stays for 30 days, and until the app
    was opened on 10 different days; then the app erases it.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.content.practice_words import practice_words

    with changing(chosen, lambda diary: _mine(diary, id)) as diary:
        found = _mine(diary, id)
        diary.practising.own.trash(found.id, now=datetime.now(UTC))
    tell(practice_words().own.trashed.format(title=found.title, id=found.id))


@practice.command(short_help="Take a practice of your own back out of the trash.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.pass_obj
def restore(chosen: Choices, *, id: str) -> None:  # noqa: A002 - the name in its usage
    """Take a practice of your own back out of the trash, the last one put there under its id.

    One that is there under the same id goes to the trash instead. heartwork practice list --trash shows
    what is in it, and for an earlier one the id that names it here.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.content.practice_words import practice_words

    words = practice_words().own
    with changing(chosen, lambda diary: _binned(diary, id)) as diary:
        found, before = _binned(diary, id), diary.practising.own.all()
        diary.practising.own.restore(found.id, now=datetime.now(UTC))
    if (practice := found.practice) is not None:
        tell(words.restored.format(title=practice.title, id=practice.id))
        if practice.id in before:
            tell(words.instead)


def _known(diary: Diary, key: str) -> Practice:
    """Return a practice by its id; raises click.BadParameter, or Unable for one in the trash."""
    from heartwork.cli.troubles import unable
    from heartwork.content.practice_words import practice_words

    found = diary.practising.practices().get(key)
    if found is None:
        if any(each.practice and each.practice.id == key for each in diary.practising.own.trashed()):
            raise unable("PracticeInTheTrash", id=key)
        raise click.BadParameter(practice_words().own.unknown, param_hint="ID")
    return found


def _mine(diary: Diary, key: str) -> Practice:
    """Return one's own practice by its id; raises as `_known` does, and Unable for one that ships."""
    from heartwork.cli.troubles import unable

    found = _known(diary, key)
    if key not in diary.practising.own.all():
        raise unable("PracticeStays", title=found.title)
    return found


def _binned(diary: Diary, key: str) -> OwnPractice:
    """Return the practice in the trash that an id names; raises click.BadParameter."""
    from heartwork.content.practice_words import practice_words
    from heartwork.diary.errors import UnknownThing

    try:
        return diary.practising.own.one_trashed(key)
    except UnknownThing:
        raise click.BadParameter(practice_words().own.not_trashed, param_hint="ID") from None
