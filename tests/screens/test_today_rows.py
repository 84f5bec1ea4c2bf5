"""What Today says of a day, and how it is laid out: nothing scrolls, and the least said goes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from heartwork.content.today_words import today_words
from heartwork.diary import Diary
from heartwork.diary.glance import glance
from heartwork.insights.contact import ContactNumbers
from heartwork.insights.waiting import Waiting, Waits
from heartwork.model.care import Care, Habit
from heartwork.model.entry import Entry, Kind
from heartwork.model.goal import Column, Goal, Repeat
from heartwork.model.letter import State
from heartwork.model.person import Person, Role
from heartwork.model.season import Season
from heartwork.screens.today_layout import MORE, MOST, columns_of, laid_out
from heartwork.screens.today_rows import TodayPart, TodayRow, parts_of

if TYPE_CHECKING:
    from heartwork.diary.glance import Glance

NOW = datetime(2026, 11, 24, 20, 8, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("glance", "reviews"):
        monkeypatch.setattr(f"heartwork.diary.{place}.local_zone", lambda: "UTC")


@pytest.fixture
def diary() -> Diary:
    diary = Diary.in_memory()
    diary.keep(Entry(NOW - timedelta(days=3), "UTC", TODAY - timedelta(days=3), body="rain"), now=NOW)
    diary.turn_to(NOW)
    return diary


def said(diary: Diary, day: Glance | None = None) -> dict[str, str]:
    """Return what the rows say, by their ids."""
    parts = parts_of(diary, day or glance(diary, NOW))
    return {row.id: f"{row.key} {row.name}: {row.said}" for part in parts for row in part.rows}


@pytest.mark.parametrize(
    ("hour", "greeting"), [(4, "morning"), (12, "afternoon"), (18, "evening"), (22, "evening")]
)
def test_the_greeting_is_by_the_clock(hour: int, greeting: str) -> None:
    assert today_words().greeting.at(hour) == f"Good {greeting}."


@pytest.mark.parametrize(("hour", "day_end"), [(23, 4), (0, 4), (2, 4), (5, 6), (1, 0)])
def test_from_eleven_to_the_end_of_the_day_it_is_late(hour: int, day_end: int) -> None:
    assert today_words().greeting.at(hour, day_end) == today_words().greeting.late == "It is late."


def test_an_empty_diary_says_what_can_be_done_and_asks_nothing_yet() -> None:
    rows = said(Diary.in_memory())
    assert list(rows) == ["write", "review", "check_in", "prompt"]


def test_why_somebody_is_here_is_asked_until_it_was_asked_or_set(diary: Diary) -> None:
    assert "ask" in said(diary)
    diary.set("intention", "letting go", now=NOW)
    assert "ask" not in said(diary)
    diary.set("intention_asked", value=True, now=NOW)
    assert "ask" not in said(diary)


def test_the_day_says_its_review_and_its_last_check_ins(diary: Diary) -> None:
    assert said(diary)["review"] == "r Daily review: not yet today · about 2 minutes"
    for hour, mood, line in ((9, 3, ""), (14, 2, "saw the café"), (19, None, "")):
        at = NOW.replace(hour=hour, minute=30)
        entry = Entry(at, "UTC", TODAY, kind=Kind.CHECK_IN, mood=mood, body=line, feelings=("tired",))
        diary.keep(entry, now=at)
        if hour == 14:
            assert said(diary)["check_in"] == "m Check in: ▂ low 14:30 “saw the café” · ▄ steady 09:30"
    assert said(diary)["check_in"] == "m Check in: 19:30 · 3 today"
    at = NOW.replace(hour=21, minute=10)
    diary.keep(Entry(at, "UTC", TODAY, kind=Kind.REVIEW, mood=3), now=at)
    assert said(diary)["review"] == "r Daily review: done at 21:10"
    assert said(diary, replace(glance(diary, NOW), left_open=True))["review"].endswith("where you left off")


def test_after_midnight_the_review_says_which_day_it_is_still_for(diary: Diary) -> None:
    after = NOW.replace(hour=1, minute=30) + timedelta(days=1)
    diary.turn_to(after)
    day = glance(diary, after)
    assert said(diary, day)["review"] == "r Daily review: still for Tuesday · about 2 minutes"
    begun, draft = diary.reviews.begin(after)
    kept = diary.reviews.keep(replace(begun, mood=3), draft, ended=False, now=after)
    assert said(diary, glance(diary, after))["review"] == "r Daily review: begun · still for Tuesday"
    diary.reviews.keep(*kept, ended=True, now=after)
    assert said(diary, glance(diary, after))["review"] == "r Daily review: done at 01:30"
    assert [diary.entry(key).mood for key in diary.day_ids(TODAY)] == [3]
    morning = after.replace(hour=4)
    diary.turn_to(morning)
    assert said(diary, glance(diary, morning))["review"] == "r Daily review: not yet today · about 2 minutes"


def test_a_sealed_letter_is_named_by_whom_it_is_to_and_by_none_of_its_words(diary: Diary) -> None:
    before = NOW - timedelta(days=90)
    letter = Entry(before, "UTC", before.date(), kind=Kind.LETTER, title="secret title", body="secret words")
    key = diary.keep(letter, now=before).id
    diary.letters.address(key, "M.", now=before)
    sealed = replace(diary.letters.of(key), state=State.SEALED, until=TODAY)
    diary.letters._write("sealed", sealed, before)
    assert said(diary)["letter"] == "l Letter to M.: opens today · written in August"
    assert "secret" not in str(said(diary))
    diary.turn_to(NOW + timedelta(days=1))
    assert said(diary)["letter"] == "l Letter to M.: may be opened · written in August"


def test_several_things_of_a_sort_are_one_row(diary: Diary) -> None:
    for name in ("Anna", "Jo", "Mira"):
        diary.folk.keep(Person(name, role=Role.CIRCLE, every=7, help="walks"), now=NOW)
    assert said(diary)["person"] == "o Anna, and 2 more: "
    diary.folk.trash([each.id for each in diary.folk.circle() if each.name != "Jo"], now=NOW)
    assert said(diary)["person"] == "o Jo: not reached yet · walks"


def test_a_goal_says_its_next_step_or_how_often_it_can_be_done(diary: Diary) -> None:
    goal = Goal("swim", column=Column.DOING, repeat=Repeat(2), due=date(2026, 12, 1))
    diary.goals.add(goal, now=NOW)
    assert said(diary)["goal"] == "g swim: 2 more times this week · due 1 Dec"


def test_what_remains_true_is_said_in_whole_lines(diary: Diary) -> None:
    numbers = ContactNumbers(
        since=date(2026, 10, 11), window=45, without=41, run=12, run_since=date(2026, 11, 13)
    )
    care: dict[Habit, Care | None] = {Habit("sleep", "sleep"): Care.YES, Habit("f", "food"): Care.NO}
    care[Habit("o", "outside")] = None
    day = replace(glance(diary, NOW), contact=numbers, season=Season(date(2026, 11, 16), 14), care=care)
    rows = said(diary, day)
    assert rows["contact"] == "c 41 of the last 45 days without contact · 12 days now: "
    assert rows["season"] == "y Season of grief: day 9 of 14: "
    assert rows["care"] == "r Care today: sleep: "
    diary.set("ascii_only", value=True, now=NOW)
    rows = said(diary, day)
    assert all(row.isascii() for key, row in rows.items() if key != "prompt")


# --- laid out ----------------------------------------------------------------------------------------


def parts(waiting: int, prompt: str = "“Why?”") -> list[TodayPart]:
    rows = tuple(TodayRow(f"w{number}", "l", f"thing {number}", "waits") for number in range(waiting))
    return [
        TodayPart("Good evening.", (TodayRow("review", "r", "Daily review"),)),
        TodayPart("Waiting", rows, limited=True),
        TodayPart("", (TodayRow("prompt", "w", prompt, "enter to write"),)),
    ]


def test_parts_stand_apart_where_there_is_room_and_close_up_where_there_is_not() -> None:
    wide = laid_out(parts(2), 76, 20)
    assert list(wide.lines) == ["review", "w0", "w1", "prompt"]
    assert wide.headings == ((0, "Good evening."), (0, ""), (1, ""), (1, "Waiting"), (3, ""))
    assert wide.height == 9
    close = laid_out(parts(2), 76, 8)
    assert close.headings == ((0, "Good evening."), (1, "Waiting"))


def test_a_wide_page_has_two_columns_and_the_days_in_words_where_there_is_room() -> None:
    weeks = TodayRow("fortnight", "t", "The last two weeks", moods=(2, None, 3), notes=("Tue 24 steady",))
    first, waiting, prompt = parts(1)
    first = replace(first, rows=(*first.rows, weeks))
    assert columns_of([first, waiting, prompt], 80) == ([first, waiting, prompt], [])
    left, right = columns_of([first, waiting, prompt], 120)
    assert [row.id for part in left for row in part.rows] == ["review", "w0"]
    assert [row.id for part in right for row in part.rows] == ["fortnight", "prompt"]
    assert (1, "     Tue 24 steady") in laid_out(right, 56, 30, noted=True).headings
    assert laid_out(right, 56, 5, noted=True).headings == laid_out(right, 56, 5).headings


def test_everything_that_waits_is_named_and_four_things_or_fewer_where_there_is_no_room() -> None:
    assert MORE not in laid_out(parts(MOST), 76, 13).lines
    found = laid_out(parts(6), 76, 12)
    assert [key for key in found.lines if key.startswith("w")] == ["w0", "w1", "w2", "w3"]
    assert (found.lines[MORE].words, found.lines[MORE].aside) == ("2 more things", "thing 4 · thing 5")
    for height in range(6, 30):
        assert laid_out(parts(6), 76, height).height <= height
    assert laid_out(parts(6), 76, 6).lines[MORE].words == "5 more things"
    assert list(laid_out(parts(5), 76, 9).lines) == ["review", "w0", "w1", "w2", "w3", "w4", "prompt"]


@pytest.mark.parametrize("name", ["Maximiliana Friederike von und zu Hohenstaufen II", "泳ぐことを学ぶ" * 5])
def test_where_a_name_is_cut_how_many_more_there_are_stays(name: str) -> None:
    row = TodayRow("letter", "l", f"{name}, and 12 more", ending=", and 12 more")
    for width in (40, 54, 60, 76):
        words = laid_out([TodayPart("", (row,), limited=True)], width, 9).lines["letter"].words
        assert words.endswith(", and 12 more")
        assert cell_len(words) <= width - 5


def test_a_question_for_which_a_row_is_too_short_stands_above_it() -> None:
    words = "What would you have liked to hear from them? Write it down, in their words."
    found = laid_out(parts(1, f"“{words}”"), 54, 20)
    assert found.lines["prompt"].words == today_words().prompt.write
    lines = [line for _, line in found.headings if line][-2:]
    assert " ".join(lines) == f"“{words}”"


def test_no_word_of_care_is_cut_and_a_no_is_held_against_nobody(diary: Diary) -> None:
    names = ("sleep", "food", "moved", "outside", "a friend", "made something", "rested", "said no")
    care: dict[Habit, Care | None] = {Habit(name, name): Care.YES for name in names}
    care[Habit("moved", "moved")] = Care.NO
    day = replace(glance(diary, NOW), care=care)
    shown = [laid_out(parts_of(diary, day), width, 20).lines["care"].words for width in (120, 76, 56, 40)]
    whole = "Care today: sleep, food, outside, a friend, made something, rested, said no"
    assert shown[0] == whole
    assert shown[1].endswith("made something, and 2 more")
    assert [len(each) <= width - 5 for each, width in zip(shown, (120, 76, 56, 40), strict=True)] == [
        True
    ] * 4
    care = {Habit("food", "food"): Care.NO}
    assert "care" not in said(diary, replace(day, care=care))


def test_on_a_heavy_day_and_after_midnight_it_is_said_where_help_is(diary: Diary) -> None:
    assert "support" not in said(diary)
    for mood, there in ((2, False), (1, True)):
        diary.keep(Entry(NOW, "UTC", TODAY, kind=Kind.CHECK_IN, mood=mood), now=NOW)
        diary.trash(diary.day_ids(TODAY)[:-1], now=NOW)
        assert ("support" in said(diary)) is there
    after = NOW.replace(hour=2) + timedelta(days=1)
    diary.turn_to(after)
    assert said(diary, glance(diary, after))["support"].endswith("even at this hour")
    morning = after.replace(hour=9)
    diary.turn_to(morning)
    assert "support" not in said(diary, glance(diary, morning))


def test_what_is_told_waits_in_the_order_of_its_sorts(diary: Diary) -> None:
    day = replace(glance(diary, NOW), waiting=(Waiting(Waits.PRACTICE, ("face-it",)),))
    assert said(diary, day)["practice"] == "p face-it: "
