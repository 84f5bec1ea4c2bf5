"""How it stands with contact, in numbers (SOURCES A6).

Days are logical days, as each event was lived. Counted days: from the day of the earliest start to today,
both included, less paused days: from the day of a pause up to the day before it ends, and an open pause runs
to today. A slip day is a day with a slip; what had to be is no slip.

`window` is how many of the last 90 calendar days are counted, and `without` how many of those have no slip.
`total` is how many counted days since the start have none, `slips` how many slips there were since then.

A run is counted days without a slip, one after the other. A paused day neither adds to it nor ends it; a
slip ends it, also on a paused day. `run` is the one that reaches today, and is 0 on a day with a slip.
`mean_gap` is the mean number of days from one slip day to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from heartwork.model.contact import ContactKind, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from heartwork.model.contact import ContactEvent

WINDOW: Final = 90
"""How many calendar days are looked back on at most."""


@dataclass(frozen=True, slots=True)
class ContactNumbers:
    """Days, and how many slips; `since` is None where the log was not started, and everything is 0 then.

    `run_since` is the first day of the run, None where there is none; `mean_gap` is None below two slip days.
    """

    since: date | None = None
    window: int = 0
    without: int = 0
    run: int = 0
    run_since: date | None = None
    longest: int = 0
    total: int = 0
    slips: int = 0
    mean_gap: float | None = None
    paused: bool = False


def contact_numbers(events: Iterable[ContactEvent], today: date) -> ContactNumbers:
    """Return the numbers of a log on a day; what lies ahead of that day is not counted yet."""
    known = in_order(events)
    since = min((event.day for event in known if event.kind is ContactKind.START), default=None)
    if since is None:
        return ContactNumbers()
    slips = [event.day for event in known if event.kind is ContactKind.SLIP and since <= event.day <= today]
    slip_days, paused = frozenset(slips), paused_days(known, since, today)
    counted = [day for day in _days(since, today) if day not in paused]
    window = [day for day in counted if day > today - timedelta(days=WINDOW)]
    runs = list(_runs(_days(since, today), slip_days, paused))
    run = runs[-1] if runs else ()
    return ContactNumbers(
        since=since,
        window=len(window),
        without=sum(day not in slip_days for day in window),
        run=len(run),
        run_since=run[0] if run else None,
        longest=max(map(len, runs), default=0),
        total=sum(day not in slip_days for day in counted),
        slips=len(slips),
        mean_gap=_mean_gap(slip_days),
        paused=today in paused,
    )


def paused_days(events: Iterable[ContactEvent], since: date, today: date) -> frozenset[date]:
    """Return the paused days from `since` to `today`.

    A pause within a pause changes nothing, nor does an end without a pause.
    """
    found: set[date] = set()
    begun: date | None = None
    for event in in_order(events):
        if event.kind is ContactKind.PAUSE:
            begun = event.day if begun is None else min(begun, event.day)
        elif event.kind is ContactKind.RESUME and begun is not None:
            last = min(event.day - timedelta(days=1), today)
            found.update(_days(max(begun, since), last))
            begun = None
    if begun is not None:
        found.update(_days(max(begun, since), today))
    return frozenset(found)


def _days(first: date, last: date) -> Iterator[date]:
    """Yield the days from the first to the last, both included; none where they are the wrong way round."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _runs(
    days: Iterable[date], slip_days: frozenset[date], paused: frozenset[date]
) -> Iterator[Sequence[date]]:
    """Yield the runs in order; the last is the one that reaches the last day, and can be empty."""
    run: list[date] = []
    for day in days:
        if day in slip_days:
            yield run
            run = []
        elif day not in paused:
            run.append(day)
    yield run


def _mean_gap(slip_days: frozenset[date]) -> float | None:
    if len(slip_days) < 2:  # noqa: PLR2004 - a gap has two ends
        return None
    return (max(slip_days) - min(slip_days)).days / (len(slip_days) - 1)
