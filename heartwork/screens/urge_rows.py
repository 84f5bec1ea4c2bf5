"""What stands on the page of an urge: one's own words, and what may help, counted where it was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from heartwork.content.shelf_words import shelf_words
from heartwork.content.urge_words import urge_words
from heartwork.diary.mentions import whole_words
from heartwork.insights.urges import what_helped
from heartwork.model.text import normal, unwrapped
from heartwork.widgets.listing import Line
from heartwork.widgets.plain import plain_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from heartwork.diary import Diary

    Group = tuple[str, dict[str, Line]]

_MOST, _A_FEW = 7, 3
"""How many reasons and standards stand here, and how many lines of the other shelves."""

_MOST_HELPED = 30

_MOST_OWN = 12
"""How many distractions of one's own stand before ours: more than fit beside the circle help nobody."""

MOST_DIGITS = 9
"""How many rows have a digit."""


class Ways:
    """What may help, in groups; a row's id is `name_of` it, folded."""

    def __init__(self, diary: Diary, tried: tuple[str, ...], now: datetime) -> None:
        """Take what was tried before from `diary`, and what is `tried` this time.

        What no letter does is done by a digit, as far as they go: `digits` says which row is whose. `people`
        are the rows of the circle, each person's first one.
        """
        words = urge_words()
        self._diary = diary
        self._counts = {
            normal(each.what): each for each in what_helped(diary.contact.all(), now)[:_MOST_HELPED]
        }
        self._keys = {normal(each.name): each.key for each in words.activities}
        self._said = {
            normal(name): said for name, said in ((each.name, each.said) for each in words.activities)
        } | {normal(each.name): each.said for each in words.swaps}
        self._own = diary.shelves.lines("distractions")[:_MOST_OWN]
        self._tried = tried
        self._unkeyed = iter(range(1, MOST_DIGITS + 1))
        self.names: dict[str, str] = {}
        self.digits: dict[int, str] = {}
        self.people: list[str] = []
        self.groups = [*self._groups()]

    @property
    def marked(self) -> frozenset[str]:
        """The ids of what is tried this time."""
        return frozenset(map(normal, self._tried))

    def _groups(self) -> Iterator[Group]:
        words = urge_words()
        before = [each.what for each in self._counts.values()]
        own = [each for each in self._tried if not self._known(each)]
        people = [*self._reaching([*before, *own])]
        for title, names in (
            (words.gate.helped, before),
            (words.gate.help, [each.name for each in words.activities] + own),
            (words.gate.people, people),
            (words.gate.swaps, self._own + [each.name for each in words.swaps]),
        ):
            rows = {normal(name): self._row(name) for name in names if self._first(name)}
            if rows:
                yield title, rows

    def _reaching(self, others: list[str]) -> Iterator[str]:
        """Yield how each of the circle is reached; what names them elsewhere already does for it."""
        for person in self._diary.folk.circle():
            whole = whole_words([said for name in person.names if (said := unwrapped(normal(name)))])
            reach = urge_words().gate.reach.format(name=person.name)
            named = next((other for other in others if whole.search(normal(other))), reach)
            self.people.append(normal(named))
            yield named

    def _known(self, name: str) -> bool:
        listed = {*self._counts, *self._said, *map(normal, self._own)}
        return normal(name) in listed or self._help_of(name) is not None

    def _first(self, name: str) -> bool:
        """Tell whether a name comes up for the first time, and remember it."""
        if normal(name) in self.names:
            return False
        self.names[normal(name)] = name
        return True

    def _row(self, name: str) -> Line:
        key, words = normal(name), urge_words().gate
        counted = self._counts.get(key)
        said = self._said.get(key) or self._help_of(name) or ""
        aside = words.counted(counted.passed, counted.times) if counted is not None else said
        lead = self._keys.get(key, "")
        if not lead and (digit := next(self._unkeyed, None)) is not None:
            self.digits[digit] = key
            lead = str(digit)
        return Line(name, lead=lead, aside=aside)

    def _help_of(self, name: str) -> str | None:
        """Return how somebody helps who can be reached, None where a name is nobody's."""
        reach = urge_words().gate.reach
        for person in self._diary.folk.circle():
            if normal(reach.format(name=person.name)) == normal(name):
                return person.help
        return None


def own_words(diary: Diary, *, ascii_only: bool) -> Content:
    """Return one's own reasons, standards, boundaries and promises, or what to ask oneself without any."""
    words, others = urge_words().gate, shelf_words().urge
    shelves = (("reasons", words.reasons, _MOST), ("standards", words.standards, _MOST))
    parts = [
        _listed(title, lines, most, ascii_only=ascii_only)
        for shelf, title, most in (*shelves, *((each, title, _A_FEW) for each, title in others.items()))
        if (lines := diary.shelves.lines(shelf))
    ]
    if not parts:
        parts.append(_listed(words.ask, list(words.questions), _MOST, ascii_only=ascii_only))
    return Content("\n\n").join(parts)


def _listed(title: str, lines: list[str], most: int, *, ascii_only: bool) -> Content:
    dot = "-" if ascii_only else "·"
    rows = [Content.assemble((f"{dot} ", "$text-muted"), plain_line(line)) for line in lines[:most]]
    if len(lines) > most:
        more = urge_words().gate.more.format(count=len(lines) - most)
        rows.append(Content.styled(f"  {more}", "$text-muted"))
    return Content("\n").join([Content.styled(title, "bold $secondary"), *rows])
