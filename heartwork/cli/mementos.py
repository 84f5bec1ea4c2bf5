"""`memento`: what ties somebody to a love that is over, decided on and let go from the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary
from heartwork.cli.groups import InOrder
from heartwork.cli.things import Whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.model.memento import Memento

_LIGHTEST, _HEAVIEST = 0, 10


def _decision(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Let only what names a decision pass."""
    from heartwork.content.deciding_words import deciding_words
    from heartwork.content.memento_commands_words import memento_commands_words
    from heartwork.model.memento import Decision

    if value is None:
        return None
    said = value.strip().casefold().replace("-", " ")
    found = next((each for each in Decision if said == each.value), None)
    if found is None and said == deciding_words().decision_name(Decision.UNDECIDED):
        found = Decision.UNDECIDED
    if found is None:
        words = memento_commands_words().decision.format(choices=", ".join(Decision))
        raise click.BadParameter(words)
    return found.value


def _until(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Let only what names a day pass; whether it is to come, only the open diary knows."""
    from heartwork.cli.days import today

    if value is not None:
        _day(value, today())
    return value


def _weights() -> str:
    from heartwork.content.memento_commands_words import memento_commands_words

    return memento_commands_words().weights


def _name(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Let only a name pass that says something."""
    from heartwork.content.memento_commands_words import memento_commands_words
    from heartwork.model.text import clean_line

    if value is not None and not clean_line(value):
        raise click.BadParameter(memento_commands_words().nobody)
    return value


@click.group(cls=InOrder, short_help="Things that tie you to what is over: add, decide, let go.")
@opens_a_diary
def memento() -> None:
    """Keep a list of things that tie you to a love that is over, decide on each, let it go."""


@memento.command(short_help="Add a thing, and print its id.")
@opens_a_diary
@click.argument("text", nargs=-1)
@click.pass_obj
def add(chosen: Choices, *, text: tuple[str, ...]) -> None:
    """Add the thing that TEXT names, or one for each line of it or of standard input, and print its id.

    As in: ring in the drawer 8. That is its name, where it is, and what it weighs, 0 to 10. What stands in
    quotes is not read.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say, tell
    from heartwork.cli.texts import some_text, will_be_typed
    from heartwork.content.memento_commands_words import memento_commands_words

    made = None if will_be_typed(text) else _made(some_text(text, "NoThing"), text)
    with changing(chosen) as diary:
        made = made or _made(some_text(text, "NoThing"), text)
        ids = diary.mementos.keep(*made, now=datetime.now(UTC)).ids
        added = [diary.mementos.one(key) for key in ids]
    words = memento_commands_words()
    if len(added) == 1:
        tell(words.added.format(what=_row(added[0], marked=False)))
    else:
        tell(words.added_several.format(count=f"{len(added):,}"))
    for each in added:
        say(each.id)


@memento.command(name="list", short_help="List the things, the lightest first.")
@opens_a_diary
@click.option("--decision", callback=_decision, metavar="DECISION", help="With this decision: return.")
@click.option("--to", "name", callback=_name, metavar="NAME", help="What goes to this person.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array, with everything of each.")
@click.pass_obj
def list_mementos(chosen: Choices, *, decision: str | None, name: str | None, as_json: bool) -> None:
    """List the things, the lightest and smallest first, and after them what was let go.

    What is put away or in the trash is not listed.
    """
    from heartwork.cli.opening import reading
    from heartwork.cli.rows import short_id
    from heartwork.cli.saying import say, say_json_rows, tell
    from heartwork.cli.things import in_a_row
    from heartwork.content.memento_commands_words import memento_commands_words

    with reading(chosen) as diary:
        found = _sought(diary, decision, name)
        if as_json:
            say_json_rows(map(_record, found))
            return
        for each in found:
            say(in_a_row((short_id(each), _row(each, marked=True))))
        if not found:
            words = memento_commands_words()
            tell(words.none_fits if diary.mementos.all() else words.none)


@memento.command(short_help="Decide what becomes of a thing.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.argument("decision", metavar="DECISION", callback=_decision)
@click.option("--until", callback=_until, metavar="DAY", help="For a box: 2027-03-01, or in 3 months.")
@click.option("--to", "name", callback=_name, metavar="NAME", help="Who gets it, or buys it.")
@click.pass_obj
def decide(chosen: Choices, *, id: str, decision: str, until: str | None, name: str | None) -> None:  # noqa: A002 - the name in its usage
    """Decide what becomes of a thing.

    DECISION is undecided (or not-yet), keep, box, return, donate, recycle, sell, delete or discard. Whom it
    is returned to is one of your people from then on.
    """
    from heartwork.cli.days import today
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.cli.things import day_here, thing
    from heartwork.cli.troubles import unable
    from heartwork.content.memento_commands_words import memento_commands_words
    from heartwork.model.memento import Decision

    words = memento_commands_words()
    if until is not None and decision != Decision.BOX:
        raise click.BadParameter(words.boxed, param_hint="--until")
    with changing(chosen) as diary:
        found = thing(chosen, diary.mementos, id)
        if found.done is not None:
            raise unable("ThingLetGo", day=day_here(found.done))
        day = _day_to_come(until, diary.today or today()) if until is not None else None
        diary.mementos.decide([found.id], Decision(decision), until=day, to=name, now=datetime.now(UTC))
        told = _row(diary.mementos.one(found.id), marked=False)
    tell(words.decided.format(what=told))


@memento.command(short_help="Note that a thing was let go.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.option(
    "--weight-after",
    type=Whole(_weights, _LIGHTEST, _HEAVIEST),
    metavar="0-10",
    help="What it weighs on you now.",
)
@click.option("--farewell", metavar="TEXT", help="A sentence to it.")
@click.pass_obj
def done(chosen: Choices, *, id: str, weight_after: int | None, farewell: str | None) -> None:  # noqa: A002 - the name in its usage
    """Note that a thing was let go, what you said to it, and what it weighs now."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.cli.things import thing
    from heartwork.content.memento_commands_words import memento_commands_words

    words = memento_commands_words()
    with changing(chosen) as diary:
        found = thing(chosen, diary.mementos, id)
        if found.done is not None and (weight_after, farewell) == (None, None):
            tell(words.done_before.format(what=_row(found, marked=False)))
            return
        now = datetime.now(UTC)
        diary.mementos.let_go(found.id, weight_after=weight_after, farewell=farewell, now=now)
        told = _row(diary.mementos.one(found.id), marked=False)
    tell(words.done.format(what=told))


def _made(said: str, text: tuple[str, ...]) -> list[Memento]:
    """Return the mementos that a text names, which are not kept yet."""
    from heartwork.cli.things import made_of
    from heartwork.content.memento_sorts import sort_of
    from heartwork.model.memento_line import memento_lines, memento_named

    return made_of(
        said,
        text,
        lambda line: memento_named(line, sort_of),
        lambda lines: memento_lines(lines, sort_of),
        "NoThing",
    )


def _sought(diary: Diary, decision: str | None, name: str | None) -> list[Memento]:
    """Return the mementos with a decision and for somebody, the lightest first, those let go last."""
    from heartwork.model.text import normal

    found = [each for each in diary.mementos.all() if decision in (None, each.decision.value)]
    if name is not None:
        person = diary.folk.named(name)
        names = {normal(each) for each in (person.names if person else (name.strip(),))}
        found = [each for each in found if normal(each.to) in names]

    def place(each: Memento) -> tuple[object, ...]:
        if each.done is not None:
            return True, each.done.timestamp()
        return False, each.weight is None, each.weight or 0, each.size, normal(each.name)

    return sorted(found, key=place)


def _day(said: str, today: date) -> date:
    """Return the day that is named, a bare weekday as the next one; raises click.BadParameter."""
    from heartwork.model.when import UnclearWhen, day_ahead

    try:
        return day_ahead(said, today)
    except UnclearWhen as unclear:
        raise click.BadParameter(str(unclear), param_hint="--until") from None


def _day_to_come(until: str, today: date) -> date:
    from heartwork.content.memento_commands_words import memento_commands_words

    found = _day(until, today)
    if found <= today:
        raise click.BadParameter(memento_commands_words().ahead.format(day=found), param_hint="--until")
    return found


def _record(found: Memento) -> dict[str, object]:
    """Return a memento as the fields of its JSON row."""
    from heartwork.cli.things import record
    from heartwork.diary.mementos import fields

    return record(found, fields(found))


def _row(found: Memento, *, marked: bool) -> str:
    """Return a memento as one line, with the ticks of its batch where it is `marked`."""
    from heartwork.cli.things import in_a_row

    return in_a_row(tuple(_parts(found, marked=marked)))


def _parts(found: Memento, *, marked: bool) -> Iterator[str]:
    from heartwork.cli.rows import beginning
    from heartwork.cli.things import day_here
    from heartwork.content.deciding_words import decision_said
    from heartwork.content.memento_commands_words import memento_commands_words

    words = memento_commands_words()
    yield beginning(found.name)
    yield found.sort.value
    yield beginning(found.where)
    if found.weight is not None and found.weight_after is not None:
        yield words.change.format(before=found.weight, after=found.weight_after)
    elif found.weight is not None:
        yield words.weight.format(weight=found.weight)
    yield beginning(decision_said(found))
    yield words.helper.format(name=beginning(found.helper)) if found.helper else ""
    yield words.packed if marked and found.packed else ""
    yield words.gone if marked and found.gone else ""
    if found.done is not None:
        yield words.let_go.format(day=day_here(found.done))
        yield words.said.format(words=beginning(found.farewell)) if found.farewell else ""
