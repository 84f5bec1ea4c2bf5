"""Practices as rows and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.cli.rows import short_id
from heartwork.cli.things import day_here
from heartwork.content.practice_words import practice_words
from heartwork.diary.documents import instant_to_text
from heartwork.insights.fitting import by_theme_and_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.diary import Diary
    from heartwork.model.practice import Practice


def _in_order(diary: Diary) -> list[Practice]:
    """Return every practice by theme and title, as the room has them."""
    return sorted(diary.practising.practices().values(), key=by_theme_and_title)


def records(diary: Diary) -> Iterator[dict[str, object]]:
    """Yield every practice as JSON has it."""
    visits, own = diary.practising.visits(), diary.practising.own.all()
    stops = diary.practising.stops()
    under_way = {each.practice.id: each for each in diary.practising.under_way()}
    for each in _in_order(diary):
        seen, left = visits.get(each.id), under_way.get(each.id)
        yield {
            "id": each.id,
            "title": each.title,
            "path": each.path,
            "theme": each.theme,
            "minutes": each.minutes,
            "source": list(each.source),
            "after": list(each.after),
            "own": each.id in own,
            "done": seen.times if seen else 0,
            "last": instant_to_text(seen.last) if seen and seen.last else None,
            "stopped": instant_to_text(stops[each.id]) if each.id in stops else None,
            "open": {"step": left.at, "of": left.of} if left else None,
        }


def rows(diary: Diary) -> Iterator[str]:
    """Yield every practice as a line, under the theme it has."""
    words, theme = practice_words(), ""
    visits, stops = diary.practising.visits(), diary.practising.stops()
    under_way = {each.practice.id: each for each in diary.practising.under_way()}
    for each in _in_order(diary):
        if each.theme != theme:
            yield from ([""] if theme else [])
            yield each.theme
            theme = each.theme
        said = [f"  {each.id}", each.title, words.frame.lasting(each.minutes)]
        seen, stop = visits.get(each.id), stops.get(each.id)
        if seen is not None:
            said.append(words.plain.row.format(times=seen.times))
        if stop is not None and (seen is None or seen.last is None or seen.last < stop):
            said.append(words.plain.row_stopped.format(day=day_here(stop)))
        if left := under_way.get(each.id):
            said.append(words.plain.row_open.format(step=left.at, of=left.of))
        if first := diary.practising.comes_first(each.id):
            said.append(words.plain.row_first.format(title=first.title))
        yield " · ".join(said)


def trashed_records(diary: Diary) -> Iterator[dict[str, object]]:
    """Yield every practice in the trash as JSON has it; `key` is what names it alone."""
    for each in diary.practising.own.trashed():
        if each.practice is not None and each.trashed is not None:
            yield {
                "id": each.practice.id,
                "title": each.practice.title,
                "key": each.id,
                "trashed": instant_to_text(each.trashed),
            }


def trashed_rows(diary: Diary) -> Iterator[str]:
    """Yield every practice in the trash as a line, by an id that `practice restore` takes."""
    words, named = practice_words(), set[str]()
    for each in diary.practising.own.trashed():
        if each.practice is not None and each.trashed is not None:
            practice = each.practice
            key = short_id(each) if practice.id in named else practice.id
            named.add(practice.id)
            since = words.own.row.format(day=day_here(each.trashed))
            yield " · ".join((key, practice.title, words.frame.lasting(practice.minutes), since))
