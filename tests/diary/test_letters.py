"""A letter is closed until its day, opens early once, is answered and kept, or burned with nothing left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.diary.errors import SealedLetter, TooEarly, UnfitLetter, UnknownEntry
from heartwork.model.draft import Draft
from heartwork.model.entry import Kind
from heartwork.model.letter import Letter, State
from heartwork.model.sought import Query
from tests.diary.made import NOW, PASSPHRASE, after, entry, on_file
from tests.diary.test_diary import frames

if TYPE_CHECKING:
    from pathlib import Path

TODAY, OPENS = date(2026, 3, 1), date(2026, 4, 1)
DAY = 24 * 60


def letter(diary: Diary, body: str = "the words inside") -> str:
    diary.turn(TODAY)
    key = diary.keep(entry(body, kind=Kind.LETTER, title="Letter to M."), now=NOW).id
    diary.keep(replace(diary.entry(key), body=f"{body}, again"), now=after(1))
    return key


def sealed(diary: Diary) -> str:
    key = letter(diary)
    diary.letters.seal(key, OPENS, now=after(2))
    return key


def test_a_sealed_letter_shows_its_title_and_its_day_and_no_words(diary: Diary) -> None:
    key = sealed(diary)
    seen = diary.entry(key)
    assert (seen.title, seen.body, seen.versions, seen.sealed) == ("Letter to M.", "", (), OPENS)
    assert diary.letters.of(key).state is State.SEALED
    assert [each.body for each in diary.entries()] == [""]
    assert not diary.index.matches(key, Query(words=("words",)))


def test_a_sealed_letter_opens_on_its_day_with_every_word(diary: Diary) -> None:
    key = sealed(diary)
    diary.turn(OPENS - timedelta(days=1))
    assert diary.entry(key).sealed == OPENS
    assert diary.letters.due() == []
    diary.turn(OPENS)
    assert diary.entry(key).body == "the words inside, again"
    assert len(diary.entry(key).versions) == 1
    assert [each.entry for each in diary.letters.due()] == [key]
    diary.letters.open(key, now=after(40 * DAY))
    assert diary.letters.of(key).state is State.REREAD
    assert diary.letters.due() == []


def test_before_the_day_is_known_a_sealed_letter_is_closed(diary: Diary) -> None:
    key = sealed(diary)
    assert Diary(diary._vault).entry(key).body == ""


def test_the_words_of_a_sealed_letter_cannot_be_overwritten(diary: Diary) -> None:
    key = sealed(diary)
    with pytest.raises(SealedLetter):
        diary.keep(replace(diary.entry(key), title="other"), now=after(3))
    diary.star([key], starred=True, now=after(3))
    diary.tag([key], add=("night",), now=after(3))
    diary.put_away([key], now=after(3))
    diary.take_back([key], now=after(3))
    diary.turn(OPENS)
    assert diary.entry(key).body == "the words inside, again"
    assert diary.entry(key).tags == ("night",)


def test_sealing_lets_an_unkept_draft_of_the_letter_go(diary: Diary) -> None:
    key = letter(diary)
    diary.keep_draft(Draft("entries", key, {"body": "the words inside, and more"}), now=after(2))
    diary.letters.seal(key, OPENS, now=after(3))
    assert diary.drafts() == []


def test_sealing_is_undone_as_anything_else(diary: Diary) -> None:
    key = sealed(diary)
    diary.undo(now=after(3))
    assert diary.entry(key).body == "the words inside, again"


@pytest.mark.parametrize("until", [TODAY, TODAY - timedelta(days=1)])
def test_a_letter_is_sealed_until_a_day_to_come(diary: Diary, until: date) -> None:
    key = letter(diary)
    with pytest.raises(UnfitLetter):
        diary.letters.seal(key, until, now=after(2))
    assert diary.letters.of(key).state is State.DRAFT


def test_a_letter_opens_early_once_and_after_a_days_wait(diary: Diary) -> None:
    key = sealed(diary)
    with pytest.raises(TooEarly):
        diary.letters.open(key, now=after(3))
    diary.letters.ask_early(key, now=after(3))
    with pytest.raises(TooEarly):
        diary.letters.open(key, now=after(3 + DAY) - timedelta(seconds=1))
    assert diary.entry(key).body == ""
    diary.letters.open(key, now=after(3 + DAY))
    assert diary.entry(key).body == "the words inside, again"
    diary.letters.seal(key, OPENS, now=after(4 + DAY))
    assert diary.entry(key).body == ""
    with pytest.raises(UnfitLetter):
        diary.letters.ask_early(key, now=after(5 + DAY))
    with pytest.raises(TooEarly):
        diary.letters.open(key, now=after(9 * DAY))


def test_asking_again_does_not_begin_the_wait_anew(diary: Diary) -> None:
    key = sealed(diary)
    diary.letters.ask_early(key, now=after(3))
    diary.letters.ask_early(key, now=after(3 + DAY - 1))
    diary.letters.open(key, now=after(3 + DAY))
    assert diary.letters.of(key).early


def test_the_later_self_answers_and_keeps_the_letter(diary: Diary) -> None:
    key = sealed(diary)
    with pytest.raises(TooEarly):
        diary.letters.answer(key, "too soon", now=after(3))
    with pytest.raises(TooEarly):
        diary.letters.keep(key, now=after(3))
    diary.turn(OPENS)
    diary.letters.answer(key, "It got lighter.\n", now=after(40 * DAY))
    diary.letters.keep(key, now=after(40 * DAY))
    found = diary.letters.of(key)
    assert (found.answer, found.state) == ("It got lighter.", State.KEPT)


def test_a_burned_letter_is_in_no_frame_of_the_file_and_nothing_brings_it_back(path: Path) -> None:
    diary = on_file(path)
    key = letter(diary, "burning marker")
    diary.letters.answer(key, "answer marker", now=after(2))
    diary.keep_draft(Draft("entries", key, {"body": "draft marker"}), now=after(2))
    other = diary.keep(entry("stays"), now=after(2)).id
    assert frames(path).count(b"marker") >= 3
    diary.letters.burn(key, now=after(3))
    assert b"marker" not in frames(path)
    assert b"stays" in frames(path)
    while diary.undo(now=after(4)) is not None:
        assert b"marker" not in frames(path)
    seen = diary.entry(key)
    assert (seen.title, seen.body, seen.versions) == ("Letter to M.", "", ())
    assert diary.letters.of(key).state is State.BURNED
    with pytest.raises(UnfitLetter):
        diary.letters.seal(key, OPENS, now=after(5))
    assert diary.entry(other).trashed is not None
    diary.close()
    assert Diary.open(path, PASSPHRASE, read_only=True).letters.of(key).state is State.BURNED


def test_what_is_no_letter_is_not_treated_as_one(diary: Diary) -> None:
    diary.turn(TODAY)
    key = diary.keep(entry("a note"), now=NOW).id
    for verb in (diary.letters.of, lambda each: diary.letters.burn(each, now=NOW)):
        with pytest.raises(UnknownEntry):
            verb(key)
    assert diary.letters.all() == []


def test_an_erased_letter_leaves_nothing_of_its_seal(diary: Diary) -> None:
    key = sealed(diary)
    diary.erase([key], now=after(3))
    assert dict(diary._vault.documents("letters")) == {}
    diary.turn(OPENS)
    assert diary.letters.due() == []


def test_a_tag_in_the_words_of_a_sealed_letter_is_as_closed_as_they_are(path: Path) -> None:
    diary = on_file(path)
    diary.turn(TODAY)
    said = entry("the #cottage", kind=Kind.LETTER, title="t", tags=("cottage", "own"))
    key = diary.keep(said, now=NOW).id
    assert diary.tags() == {"cottage": 1, "own": 1}
    diary.letters.seal(key, OPENS, now=NOW)
    assert diary.entry(key).tags == ("own",)
    assert diary.tags() == {"own": 1}
    assert not diary.index.matches(key, Query(labels=("tag:cottage",)))
    diary.tag([key], add=("more",), remove=("own",), now=after(1))
    assert diary.tags() == {"more": 1}
    diary.close()
    later = Diary.open(path, PASSPHRASE)
    assert later.tags() == {"more": 1}
    later.turn(OPENS)
    assert later.entry(key).tags == ("cottage", "more")
    assert later.tags() == {"cottage": 1, "more": 1}
    later.letters.burn(key, now=after(2))
    assert later.tags() == {"more": 1}
    assert b"cottage" not in frames(path)
    later.close()


def test_a_sealed_letter_can_stay_closed_for_longer_and_not_for_less(diary: Diary) -> None:
    key = sealed(diary)
    with pytest.raises(UnfitLetter):
        diary.letters.seal(key, OPENS - timedelta(days=1), now=after(3))
    diary.letters.seal(key, OPENS + timedelta(days=1), now=after(3))
    assert diary.entry(key).sealed == OPENS + timedelta(days=1)


def test_a_letter_asked_for_at_the_end_of_the_calendar_never_opens_early() -> None:
    assert Letter("x", asked=datetime.max.replace(tzinfo=UTC)).opens_early() is None
