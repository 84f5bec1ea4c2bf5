"""Which practices fit now: a rule that can be said in a few sentences, and that orders and hides nothing.

A practice is said to fit a low or a steady day, a season of grief or the time after it. Those that match the
day, the season and what a person is here for come first; among them those not visited lately, theme by theme,
and of one theme the shorter ones. What fits another kind of day, or the other path, stands behind, and what
waits for another is not put forward, nor what leads towards somebody with whom it is not safe. No practice is
worth more than another, and nothing of this is shown as a number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from heartwork.model.practice import THEMES, Practice
from heartwork.model.text import normal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

Reason = Literal["low", "steady", "early", "later", "intention", "new", "while"]
"""Why a practice fits: the kind of day, the season, what one is here for, not visited yet, or not lately."""

Stage = Literal["", "early", "later"]
"""Where somebody is with a season of grief: none was begun, one goes on, or the last one is over."""

MOST_NOW: Final = 3
"""How many practices are put forward at once, each of another theme."""

LATELY: Final = timedelta(days=7)
"""For how long a practice was visited lately."""

LOW: Final = 2
"""The heaviest moods, up to which a day is low."""

_MOODS: Final = frozenset({"low", "steady"})
_STAGES: Final = frozenset({"early", "later"})
_MATCHING: Final = _MOODS | _STAGES | {"intention"}
_BOTH: Final = "both"
_UNSURE: Final = "not sure yet"


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands on a day; `mood` is its step from 1, None where nothing says one.

    Until the day says one, it is that of the day before, `from_yesterday`: a night does not end a heavy day.
    It is `unsafe` where that was the last answer to the questions that come before some practices.
    `visited` says on which day a practice was gone through to its end last, by its id, `stopped` on which it
    stopped kindly on the way last. `begun` are those that are under way.
    """

    today: date
    intention: str = _UNSURE
    mood: int | None = None
    stage: Stage = ""
    visited: Mapping[str, date] = field(default_factory=dict)
    begun: Collection[str] = ()
    stopped: Mapping[str, date] = field(default_factory=dict)
    from_yesterday: bool = False
    unsafe: bool = False

    def last(self, practice: str) -> date | None:
        """Return on which day somebody was at a practice last, to its end or as far as was kind."""
        days = [each[practice] for each in (self.visited, self.stopped) if practice in each]
        return max(days, default=None)

    @property
    def mood_word(self) -> str:
        """What kind of day it is; nothing where no mood was said."""
        return "" if self.mood is None else "low" if self.mood <= LOW else "steady"


def reasons(practice: Practice, standing: Standing) -> tuple[Reason, ...]:
    """Return why a practice fits now, what matters most first."""
    found = list[Reason]()
    if standing.mood_word == "low" and "low" in practice.fits:
        found.append("low")
    if standing.mood_word == "steady" and "steady" in practice.fits:
        found.append("steady")
    if standing.stage and standing.stage in practice.fits:
        found.append(standing.stage)
    if practice.path == standing.intention:
        found.append("intention")
    last = standing.last(practice.id)
    if last is None:
        found.append("new")
    elif standing.today - last >= LATELY:
        found.append("while")
    return tuple(found)


def waits_for(practice: Practice, visited: Collection[str], known: Collection[str]) -> str | None:
    """Return the id of the first practice that is visited before another one opens; None where it is open."""
    return next((each for each in practice.after if each in known and each not in visited), None)


def ordered(practices: Iterable[Practice], standing: Standing) -> list[Practice]:
    """Return practices, what fits best first."""
    return sorted(practices, key=lambda practice: _place(practice, standing))


def fitting_now(practices: Iterable[Practice], standing: Standing) -> list[Practice]:
    """Return the few practices that are put forward: open, not begun, not visited lately, one of a theme."""
    known = {practice.id: practice for practice in practices}
    chosen = dict[str, Practice]()
    for practice in ordered(known.values(), standing):
        is_open = waits_for(practice, standing.visited, known) is None and practice.id not in standing.begun
        if is_open and _may_be_put_forward(practice, standing):
            chosen.setdefault(practice.theme, practice)
    return list(chosen.values())[:MOST_NOW]


def _may_be_put_forward(practice: Practice, standing: Standing) -> bool:
    others = (held_back, visited_lately, for_another_day)
    return not any(why(practice, standing) for why in others)


def held_back(practice: Practice, standing: Standing) -> bool:
    """Tell whether a practice leads towards somebody with whom it is not safe, or who wants no contact."""
    return practice.safety and standing.unsafe


def themes_for(intention: str) -> tuple[str, ...]:
    """Return the themes in the order in which they are shown to somebody: their own path first."""
    return tuple(sorted(THEMES, key=lambda theme: (theme != intention, THEMES.index(theme))))


def by_theme_and_title(practice: Practice) -> tuple[int, str]:
    """Return the key by which practices are listed: theme by theme, those of a theme by their titles."""
    return THEMES.index(practice.theme), normal(practice.title)


def _place(practice: Practice, standing: Standing) -> tuple[object, ...]:
    """Return by what practices are ordered."""
    matching = [each for each in reasons(practice, standing) if each in _MATCHING]
    last = standing.last(practice.id)
    return (
        for_another_day(practice, standing),
        _other_path(practice, standing),
        visited_lately(practice, standing),
        -len(matching),
        practice.path != standing.intention,
        last or date.min,
        THEMES.index(practice.theme),
        practice.minutes,
        practice.title,
    )


def for_another_day(practice: Practice, standing: Standing) -> bool:
    """Tell whether a practice is for another kind of day, or another time, than this."""
    for said, kinds in ((standing.mood_word, _MOODS), (standing.stage, _STAGES)):
        wanted = kinds.intersection(practice.fits)
        if said and wanted and said not in wanted:
            return True
    return False


def _other_path(practice: Practice, standing: Standing) -> bool:
    """Tell whether a practice is for another path; to who is not sure yet, what is for both comes first."""
    return practice.path not in (_BOTH, standing.intention)


def visited_lately(practice: Practice, standing: Standing) -> bool:
    """Tell whether somebody was at a practice within the last week, also where it stopped on the way."""
    last = standing.last(practice.id)
    return last is not None and standing.today - last < LATELY
