"""`contact`: the log of contact from the command line: begun, slips noted, paused, and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from heartwork.cli.choices import opens_a_diary
from heartwork.cli.days import a_time
from heartwork.cli.groups import InOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.model.contact import ContactEvent, ContactKind


_NUMBERS = ("window", "without", "run", "longest", "total", "slips", "mean_gap", "paused")


def _slip(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """Let only what names a kind of slip pass."""
    from heartwork.content.contact_commands_words import contact_commands_words
    from heartwork.model.contact import SlipKind

    said = value.strip().casefold()
    if said not in list(SlipKind):
        raise click.BadParameter(contact_commands_words().slip.format(choices=", ".join(SlipKind)))
    return said


def _when(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say when it was, and a line about it."""
    noted = click.option("--note", default="", metavar="TEXT", help="A line to keep with it.")
    at = click.option(
        "--at", callback=a_time, metavar="ISO", help="When it was: 2026-03-01T21:30, or yesterday 22:00."
    )
    return at(noted(command))


@click.group(cls=InOrder, short_help="The contact log: begin, note a slip, pause, list.")
@opens_a_diary
def contact() -> None:
    """Keep a log of the days without contact; a slip takes none of them away."""


@contact.command(short_help="Begin the log, and print the event's id.")
@opens_a_diary
@_when
@click.pass_obj
def start(chosen: Choices, *, at: str | None, note: str) -> None:
    """Begin the log today, or as --at says; where it has begun already, --at moves its beginning."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say, tell
    from heartwork.content.contact_commands_words import contact_commands_words
    from heartwork.model.contact import ContactKind

    words = contact_commands_words()
    with changing(chosen) as diary:
        event = _event(diary, ContactKind.START, at, note=note)
        starts = [each for each in diary.contact.events() if each.kind is ContactKind.START]
        before = min(starts, key=lambda each: each.day, default=None)
        if before is not None and at is None:
            tell(words.already.format(day=before.day))
            return
        if before is not None:
            note = note or before.note
            event = replace(before, at=event.at, zone=event.zone, day=event.day, note=note)
        key = before.id if before is not None else ""
        key = _kept(diary, event) or key
    tell((words.started if before is None else words.moved).format(day=event.day))
    say(key)


@contact.command(short_help="Note a slip, and print its id.")
@opens_a_diary
@click.argument("kind", metavar="KIND", callback=_slip)
@click.option("--trigger", default="", metavar="TEXT", help="What led there.")
@click.option("--helped", default="", metavar="TEXT", help="What helped.")
@_when
@click.pass_obj
def slip(chosen: Choices, *, kind: str, trigger: str, helped: str, at: str | None, note: str) -> None:
    """Note a slip: looked, daydreamed, wrote, answered, called or met. All other days stay as they are."""
    from heartwork.cli.saying import tell
    from heartwork.content.contact_commands_words import contact_commands_words
    from heartwork.content.contact_words import contact_words
    from heartwork.model.contact import ContactKind, SlipKind

    fields = {"slip": SlipKind(kind), "trigger": trigger, "helped": helped, "note": note}
    true = _noted(chosen, ContactKind.SLIP, at, contact_words().slips[kind], **fields)
    tell(contact_commands_words().remains.format(true=true.rstrip(".")))


@contact.command(name="had-to", short_help="Note contact that had to be; it is not a slip.")
@opens_a_diary
@_when
@click.pass_obj
def had_to(chosen: Choices, *, at: str | None, note: str) -> None:
    """Note contact that had to be, for work, children or papers; it is not a slip."""
    from heartwork.content.contact_words import contact_words
    from heartwork.model.contact import ContactKind

    _noted(chosen, ContactKind.HAD_TO, at, contact_words().kinds["had-to"], note=note)


@contact.command(short_help="Pause the log: paused days are not counted.")
@opens_a_diary
@_when
@click.option("--until", callback=a_time, metavar="ISO", help="When it ended; without it, it lasts.")
@click.pass_obj
def pause(chosen: Choices, *, at: str | None, until: str | None, note: str) -> None:
    """Pause the log; paused days are not counted, for you or against you."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say, tell
    from heartwork.content.contact_commands_words import contact_commands_words
    from heartwork.model.contact import ContactKind

    words = contact_commands_words()
    with changing(chosen) as diary:
        begun = _event(diary, ContactKind.PAUSE, at, note=note)
        ended = [_event(diary, ContactKind.RESUME, until)] if until else []
        key = _kept(diary, begun, *ended)
    tell(words.paused.format(day=begun.day))
    for each in ended:
        tell(words.resumed.format(day=each.day))
    say(key)


