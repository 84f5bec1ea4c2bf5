"""The verbs of the diary: each one save, each with an inverse."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.diary import Diary
from heartwork.diary.errors import NothingToKeep, ReadOnlyVault, UnfitEntry, UnknownEntry, VaultUnwritable
from heartwork.model.draft import Draft
from heartwork.model.entry import Away, Kind
from heartwork.model.settings import UnfitSetting
from heartwork.model.sought import Query, Where
from tests import reader
from tests.diary.made import NOW, PASSPHRASE, Failing, after, again, documents, entry, on_file, put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.diary import Change
    from heartwork.model.entry import Entry

EVERYTHING: dict[str, Any] = {
    "kind": Kind.LETTER,
    "title": "a title",
    "mood": 2,
    "feelings": ("sad", "calm"),
    "ache": 0,
    "tags": ("home",),
    "people": ("A.",),
    "care": {"walk": "done"},
    "starred": True,
    "away": Away(NOW, date(2026, 4, 1)),
    "shared": True,
    "run": "r-1",
    "source": "elsewhere",
    "batch": "b-1",
    "extra": {"weather": ["rain", 3, None]},
}


def said(one: Entry) -> Entry:
    """Return an entry without what the diary itself notes about it."""
    return replace(one, id="", created=None, updated=None, rev="", was=())


# --- keep ------------------------------------------------------------------------------------------


def test_what_is_kept_is_read_back_whole(diary: Diary) -> None:
    kept = entry("a body\n\nof lines", **EVERYTHING)
    key = diary.keep(kept, now=NOW).id
    assert said(diary.entry(key)) == kept


def test_what_is_kept_is_there_tomorrow(path: Path) -> None:
    diary = on_file(path)
    key = diary.keep(entry("a body", **EVERYTHING), now=NOW).id
    kept = diary.entry(key)
    diary.close()
    assert again(path).entry(key) == kept


def test_an_entry_carries_when_it_was_made_and_its_revisions(diary: Diary) -> None:
    key = diary.keep(entry("1"), now=NOW).id
    revs = [diary.entry(key).rev]
    for number in range(2, 12):
        diary.keep(replace(diary.entry(key), body=str(number)), now=after(number))
        revs.append(diary.entry(key).rev)
    last = diary.entry(key)
    assert (last.created, last.updated) == (NOW, after(11))
    assert len(set(revs)) == 11
    assert all(len(rev) == 16 for rev in revs)
    assert last.was == tuple(revs[-9:-1])


@pytest.mark.parametrize("fields", [{}, {"title": " \n"}, {"tags": ("", " ")}, {"feelings": ("\x00",)}])
@pytest.mark.parametrize("body", ["", " \n\t", "\x00\x1b[31m", "\x1b]0;x\x07"])
def test_an_empty_entry_is_never_made(diary: Diary, body: str, fields: dict[str, Any]) -> None:
    with pytest.raises(NothingToKeep):
        diary.keep(entry(body, **fields), now=NOW)
    assert diary.empty
    assert diary.undo(now=NOW) is None


@pytest.mark.parametrize("fields", [{"mood": 1}, {"ache": 0}, {"feelings": ("sad",)}, {"title": "x"}])
def test_an_entry_of_one_thing_is_no_empty_one(diary: Diary, fields: dict[str, Any]) -> None:
    assert diary.keep(entry("", **fields), now=NOW)


@pytest.mark.parametrize("fields", [{"mood": 0}, {"mood": 6}, {"mood": -1}, {"ache": 11}, {"ache": -1}])
def test_a_value_that_does_not_fit_is_refused(diary: Diary, fields: dict[str, Any]) -> None:
    with pytest.raises(UnfitEntry):
        diary.keep(entry(**fields), now=NOW)
    assert diary.empty


def test_what_comes_in_is_cleaned(diary: Diary) -> None:
    hostile = "\x1b]52;c;QUJD\x07a\x00\x9b31mb\r\n\ud83e"
    fields = {"title": hostile, "tags": (hostile,), "people": (hostile,), "feelings": (hostile,)}
    key = diary.keep(entry(hostile, care={hostile: hostile}, **fields), now=NOW).id
    text = str(documents(diary, "entries")[key])
    assert "52;c" not in text
    for byte in ("\\x1b", "\\x00", "\\x9b", "\\r", "\\ud83e"):
        assert byte not in text
    assert diary.entry(key).body == "ab\n\ufffd"


def test_keeping_the_same_again_changes_nothing(diary: Diary) -> None:
    key = diary.keep(entry("a\nb", **EVERYTHING), now=NOW).id
    before, revision = diary.entry(key), diary.revision
    for same in (before, replace(before, body="a\r\nb"), replace(before, title=" a title ")):
        assert not diary.keep(same, now=after(1))
    assert diary.entry(key) == before
    assert diary.revision == revision


def test_a_changed_text_stays_as_a_version_and_can_be_restored(diary: Diary) -> None:
    key = diary.keep(entry("first", title="one"), now=NOW).id
    diary.keep(replace(diary.entry(key), body="second"), now=after(1))
    (version,) = diary.entry(key).versions
    assert (version.at, version.title, version.body) == (after(1), "one", "first")
    diary.keep(replace(diary.entry(key), title=version.title, body=version.body), now=after(2))
    restored = diary.entry(key)
    assert restored.body == "first"
    assert [each.body for each in restored.versions] == ["second", "first"]


def test_the_last_ten_versions_stay(diary: Diary) -> None:
    key = diary.keep(entry("0"), now=NOW).id
    for number in range(1, 15):
        diary.keep(replace(diary.entry(key), body=str(number)), now=after(number))
    assert [version.body for version in diary.entry(key).versions] == [str(n) for n in range(13, 3, -1)]


def test_no_version_is_made_where_no_text_changed(diary: Diary) -> None:
    key = diary.keep(entry("a text"), now=NOW).id
    diary.keep(replace(diary.entry(key), mood=3, tags=("x",)), now=after(1))
    assert diary.entry(key).versions == ()
    bare = diary.keep(entry("", mood=3), now=NOW).id
    diary.keep(replace(diary.entry(bare), body="now with words"), now=after(1))
    assert diary.entry(bare).versions == ()


def test_versions_cannot_be_lost_by_who_keeps_an_entry(diary: Diary) -> None:
    key = diary.keep(entry("first"), now=NOW).id
    diary.keep(replace(diary.entry(key), body="second"), now=after(1))
    diary.keep(replace(diary.entry(key), body="third", versions=()), now=after(2))
    assert [version.body for version in diary.entry(key).versions] == ["second", "first"]


# --- trash, restore, star, erase ---------------------------------------------------------------------


def test_the_trash_is_left_as_it_was_entered(diary: Diary) -> None:
    keys = [diary.keep(entry(str(number)), now=NOW).id for number in range(3)]
    before = [said(diary.entry(key)) for key in keys]
    change = diary.trash(keys[:2], now=after(1))
    assert (change.verb, change.ids) == ("trashed", tuple(keys[:2]))
    assert diary.ids() == [keys[2]]
    assert [each.id for each in diary.entries()] == [keys[2]]
    assert {each.id for each in diary.entries(Query(where=Where.TRASHED))} == set(keys[:2])
    assert diary.entry(keys[0]).trashed == after(1)
    assert diary.restore(keys[:2], now=after(2)).verb == "restored"
    assert [said(diary.entry(key)) for key in keys] == before


def test_a_star_comes_and_goes(diary: Diary) -> None:
    key = diary.keep(entry(), now=NOW).id
    assert diary.star([key], starred=True, now=after(1)).verb == "starred"
    assert diary.entry(key).starred
    assert not diary.star([key], starred=True, now=after(2))
    assert diary.star([key], starred=False, now=after(3)).verb == "unstarred"
    assert not diary.entry(key).starred


@pytest.mark.parametrize("verb", ["trash", "restore", "erase"])
def test_an_unknown_id_changes_nothing(diary: Diary, verb: str) -> None:
    key = diary.keep(entry(), now=NOW).id
    revision = diary.revision
    with pytest.raises(UnknownEntry):
        getattr(diary, verb)([key, "no such id"], now=after(1))
    assert diary.revision == revision
    assert diary.entry(key).trashed is None


def test_an_erased_entry_leaves_its_id_and_nothing_else(diary: Diary) -> None:
    key = diary.keep(entry("something"), now=NOW).id
    diary.erase([key], now=after(1))
    with pytest.raises(UnknownEntry):
        diary.entry(key)
    assert diary.ids() == []
    marks = documents(diary, "erased")
    assert list(marks) == [key]
    assert marks[key].keys() == {"when", "created", "updated", "rev", "was"}


def frames(path: Path) -> bytes:
    """Return everything that a file still says, frame by frame, in the clear."""
    data = path.read_bytes()
    header, mac = data[:512], data[464:496]
    key = next(reader.master_keys(header, PASSPHRASE))
    keys = [
        reader.expand(key, header[40:72], part + header[16:40]) for part in (b"frame head", b"frame body")
    ]
    at, said_there = 1024, b""
    while (found := reader.frame_at(data, at, mac, keys))[2] is not None:
        at, said_there = at + found[0], said_there + found[2]
    assert at == len(data)
    return said_there


def test_an_erased_text_is_in_no_frame_of_the_file(path: Path) -> None:
    diary = on_file(path)
    stays = diary.keep(entry("this one stays"), now=NOW).id
    key = diary.keep(entry("first marker"), now=NOW).id
    diary.keep(replace(diary.entry(key), body="second marker", title="marker"), now=after(1))
    diary.keep_draft(Draft("entries", key, {"body": "draft marker"}), now=after(2))
    diary.keep_draft(Draft("entries", stays, {"body": "another draft"}), now=after(2))
    assert frames(path).count(b"marker") >= 3
    diary.erase([key], now=after(3))
    left = frames(path)
    assert b"marker" not in left
    assert b"this one stays" in left
    assert [draft.target for draft in diary.drafts()] == [stays]
    diary.close()


# --- undo --------------------------------------------------------------------------------------------


def test_every_verb_is_taken_back(diary: Diary) -> None:
    key = diary.keep(entry("first", **EVERYTHING), now=NOW).id
    verbs: tuple[Callable[[], Change], ...] = (
        lambda: diary.keep(replace(diary.entry(key), body="second", mood=None), now=after(1)),
        lambda: diary.trash([key], now=after(1)),
        lambda: diary.star([key], starred=False, now=after(1)),
        lambda: diary.tag([key], add=("new",), remove=("home",), now=after(1)),
        lambda: diary.put_away([key], now=after(1)),
    )
    for verb in verbs:
        before = diary.entry(key)
        change = verb()
        undone = diary.undo(now=after(2))
        assert undone is not None
        assert (undone.verb, undone.ids) == (change.verb, (key,))
        now = diary.entry(key)
        assert said(replace(now, versions=before.versions)) == said(before)
        assert now.rev != before.rev


def test_nothing_brings_an_erased_entry_back(diary: Diary) -> None:
    key = diary.keep(entry("first"), now=NOW).id
    other = diary.keep(entry("other"), now=NOW).id
    diary.star([key, other], starred=True, now=after(1))
    diary.erase([key], now=after(2))
    while diary.undo(now=after(3)) is not None:
        with pytest.raises(UnknownEntry):
            diary.entry(key)
    assert not diary.entry(other).starred
    assert diary.entry(other).trashed is not None
    assert list(documents(diary, "erased")) == [key]


def test_a_restored_entry_goes_back_to_the_trash(diary: Diary) -> None:
    key = diary.keep(entry(), now=NOW).id
    diary.trash([key], now=after(1))
    diary.restore([key], now=after(2))
    diary.undo(now=after(3))
    assert diary.entry(key).trashed == after(1)


def test_a_new_entry_that_is_taken_back_lies_in_the_trash(diary: Diary) -> None:
    key = diary.keep(entry("not lost"), now=NOW).id
    diary.undo(now=after(1))
    assert diary.ids() == []
    assert diary.entry(key).trashed == after(1)
    assert diary.entry(key).body == "not lost"
    assert diary.undo(now=after(2)) is None


def test_a_hundred_changes_can_be_taken_back(diary: Diary) -> None:
    key = diary.keep(entry("0"), now=NOW).id
    for number in range(1, 111):
        diary.keep(replace(diary.entry(key), body=str(number)), now=after(number))
    steps = 0
    while diary.undo(now=after(200)):
        steps += 1
    assert steps == 100
    assert diary.entry(key).body == "10"


def test_undo_ends_with_the_session(path: Path) -> None:
    diary = on_file(path)
    key = diary.keep(entry("first"), now=NOW).id
    diary.keep(replace(diary.entry(key), body="second"), now=after(1))
    diary.close()
    diary = again(path)
    assert diary.undo(now=after(2)) is None
    assert diary.entry(key).body == "second"
    diary.close()


def test_what_is_undone_is_saved(path: Path) -> None:
    diary = on_file(path)
    key = diary.keep(entry("first"), now=NOW).id
    diary.keep(replace(diary.entry(key), body="second"), now=after(1))
    diary.undo(now=after(2))
    diary.close()
    assert again(path).entry(key).body == "first"


def test_drafts_and_settings_are_not_taken_back(diary: Diary) -> None:
    key = diary.keep(entry("first"), now=NOW).id
    diary.keep_draft(Draft("entries", key, {"body": "a draft"}), now=after(1))
    diary.set("auto_lock", 9, now=after(1))
    undone = diary.undo(now=after(2))
    assert undone is not None
    assert undone.verb == "kept"
    assert len(diary.drafts()) == 1
    assert diary.settings.auto_lock == 9


# --- together ----------------------------------------------------------------------------------------


def test_a_block_is_one_save_and_one_undo(path: Path) -> None:
    diary = on_file(path)
    first = diary.keep(entry("first"), now=NOW).id
    before = again_frames(path)
    with diary.together():
        second = diary.keep(entry("second"), now=after(1)).id
        diary.star([first], starred=True, now=after(1))
        diary.keep(replace(diary.entry(second), body="second, changed"), now=after(1))
        assert diary.entry(second).body == "second, changed"
        assert again_frames(path) == before
    assert again_frames(path) == before + 1
    change = diary.undo(now=after(2))
    assert change is not None
    assert set(change.ids) == {first, second}
    assert not diary.entry(first).starred
    assert diary.entry(second).trashed is not None
    assert again_frames(path) == before + 2
    diary.close()


def again_frames(path: Path) -> int:
    from heartwork.vault import verify

    return verify(path, PASSPHRASE).frames


class Interrupted(Exception):
    """Something else went wrong inside a block."""


def interrupted(diary: Diary, *entries: Entry) -> None:
    """Keep entries in one block that does not end well."""
    with diary.together():
        for one in entries:
            diary.keep(one, now=after(1))
        raise Interrupted


def test_a_block_that_is_interrupted_changes_nothing(diary: Diary) -> None:
    key = diary.keep(entry("first"), now=NOW).id
    before, revision = diary.entry(key), diary.revision
    with pytest.raises(Interrupted):
        interrupted(diary, replace(before, body="second"), entry("new"))
    assert diary.entry(key) == before
    assert diary.ids() == [key]
    assert diary.revision == revision
    assert [each.id for each in diary.entries(Query(words=("second",)))] == []
    undone = diary.undo(now=after(2))
    assert undone is not None
    assert undone.verb == "kept"


def test_a_block_inside_a_block_joins_it_or_is_dropped_alone(diary: Diary) -> None:
    with diary.together():
        outer = diary.keep(entry("outer"), now=NOW).id
        with pytest.raises(Interrupted):
            interrupted(diary, entry("dropped"))
        with diary.together():
            inner = diary.keep(entry("inner"), now=NOW).id
    assert set(diary.ids()) == {outer, inner}
    change = diary.undo(now=after(1))
    assert change is not None
    assert set(change.ids) == {outer, inner}


async def test_a_block_must_not_wait(diary: Diary) -> None:
    async def waiting() -> None:
        with diary.together():
            diary.keep(entry("while waiting"), now=NOW)
            await asyncio.sleep(0.01)

    with pytest.raises(RuntimeError):
        await waiting()
    assert diary.ids() == []


def test_the_revision_grows_once_with_every_change(diary: Diary) -> None:
    seen = [diary.revision]
    key = diary.keep(entry("first"), now=NOW).id
    seen.append(diary.revision)
    with diary.together():
        diary.star([key], starred=True, now=NOW)
        diary.keep(entry("second"), now=NOW)
    seen.append(diary.revision)
    diary.keep_draft(Draft("entries", None, {"body": "x"}), now=NOW)
    seen.append(diary.revision)
    diary.undo(now=after(1))
    seen.append(diary.revision)
    assert seen == list(range(seen[0], seen[0] + 5))


# --- finding -----------------------------------------------------------------------------------------


def test_an_entry_is_found_by_the_start_of_its_id_where_only_one_fits(diary: Diary) -> None:
    put(diary, "entries", "abcdefgh-1", {"body": "one"})
    put(diary, "entries", "abcdefgh-2", {"body": "two"})
    fresh = Diary(diary._vault)
    assert fresh.entry("abcdefgh-1").body == "one"
    assert fresh.entry("ABCDEFGH-2").body == "two"
    for unclear in ("abcdefgh", "abcdefgh-", "abcdefg", "", "zzzzzzzz"):
        with pytest.raises(UnknownEntry):
            fresh.entry(unclear)


def test_what_is_looked_for_follows_what_is_changed(diary: Diary) -> None:
    key = diary.keep(entry("an old word"), now=NOW).id
    assert diary.index.matches(key, Query(words=("old",)))
    diary.keep(replace(diary.entry(key), body="a new word"), now=after(1))
    assert not diary.index.matches(key, Query(words=("old",)))
    assert diary.index.matches(key, Query(words=("new", "word")))
    diary.undo(now=after(2))
    assert diary.index.matches(key, Query(words=("old",)))


def test_the_day_of_an_entry_is_known_without_making_it(diary: Diary) -> None:
    key = diary.keep(entry(day=date(2026, 2, 27)), now=NOW).id
    assert diary.day(key) == "2026-02-27"
    assert diary.day("no such id") == ""


# --- drafts and settings ----------------------------------------------------------------------------


def test_a_draft_is_kept_as_it_was_left(path: Path) -> None:
    diary = on_file(path)
    fields = {"title": "t", "body": "half a senten", "mood": 2, "feelings": ["sad"]}
    key = diary.keep_draft(Draft("entries", None, fields, (3, 7), "journal"), now=NOW)
    diary.close()
    (draft,) = again(path).drafts()
    assert draft == Draft("entries", None, fields, (3, 7), "journal", NOW, key)


def test_a_draft_is_written_over_and_let_go(diary: Diary) -> None:
    key = diary.keep_draft(Draft("entries", None, {"body": "a"}), now=NOW)
    other = diary.keep_draft(Draft("entries", "x", {"body": "b"}), now=after(1))
    assert [draft.id for draft in diary.drafts()] == [other, key]
    diary.keep_draft(replace(diary.drafts()[1], fields={"body": "a, and more"}), now=after(2))
    assert [(draft.id, draft.fields["body"]) for draft in diary.drafts()] == [
        (key, "a, and more"),
        (other, "b"),
    ]
    diary.drop_draft(key, now=after(3))
    diary.drop_draft(key, now=after(3))
    diary.drop_draft("", now=after(3))
    assert [draft.id for draft in diary.drafts()] == [other]


def test_a_setting_is_kept_and_the_others_stay(path: Path) -> None:
    diary = on_file(path)
    put(diary, "settings", "settings", {"theme": "a theme of tomorrow", "weather": "rain", "auto_lock": 20})
    diary.set("motion", "on", now=NOW)
    diary.set("day_end", "05:30", now=after(1))
    document = documents(diary, "settings")["settings"]
    assert document["theme"] == "a theme of tomorrow"
    assert document["weather"] == "rain"
    diary.close()
    diary = again(path)
    assert diary.settings.motion is True
    assert f"{diary.settings.day_end:%H:%M}" == "05:30"
    assert diary.settings.auto_lock == 20
    with pytest.raises(UnfitSetting):
        diary.set("auto_lock", 99, now=NOW)
    diary.close()


# --- what another heartwork wrote --------------------------------------------------------------------


def test_what_is_not_known_and_what_does_not_fit_survives_a_change(diary: Diary) -> None:
    foreign: dict[str, Any] = {
        "body": "first",
        "mood": "stormy",
        "kind": "dream",
        "tags": "not a list",
        "ache": 5.5,
        "day": "some day",
        "starred": 1,
        "planet": {"name": "Mars", "moons": [1, 2]},
    }
    put(diary, "entries", "foreign-id", foreign)
    fresh = Diary(diary._vault)
    read = fresh.entry("foreign-id")
    assert (read.mood, read.kind, read.tags, read.ache, read.starred) == (None, Kind.NOTE, (), None, False)
    fresh.keep(replace(read, body="second"), now=NOW)
    fresh.star(["foreign-id"], starred=True, now=NOW)
    after_all = documents(fresh, "entries")["foreign-id"]
    for name in foreign.keys() - {"body", "starred"}:
        assert after_all[name] == foreign[name]
    assert (after_all["body"], after_all["starred"]) == ("second", True)


@pytest.mark.parametrize("unfit", [True, 1.0])
def test_a_value_that_only_looks_the_same_is_written(diary: Diary, unfit: float) -> None:
    put(diary, "entries", "foreign-id", {"body": "x", "mood": unfit})
    fresh = Diary(diary._vault)
    assert fresh.entry("foreign-id").mood is None
    fresh.keep(replace(fresh.entry("foreign-id"), mood=1), now=NOW)
    assert fresh.entry("foreign-id").mood == 1


# --- when the disk refuses -----------------------------------------------------------------------------


def state(diary: Diary) -> Any:
    return {name: documents(diary, name) for name in ("entries", "drafts", "erased", "settings")}


def test_a_save_that_is_refused_leaves_memory_as_the_disk_is(path: Path) -> None:
    files = Failing()
    diary = on_file(path, files)
    keys = [diary.keep(entry(str(number)), now=after(number)).id for number in range(3)]
    draft = diary.keep_draft(Draft("entries", None, {"body": "d"}), now=NOW)
    before, ids, revision = state(diary), diary.ids(), diary.revision
    files.full = True
    verbs: tuple[Callable[[], object], ...] = (
        lambda: diary.keep(entry("new"), now=NOW),
        lambda: diary.keep(replace(diary.entry(keys[0]), body="changed", at=after(99)), now=NOW),
        lambda: diary.trash(keys[:2], now=NOW),
        lambda: diary.star(keys, starred=True, now=NOW),
        lambda: diary.erase(keys[:1], now=NOW),
        lambda: diary.undo(now=NOW),
        lambda: diary.keep_draft(Draft("entries", None, {"body": "e"}), now=NOW),
        lambda: diary.drop_draft(draft, now=NOW),
        lambda: diary.set("motion", value=True, now=NOW),
    )
    for verb in verbs:
        with pytest.raises(VaultUnwritable):
            verb()
        assert state(diary) == before
        assert diary.ids() == ids
        assert diary.revision == revision
    assert state(Diary.open(path, PASSPHRASE, read_only=True)) == before
    files.full = False
    assert diary.undo(now=after(5)) is not None
    assert diary.ids() == ids[1:]
    kept = diary.keep(entry("once more"), now=after(6)).id
    diary.close()
    assert kept in again(path).ids()


def test_a_reader_can_change_nothing(path: Path) -> None:
    diary = on_file(path)
    key = diary.keep(entry(), now=NOW).id
    diary.close()
    opened = Diary.open(path, PASSPHRASE, read_only=True)
    assert opened.read_only
    with pytest.raises(ReadOnlyVault):
        opened.trash([key], now=NOW)
    assert opened.ids() == [key]


def test_the_newest_change_is_known(diary: Diary) -> None:
    assert diary.last_change() is None
    diary.keep(entry(), now=after(5))
    diary.keep_draft(Draft("entries", None, {"body": "x"}), now=after(7))
    assert diary.last_change() == after(7)


def test_a_copy_holds_everything_and_the_drafts_that_could_not_be_saved(path: Path) -> None:
    diary = on_file(path)
    key = diary.keep(entry("in both"), now=NOW).id
    diary.save_copy(path.with_name("copy"), [Draft("entries", None, {"body": "unsaved"})], now=after(1))
    copy = again(path.with_name("copy"))
    assert copy.ids() == [key]
    assert [draft.fields["body"] for draft in copy.drafts()] == ["unsaved"]
    assert diary.drafts() == []
    copy.close()
    diary.close()
