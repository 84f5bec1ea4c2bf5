"""What Today says, as rows under headings: what the day has had, what waits, what remains true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from heartwork.content.circle_words import circle_words
from heartwork.content.contact_words import contact_words
from heartwork.content.letter_words import letter_words
from heartwork.content.moods import moods_named
from heartwork.content.season_words import season_words
from heartwork.content.today_words import today_words
from heartwork.diary.reviews import said_at
from heartwork.insights.reach import days_since
from heartwork.insights.season import day_of, days_over
from heartwork.insights.waiting import Waits
from heartwork.insights.week import ticks_in_week
from heartwork.model.care import Care
from heartwork.model.days import local
from heartwork.widgets.looks import DOTS, THEN, mood_glyph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from heartwork.diary import Diary
    from heartwork.diary.glance import Glance
    from heartwork.insights.waiting import Waiting
    from heartwork.model.care import Habit
    from heartwork.model.entry import Entry

ASKED: Final = "intention_asked"
"""The setting that says that the question of what somebody is here for was asked."""

WAITS_KEYS: Final = {
    Waits.LETTER: "l",
    Waits.BOX: "b",
    Waits.WAIT: "c",
    Waits.GOAL: "g",
    Waits.PERSON: "o",
    Waits.PRACTICE: "p",
}
"""The key that does what waits, by its sort."""

_LAST: Final = 2
"""How many check-ins are said at most, the last one first."""


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A row: the key that does it, its name, and what is true of it; or the `moods` of some days.

    `shorter` are other names, the longest first, for where there is no room for the whole one; where a name
    is cut, its `ending` stays. `notes` are lines that may stand under it where there is much room.
    """

    id: str
    key: str
    name: str
    said: str = ""
    moods: tuple[int | None, ...] = ()
    shorter: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ending: str = ""


@dataclass(frozen=True, slots=True)
class TodayPart:
    """Rows under a heading, which may be empty; `limited` where the first few of them are enough."""

    title: str
    rows: tuple[TodayRow, ...]
    limited: bool = False


def parts_of(diary: Diary, day: Glance) -> list[TodayPart]:
    """Return what Today says, part by part; a part that says nothing is left out."""
    words, settings = today_words(), diary.settings
    asks = not settings.value(ASKED) and "intention" not in settings.values and not diary.read_only
    prompt = TodayRow("prompt", "w", f"“{day.prompt}”", words.prompt.said)
    parts = (
        TodayPart(words.greeting.at(day.hour, settings.day_end.hour), tuple(_day(diary, day, asks=asks))),
        TodayPart(words.waiting.title, tuple(waiting_rows(diary, day)), limited=True),
        TodayPart(words.remains.title, tuple(_remaining(day, plainly=settings.ascii_only))),
        TodayPart("", (prompt,)),
    )
    return [_plainly(part) if settings.ascii_only else part for part in parts if part.rows]


def _plainly(part: TodayPart) -> TodayPart:
    """Return a part in signs of ASCII, where they are the house's."""
    rows = tuple(replace(row, said=row.said.replace(" · ", DOTS[True])) for row in part.rows)
    return replace(part, rows=rows)


# --- what the day has had ----------------------------------------------------------------------------


def _day(diary: Diary, day: Glance, *, asks: bool) -> Iterator[TodayRow]:
    words = today_words().day
    if diary.empty:
        yield TodayRow("write", "n", words.first, words.first_said)
    yield TodayRow("review", "r", words.review, _reviewed(day))
    yield TodayRow("check_in", "m", words.check_in, _checked_in(diary, day))
    moods = tuple(mood.step if mood else None for mood in day.moods.values())
    if any(moods):
        yield TodayRow("fortnight", "t", words.fortnight, moods=moods, notes=tuple(_days(diary, day)))
    if day.is_hard:
        yield TodayRow("support", "0", words.support, words.support_late if day.late else words.support_said)
    if asks and not diary.empty:
        yield TodayRow("ask", "a", today_words().ask.name, today_words().ask.said)


def _days(diary: Diary, day: Glance) -> Iterator[str]:
    """Yield how each day was of which that was said, the last one first."""
    named, plainly = moods_named(diary.settings), diary.settings.ascii_only
    for on, mood in reversed([*day.moods.items()]):
        if mood is not None:
            step = named[mood.step - 1]
            yield f"{on:%a} {on.day:>2}{THEN}{mood_glyph(step, ascii_only=plainly)} {step.word}"


def _reviewed(day: Glance) -> str:
    words, review = today_words().day, day.review
    if day.left_open or review is None:
        early, late = words.not_yet, words.not_yet_late
        if day.left_open:
            early, late = words.left_open, words.left_open_late
        return late.format(day=f"{day.today:%A}") if day.late else early
    return words.done.format(time=f"{local(said_at(review), review.zone):%H:%M}")


def _checked_in(diary: Diary, day: Glance) -> str:
    words, dot = today_words().day, DOTS[diary.settings.ascii_only]
    if not day.check_ins:
        return words.no_check_in
    said = [_moment(diary, each) for each in reversed(day.check_ins[-_LAST:])]
    if len(day.check_ins) > _LAST:
        said[1:] = [words.check_ins.format(count=len(day.check_ins))]
    return dot.join(said)


