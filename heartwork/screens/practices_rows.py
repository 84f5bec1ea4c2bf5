"""What stands in the room of practices: which are begun, which fit now and why, and all of them by theme."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from heartwork.content.practices_room_words import counted, room_words
from heartwork.diary.here import local_zone
from heartwork.insights.day_mood import day_mood
from heartwork.insights.fitting import (
    Standing,
    by_theme_and_title,
    fitting_now,
    reasons,
    themes_for,
    waits_for,
)
from heartwork.insights.season import days_over
from heartwork.model.days import logical_day
from heartwork.model.text import normal
from heartwork.screens.letter_looks import day_said
from heartwork.widgets.listing import Line
from heartwork.widgets.looks import DOTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from heartwork.diary import Diary
    from heartwork.diary.practising import UnderWay
    from heartwork.insights.fitting import Stage
    from heartwork.model.practice import Practice

BEGUN, NOW, THEME = "begun", "now", "theme"
"""The kinds of groups; a row's id is one of them, a colon, and the id of the practice."""

SHORT: Final = 5
"""Minutes up to which a practice is short."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Every practice, without its steps, and how it stands: begun, how often gone through, one's own."""

    known: Mapping[str, Practice]
    standing: Standing
    begun: Mapping[str, UnderWay] = field(default_factory=dict)
    times: Mapping[str, int] = field(default_factory=dict)
    own: frozenset[str] = frozenset()

    def waits(self, practice: Practice) -> Practice | None:
        """Return which practice comes before another that is not open yet; None where it is."""
        first = waits_for(practice, self.times, self.known)
        return None if first is None else self.known[first]

    def stop(self, practice: Practice) -> date | None:
        """Return on which day a practice stopped on the way, unless it was gone through since."""
        day, done = self.standing.stopped.get(practice.id), self.standing.visited.get(practice.id)
        return None if day is None or (done is not None and done >= day) else day

    def now(self) -> list[Practice]:
        """Return the practices that are put forward."""
        return fitting_now(self.known.values(), self.standing)

    def why(self, practice: Practice) -> list[str]:
        """Return in words why a practice fits, what matters most first."""
        return [room_words().why[each] for each in reasons(practice, self.standing)]

    def day(self, day: date, *, inside: bool = False) -> str:
        """Return a day as it is said of a practice; `inside` a sentence."""
        words, ago = room_words(), (self.standing.today - day).days
        if ago in (0, 1):
            return (words.row.today, words.row.yesterday)[ago]
        said = day_said(day, self.standing.today, short=True)
        return words.preview.on_day.format(day=said) if inside else said


def facts_of(diary: Diary, now: datetime) -> Facts:
    """Return how the practices of a diary stand at a moment."""
    zone, day_end = local_zone(), diary.settings.day_end
    today = diary.today or logical_day(now, zone, day_end)
    known, visits = dict(diary.practising.heads()), diary.practising.visits()
    begun = {each.practice.id: each for each in diary.practising.under_way()}
    mood, of_today = _mood(diary, today)
    standing = Standing(
        today,
        diary.settings.intention,
        mood,
        _stage(diary, today),
        {key: logical_day(each.last, zone, day_end) for key, each in visits.items() if each.last},
        frozenset(begun),
        {key: logical_day(each, zone, day_end) for key, each in diary.practising.stops().items()},
        from_yesterday=not of_today,
        unsafe=diary.practising.unsafe(),
    )
    times = {key: each.times for key, each in visits.items()}
    return Facts(known, standing, begun, times, frozenset(diary.practising.own.all()))


def _mood(diary: Diary, today: date) -> tuple[int | None, bool]:
    """Return the step of the mood of today, or else of yesterday, and whether it is today's."""
    yesterday = today - timedelta(days=1)
    felt = diary.felt(yesterday, today)
    for day in (today, yesterday):
        if (mood := day_mood(felt.get(day.isoformat(), ()))) is not None:
            return mood.step, day == today
    return None, True


