"""`letter`: letters that are not sent, from the first word to the last.

What a letter says that is sealed, or whose day has come and that was not opened yet, is printed by `reread`
alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary
from heartwork.cli.days import a_day
from heartwork.cli.groups import InOrder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.cli.choices import Choices
    from heartwork.cli.rows import Looks
    from heartwork.cli.troubles import Unable
    from heartwork.diary import Diary
    from heartwork.model.entry import Entry
    from heartwork.model.letter import Letter


@click.group(cls=InOrder, short_help="Letters that are not sent: write, seal, reread, burn.")
@opens_a_diary
def letter() -> None:
    """Write letters that are not sent, seal them until a day, read them again, burn them."""


@letter.command()
@opens_a_diary
@click.option("--to", default="", metavar="NAME", help="Whom it is to; without it, to yourself.")
@click.option("--title", default="", metavar="TITLE", help="What it is called; without it, a letter to NAME.")
@click.pass_obj
def new(chosen: Choices, *, to: str, title: str) -> None:
    """Keep what standard input holds as a letter, and print its id.

    Nothing is ever sent. Its title is shown even while the letter is sealed.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say
    from heartwork.cli.texts import some_text, will_be_typed
    from heartwork.cli.writing import new_entry
    from heartwork.content.letter_words import letter_words
    from heartwork.model.entry import Kind
    from heartwork.model.labels import all_tags
    from heartwork.model.text import clean_line

    name = clean_line(to)
    called = clean_line(title) or letter_words().name.title_to(name)
    body = None if will_be_typed() else some_text(missing="NothingToSay")
    with changing(chosen) as diary:
        body = body or some_text(missing="NothingToSay")
        now = datetime.now(UTC)
        entry = new_entry(diary, None, now, body=body, title=called, kind=Kind.LETTER)
        with diary.together():
            tags = all_tags((), body, known=diary.tags())
            key = diary.keep(replace(entry, tags=tags), now=now).id
            diary.letters.address(key, name, now=now)
    say(key)


@letter.command()
@opens_a_diary
@click.argument("id", metavar="ID")
@click.option(
    "--until", required=True, callback=a_day, metavar="DAY", help="Such as 2027-03-01, or in 3 months."
)
@click.pass_obj
def seal(chosen: Choices, *, id: str, until: str) -> None:  # noqa: A002 - the name in its usage
    """Close a letter's words until a day to come, to you as well.

    Until then no command and no room shows them; title and day are shown. A sealed letter can stay closed
    for longer, and not for less.
    """
    from heartwork.cli.days import day, today
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.cli.troubles import unable
    from heartwork.content.commands import command_words
    from heartwork.content.letter_words import letter_words

    with changing(chosen) as diary:
        entry, found = _letter(chosen, diary, id)
        now_is = diary.today or today()
        opens, closed = day(until, now_is), diary.letters.closed(entry.id)
        if opens <= now_is:
            raise click.BadParameter(letter_words().day.come.format(day=opens), param_hint="--until")
        if closed is not None and opens < closed:
            raise click.BadParameter(letter_words().day.sooner.format(day=closed), param_hint="--until")
        if any(draft.target == entry.id for draft in diary.drafts()):
            raise unable("DraftWaits")
        diary.letters.seal(found.entry, opens, now=datetime.now(UTC))
    tell(command_words().letters.sealed.format(day=opens))


