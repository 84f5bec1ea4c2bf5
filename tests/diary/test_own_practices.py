"""Practices of one's own: taken in, replaced, dropped; what cannot be read stays, and is not among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.own import OWN
from tests.diary.made import NOW, after, documents, put
from tests.diary.practices import EVERY_KIND

if TYPE_CHECKING:
    from heartwork.diary import Diary


def test_one_is_taken_in_replaced_and_undone(diary: Diary) -> None:
    own = diary.practising.own
    own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    own.take_in(EVERY_KIND.replace("Every kind", "Better"), "mine.toml", now=after(1))
    assert [each.title for each in own.all().values()] == ["Better"]
    assert len(documents(diary, OWN)) == 1
    diary.undo(now=after(2))
    assert [each.title for each in own.all().values()] == ["Every kind"]
    own.drop("mine", now=after(3))
    assert own.all() == {}
    diary.undo(now=after(4))
    assert list(own.all()) == ["mine"]


def test_what_cannot_be_read_stays_and_is_not_among_them(diary: Diary) -> None:
    rows: dict[str, dict[str, object]] = {
        "a" * 32: {"kind": "practice", "name": "broken", "practice": {"title": 4}},
        "b" * 32: {"kind": "practice", "name": "../x", "practice": {}},
        "c" * 32: {"kind": "practice", "practice": "text"},
        "d" * 32: {"kind": "feeling", "word": "sore", "pleasant": False, "energy": "low"},
    }
    for key, row in rows.items():
        put(diary, OWN, key, row)
    diary.practising.own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    assert list(diary.practising.own.all()) == ["mine"]
    assert len(documents(diary, OWN)) == 5
    assert [feeling.word for feeling in diary.own.words()] == ["sore"]
