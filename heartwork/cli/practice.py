"""`practice`: guided practices from the command line: listed, gone through, taken in, handed out."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary
from heartwork.cli.groups import InOrder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.model.practice import Practice

_STANDARD = "-"


@click.group(cls=InOrder, short_help="Guided practices: list, go through one, take in your own.")
@opens_a_diary
def practice() -> None:
    """Go through guided practices of a few minutes, in plain lines, and take in your own."""


@practice.command(name="list", short_help="List the practices, and how often each was done.")
@opens_a_diary
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@click.pass_obj
def list_practices(chosen: Choices, *, as_json: bool) -> None:
    """List the practices by theme: those that come with heartwork, and your own."""
    from heartwork.cli.opening import reading
    from heartwork.cli.saying import say, say_json_rows

    with reading(chosen) as diary:
        if as_json:
            say_json_rows(_records(diary))
            return
        for line in _rows(diary):
            say(line)


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

    with changing(chosen) as diary:
        return PlainPractice(diary, _known(diary, id).id).run()


@practice.command(name="import", short_help="Take in a practice of your own from a TOML file.")
@opens_a_diary
@click.argument("source", metavar="FILE")
@click.pass_obj
def take_in(chosen: Choices, *, source: str) -> None:
    """Take in a practice from a TOML file, and print its id: the name of the file.

    What is wrong with a file is said with the key that it is about. One of yours with the same id is
    replaced. `practice export face-it -` shows how such a file looks.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say, tell
    from heartwork.content.practice_words import practice_words
    from heartwork.content.schema import ContentError

    text, words = _text_of(Path(source)), practice_words().plain
    with changing(chosen) as diary:
        before = diary.practising.own.all()
        try:
            taken, _ = diary.practising.own.take_in(text, Path(source).name, now=datetime.now(UTC))
        except ContentError as error:
            raise click.BadParameter(str(error), param_hint="FILE") from None
    told = words.replaced if taken.id in before else words.imported
    tell(told.format(title=taken.title, id=taken.id))
    say(taken.id)


@practice.command(short_help="Write a practice, or all of your own, to TOML files.")
@opens_a_diary
@click.argument("id", metavar="[ID]", required=False)
@click.argument("target", metavar="FILE", required=False)
@click.option("--mine", is_flag=True, help="All of your own, into the folder FILE.")
@click.pass_obj
def export(chosen: Choices, *, id: str | None, target: str | None, mine: bool) -> None:  # noqa: A002 - the name in its usage
    """Write the practice ID to FILE, or to standard output where that is -.

    Nothing that is there is written over. `practice import` takes such a file in again.
    """
    from heartwork.cli.opening import reading
    from heartwork.cli.saying import say, tell
    from heartwork.content.practice_words import practice_words
    from heartwork.exchange.practice_toml import practice_toml

    place = id if mine else target
    if place is None or (mine and target is not None):
        raise click.UsageError("FILE is needed, and with --mine no ID")
    with reading(chosen) as diary:
        own = diary.practising.own.all()
        found = list(own.values()) if mine else [_known(diary, id or "")]
    if not found:
        tell(practice_words().plain.none_mine)
    for each in found:
        if place == _STANDARD:
            say(practice_toml(each).rstrip("\n"))
        else:
            _write(Path(place) / f"{each.id}.toml" if mine else Path(place), practice_toml(each))


def _known(diary: Diary, key: str) -> Practice:
    """Return a practice by its id; raises click.BadParameter."""
    from heartwork.content.practice_words import practice_words

    found = diary.practising.practices().get(key)
    if found is None:
        raise click.BadParameter(practice_words().plain.unknown, param_hint="ID")
    return found


def _text_of(file: Path) -> str:
    """Return what is in a file; raises click.BadParameter."""
    from heartwork.content import why
    from heartwork.content.practice_words import practice_words

    words = practice_words().plain
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise click.BadParameter(words.not_read.format(why=why(error)), param_hint="FILE") from None
    except UnicodeDecodeError:
        raise click.BadParameter(words.not_text, param_hint="FILE") from None


def _write(file: Path, text: str) -> None:
    """Write a new file that only its owner reads; raises click.BadParameter."""
    from heartwork.cli.saying import shown, tell
    from heartwork.content import why
    from heartwork.content.practice_words import practice_words

    words = practice_words().plain
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise click.BadParameter(words.exists, param_hint="FILE") from None
    except OSError as error:
        raise click.BadParameter(words.not_written.format(why=why(error)), param_hint="FILE") from None
    tell(words.exported.format(file=shown(file)))


def _in_order(diary: Diary) -> list[Practice]:
    """Return every practice by theme and title, as the room has them."""
    from heartwork.insights.fitting import by_theme_and_title

    return sorted(diary.practising.practices().values(), key=by_theme_and_title)


def _records(diary: Diary) -> Iterator[dict[str, object]]:
    """Yield every practice as JSON has it."""
    from heartwork.diary.documents import instant_to_text

    visits, own = diary.practising.visits(), diary.practising.own.all()
    under_way = {each.practice.id: each for each in diary.practising.under_way()}
    for each in _in_order(diary):
        seen, left = visits.get(each.id), under_way.get(each.id)
        yield {
            "id": each.id,
            "title": each.title,
            "path": each.path,
            "theme": each.theme,
            "minutes": each.minutes,
            "source": list(each.source),
            "after": list(each.after),
            "own": each.id in own,
            "done": seen.times if seen else 0,
            "last": instant_to_text(seen.last) if seen and seen.last else None,
            "open": {"step": left.at, "of": left.of} if left else None,
        }


def _rows(diary: Diary) -> Iterator[str]:
    """Yield every practice as a line, under the theme it has."""
    from heartwork.content.practice_words import practice_words

    words, theme = practice_words(), ""
    visits = diary.practising.visits()
    under_way = {each.practice.id: each for each in diary.practising.under_way()}
    for each in _in_order(diary):
        if each.theme != theme:
            yield from ([""] if theme else [])
            yield each.theme
            theme = each.theme
        said = [f"  {each.id}", each.title, words.frame.lasting(each.minutes)]
        if each.id in visits:
            said.append(words.plain.row.format(times=visits[each.id].times))
        if left := under_way.get(each.id):
            said.append(words.plain.row_open.format(step=left.at, of=left.of))
        if first := diary.practising.comes_first(each.id):
            said.append(words.plain.row_first.format(title=first.title))
        yield " · ".join(said)
