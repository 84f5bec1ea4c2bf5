"""What was written is among the earlier texts of its entry, also when an undo took it back."""

from __future__ import annotations

from dataclasses import replace

from heartwork.diary import Diary
from heartwork.diary.earlier_texts import with_text_taken_back
from heartwork.model.entry import VERSIONS_KEPT
from tests.diary.made import NOW, after, entry


def test_a_text_that_was_taken_back_stays_as_the_latest_earlier_one() -> None:
    diary = Diary.in_memory()
    key = diary.keep(entry("first"), now=NOW).id
    diary.keep(replace(diary.entry(key), body="first, and the whole night after"), now=after(1))
    diary.undo(now=after(2))
    found = diary.entry(key)
    assert found.body == "first"
    assert [(version.at, version.body) for version in found.versions] == [
        (after(2), "first, and the whole night after")
    ]
    diary.redo(now=after(3))
    found = diary.entry(key)
    assert found.body == "first, and the whole night after"
    assert [version.body for version in found.versions] == ["first"]


def test_taking_back_what_changed_no_text_adds_no_earlier_one() -> None:
    diary = Diary.in_memory()
    key = diary.keep(entry("first"), now=NOW).id
    diary.star([key], starred=True, now=after(1))
    diary.undo(now=after(2))
    assert diary.entry(key).versions == ()


def test_a_text_is_among_the_earlier_ones_once_and_no_more_are_kept_than_fit() -> None:
    versions: list[object] = [{"at": "", "title": "", "body": str(number)} for number in range(VERSIONS_KEPT)]
    before: dict[str, object] = {"title": "", "body": "now", "versions": versions}
    for body in ("now", "3", "", " \n"):
        assert with_text_taken_back(before, {"body": body}, NOW) == before
    added = with_text_taken_back(before, {"title": "a name", "body": "now"}, NOW)["versions"]
    assert isinstance(added, list)
    assert [version["body"] for version in added] == ["now", *map(str, range(VERSIONS_KEPT - 1))]


def test_versions_that_are_none_are_left_alone_where_nothing_is_added() -> None:
    before: dict[str, object] = {"body": "now", "versions": "nothing that is known"}
    assert with_text_taken_back(before, {"body": "now"}, NOW) == before
