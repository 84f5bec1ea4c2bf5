"""`goal`: the board from the command line: added, carried, done step by step, finished or let go."""

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
    from heartwork.model.goal import Goal


def _column(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """Let only what names a column pass."""
    from heartwork.content.goal_commands_words import goal_commands_words
    from heartwork.model.goal import Column

    said = value.strip().casefold()
    if said not in list(Column):
        raise click.BadParameter(goal_commands_words().column.format(choices=", ".join(Column)))
    return said


def _places() -> str:
    from heartwork.content.goal_commands_words import goal_commands_words

    return goal_commands_words().places


@click.group(cls=InOrder, short_help="Goals of your own: add, move, step by step, done or let go.")
@opens_a_diary
def goal() -> None:
    """Keep a small board of goals of your own: someday, next, doing, done."""


@goal.command(short_help="Add a goal, and print its id.")
@opens_a_diary
@click.argument("text", nargs=-1)
@click.pass_obj
def add(chosen: Choices, *, text: tuple[str, ...]) -> None:
    """Add the goal that TEXT names, or one for each line of it or of standard input, and print its id.

    As in: learn to swim @health !small due:friday. Sizes are !small, !medium, !large; horizon:months,
    weekly and 3x/week are read too. It begins in Someday.
    """
    from heartwork.cli.days import today
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import say, tell
    from heartwork.cli.texts import some_text, will_be_typed
    from heartwork.content.goal_commands_words import goal_commands_words

    said = None
    if not will_be_typed(text):
        said = some_text(text, "NoGoal")
        _made(said, text, today())
    with changing(chosen) as diary:
        made = _made(said or some_text(text, "NoGoal"), text, diary.today or today())
        ids = diary.goals.add(*made, now=datetime.now(UTC)).ids
        added, now_is = [diary.goals.one(key) for key in ids], diary.today or today()
    words = goal_commands_words()
    if len(added) == 1:
        tell(words.added.format(what=_row(added[0], now_is)))
    else:
        tell(words.added_several.format(count=f"{len(added):,}"))
    for each in added:
        say(each.id)


@goal.command(name="list", short_help="List the goals, column by column.")
@opens_a_diary
@click.option("--json", "as_json", is_flag=True, help="One JSON array, with everything of each.")
@click.pass_obj
def list_goals(chosen: Choices, *, as_json: bool) -> None:
    """List the goals, column by column from the top down, and after them those that were let go."""
    from heartwork.cli.days import today
    from heartwork.cli.opening import reading
    from heartwork.cli.rows import short_id
    from heartwork.cli.saying import say, say_json_rows, tell
    from heartwork.cli.things import in_a_row
    from heartwork.content.goal_commands_words import goal_commands_words

    words = goal_commands_words()
    with reading(chosen) as diary:
        found = list(_in_order(diary))
        if as_json:
            say_json_rows(_record(each, place) for each, place in found)
            return
        for each, place in found:
            column = words.columns[each.column.value] if place is not None else ""
            say(in_a_row((short_id(each), column, _row(each, diary.today or today()))))
        if not found:
            tell(words.none)


@goal.command(short_help="Move a goal to a column.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.argument("column", metavar="COLUMN", callback=_column)
@click.option("--position", type=Whole(_places, 1), metavar="N", help="1 is the top; without it, the end.")
@click.pass_obj
def move(chosen: Choices, *, id: str, column: str, position: int | None) -> None:  # noqa: A002 - the name in its usage
    """Move a goal to a column: someday, next, doing or done."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.cli.things import thing
    from heartwork.content.goal_commands_words import goal_commands_words
    from heartwork.model.goal import DOING_AT_ONCE, Column

    words = goal_commands_words()
    with changing(chosen) as diary:
        found = thing(chosen, diary.goals, id)
        place = position - 1 if position is not None else None
        diary.goals.move(found.id, Column(column), place, now=datetime.now(UTC))
        doing = len(diary.goals.column(Column.DOING))
    tell(words.moved.format(column=words.columns[column], what=found.title))
    if column == Column.DOING and doing > DOING_AT_ONCE:
        tell(words.full.format(count=doing))


@goal.command(short_help="Tick the next step of a goal, or add one.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.argument("text", nargs=-1)
@click.pass_obj
def step(chosen: Choices, *, id: str, text: tuple[str, ...]) -> None:  # noqa: A002 - the name in its usage
    """Tick the next step of a goal; with TEXT, add that step at its end.

    A goal of every week that has no open step is ticked for this week, up to its times.
    """
    from heartwork.cli.days import today
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.cli.things import day_here, thing
    from heartwork.cli.troubles import unable
    from heartwork.content.goal_commands_words import goal_commands_words
    from heartwork.model.text import clean_line

    words, said = goal_commands_words(), clean_line(" ".join(text))
    if text and not said:
        raise click.BadParameter(words.step, param_hint="TEXT")
    with changing(chosen) as diary:
        found = thing(chosen, diary.goals, id)
        if found.let_go is not None:
            raise unable("GoalLetGo", day=day_here(found.let_go))
        if said:
            diary.goals.add_steps(found.id, said, now=datetime.now(UTC))
            told = words.stepped.format(step=said)
        else:
            told = _ticked(diary, found, diary.today or today())
    tell(told)


@goal.command(short_help="Finish a goal.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.option("--gave", metavar="TEXT", help="What it gave, in one line.")
@click.pass_obj
def done(chosen: Choices, *, id: str, gave: str | None) -> None:  # noqa: A002 - the name in its usage
    """Move a goal to Done, with a line of what it gave."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.cli.things import thing
    from heartwork.content.goal_commands_words import goal_commands_words
    from heartwork.model.goal import Column

    with changing(chosen) as diary:
        found = thing(chosen, diary.goals, id)
        keys = [each.id for each in diary.goals.column(Column.DONE)]
        place = keys.index(found.id) if found.id in keys else None
        diary.goals.move(found.id, Column.DONE, place, gave=gave, now=datetime.now(UTC))
    tell(goal_commands_words().done.format(what=found.title))


@goal.command(name="let-go", short_help="Let a goal go.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.option("--why", default="", metavar="TEXT", help="Why, in one line.")
@click.pass_obj
def let_go(chosen: Choices, *, id: str, why: str) -> None:  # noqa: A002 - the name in its usage
    """Let a goal go, with a line on why if you like; heartwork goal move takes it up again."""
    from heartwork.cli.opening import changing
    from heartwork.cli.saying import tell
    from heartwork.cli.things import thing
    from heartwork.content.goal_commands_words import goal_commands_words

    with changing(chosen) as diary:
        found = thing(chosen, diary.goals, id)
        diary.goals.let_go(found.id, why or found.let_go_why, now=datetime.now(UTC))
    tell(goal_commands_words().let_go.format(what=found.title))


def _made(said: str, text: tuple[str, ...], today: date) -> list[Goal]:
    """Return the goals that a text names, which are not kept yet."""
    from heartwork.cli.things import made_of
    from heartwork.model.goal_line import goal_lines, goal_named

    return made_of(
        said, text, lambda line: goal_named(line, today), lambda lines: goal_lines(lines, today), "NoGoal"
    )


def _ticked(diary: Diary, found: Goal, today: date) -> str:
    """Tick the next step of a goal, or else its week, and return what that was; raises Unable."""
    from heartwork.cli.troubles import unable
    from heartwork.content.goal_commands_words import goal_commands_words
    from heartwork.insights.week import ticks_in_week, week_of

    words, now = goal_commands_words(), datetime.now(UTC)
    if found.next_step is not None:
        diary.goals.tick_step(found.id, found.next_step, today=today, now=now)
        return words.ticked.format(step=found.steps[found.next_step].text)
    if found.repeat is None:
        raise unable("NoStepLeft")
    if ticks_in_week(found, today) >= found.repeat.times:
        raise unable("WeekDone", times=found.repeat.times, day=week_of(today)[1])
    diary.goals.tick_week(found.id, today=today, now=now)
    done = ticks_in_week(diary.goals.one(found.id), today)
    return words.ticked_week.format(done=done, times=found.repeat.times, what=found.title)


def _in_order(diary: Diary) -> Iterator[tuple[Goal, int | None]]:
    """Yield the goals, column by column, each with its place from 1; those let go have none, and are last."""
    from heartwork.model.goal import Column

    for column in Column:
        for place, each in enumerate(diary.goals.column(column), start=1):
            yield each, place
    for each in diary.goals.let_go_of():
        yield each, None


def _record(found: Goal, place: int | None) -> dict[str, object]:
    """Return a goal as the fields of its JSON row."""
    from heartwork.cli.things import record
    from heartwork.diary.goals import fields

    return record(found, {**fields(found), "position": place})


def _row(found: Goal, today: date) -> str:
    """Return a goal as one line."""
    from heartwork.cli.things import in_a_row

    return in_a_row(tuple(_parts(found, today)))


def _parts(found: Goal, today: date) -> Iterator[str]:
    from heartwork.cli.rows import beginning
    from heartwork.cli.things import day_here
    from heartwork.content.goal_commands_words import goal_commands_words
    from heartwork.insights.week import ticks_in_week

    words = goal_commands_words()
    yield beginning(found.title)
    yield words.area.format(what=beginning(found.area)) if found.area else ""
    if found.steps:
        yield words.steps.format(done=found.steps_done, count=len(found.steps))
    if found.repeat is not None:
        yield words.week.format(done=ticks_in_week(found, today), times=found.repeat.times)
    yield words.due.format(day=found.due) if found.due else ""
    if found.let_go is not None:
        yield words.gone.format(day=day_here(found.let_go))
        yield words.said.format(words=beginning(found.let_go_why)) if found.let_go_why else ""
    elif found.finished is not None:
        yield words.finished.format(day=day_here(found.finished))
        yield words.said.format(words=beginning(found.gave)) if found.gave else ""
