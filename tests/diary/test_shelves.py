"""The lines of a shelf stand in an order of one's own, are kept once, and come back from the trash."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.errors import NothingToKeep, UnfitThing, UnknownThing
from heartwork.diary.shelves import Shelves, spoken_of
from heartwork.model.practice import SHELVES
from tests.diary.made import again, documents, on_file, put

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 24, 21, tzinfo=UTC)
TODAY = date(2026, 11, 24)


def three(diary: Diary) -> list[str]:
    """Put three reasons on their shelf and return their ids."""
    return list(diary.shelves.add("reasons", "one", "two", "three", now=NOW).ids)


def test_lines_stand_in_the_order_in_which_they_were_put_there(diary: Diary) -> None:
    change = diary.shelves.add(
        "reasons", " I always\napologised. ", "Three birthdays", practice="reasons", now=NOW
    )
    diary.shelves.add("reasons", "and more", now=NOW)
    diary.shelves.add("hopes", "One day", now=NOW)
    assert diary.shelves.lines("reasons") == ["I always apologised.", "Three birthdays", "and more"]
    assert [line.id for line in diary.shelves.on("reasons")][:2] == list(change.ids)
    assert [line.practice for line in diary.shelves.on("reasons")] == ["reasons", "reasons", ""]
    counts = diary.shelves.counts()
    assert list(counts) == list(SHELVES)
    assert (counts["reasons"], counts["hopes"], counts["whys"]) == (3, 1, 0)


def test_what_stands_there_already_is_not_put_there_twice(diary: Diary) -> None:
    three(diary)
    before = diary.revision
    assert not diary.shelves.add("reasons", "ONE", " twó ", now=NOW)
    assert diary.revision == before
    assert diary.shelves.add("reasons", "one", "four", "Four", now=NOW)
    assert diary.shelves.lines("reasons") == ["one", "two", "three", "four"]
    assert diary.shelves.add("hopes", "one", now=NOW)


def test_several_lines_are_one_undo_which_puts_them_in_the_trash(diary: Diary) -> None:
    ids = three(diary)
    diary.undo(now=NOW)
    assert diary.shelves.lines("reasons") == []
    assert {line.id for line in diary.shelves.binned("reasons")} == set(ids)
    assert diary.shelves.binned("hopes") == []
    diary.shelves.restore(ids[:1], now=NOW)
    assert diary.shelves.lines("reasons") == ["one"]


def test_a_line_is_said_in_other_words_and_never_in_none(diary: Diary) -> None:
    ids = three(diary)
    diary.shelves.change(ids[1], "two\tand a half", now=NOW)
    assert diary.shelves.lines("reasons") == ["one", "two and a half", "three"]
    with pytest.raises(NothingToKeep):
        diary.shelves.change(ids[1], " \n", now=NOW)
    with pytest.raises(NothingToKeep):
        diary.shelves.add("reasons", "", " ", now=NOW)
    with pytest.raises(UnknownThing):
        diary.shelves.change("nothing", "words", now=NOW)
    with pytest.raises(UnfitThing):
        diary.shelves.add("kitchen", "a cup", now=NOW)


def test_a_line_is_moved_at_the_price_of_one_document(diary: Diary) -> None:
    one, two, three_ = three(diary)
    before = documents(diary, "shelf")
    diary.shelves.move(three_, 0, now=NOW)
    assert diary.shelves.lines("reasons") == ["three", "one", "two"]
    after = documents(diary, "shelf")
    assert [key for key in after if after[key] != before[key]] == [three_]
    diary.shelves.move(three_, 1, now=NOW)
    diary.shelves.move(one, 99, now=NOW)
    assert diary.shelves.lines("reasons") == ["three", "two", "one"]
    diary.shelves.move(two, -3, now=NOW)
    assert diary.shelves.lines("reasons") == ["two", "three", "one"]
    diary.undo(now=NOW)
    assert diary.shelves.lines("reasons") == ["three", "two", "one"]


def test_a_line_can_go_to_another_shelf(diary: Diary) -> None:
    ids = three(diary)
    diary.shelves.add("lessons", "a lesson", now=NOW)
    diary.shelves.move(ids[0], shelf="lessons", now=NOW)
    assert diary.shelves.lines("reasons") == ["two", "three"]
    assert diary.shelves.lines("lessons") == ["a lesson", "one"]
    with pytest.raises(UnfitThing):
        diary.shelves.move(ids[0], shelf="kitchen", now=NOW)


def test_what_another_program_left_there_is_read_as_far_as_it_goes(diary: Diary) -> None:
    rows: dict[str, dict[str, object]] = {
        "a": {"shelf": "reasons", "text": "second", "position": "k"},
        "b": {"shelf": "reasons", "text": "first\nof all", "position": "A", "kept": [1], "newer": 1},
        "c": {"shelf": "reasons", "text": "gone", "position": "0", "trashed": "2026-11-24T20:00:00.000000Z"},
        "d": {"shelf": "kitchen", "text": "a cup"},
        "e": {"shelf": "reasons", "text": "without a place", "position": 7},
        "f": {"shelf": "reasons", "text": 7},
        "g": {"shelf": "promises", "text": "p", "kept": {"2026-11-24": True, "2026-11-23": "odd", "x": True}},
    }
    for key, row in rows.items():
        put(diary, "shelf", key, row)
    shelves = Shelves(diary._ledger)
    assert shelves.lines("reasons") == ["first of all", "second", "without a place"]
    assert shelves.one("g").kept == {TODAY: True}
    shelves.move("e", 0, now=NOW)
    assert shelves.lines("reasons") == ["without a place", "first of all", "second"]
    shelves.change("b", "first", now=NOW)
    assert documents(diary, "shelf")["b"]["newer"] == 1


def test_a_promise_is_kept_or_not_day_by_day_and_a_day_can_be_left_open(diary: Diary) -> None:
    key = diary.shelves.add("promises", "I call when I said I would", now=NOW).id
    before = TODAY - timedelta(days=1)
    assert diary.shelves.say_kept(key, TODAY, kept=True, now=NOW).verb == "said kept"
    assert diary.shelves.say_kept(key, before, kept=False, now=NOW).verb == "said not kept"
    assert diary.shelves.one(key).kept == {before: False, TODAY: True}
    assert spoken_of(diary.shelves.on("promises")) == [TODAY, before]
    diary.shelves.say_kept(key, TODAY, kept=None, now=NOW)
    assert diary.shelves.one(key).kept == {before: False}
    diary.undo(now=NOW)
    assert diary.shelves.one(key).kept == {before: False, TODAY: True}
    reason = diary.shelves.add("reasons", "a reason", now=NOW).id
    with pytest.raises(UnfitThing):
        diary.shelves.say_kept(reason, TODAY, kept=True, now=NOW)


def test_all_of_it_is_there_again_when_the_diary_is_opened_again(path: Path) -> None:
    diary = on_file(path)
    ids = three(diary)
    diary.shelves.move(ids[2], 0, now=NOW)
    key = diary.shelves.add("promises", "a promise", now=NOW).id
    diary.shelves.say_kept(key, TODAY, kept=False, now=NOW)
    diary.close()
    diary = again(path)
    assert diary.shelves.lines("reasons") == ["three", "one", "two"]
    assert diary.shelves.one(key).kept == {TODAY: False}
    assert replace(diary.shelves.one(key), kept={}) != diary.shelves.one(key)
    diary.close()


def test_a_line_that_is_erased_is_gone_and_cannot_be_undone(diary: Diary) -> None:
    ids = three(diary)
    diary.shelves.trash(ids[:1], now=NOW)
    diary.shelves.erase(ids[:1], now=NOW)
    assert ids[0] not in diary.shelves
    assert ids[0] in documents(diary, "erased")
    assert diary.shelves.lines("reasons") == ["two", "three"]


PLACES = st.integers(-2, 12)
DONE = st.lists(st.tuples(st.sampled_from(["add", "move", "trash", "restore"]), PLACES, PLACES), max_size=25)


@given(DONE)
def test_whatever_is_done_with_lines_they_stand_as_in_a_plain_list_and_none_is_lost(
    done: list[tuple[str, int, int]],
) -> None:
    diary = Diary.in_memory()
    model, gone = list[str](), list[str]()
    for count, (verb, one, other) in enumerate(done):
        if verb == "add":
            model.append(diary.shelves.add("hopes", f"line {count}", now=NOW).id)
        elif verb == "move" and model:
            key = model.pop(one % len(model))
            diary.shelves.move(key, other, now=NOW)
            model.insert(min(max(other, 0), len(model)), key)
        elif verb == "trash" and model:
            gone.append(model.pop(one % len(model)))
            diary.shelves.trash(gone[-1:], now=NOW)
        elif verb == "restore" and gone:
            key = gone.pop(one % len(gone))
            diary.shelves.restore([key], now=NOW)
            model = [line.id for line in diary.shelves.on("hopes")]
            assert key in model
    assert [line.id for line in diary.shelves.on("hopes")] == model
    assert {line.id for line in diary.shelves.binned("hopes")} == set(gone)
    diary.close()