@letter.command(short_help="Open a letter whose day has come, and print it.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.option("--early", is_flag=True, help="Before its day: ask for it, and use it again a day later.")
@click.pass_obj
def reread(chosen: Choices, *, id: str, early: bool) -> None:  # noqa: A002 - the name in its usage
    """Open a letter whose day has come, and print it; before, say when it opens.

    A letter can be opened before its day once: --early asks for it, and after a day's wait --early opens it.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.rows import Looks, page
    from heartwork.cli.saying import say, tell
    from heartwork.content.letter_words import letter_words

    with changing(chosen) as diary:
        entry, found = _letter(chosen, diary, id)
        now = datetime.now(UTC)
        if (closed := _why_closed(diary, found, now, early=early)) is not None:
            raise closed
        if diary.letters.closed(entry.id) and found.asked is None:
            diary.letters.ask_early(entry.id, now=now)
            asked = diary.letters.of(entry.id)
            tell(letter_words().told.asked.format(time=_early(asked)))
            return
        diary.letters.open(entry.id, now=now)
        said = page(diary.entry(entry.id), Looks.of(diary), diary.letters.of(entry.id))
    say(said)


@letter.command()
@opens_a_diary
@click.argument("id", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def burn(chosen: Choices, *, id: str, yes: bool) -> int:  # noqa: A002 - the name in its usage
    """Erase a letter's words for good, after one question.

    Its text, the earlier versions of it and the answer are gone from the file; its title and its day stay.
    Older copies of the file, such as backups, still hold it.
    """
    from heartwork.cli.asking import agreed
    from heartwork.cli.opening import changing
    from heartwork.cli.rows import beginning
    from heartwork.cli.saying import tell
    from heartwork.cli.troubles import unable
    from heartwork.content.commands import command_words
    from heartwork.content.letter_words import letter_words
    from heartwork.model.letter import State

    words, burning = command_words().letters, letter_words().burn
    with changing(chosen) as diary:
        entry, found = _letter(chosen, diary, id)
        if found.state is State.BURNED:
            raise unable("LetterBurned")
        name = beginning(entry.title or letter_words().name.title_to(found.to))
        question = "\n".join((name, burning.title, *burning.lines, words.burn))
        if not yes and not agreed(f"{question} ", "NobodyAsked"):
            tell(words.left)
            return 1
        diary.letters.burn(entry.id, now=datetime.now(UTC))
    tell(f"{burning.done}\n{words.copies}")
    return 0


@letter.command(name="list", short_help="List the letters, and how each stands.")
@opens_a_diary
@click.option("--json", "as_json", is_flag=True, help="One JSON array, with everything that is open of each.")
@click.pass_obj
def list_letters(chosen: Choices, *, as_json: bool) -> None:
    """List the letters, the newest first: how each stands, and whom it is to."""
    from heartwork.cli.opening import reading
    from heartwork.cli.rows import Looks, record
    from heartwork.cli.saying import say, say_json_rows, tell
    from heartwork.cli.seen import seen
    from heartwork.content.commands import command_words

    with reading(chosen) as diary:
        letters = [found for found in diary.letters.all() if diary.entry(found.entry).away is None]
        if as_json:
            say_json_rows(record(seen(diary, diary.entry(found.entry)), found) for found in letters)
            return
        for line in _lines(diary, letters, Looks.of(diary)):
            say(line)
        if not letters:
            tell(command_words().letters.none)


def _lines(diary: Diary, letters: list[Letter], looks: Looks) -> Iterator[str]:
    from heartwork.cli.rows import beginning, closed_until, first_words, short_id
    from heartwork.cli.seen import seen
    from heartwork.content.letter_words import letter_words

    words = letter_words()
    for found in letters:
        entry = seen(diary, diary.entry(found.entry), named=True)
        state = closed_until(entry, looks) or str(getattr(words.row, found.state.value, ""))
        parts = (
            short_id(entry),
            entry.day.isoformat(),
            beginning(words.name.said_to(found.to)),
            first_words(entry),
            state,
        )
        yield "  ".join(part for part in parts if part)


def _letter(chosen: Choices, diary: Diary, key: str) -> tuple[Entry, Letter]:
    """Return a letter that is not in the trash by its id; raises Unable."""
    from heartwork.cli.opening import one
    from heartwork.cli.saying import shown
    from heartwork.cli.troubles import unable
    from heartwork.model.entry import Kind

    entry = one(chosen, diary, key)
    if entry.kind is not Kind.LETTER:
        raise unable("NoLetter", id=shown(key))
    if entry.trashed is not None:
        raise unable("InTheTrash", id=shown(key))
    return entry, diary.letters.of(entry.id)


def _why_closed(diary: Diary, found: Letter, now: datetime, *, early: bool) -> Unable | None:
    """Return why a letter cannot be opened, or not be asked for, now; None where it can."""
    from heartwork.cli.troubles import unable
    from heartwork.model.letter import State

    closed, from_then = diary.letters.closed(found.entry), found.opens_early()
    if closed is None:
        return unable("LetterBurned") if found.state is State.BURNED else None
    if found.early:
        return unable("EarlyOnce", day=closed)
    if from_then is not None and now < from_then:
        return unable("EarlyLater", day=closed, time=_early(found))
    if early:
        return None
    return unable("StillSealed" if from_then is None else "EarlyNow", day=closed)


def _early(found: Letter) -> str:
    """Return from when on a letter can be opened before its day, by the clocks here."""
    from heartwork.diary.here import local_zone
    from heartwork.model.days import local

    opens = found.opens_early()
    return f"{local(opens, local_zone()):%Y-%m-%d %H:%M}" if opens is not None else ""
