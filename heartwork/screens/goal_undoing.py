"""What is said of a change to goals that was taken back: it names what came back, and what it is again."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from heartwork.content.goal_page_words import goal_page_words
from heartwork.content.goal_words import goal_words
from heartwork.insights.week import ticks_in_week
from heartwork.screens.letter_looks import day_said
from heartwork.screens.room import QUOTED
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from heartwork.diary import Change, Diary
    from heartwork.model.goal import Goal, Step

Before = dict[str, "Goal"]
"""The goals as they were before an undo, by id."""

_NAMED: Final = 3
"""How many of several goals are named."""

_AROUND: Final = 16
"""Characters before the first that differs, of a text that is longer than what is quoted."""

_TEXTS: Final = ("why", "gave", "let_go_why")


def goals_now(diary: Diary) -> Before:
    """Return every goal, also those in the trash and out of sight."""
    goals = diary.goals
    return {goal.id: goal for goal in (*goals.all(), *goals.trashed(), *goals.away())}


def undone_said(diary: Diary, before: Before, change: Change, today: date) -> str:
    """Return the words for a change to goals that was taken back; nothing where it was to none.

    They name nothing that is out of sight.
    """
    ids = [key for key in change.ids if key in diary.goals and key in before]
    away = {goal.id for goal in diary.goals.away()}
    if not ids:
        return ""
    if away.issuperset(ids):
        return goal_words().undone.away_again
    if len(ids) == 1 or change.verb == "moved":
        return _Undone(diary, before[ids[0]], change.verb, today).said()
    return _several(diary, [key for key in ids if key not in away])


def _several(diary: Diary, ids: Sequence[str]) -> str:
    words, goals = goal_words().undone, [diary.goals.one(key) for key in ids]
    names = ", ".join(words.name.format(title=cut(goal.title, QUOTED)) for goal in goals[:_NAMED])
    if len(ids) > _NAMED:
        names = words.more.format(names=names, count=len(ids) - _NAMED)
    said = words.trashed_several if all(goal.trashed for goal in goals) else words.several
    return said.format(names=names, count=len(ids))


class _Undone:
    """One goal, before an undo and after it; the first thing that differs is told."""

    def __init__(self, diary: Diary, was: Goal, verb: str, today: date) -> None:
        now = diary.goals.one(was.id)
        self._diary, self._was, self._now, self._verb, self._today = diary, was, now, verb, today
        self._facts = {
            "title": cut(now.title, QUOTED),
            "column": goal_words().columns.name(now.column.value),
        }

    def said(self) -> str:
        looks: tuple[Callable[[], str], ...] = (self._seen, self._stands, self._stepped, self._timed)
        return next(filter(None, (look() for look in looks)), "") or self._fields()

    def _seen(self) -> str:
        """Tell of the trash, of what is put away, and of letting go."""
        was, now, words = self._was, self._now, goal_words().undone
        said = ""
        if now.trashed and not was.trashed:
            said = words.trashed_again if self._verb == "restored" else words.trashed
        elif was.trashed and not now.trashed:
            said = words.untrashed
        elif was.away != now.away:
            said = words.in_sight
        elif now.let_go and not was.let_go:
            said = words.let_go_again
        elif was.let_go and not now.let_go:
            said = words.column
        return said.format(**self._facts)

    def _stands(self) -> str:
        """Tell of the column, or of the place in it."""
        words = goal_words().undone
        if self._was.column is not self._now.column:
            return words.column.format(**self._facts)
        if self._was.position == self._now.position:
            return ""
        keys = [goal.id for goal in self._diary.goals.column(self._now.column)]
        if self._now.id not in keys:
            return ""
        return words.place.format(place=keys.index(self._now.id) + 1, count=len(keys), **self._facts)

    def _stepped(self) -> str:
        """Tell of the steps."""
        words, said = goal_words().undone, _steps_said(self._was.steps, self._now.steps)
        if not said and self._was.steps != self._now.steps:
            said = words.steps.format(**self._facts)
        return said

    def _timed(self) -> str:
        """Tell how often the goal was done this week."""
        count, words = ticks_in_week(self._now, self._today), goal_words().undone
        if self._was.ticks == self._now.ticks:
            return ""
        return (words.time if count == 1 else words.times).format(count=count, **self._facts)

    def _fields(self) -> str:
        """Tell of title, area, size, horizon, day, how often, and what was written."""
        words = goal_words().undone
        what = [*_values(self._was, self._now, self._today), *_texts(self._was, self._now)]
        if self._was.title != self._now.title and not what:
            return words.title.format(**self._facts)
        return words.fields.format(what=", ".join(what), **self._facts)


def _values(was: Goal, now: Goal, today: date) -> Iterator[str]:
    """Yield what a goal is again, of what is chosen for it."""
    lacking, names = goal_words().undone.lacking, goal_page_words().name
    if was.area != now.area:
        yield f"@{cut(now.area, QUOTED)}" if now.area else lacking.area
    if was.size != now.size:
        yield names.size(now.size)
    if was.horizon is not now.horizon:
        yield names.horizon(now.horizon) if now.horizon else lacking.horizon
    if was.due != now.due:
        yield names.due.format(day=day_said(now.due, today, short=True)) if now.due else lacking.due
    if was.repeat != now.repeat:
        yield names.repeat(now.repeat) if now.repeat else lacking.repeat


def _texts(was: Goal, now: Goal) -> Iterator[str]:
    """Yield what was written about a goal, from near where it differs."""
    words = goal_words().undone
    for name in _TEXTS:
        one, other = str(getattr(was, name)), str(getattr(now, name))
        if one != other:
            said = getattr(words.written if other else words.lacking, name)
            yield str(said).format(words=_around(one, other))


def _around(was: str, now: str) -> str:
    """Return as much of a text as stands in a sentence, with where it differs from what it was."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(was, now, strict=False)))
    first = max(same - _AROUND, 0)
    return "…" * bool(first) + cut(now[first:], QUOTED)


