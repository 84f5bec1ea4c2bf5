"""`add` and `edit`: the text of an entry from the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary
from heartwork.cli.days import a_time

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.model.entry import Entry, Kind


@click.command(short_help="Keep a text as an entry, and print its id.")
@opens_a_diary
@click.argument("text", nargs=-1)
@click.option("--mood", type=click.IntRange(1, 5), metavar="1-5", help="1 (heavy) to 5 (bright).")
@click.option("--feeling", "feelings", multiple=True, metavar="WORD", help="Can be given more than once.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Can be given more than once.")
@click.option("--at", callback=a_time, metavar="WHEN", help="When it was: yesterday 22:00, 2026-03-01T21:30.")
@click.pass_obj
def add(
    chosen: Choices,
    *,
    text: tuple[str, ...],
    mood: int | None,
    feelings: tuple[str, ...],
    tags: tuple[str, ...],
    at: str | None,
) -> None:
    """Keep TEXT as an entry, or what standard input holds, and print its id.

    A #tag in the text is one of its tags. A text given as an argument stays in the history of most shells;
    one from standard input does not.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say
    from heartwork.cli.texts import some_text, will_be_typed
    from heartwork.model.labels import all_tags

    own, felt = _labels(tags, "--tag"), _labels(feelings, "--feeling")
    # What is typed is typed once: nothing that keeps a diary closed may come up after it.
    body = None if will_be_typed(text) else some_text(text)
    with changing(chosen) as diary:
        body = body or some_text(text)
        now = datetime.now(UTC)
        entry = new_entry(diary, at, now, body=body, mood=mood, feelings=felt)
        entry = replace(entry, tags=all_tags(own, body, known=diary.tags()))
        key = diary.keep(entry, now=now).id
    say(key)


@click.command(short_help="Put another text in the place of an entry's.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.pass_obj
def edit(chosen: Choices, *, id: str) -> None:  # noqa: A002 - the name in its usage
    """Put what standard input holds in the place of an entry's text, and print its id.

    The text before stays as an earlier version, which the app lists and brings back. Title, mood and the
    rest stay as they are; tags that the text said go and come with it.
    """
    from heartwork.cli.opening import changing, one
    from heartwork.cli.saying import say, tell
    from heartwork.cli.texts import some_text, will_be_typed
    from heartwork.content.commands import command_words
    from heartwork.model.labels import all_tags, own_tags

    body = None if will_be_typed() else some_text(missing="NothingInItsPlace")
    with changing(chosen) as diary:
        entry = one(chosen, diary, id)
        _can_be_written(diary, entry)
        if body is None:
            tell(command_words().changing.earlier)
            body = some_text(missing="NothingInItsPlace")
        tags = all_tags(own_tags(entry.tags, entry.body), body, entry.tags, diary.tags())
        diary.keep(replace(entry, body=body, tags=tags), now=datetime.now(UTC))
    say(entry.id)


def new_entry(
    diary: Diary,
    at: str | None,
    now: datetime,
    *,
    body: str,
    title: str = "",
    kind: Kind | None = None,
    mood: int | None = None,
    feelings: tuple[str, ...] = (),
) -> Entry:
    """Return an entry of this moment, or of the time that was named, which is not kept yet."""
    from heartwork.cli.days import instant
    from heartwork.diary.here import local_zone
    from heartwork.model.days import logical_day
    from heartwork.model.entry import Entry, Kind

    zone, day_end = local_zone(), diary.settings.day_end
    when = now if at is None else instant(at, now, day_end)
    day = logical_day(when, zone, day_end)
    kind = kind or Kind.NOTE
    return Entry(when, zone, day, kind=kind, title=title, body=body, mood=mood, feelings=feelings)


def _can_be_written(diary: Diary, entry: Entry) -> None:
    """Raise Unable for an entry whose text is not to be changed now."""
    from heartwork.cli.saying import shown
    from heartwork.cli.troubles import unable
    from heartwork.model.entry import Kind
    from heartwork.model.letter import State

    if entry.trashed is not None:
        raise unable("InTheTrash", id=shown(entry.id))
    if entry.kind is Kind.LETTER:
        state = diary.letters.of(entry.id).state
        if state in (State.SEALED, State.BURNED):
            raise unable("LetterBurned" if state is State.BURNED else "SealedLetter")
    if any(draft.target == entry.id for draft in diary.drafts()):
        raise unable("DraftWaits")


def _labels(given: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Return tags or feelings, each once, without the # that some put before a tag."""
    from heartwork.model.text import clean_line

    labels = tuple(dict.fromkeys(clean_line(label).removeprefix("#").strip() for label in given))
    if "" in labels:
        raise click.BadParameter("a word is needed", param_hint=option)
    return labels