def _stage(diary: Diary, today: date) -> Stage:
    seasons = diary.seasons.all()
    if not seasons:
        return ""
    running = diary.seasons.open()
    return "early" if running is not None and not days_over(running, today) else "later"


# --- rows ----------------------------------------------------------------------------------------------

Group = tuple[str, "dict[str, Line]"]


def groups(facts: Facts, *, ascii_only: bool) -> Iterator[Group]:
    """Yield every group with its rows: what is begun, what fits now, and each theme."""
    words, dot = room_words().group, DOTS[ascii_only]
    begun = {
        f"{BEGUN}:{key}": Line(each.practice.title, aside=_at(each)) for key, each in facts.begun.items()
    }
    yield words.begun, begun
    yield words.now, {f"{NOW}:{each.id}": _fitting(each, facts, dot) for each in facts.now()}
    yield from by_theme(facts, facts.known.values(), ascii_only=ascii_only)


def by_theme(facts: Facts, practices: Iterable[Practice], *, ascii_only: bool) -> Iterator[Group]:
    """Yield some practices by their themes, in the order that fits what somebody is here for."""
    words, found, dot = room_words(), sorted(practices, key=by_theme_and_title), DOTS[ascii_only]
    for theme in themes_for(facts.standing.intention):
        rows = {f"{THEME}:{each.id}": _row(each, facts, dot) for each in found if each.theme == theme}
        yield words.group.themes[theme], rows


def _at(under_way: UnderWay) -> str:
    words = room_words().row
    if under_way.run.step >= len(under_way.practice.steps):
        return words.end
    return words.step.format(at=under_way.at, of=under_way.of)


def _fitting(practice: Practice, facts: Facts, dot: str) -> Line:
    parts = [room_words().row.minutes.format(minutes=practice.minutes), *facts.why(practice)[:1]]
    return Line(practice.title, aside=dot.join(parts))


def _row(practice: Practice, facts: Facts, dot: str) -> Line:
    words, parts = room_words().row, list[str]()
    if practice.id in facts.own:
        parts.append(words.own)
    if (stop := facts.stop(practice)) is not None:
        parts.append(words.stopped.format(day=facts.day(stop)))
    elif practice.id in facts.times:
        parts.append(times_said(practice, facts))
    first, begun = facts.waits(practice), facts.begun.get(practice.id)
    if begun is not None:
        parts.append(_at(begun))
    elif first is not None:
        parts.append(words.waits.format(title=first.title))
    else:
        parts.append(words.minutes.format(minutes=practice.minutes))
    return Line(practice.title, aside=dot.join(parts))


def times_said(practice: Practice, facts: Facts) -> str:
    """Return how often a practice was gone through, and when last."""
    day = facts.standing.visited.get(practice.id)
    said = "" if day is None else facts.day(day)
    return counted(room_words().row.times, facts.times[practice.id], day=said)


# --- narrowing -----------------------------------------------------------------------------------------


def fits_filter(practice: Practice, name: str, facts: Facts) -> bool:
    """Tell whether a practice is shown under a filter, by its name among the words; all where it has none."""
    match name:
        case "letting_go":
            return practice.path == "letting go"
        case "hoping":
            return practice.path == "hoping with respect"
        case "new":
            return facts.standing.last(practice.id) is None
        case "short":
            return practice.minutes <= SHORT
        case _:
            return True


def begins_words(needles: Iterable[str], folded: str) -> bool:
    """Tell whether each of some folded words begins a word of a folded text."""
    return all(re.search(rf"(?<!\w){re.escape(needle)}", folded) for needle in needles)


def searched(practice: Practice) -> str:
    """Return what is looked through when words are looked for in a practice, folded."""
    said = [practice.title, practice.said, *practice.opening, *practice.closing]
    for step in practice.steps:
        ways = (way.says for way in step.ways)
        said += [step.title, step.ask, step.hint, *step.words, *step.items, *step.heads, *ways]
    return normal("\n".join(said))
