"""What is looked for: the one grammar of the field to find with and of `heartwork list --find`.

    rain "long walk" -Anna -"the café"     every word and phrase must occur, with a dash none may
    tag:night #night person:M. feeling:sad whole labels, case and accents aside; given twice: both
    mood:3 mood:<3 mood:2-4 mood:none      a number or a range, or one of several; with < or > all must hold
    kind:letter kind:note                  one of these
    from:monday to:2026-03-01 on:yesterday days, both included; from:2026-03; from:"3 days ago"
    is:starred is:sealed is:away is:trashed

A dash turns every piece around but those of days. What has begun and not ended is no obstacle: an open quote
is a phrase so far, `tag:` with nothing behind it is not there yet. A colon anywhere else is a word's own.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from heartwork.model.entry import MOODS, Kind
from heartwork.model.sought import LABELS, Query, Where, label
from heartwork.model.text import clean, normal, unwrapped
from heartwork.model.when import FIRST_YEAR, UnclearWhen, day_named

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Query", "UnclearQuery", "parse_query", "query_text"]

_FIELD: Final = "|".join((*LABELS, "mood", "kind", "is", "from", "to", "on"))
_TERM: Final = re.compile(
    rf'(?P<turned>-?)(?:(?P<field>{_FIELD}):|(?P<hash>\#))?(?:"(?P<phrase>[^"]*)"?|(?P<bare>\S*))'
)
_MOOD: Final = re.compile(r"(?P<than><=|>=|<|>|=)?(?P<low>[1-5])|(?P<first>[1-5])-(?P<last>[1-5])")
_MOOD_SO_FAR: Final = re.compile(r"[<>]?=?|[1-5]-")
_MONTHS: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", re.ASCII)
_ANY_MOOD: Final[frozenset[int | None]] = frozenset((None, *MOODS))
_KINDS: Final = {kind.value.replace("-", ""): kind for kind in Kind}
_LONGEST_SHOWN: Final = 40

_A_MOOD: Final = "a mood is 1 to 5, such as mood:3, mood:<3, mood:2-4, or mood:none"
_A_KIND: Final = f"a kind is one of {', '.join(Kind)}"
_A_STATE: Final = "it can be is:starred, is:sealed, is:away, is:trashed, or a kind such as is:letter"
_A_DAY: Final = (
    f'a day is yesterday, monday, "3 days ago", 2026-03 or 2026-03-01; the first year is {FIRST_YEAR}'
)
_ONE_WAY: Final = "a dash goes before words, tags, moods and kinds, and not before days"


class UnclearQuery(ValueError):
    """A piece of what is looked for was not understood; the message says which, in plain words."""


def parse_query(text: str, today: date, *, typing: bool = False) -> Query:
    """Return what `text` looks for, days seen from `today`; raises UnclearQuery.

    While somebody is `typing`, a last piece that cannot be read is one that has not ended: it is left out.
    """
    text = normal(clean(text))
    reading = _Reading(today)
    for term in _terms(text):
        try:
            reading.take(term)
        except UnclearQuery:
            if not typing or term.end() < len(text):
                raise
    return reading.query


def query_text(query: Query) -> str:
    """Return a query as it can be typed: read again, it is the same."""
    pieces = [*map(_typed, query.words), *(_typed(word, "-") for word in query.without)]
    pieces += [
        *map(_typed_label, query.labels),
        *(_typed_label(label, "-") for label in query.without_labels),
    ]
    if query.moods is not None:
        said = ["none" if mood is None else mood for mood in (None, *MOODS) if mood in query.moods]
        pieces += [f"mood:{mood}" for mood in said] or ["mood:1", "-mood:1"]
    if query.kinds is not None:
        pieces += [f"kind:{kind}" for kind in Kind if kind in query.kinds] or ["kind:note", "-kind:note"]
    pieces += [f"{name}:{day}" for name, day in (("from", query.since), ("to", query.until)) if day]
    for state, holds in (("starred", query.starred), ("sealed", query.sealed)):
        pieces += [] if holds is None else [f"{'' if holds else '-'}is:{state}"]
    return " ".join([*pieces, *([] if query.where is Where.SHOWN else [f"is:{query.where}"])])


class _Reading:
    """What the pieces of a query have said so far."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._said = Query()
        self._moods: frozenset[int | None] = frozenset()
        self._kinds: frozenset[Kind] = frozenset()

    @property
    def query(self) -> Query:
        """All of it as one query; moods and kinds that were named one by one are alternatives."""
        return self._said.also(Query(moods=self._moods or None, kinds=self._kinds or None))

    def take(self, term: re.Match[str]) -> None:
        """Take in one piece; raises UnclearQuery."""
        said = term["bare"] if term["phrase"] is None else unwrapped(term["phrase"])
        name, turned = "tag" if term["hash"] else term["field"], bool(term["turned"])
        if not said:
            return
        if name is None:
            self._add(Query(without=(said,)) if turned else Query(words=(said,)))
        elif name in LABELS:
            self._take_label(label(name, said), turned=turned)
        elif name == "mood":
            self._take_mood(said, term, turned=turned)
        elif name == "kind":
            self._take_kind(_KINDS.get(said.replace("-", "").replace(" ", "")), term, _A_KIND, turned=turned)
        elif name == "is":
            self._take_state(said, term, turned=turned)
        else:
            self._take_day(said, term, turned=turned)

    def _add(self, query: Query) -> None:
        self._said = self._said.also(query)

    def _take_label(self, said: str, *, turned: bool) -> None:
        if said.partition(":")[2]:
            self._add(Query(without_labels=(said,)) if turned else Query(labels=(said,)))

    def _take_mood(self, said: str, term: re.Match[str], *, turned: bool) -> None:
        if _MOOD_SO_FAR.fullmatch(said):
            return
        found = _moods(said)
        if not found:
            raise _unclear(term, _A_MOOD)
        if turned:
            self._add(Query(moods=_ANY_MOOD - found))
        elif said[0] in "<>":
            self._add(Query(moods=found))
        else:
            self._moods |= found

    def _take_kind(self, kind: Kind | None, term: re.Match[str], hint: str, *, turned: bool) -> None:
        if kind is None:
            raise _unclear(term, hint)
        if turned:
            self._add(Query(kinds=frozenset(Kind) - {kind}))
        else:
            self._kinds |= {kind}

    def _take_state(self, said: str, term: re.Match[str], *, turned: bool) -> None:
        if said == "starred":
            self._add(Query(starred=not turned))
        elif said == "sealed":
            self._add(Query(sealed=not turned))
        elif said in (Where.AWAY, Where.TRASHED):
            self._add(Query() if turned else Query(where=Where(said)))
        else:
            self._take_kind(_KINDS.get(said.replace("-", "").replace(" ", "")), term, _A_STATE, turned=turned)

    def _take_day(self, said: str, term: re.Match[str], *, turned: bool) -> None:
        if turned:
            raise _unclear(term, _ONE_WAY)
        try:
            first, last = _days(said, self._today)
        except UnclearWhen:
            raise _unclear(term, _A_DAY) from None
        name = term["field"]
        self._add(Query(since=None if name == "to" else first, until=None if name == "from" else last))