def _steps_said(was: Sequence[Step], now: Sequence[Step]) -> str:
    """Return what is said of steps that are as they were; nothing where there is no short way to say it."""
    words = goal_words().undone
    there, here = Counter(step.text for step in was), Counter(step.text for step in now)
    gone, back = list((there - here).elements()), list((here - there).elements())
    if gone and back:
        return words.reworded.format(words=cut(back[0], QUOTED)) if len(gone) == len(back) == 1 else ""
    if back:
        return words.step.format(words=cut(back[0], QUOTED)) if len(back) == 1 else ""
    if gone:
        said = words.no_step if len(gone) == 1 else words.no_steps
        return said.format(words=cut(gone[0], QUOTED), count=len(gone))
    return _ticks_said(was, now) or _place_said(was, now)


def _ticks_said(was: Sequence[Step], now: Sequence[Step]) -> str:
    """Return which step is ticked, or open, again."""
    words = goal_words().undone
    if [step.text for step in was] != [step.text for step in now]:
        return ""
    differ = [new for old, new in zip(was, now, strict=True) if old.done is not new.done]
    said = words.ticked if differ and differ[0].done else words.unticked
    return said.format(words=cut(differ[0].text, QUOTED)) if len(differ) == 1 else ""


def _place_said(was: Sequence[Step], now: Sequence[Step]) -> str:
    """Return which step stands at another place again; the first or the last that differs is the one."""
    differ = [at for at, (old, new) in enumerate(zip(was, now, strict=True)) if old != new]
    for at in differ[:1] + differ[-1:]:
        left, others = list(was), [*now[:at], *now[at + 1 :]]
        if now[at] in left:
            left.remove(now[at])
        if left == others:
            return goal_words().undone.step_place.format(words=cut(now[at].text, QUOTED), place=at + 1)
    return ""
