"""`urge`: an urge noted from the command line, its wait begun, and what may help in plain lines."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary
from heartwork.cli.things import Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.model.contact import ContactEvent

_STRONGEST = 10
_MOST = 7
"""How many lines there are under each heading."""


def _no_strength() -> str:
    """Return what is said of a strength that is none."""
    from heartwork.content.urge_words import urge_words

    return urge_words().command.again


@click.command(short_help="Wait with an urge to reach out; what helped before.")
@opens_a_diary
@click.argument("strength", type=Whole(_no_strength, 0, _STRONGEST), required=False, metavar="[STRENGTH]")
@click.pass_obj
def urge(chosen: Choices, *, strength: int | None) -> None:
    """Note an urge of STRENGTH 0 to 10, and begin to wait; then say why, and what helped before.

    While an urge is waited with it says how long that still is, and notes at most how strong it is, where
    that was left open. What became of an urge is said in heartwork, or not at all.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say
    from heartwork.insights.urges import open_urge

    now = datetime.now(UTC)
    with changing(chosen) as diary:
        found = open_urge(diary.contact.all(), now)
        if found is None:
            lines = _begun(diary, strength if strength is not None else _asked())
        else:
            lines = " ".join(filter(None, (_going_on(found, now), _strength_of(diary, found, strength))))
        said = [lines, *_meanwhile(diary, now)]
    say("\n\n".join(said))


def _asked() -> int | None:
    """Ask on the terminal how strong it is; nothing where nobody is there to be asked."""
    from heartwork.cli.saying import tell
    from heartwork.content.urge_words import urge_words

    words = urge_words().command
    while sys.stdin is not None and sys.stdin.isatty():
        tell(words.ask, end=" ")
        answer = sys.stdin.readline().strip()
        if not answer:
            break
        if answer.isdecimal() and int(answer) <= _STRONGEST:
            return int(answer)
        tell(words.again)
    return None


def _begun(diary: Diary, strength: int | None) -> str:
    """Note an urge that is here now, and return what to say of it."""
    from heartwork.content.urge_words import urge_words
    from heartwork.diary.here import local_zone
    from heartwork.model.contact import ContactEvent, ContactKind
    from heartwork.model.days import logical_day

    now, zone = datetime.now(UTC), local_zone()
    minutes = int(str(diary.settings.value("urge_wait")))
    until, day = now + timedelta(minutes=minutes), logical_day(now, zone, diary.settings.day_end)
    noted = ContactEvent(ContactKind.URGE, now, zone, day, strength=strength, until=until)
    diary.contact.keep(noted, now=now)
    return urge_words().command.begun.format(minutes=minutes, time=f"{until.astimezone():%H:%M}")


def _going_on(found: ContactEvent, now: datetime) -> str:
    """Return how long an urge is still waited with."""
    from heartwork.content.urge_words import urge_words
    from heartwork.insights.urges import left_to_wait
    from heartwork.screens.urge_note import clock_said

    words, left = urge_words().command, left_to_wait(found, now)
    total = clock_said(found.until - found.at if found.until is not None else timedelta(0))
    if left:
        return words.open.format(left=clock_said(left), total=total)
    return words.over.format(total=total)


def _strength_of(diary: Diary, found: ContactEvent, strength: int | None) -> str:
    """Note how strong an urge is that is waited with, where that was left open; return what to say of it."""
    from heartwork.content.urge_words import urge_words

    words = urge_words().command
    if strength is None or strength == found.strength:
        return ""
    if found.strength is not None:
        return words.strength_stays.format(strength=found.strength)
    diary.contact.keep(replace(found, strength=strength), now=datetime.now(UTC))
    return words.strength_noted.format(strength=strength)


def _meanwhile(diary: Diary, now: datetime) -> Iterator[str]:
    """Yield own reasons and standards, what helped before and what else may, and people; support last."""
    from heartwork.cli.rows import beginning
    from heartwork.content.urge_words import urge_words
    from heartwork.insights.urges import what_helped
    from heartwork.model.text import normal

    words, row = urge_words().gate, urge_words().command
    own = {words.reasons: diary.shelves.lines("reasons"), words.standards: diary.shelves.lines("standards")}
    if not any(own.values()):
        own = {words.ask: list(words.questions)}
    helped = what_helped(diary.contact.all(), now)
    people = diary.folk.circle()
    groups = {title: [_row(line) for line in lines] for title, lines in own.items()}
    groups[words.helped] = [
        row.row_said.format(what=beginning(each.what), count=words.counted(each.passed, each.times))
        for each in helped
    ]
    known = {normal(each.what) for each in helped}
    others = (each for each in urge_words().activities if normal(each.name) not in known)
    groups[words.help] = [_row(each.name, each.said) for each in others]
    groups[words.people] = [_row(each.name, each.help) for each in people]
    groups[words.swaps] = [_row(line) for line in diary.shelves.lines("distractions")]
    yield from ("\n".join([title, *lines[:_MOST]]) for title, lines in groups.items() if lines)
    yield row.support


def _row(what: str, said: str = "") -> str:
    from heartwork.cli.rows import beginning
    from heartwork.content.urge_words import urge_words

    row = urge_words().command
    if said:
        return row.row_aside.format(what=beginning(what), count=beginning(said))
    return row.row.format(what=beginning(what))
