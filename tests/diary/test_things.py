"""What mementos and goals share: kept whole, found by id, trashed and back, erased for good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.diary.errors import AmbiguousThing, NothingToKeep, UnfitThing, UnknownThing, VaultUnwritable
from heartwork.model.goal import Goal
from heartwork.model.memento import Memento
from heartwork.vault import verify
from tests.diary.made import NOW, PASSPHRASE, Failing, after, again, documents, on_file, put

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.diary import Diary

KINDS = pytest.mark.parametrize(
    ("table", "made"), [("mementos", Memento("ring", story="a")), ("goals", Goal("swim", why="a"))]
)


def named(thing: Any, name: str) -> Any:
    """Return a thing with another name."""
    return replace(thing, **{"name" if isinstance(thing, Memento) else "title": name})


@KINDS
def test_what_is_kept_is_there_as_it_was_given(diary: Diary, table: str, made: Any) -> None:
    things = getattr(diary, table)
    key = things.keep(made, now=NOW).id
    kept = things.one(key)
    assert replace(kept, id="", created=None, updated=None, rev="", was=()) == made
    assert (kept.created, kept.updated) == (NOW, NOW)
    assert things.all() == [kept]
    assert key in things
    assert "nothing" not in things


@KINDS
def test_several_are_one_frame_and_one_undo(path: Path, table: str, made: Any) -> None:
    diary = on_file(path)
    things, before = getattr(diary, table), verify(path, PASSPHRASE).frames
    change = things.keep(made, named(made, "second"), now=NOW)
    assert len(change.ids) == 2
    assert verify(path, PASSPHRASE).frames == before + 1
    assert [each.id for each in things.all()] == list(change.ids)
    diary.undo(now=after(1))
    assert things.all() == []
    assert {each.id for each in things.trashed()} == set(change.ids)
    diary.close()


@KINDS
def test_a_change_keeps_what_it_does_not_know_and_says_what_it_was(
    diary: Diary, table: str, made: Any
) -> None:
    things = getattr(diary, table)
    put(diary, table, "t", {"name": "old", "title": "old", "from-later": [1], "rev": "a", "was": ["b"]})
    things.keep(named(things.one("t"), "new"), now=after(1))
    row = documents(diary, table)["t"]
    assert row["from-later"] == [1]
    assert row["was"] == ["b", "a"]


@KINDS
def test_the_same_again_is_no_change(path: Path, table: str, made: Any) -> None:
    diary = on_file(path)
    things = getattr(diary, table)
    key = things.keep(made, now=NOW).id
    before, revision = verify(path, PASSPHRASE).frames, diary.revision
    assert not things.keep(things.one(key), now=after(1))
    assert (verify(path, PASSPHRASE).frames, diary.revision) == (before, revision)
    diary.close()


@KINDS
@pytest.mark.parametrize("name", ["", "  \n", "\x1b[2J"])
def test_a_thing_without_a_name_is_not_kept(diary: Diary, table: str, made: Any, name: str) -> None:
    with pytest.raises(NothingToKeep):
        getattr(diary, table).keep(made, named(made, name), now=NOW)
    assert documents(diary, table) == {}


@KINDS
@pytest.mark.parametrize("size", [0, 4, -1])
def test_a_size_that_there_is_not_is_not_kept(diary: Diary, table: str, made: Any, size: int) -> None:
    with pytest.raises(UnfitThing):
        getattr(diary, table).keep(replace(made, size=size), now=NOW)


@KINDS
def test_an_id_can_be_named_by_its_beginning(diary: Diary, table: str, made: Any) -> None:
    things = getattr(diary, table)
    for key in ("aaaaaaaa-1", "aaaaaaaa-2", "bbbbbbbb-1"):
        put(diary, table, key, {"name": key, "title": key})
    assert things.one("BBBBBBBB").id == "bbbbbbbb-1"
    assert things.one("aaaaaaaa-2").id == "aaaaaaaa-2"
    with pytest.raises(AmbiguousThing):
        things.one("aaaaaaaa")
    for key in ("bbbbbbb", "", "nothing at all"):
        with pytest.raises(UnknownThing):
            things.one(key)


@KINDS
def test_the_trash_has_what_was_put_there_last_first(diary: Diary, table: str, made: Any) -> None:
    things = getattr(diary, table)
    keys = [things.keep(named(made, name), now=NOW).id for name in "abc"]
    things.trash([keys[1]], now=after(1))
    things.trash([keys[0], keys[0]], now=after(2))
    assert [each.id for each in things.trashed()] == [keys[0], keys[1]]
    assert [each.id for each in things.all()] == [keys[2]]
    things.restore(keys[:2], now=after(3))
    assert [each.id for each in things.all()] == keys
    diary.undo(now=after(4))
    assert len(things.trashed()) == 2
    with pytest.raises(UnknownThing):
        things.trash([keys[2], "nothing"], now=after(5))
    assert [each.id for each in things.all()] == [keys[2]]


@KINDS
def test_what_is_erased_leaves_its_id_and_nothing_of_it_in_the_file(
    path: Path, table: str, made: Any
) -> None:
    diary = on_file(path)
    things = getattr(diary, table)
    key, other = (things.keep(named(made, name), now=NOW).id for name in ("gone", "stays"))
    things.keep(named(things.one(key), "changed"), now=after(1))
    things.erase([key], now=after(2))
    assert documents(diary, table).keys() == {other}
    assert documents(diary, "erased").keys() == {key}
    while diary.undo(now=after(3)):
        pass
    assert key not in things
    diary.close()
    opened = again(path)
    assert [each.id for each in getattr(opened, table).trashed()] == [other]
    opened.close()


@KINDS
def test_a_disk_that_refuses_changes_nothing(path: Path, table: str, made: Any) -> None:
    files = Failing()
    diary = on_file(path, files)
    things = getattr(diary, table)
    key = things.keep(made, now=NOW).id
    before = things.one(key)
    files.full = True
    with pytest.raises(VaultUnwritable):
        things.keep(named(before, "other"), now=after(1))
    with pytest.raises(VaultUnwritable):
        things.trash([key], now=after(1))
    assert things.all() == [before]
    files.full = False
    things.keep(named(before, "other"), now=after(1))
    diary.close()
    opened = again(path)
    assert [named(each, "") for each in getattr(opened, table).all()] == [named(things.one(key), "")]
    opened.close()


@KINDS
@pytest.mark.parametrize(
    "odd", [None, 7, [], {}, "x", True, "2026-99-99", {"since": 1}, [{"text": 4}], [None]]
)
def test_a_document_of_any_shape_can_be_read(diary: Diary, table: str, made: Any, odd: object) -> None:
    things = getattr(diary, table)
    key = things.keep(made, now=NOW).id
    fields = documents(diary, table)[key].keys() - {"trashed"}
    put(diary, table, "odd", {**dict.fromkeys([*fields, "away"], odd), "rev": "r"})
    found = things.one("odd")
    assert type(found) is type(made)
    things.trash(["odd"], now=after(1))
    assert [each.id for each in things.trashed()] == ["odd"]
