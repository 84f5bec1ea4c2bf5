"""`today`: where the day stands, as plain lines or as data; it reads, and changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.diary.glance import Glance

_NUMBERS = ("window", "without", "run", "paused")


@click.command(short_help="Where the day stands, and what waits for you.")
@opens_a_diary
@click.option("--json", "as_json", is_flag=True, help="One JSON object with the same facts.")
@click.pass_obj
def today(chosen: Choices, *, as_json: bool) -> None:
    """Say where the day stands: what it has had so far, what waits if you like, and what remains true."""
    from heartwork.cli.opening import reading
    from heartwork.cli.saying import say, say_json
    from heartwork.diary.glance import glance

    with reading(chosen) as diary:
        day = glance(diary, datetime.now(UTC))
        if as_json:
            say_json(_report(diary, day))
            return
        for line in _lines(diary, day):
            say(line)


def _lines(diary: Diary, day: Glance) -> Iterator[str]:
    """Yield what Today says, a line each, without what is only asked or offered there."""
    from heartwork.content.today_words import today_words
    from heartwork.model.text import clean_line
    from heartwork.screens.today_rows import parts_of
    from heartwork.widgets.veil import veiled

    words = today_words().commands
    for place, part in enumerate(parts_of(diary, day)):
        if place:
            yield ""
        if part.title:
            yield part.title
        for row in part.rows:
            if row.id == "fortnight":
                yield words.moods.format(said=_moods(diary, day))
            elif row.id == "prompt":
                yield words.prompt.format(said=row.name)
            elif row.id == "care":
                yield today_words().remains.care.format(said=_care(day))
            elif row.id not in {"ask", "write"}:
                yield veiled(clean_line(f"{row.name}: {row.said}" if row.said else row.name))


def _moods(diary: Diary, day: Glance) -> str:
    """Return in words how the days of the last two weeks were of which that was said, the earliest first."""
    from heartwork.content.moods import moods_named

    named, felt = moods_named(diary.settings), day.moods.items()
    return ", ".join(f"{on:%a} {on.day} {named[mood.step - 1].word}" for on, mood in felt if mood)


def _care(day: Glance) -> str:
    """Return in words what the day had of care, what it had not, and what was not said."""
    from heartwork.content.today_words import today_words
    from heartwork.model.care import Care
    from heartwork.model.text import clean_line

    words = today_words().commands
    parts = []
    for wanted, said in ((Care.YES, words.care_yes), (Care.NO, words.care_no), (None, words.care_unsaid)):
        if names := [clean_line(habit.name) for habit, answer in day.care.items() if answer is wanted]:
            parts.append(said.format(names=", ".join(names)))
    return "; ".join(parts)


def _report(diary: Diary, day: Glance) -> dict[str, object]:
    """Return the same facts as JSON has them; times are in UTC. Names stay as they are, new ones may come."""
    from heartwork.diary.documents import instant_to_text
    from heartwork.insights.season import day_of

    review, season, contact = day.review, day.season, day.contact
    return {
        "day": day.today.isoformat(),
        "moods": [
            {"day": on.isoformat(), "mood": mood.value if mood else None} for on, mood in day.moods.items()
        ],
        "review": {"id": review.id, "at": instant_to_text(review.at)} if review else None,
        "review_open": day.left_open,
        "hard": day.is_hard,
        "check_ins": [
            {"id": each.id, "at": instant_to_text(each.at), "mood": each.mood, "line": each.body}
            for each in day.check_ins
        ],
        "waiting": list(_waiting(diary, day)),
        "contact": {name: getattr(contact, name) for name in _NUMBERS} if contact else None,
        "season": {"day": day_of(season, day.today), "days": season.days} if season else None,
        "care": {habit.name: said.value if said else None for habit, said in day.care.items()},
        "prompt": day.prompt,
    }


def _waiting(diary: Diary, day: Glance) -> Iterator[dict[str, object]]:
    from heartwork.screens.today_rows import told_of

    for waits in day.waiting:
        for key in waits.ids:
            name, said = told_of(diary, waits, key, day.today)
            yield {"sort": waits.sort.value, "id": key, "name": name, "said": said}