@contact.command(short_help="End a pause of the log.")
@opens_a_diary
@_when
@click.pass_obj
def resume(chosen: Choices, *, at: str | None, note: str) -> None:
    """End a pause: its last day is the day before."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say, tell
    from heartwork.content.contact_commands_words import contact_commands_words
    from heartwork.model.contact import ContactKind

    with changing(chosen) as diary:
        event = _event(diary, ContactKind.RESUME, at, note=note)
        key = _kept(diary, event)
    tell(contact_commands_words().resumed.format(day=event.day))
    say(key)


@contact.command(name="list", short_help="List the log, the newest first, and what is counted.")
@opens_a_diary
@click.option("--json", "as_json", is_flag=True, help="One JSON object: numbers, in days, and events.")
@click.pass_obj
def list_contact(chosen: Choices, *, as_json: bool) -> None:
    """List the log, the newest first, under the days without contact."""
    from heartwork.cli.opening import reading
    from heartwork.cli.saying import say, say_json, tell
    from heartwork.content.contact_commands_words import contact_commands_words

    with reading(chosen) as diary:
        if as_json:
            say_json(_report(diary))
            return
        if diary.contact.started:
            say(_stands(diary))
        else:
            tell(contact_commands_words().none)
        for event in reversed(diary.contact.events()):
            say(_row(event))


def _noted(chosen: Choices, kind: ContactKind, at: str | None, what: str, **fields: Any) -> str:  # noqa: ANN401 - an event's
    """Keep an event, say what it is and print its id; return what remains true then."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say, tell
    from heartwork.content.contact_commands_words import contact_commands_words

    with changing(chosen) as diary:
        key = _kept(diary, _event(diary, kind, at, **fields))
        true = _stands(diary, run=False)
    tell(contact_commands_words().noted.format(what=what))
    say(key)
    return true


def _event(diary: Diary, kind: ContactKind, at: str | None, **fields: Any) -> ContactEvent:  # noqa: ANN401 - an event's
    """Return an event that is not kept yet, now or as an option says; raises click.BadParameter."""
    from heartwork.cli.days import instant
    from heartwork.diary.here import local_zone
    from heartwork.model.contact import lived

    now, day_end = datetime.now(UTC), diary.settings.day_end
    return lived(kind, instant(at, now, day_end) if at else now, local_zone(), day_end, **fields)


def _kept(diary: Diary, *events: ContactEvent) -> str:
    """Keep events and return the id of the first; raises click.BadParameter where they do not fit."""
    from heartwork.content.contact_commands_words import contact_commands_words
    from heartwork.content.contact_words import contact_words

    now = datetime.now(UTC)
    if (unfit := diary.contact.unfit(*events, now=now)) is not None:
        here = contact_commands_words().wrong.get(unfit.wrong.value)
        said = contact_words().unfit(unfit.wrong.value, unfit.day)
        line = here.format(day=unfit.day) if here else said
        if click.get_current_context().params.get("at"):
            raise click.BadParameter(line, param_hint="--at")
        raise click.UsageError(line)
    change = diary.contact.keep(*events, now=now)
    return change.ids[0] if change.ids else events[0].id


def _stands(diary: Diary, *, run: bool = True) -> str:
    """Return in one line how it stands."""
    from heartwork.cli.days import today
    from heartwork.content.contact_words import contact_words

    stands, now_is = contact_words().stands, diary.today or today()
    numbers = diary.contact.numbers(now_is)
    return " · ".join(stands.said(numbers, now_is) if run else [stands.days(numbers, now_is)])


def _report(diary: Diary) -> dict[str, object]:
    """Return the log as JSON has it."""
    from heartwork.cli.days import today

    numbers = diary.contact.numbers(diary.today or today())
    return {
        "since": numbers.since.isoformat() if numbers.since else None,
        **{name: getattr(numbers, name) for name in _NUMBERS},
        "events": [_record(diary, event) for event in diary.contact.events()],
    }


def _record(diary: Diary, event: ContactEvent) -> dict[str, object]:
    """Return an event as the fields of its JSON row."""
    from heartwork.diary.documents import instant_to_text

    stamps = {"created": event.created, "updated": event.updated}
    written = {name: instant_to_text(when) if when else None for name, when in stamps.items()}
    return {"id": event.id, **diary.contact.to_document(event), **written}


def _row(event: ContactEvent) -> str:
    """Return an event as one line."""
    from heartwork.cli.rows import short_id
    from heartwork.cli.things import in_a_row

    return in_a_row((short_id(event), *_parts(event)))


def _parts(event: ContactEvent) -> Iterator[str]:
    from heartwork.cli.rows import beginning
    from heartwork.content.clock_words import clock_said
    from heartwork.content.contact_commands_words import contact_commands_words
    from heartwork.content.contact_words import contact_words
    from heartwork.model.days import local

    words, commands = contact_words(), contact_commands_words()
    yield f"{local(event.at, event.zone).date()} {clock_said(event.at, event.zone, event.day)}"
    until = local(event.until, event.zone).date() if event.until else ""
    name = words.slips[event.slip] if event.slip else words.kinds.get(event.kind, "").format(until=until)
    yield name.rstrip()
    yield from _urge(event)
    yield commands.led.format(words=beginning(event.trigger)) if event.trigger else ""
    yield commands.helped.format(words=beginning(event.helped)) if event.helped else ""
    yield beginning(event.note)


def _urge(event: ContactEvent) -> Iterator[str]:
    """Yield how strong an urge was and what became of it; of one that may still end, no outcome."""
    from heartwork.content.contact_words import contact_words
    from heartwork.insights.urges import is_open
    from heartwork.model.contact import ContactKind

    words = contact_words().log
    if event.kind is not ContactKind.URGE:
        return
    if event.strength is not None:
        yield words.strength.format(count=event.strength)
    if event.outcome is not None or not is_open(event, datetime.now(UTC)):
        yield event.outcome.value if event.outcome else words.not_said