def _terms(text: str) -> Iterator[re.Match[str]]:
    """Yield the pieces of a folded text, one after another."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif term := _TERM.match(text, at):
            yield term
            at = term.end()


def _moods(said: str) -> frozenset[int | None]:
    """Return the moods that a number, a comparison or a range names; none where it names none."""
    if said == "none":
        return frozenset((None,))
    if not (read := _MOOD.fullmatch(said)):
        return frozenset()
    if read["first"]:
        low, high = sorted((int(read["first"]), int(read["last"])))
        return frozenset(range(low, high + 1))
    step, than = int(read["low"]), read["than"] or "="
    return frozenset(
        mood
        for mood in MOODS
        if ("=" in than and mood == step) or ("<" in than and mood < step) or (">" in than and mood > step)
    )


def _days(said: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day; raises UnclearWhen."""
    found = _MONTHS.fullmatch(said)
    if not found or int(found[1]) < FIRST_YEAR:
        day = day_named(said, today)
        return day, day
    year, first, last = int(found[1]), int(found[2] or 1), int(found[2] or 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _unclear(term: re.Match[str], hint: str) -> UnclearQuery:
    piece = unwrapped(term[0])
    if len(piece) > _LONGEST_SHOWN:
        piece = f"{piece[:_LONGEST_SHOWN].rstrip()}…"
    return UnclearQuery(f"“{piece}” was not understood: {hint}.")


def _typed(word: str, dash: str = "") -> str:
    """Return a word or phrase as it can be typed: in quotes where it would be read as something else."""
    read = _TERM.fullmatch(f"{dash}{word}")
    alone = read and read["bare"] == word and read["turned"] == dash and not read["field"]
    return f"{dash}{word}" if alone else f'{dash}"{word}"'


def _typed_label(said: str, dash: str = "") -> str:
    field, _, text = said.partition(":")
    return f'{dash}{field}:"{text}"' if " " in text else f"{dash}{said}"