def _moment(diary: Diary, entry: Entry) -> str:
    """Return a check-in in a few words: how it was, when, and its line."""
    moods, plainly = moods_named(diary.settings), diary.settings.ascii_only
    parts = []
    if entry.mood is not None:
        mood = moods[entry.mood - 1]
        parts += [mood_glyph(mood, ascii_only=plainly), mood.word]
    parts.append(f"{local(entry.at, entry.zone):%H:%M}")
    if entry.headline:
        parts.append(today_words().day.line.format(words=entry.headline))
    return " ".join(parts)


# --- what waits --------------------------------------------------------------------------------------


def waiting_rows(diary: Diary, day: Glance) -> Iterator[TodayRow]:
    """Yield a row for each sort of thing that waits."""
    words = today_words().waiting
    for waits in day.waiting:
        name, said = told_of(diary, waits, waits.ids[0], day.today)
        key, count = WAITS_KEYS[waits.sort], len(waits.ids)
        if count > 1:
            yield TodayRow(waits.sort, key, words.named(name, count), ending=words.named("", count))
        else:
            yield TodayRow(waits.sort, key, name, said)


def told_of(diary: Diary, waits: Waiting, key: str, today: date) -> tuple[str, str]:
    """Return the name of one of the things that wait, and what is said of it."""
    match waits.sort:
        case Waits.LETTER:
            return _letter(diary, key, today)
        case Waits.BOX:
            return _boxed(diary, key, today)
        case Waits.WAIT:
            return _waited(diary, key, today)
        case Waits.GOAL:
            return _step(diary, key, today)
        case Waits.PERSON:
            person = diary.folk.one(key)
            since = circle_words().row.since(days_since(person, today))
            return person.name, " · ".join(filter(None, (since, person.help)))
        case Waits.PRACTICE:
            return _practice(diary, key)


def _letter(diary: Diary, key: str, today: date) -> tuple[str, str]:
    """Return whom a letter is to; none of its words, and not the title, which may be of them."""
    words, letter, entry = today_words().waiting, diary.letters.of(key), diary.entry(key)
    month = f"{entry.day:%B}" if entry.day.year == today.year else f"{entry.day:%B %Y}"
    said = words.letter_today if letter.until == today else words.letter
    return letter_words().name.title_to(letter.to), said.format(month=month)


def _boxed(diary: Diary, key: str, today: date) -> tuple[str, str]:
    words, memento = today_words().waiting, diary.mementos.one(key)
    parts = [words.boxed(memento.box_until or today, today)]
    if memento.weight is not None:
        parts.append(words.weight.format(weight=memento.weight))
    return memento.name, " · ".join(parts)


def _waited(diary: Diary, key: str, today: date) -> tuple[str, str]:
    words, event = today_words().waiting, diary.contact.one(key)
    until = local(event.until, event.zone).date() if event.until else event.day
    return words.wait, words.waited(until, today)


def _step(diary: Diary, key: str, today: date) -> tuple[str, str]:
    words, goal = today_words().waiting, diary.goals.one(key)
    parts = []
    if goal.next_step is not None:
        parts.append(words.step.format(step=goal.steps[goal.next_step].text))
    elif goal.repeat is not None:
        parts.append(words.week_said(goal.repeat.times - ticks_in_week(goal, today)))
    if goal.due is not None:
        parts.append(words.due.format(day=f"{goal.due.day} {goal.due:%b}"))
    return goal.title, " · ".join(parts)


def _practice(diary: Diary, key: str) -> tuple[str, str]:
    words = today_words().waiting
    open_ones: Sequence[tuple[str, str]] = [
        (
            each.practice.title,
            words.practice.format(at=each.at, of=each.of) if each.at <= each.of else words.practice_end,
        )
        for each in diary.practising.under_way()
        if each.practice.id == key
    ]
    return open_ones[0] if open_ones else (key, "")


# --- what remains true -------------------------------------------------------------------------------


def _remaining(day: Glance, *, plainly: bool) -> Iterator[TodayRow]:
    words = today_words().remains
    if said := contact_said(day, plainly=plainly):
        yield TodayRow("contact", "c", said, shorter=(said.partition(DOTS[plainly])[0],))
    if day.season is not None:
        over = days_over(day.season, day.today)
        said = season_words().section.said(day_of(day.season, day.today), day.season.days, over)
        yield TodayRow("season", "y", words.season.format(said=said))
    if had := [*_care_said(day.care)]:
        yield TodayRow("care", "r", had[0], shorter=tuple(had[1:]))


def _care_said(care: Mapping[Habit, Care | None]) -> Iterator[str]:
    """Yield the care that was had, then the same with fewer and fewer names; a no is held against nobody."""
    words = today_words().remains
    had = [habit.name for habit, said in care.items() if said is Care.YES]
    for shown in range(len(had), 0, -1):
        said = words.care.format(said=", ".join(had[:shown]))
        yield said if shown == len(had) else words.care_more.format(said=said, count=len(had) - shown)


def contact_said(day: Glance, *, plainly: bool = False) -> str:
    """Return in one line how it stands with contact; nothing where no log was begun."""
    if day.contact is None:
        return ""
    return DOTS[plainly].join(contact_words().stands.said(day.contact, day.today))
