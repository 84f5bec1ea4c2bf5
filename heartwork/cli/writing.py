"""`add`: one entry from the command line."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from heartwork.cli.choices import Choices
    from heartwork.model.entry import Entry

_MOST_BYTES = 8 * 1024 * 1024
_NOON = time(12)
_FIRST_YEAR = 1900
_AHEAD = timedelta(days=1)


def _instant(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime | None:
    """Return a time as an instant in UTC: without a zone it is local, without a time of day it is noon.

    Where the clocks show a time twice it is the first of the two. What lies before 1900, or more than a day
    ahead, is taken for a slip of the fingers.
    """
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value)
        if _is_a_day(value):
            found = datetime.combine(found, _NOON)
        if found.tzinfo is None:
            found = found.replace(tzinfo=_local())
        if found.year < _FIRST_YEAR:
            raise click.BadParameter(f"{value!r} is too long ago: the first year is {_FIRST_YEAR}")
        if found - datetime.now(UTC) > _AHEAD:
            raise click.BadParameter(f"{value!r} is more than a day in the future")
        return found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise click.BadParameter(f"{value!r} is not a time such as 2026-03-01T21:30") from None


@click.command()
@opens_a_diary
@click.argument("text", nargs=-1)
@click.option("--mood", type=click.IntRange(1, 5), help="1 (heavy) to 5 (bright).")
@click.option("--feeling", "feelings", multiple=True, metavar="WORD", help="Can be given more than once.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Can be given more than once.")
@click.option("--at", callback=_instant, metavar="ISO", help="When it was, such as 2026-03-01T21:30.")
@click.pass_obj
def add(
    chosen: Choices,
    *,
    text: tuple[str, ...],
    mood: int | None,
    feelings: tuple[str, ...],
    tags: tuple[str, ...],
    at: datetime | None,
) -> None:
    """Keep TEXT as an entry, or what standard input holds, and print its id.

    A text given as an argument stays in the history of most shells; one from standard input does not.
    """
    from heartwork.cli.opening import writing
    from heartwork.cli.saying import say, shown
    from heartwork.cli.troubles import unable

    said = _Said("", mood, _labels(feelings, "--feeling"), _labels(tags, "--tag"))
    # What is typed is typed once: nothing that keeps a diary closed may come up after it.
    body = None if _will_be_typed(text) else _some_body(text)
    with writing(chosen) as diary:
        said = said._replace(body=_some_body(text) if body is None else body)
        now = datetime.now(UTC)
        key = diary.keep(_entry(said, at or now, diary.settings.day_end), now=now).id
        if diary.conflict is not None:
            raise unable("Conflict", copy=shown(diary.conflict), path=shown(chosen.path))
    say(key)


class _Said(NamedTuple):
    body: str
    mood: int | None
    feelings: tuple[str, ...]
    tags: tuple[str, ...]


def _entry(said: _Said, at: datetime, day_end: time) -> Entry:
    from heartwork.diary.here import local_zone
    from heartwork.model.days import logical_day
    from heartwork.model.entry import Entry

    zone = local_zone()
    return Entry(at=at, zone=zone, day=logical_day(at, zone, day_end), **said._asdict())


def _from_input(words: tuple[str, ...]) -> bool:
    """Tell whether the text is what standard input holds."""
    return words in ((), ("-",))


def _will_be_typed(words: tuple[str, ...]) -> bool:
    """Tell whether a person has yet to write the text, at a terminal."""
    return _from_input(words) and sys.stdin is not None and sys.stdin.isatty()


def _some_body(words: tuple[str, ...]) -> str:
    """Return the text to keep; raises Unable where there is none."""
    from heartwork.cli.troubles import unable

    body = _body(words)
    if not body:
        raise unable("NothingToKeep")
    return body


def _body(words: tuple[str, ...]) -> str:
    """Return the text, without what no text is: sequences, blank lines before, space behind."""
    from heartwork.model.text import clean

    raw = _read() if _from_input(words) else " ".join(words)
    return clean(raw).lstrip("\n").rstrip() if raw.strip() else ""


def _read() -> str:
    """Return what standard input holds."""
    from heartwork.cli.saying import tell
    from heartwork.cli.troubles import reason, unable
    from heartwork.content.commands import command_words

    stream = sys.stdin
    if stream is None:
        return ""
    typed = stream.isatty()
    if typed:
        tell(command_words().opening.writing)
    try:
        data = stream.buffer.read(_MOST_BYTES + 1)
    except OSError as error:
        raise unable("InputUnreadable", why=reason(error)) from None
    if len(data) > _MOST_BYTES:
        raise unable("TextTooLong")
    return data.decode(stream.encoding if typed else "utf-8-sig", "replace")


def _labels(given: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Return tags or feelings, each once, without the # that some put before a tag."""
    from heartwork.model.text import clean_line

    labels = tuple(dict.fromkeys(clean_line(label).removeprefix("#").strip() for label in given))
    if "" in labels:
        raise click.BadParameter("a word is needed", param_hint=option)
    return labels


def _is_a_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _local() -> ZoneInfo:
    from heartwork.diary.here import local_zone
    from heartwork.model.days import zone_of

    return zone_of(local_zone())
