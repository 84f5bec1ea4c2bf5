"""`shelf`: the shelves from the command line: read in their order, and added to."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.model.shelf import ShelfLine

_ADD = "add"
_MOST_DAYS = 7
"""How many days are named of a promise."""


def _shelf(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Let only what names a shelf pass."""
    from heartwork.content.shelf_words import shelf_words
    from heartwork.model.practice import SHELVES

    said = value.strip().casefold() if value is not None else None
    if said is not None and said not in SHELVES:
        raise click.BadParameter(shelf_words().commands.name.format(choices=", ".join(SHELVES)))
    return said


@click.command(short_help="A shelf of your own lines: read it, or add to it.")
@opens_a_diary
@click.option("--json", "as_json", is_flag=True, help="One JSON array, with everything of each line.")
@click.argument("name", metavar="[NAME]", required=False, callback=_shelf)
@click.argument("words", metavar="[add TEXT]", nargs=-1)
@click.pass_obj
def shelf(chosen: Choices, *, name: str | None, words: tuple[str, ...], as_json: bool) -> None:
    """List the lines of the shelf NAME, from the top down; without NAME, every shelf with its count.

    With add, the line TEXT is put at its end, or each line of standard input, and its id is printed.
    Shelves are reasons, qualities, standards, lessons, whys, boundaries, hopes, distractions, promises.
    """
    from heartwork.content.shelf_words import shelf_words

    if words and words[0].casefold() != _ADD:
        raise click.BadParameter(shelf_words().commands.action, param_hint="add")
    if words and as_json:
        raise click.UsageError(shelf_words().commands.json_reads)
    if name is not None and words:
        _add(chosen, name, words[1:])
    else:
        _list(chosen, name, as_json=as_json)


def _list(chosen: Choices, name: str | None, *, as_json: bool) -> None:
    from heartwork.cli.opening import reading
    from heartwork.cli.saying import say, say_json_rows, tell
    from heartwork.content.shelf_words import shelf_words

    words = shelf_words()
    with reading(chosen) as diary:
        shelves = list(words.shelf) if name is None else [name]
        if as_json:
            found = ((each, place) for one in shelves for place, each in enumerate(diary.shelves.on(one), 1))
            say_json_rows(_record(each, place) for each, place in found)
        elif name is None:
            for each, count in diary.shelves.counts().items():
                say(f"{each:12}  {words.counted(count)}")
        else:
            for line in _rows(diary, name):
                say(line)
            if not diary.shelves.on(name):
                tell(words.commands.none.format(name=name))


def _rows(diary: Diary, name: str) -> Iterator[str]:
    from heartwork.cli.rows import short_id
    from heartwork.cli.saying import shown
    from heartwork.cli.things import in_a_row

    for line in diary.shelves.on(name):
        yield in_a_row((short_id(line), shown(line.text), _days(line)))


def _days(line: ShelfLine) -> str:
    """Return on which days a promise was kept or not, the last one first."""
    from heartwork.content.shelf_words import shelf_words

    words = shelf_words().promise
    said = (
        (words.day_kept if line.kept[day] else words.day_not_kept).format(day=day)
        for day in sorted(line.kept, reverse=True)
    )
    return ", ".join(islice(said, _MOST_DAYS))


def _add(chosen: Choices, name: str, text: tuple[str, ...]) -> None:
    """Put lines on a shelf and print their ids; what stands there already is not put there twice."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say, shown, tell
    from heartwork.cli.texts import some_text, will_be_typed
    from heartwork.content.shelf_words import shelf_words

    said = None if will_be_typed(text) else some_text(text, "NoLine", shelf=name)
    with changing(chosen) as diary:
        lines = _lines(said or some_text(text, "NoLine", shelf=name), text, name)
        ids = diary.shelves.add(name, *lines, now=datetime.now(UTC)).ids
        added = [diary.shelves.one(key) for key in ids]
    words = shelf_words().commands
    if len(added) == 1:
        tell(words.added.format(name=name, words=shown(added[0].text)))
    else:
        told = words.added_several if added else words.there
        tell(told.format(name=name, count=f"{len(added):,}"))
    for each in added:
        say(each.id)


def _lines(said: str, text: tuple[str, ...], name: str) -> list[str]:
    """Return what was given as lines: arguments are one, standard input is a list."""
    from heartwork.cli.texts import from_input
    from heartwork.cli.troubles import unable
    from heartwork.model.listed import listed
    from heartwork.model.text import clean_line

    several = from_input(text) or "\n" in said
    lines = [line for _, line in listed(said)] if several else [clean_line(said)]
    if not any(lines):
        raise unable("NoLine", shelf=name)
    return lines


def _record(line: ShelfLine, place: int) -> dict[str, object]:
    from heartwork.diary.documents import instant_to_text

    return {
        "id": line.id,
        "shelf": line.shelf,
        "position": place,
        "text": line.text,
        "practice": line.practice or None,
        "kept": {day.isoformat(): said for day, said in sorted(line.kept.items())},
        "created": instant_to_text(line.created) if line.created else None,
        "updated": instant_to_text(line.updated) if line.updated else None,
    }
