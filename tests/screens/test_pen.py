"""What lies under the pen, and what becomes of it when it is put down."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.screens.pen import kept, new_page, page_from, page_on, put_down
from tests.screens.stage import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def diary() -> Iterator[Diary]:
    diary = Diary.in_memory()
    diary.turn(NOON.date())
    yield diary
    diary.close()


def made(diary: Diary, body: str, **fields: object) -> str:
    """Keep an entry and return its id."""
    return diary.keep(Entry(NOON, "UTC", NOON.date(), body=body, **fields), now=NOON).id  # type: ignore[arg-type]


def test_a_new_page_begins_with_what_is_given_and_the_cursor_behind_it(diary: Diary) -> None:
    draft, entry = new_page(
        diary, NOON, kind=Kind.LETTER, title="T", body="Dear M.,\n\nI", tags=["a"], people=["M."], to="M."
    )
    assert draft.cursor == (2, 1)
    assert (entry.kind, entry.title, entry.body) == (Kind.LETTER, "T", "Dear M.,\n\nI")
    assert (entry.tags, entry.people) == (("a",), ("M.",))


def test_a_new_letter_is_addressed_in_the_save_that_keeps_it(diary: Diary) -> None:
    draft, entry = new_page(diary, NOON, kind=Kind.LETTER, to="M.")
    revision = diary.revision
    key = put_down(diary, draft, replace(entry, body="Dear M."), NOON).id
    assert diary.letters.of(key).to == "M."
    assert diary.revision == revision + 1
    assert diary.entry(key).kind is Kind.LETTER


def test_a_draft_of_a_letter_that_was_not_kept_yet_knows_whom_it_is_to(diary: Diary) -> None:
    draft, _ = new_page(diary, NOON, kind=Kind.LETTER, to="M.")
    fields = {**draft.fields, "kind": "letter", "body": "Dear M."}
    diary.keep_draft(replace(draft, fields=fields), now=NOON)
    key = kept(diary, diary.drafts()[0], NOON).id
    assert (diary.letters.of(key).to, diary.entry(key).kind) == ("M.", Kind.LETTER)
    assert diary.drafts() == []


def test_the_text_says_tags_and_a_known_spelling_wins(diary: Diary) -> None:
    made(diary, "x", tags=("Night",))
    draft, entry = new_page(diary, NOON, tags=["work"])
    key = put_down(diary, draft, replace(entry, body="a #night by the #lake"), NOON).id
    assert diary.entry(key).tags == ("work", "Night", "lake")


def test_a_tag_that_leaves_the_text_leaves_the_entry_unless_the_field_says_it(diary: Diary) -> None:
    key = made(diary, "a #night", tags=("night", "work"))
    draft, entry = page_on(diary, key)
    assert entry.tags == ("work",)
    put_down(diary, draft, replace(entry, body="a night"), NOON)
    assert diary.entry(key).tags == ("work",)


def test_an_entry_on_which_nothing_was_changed_stays_as_it_is(diary: Diary) -> None:
    key = made(diary, "a #night", tags=("Work",))
    made(diary, "x", tags=("work",))
    revision = diary.revision
    put_down(diary, *page_on(diary, key), NOON)
    assert diary.revision == revision
    assert diary.entry(key).tags == ("Work",)


def test_a_star_that_was_given_while_a_draft_waited_stays(diary: Diary) -> None:
    key = made(diary, "first")
    draft, _ = page_on(diary, key)
    diary.keep_draft(replace(draft, fields={"body": "first, and more"}), now=NOON)
    diary.star([key], starred=True, now=NOON)
    kept(diary, diary.drafts()[0], NOON)
    assert (diary.entry(key).body, diary.entry(key).starred) == ("first, and more", True)


@pytest.mark.parametrize(
    "fields", [{"body": " \n"}, {"body": "", "people": ("Jo",)}, {"body": "", "starred": True}]
)
def test_a_new_page_that_says_nothing_is_let_go(fields: dict[str, object], diary: Diary) -> None:
    draft, _ = new_page(diary, NOON)
    diary.keep_draft(replace(draft, fields=fields), now=NOON)
    assert not kept(diary, diary.drafts()[0], NOON)
    assert (diary.ids(), diary.drafts()) == ([], [])


def test_an_entry_whose_text_is_all_deleted_stays_as_it_was(diary: Diary) -> None:
    key = made(diary, "first")
    draft, entry = page_on(diary, key)
    put_down(diary, draft, replace(entry, body=" "), NOON)
    assert diary.entry(key).body == "first"


def test_another_day_is_kept_and_its_draft_brings_it_back(diary: Diary) -> None:
    key = made(diary, "first")
    draft, entry = page_on(diary, key)
    before = NOON - timedelta(days=3)
    fields = {"body": "first", "at": before.isoformat(), "zone": "UTC", "day": before.date().isoformat()}
    draft, entry = page_from(diary, replace(draft, fields=fields), NOON)
    assert entry.at == before
    put_down(diary, draft, entry, NOON)
    assert (diary.entry(key).at, diary.entry(key).day) == (before, before.date())


def test_a_draft_of_a_letter_that_is_sealed_meanwhile_is_a_page_of_its_own(diary: Diary) -> None:
    key = made(diary, "Dear M.", kind=Kind.LETTER)
    draft, _ = page_on(diary, key)
    diary.letters.seal(key, NOON.date() + timedelta(days=9), now=NOON)
    diary.keep_draft(replace(draft, fields={"body": "one more word"}), now=NOON)
    new = kept(diary, diary.drafts()[0], NOON).id
    assert new != key
    assert diary.entry(new).body == "one more word"
