"""Lists and pages show what is there, and nothing that a terminal would obey."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tinydb.table import Document

from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.model.sought import Query, Where
from heartwork.vault import Vault
from tests.cli.shell import COST, PASSPHRASE, Answer, heartwork, opened

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = [
    "id",
    "at",
    "zone",
    "day",
    "kind",
    "title",
    "body",
    "mood",
    "feelings",
    "care",
    "ache",
    "tags",
    "people",
    "starred",
    "letter",
    "sealed",
    "away",
    "trashed",
    "created",
]
NOW = datetime(2026, 3, 5, 20, tzinfo=UTC)
HOSTILE = "\x1b]52;c;QUJD\x07\x1b[2J\x9b31m\x00\u202eevil\u2066"


@pytest.fixture
def week(path: Path) -> Path:
    """A diary of seven days."""
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    for number in range(1, 8):
        at = datetime(2026, 3, number, 20, tzinfo=UTC)
        tags = ("home", "Späti") if number % 2 else ("work",)
        mood = number if number <= 5 else None
        diary.keep(Entry(at, "UTC", at.date(), body=f"day number {number}", mood=mood, tags=tags), now=NOW)
    diary.star(diary.ids()[4:5], starred=True, now=NOW)
    trashed = diary.keep(Entry(NOW, "UTC", NOW.date(), body="day in the trash 9"), now=NOW)
    diary.trash(trashed.ids, now=NOW)
    away = diary.keep(Entry(NOW, "UTC", NOW.date(), body="a day with M. 8", tags=("M.",)), now=NOW)
    diary.put_away(away.ids, now=NOW)
    diary.close()
    return path


def bodies(answer: Answer) -> list[int]:
    assert answer.code == 0, answer.err
    return [int(row["body"][-1]) for row in json.loads(answer.out)]


@pytest.mark.parametrize(
    ("options", "days"),
    [
        ((), [7, 6, 5, 4, 3, 2, 1]),
        (("--limit", "2"), [7, 6]),
        (("-n", "0"), []),
        (("--from", "2026-03-06"), [7, 6]),
        (("--to", "2026-03-02"), [2, 1]),
        (("--from", "2026-03-03", "--to", "2026-03-03"), [3]),
        (("--from", "2026-03-04", "--to", "2026-03-03"), []),
        (("--tag", "home"), [7, 5, 3, 1]),
        (("--tag", "#HOME", "--tag", "spati"), [7, 5, 3, 1]),
        (("--tag", "home", "--tag", "work"), []),
        (("--mood", "2"), [2]),
        (("--mood", "1", "--mood", "5"), [5, 1]),
        (("--find", "NUMBER 4"), [4]),
        (("--find", "späti 3"), [3]),
        (("--find", "trash"), []),
        (("--find", '"number 4"'), [4]),
        (("--find", '"4 number"'), []),
        (("--find", "-number"), []),
        (("--find", "#home mood:<4"), [3, 1]),
        (("--find", "mood:none"), [7, 6]),
        (("--find", "mood:2 kind:note", "--mood", "2", "--kind", "note"), [2]),
        (("--find", "mood:2", "--mood", "3"), []),
        (("--find", "from:2026-03-03", "--to", "2026-03-04"), [4, 3]),
        (("--find", "on:2026-03", "-n", "1"), [7]),
        (("--find", 'tag: mood:< "'), [7, 6, 5, 4, 3, 2, 1]),
        (("--kind", "note", "--kind", "letter", "-n", "1"), [7]),
        (("--kind", "Review"), []),
        (("--starred",), [3]),
        (("--find", "-is:starred", "-n", "5"), [7, 6, 5, 4, 2]),
        (("--trash",), [9]),
        (("--find", "is:trashed"), [9]),
        (("--trash", "--find", "rain"), []),
        (("--find", "is:away"), [8]),
        (("--from", "3 years ago", "-n", "1"), [7]),
        (("--tag", "home", "-n", "1", "--find", "day"), [7]),
    ],
)
def test_only_what_is_wanted_is_listed_newest_first(
    week: Path, options: tuple[str, ...], days: list[int]
) -> None:
    assert bodies(opened(week, "list", "--json", *options)) == days


def test_a_json_row_has_exactly_the_fields_of_the_design(written: Path) -> None:
    rows = json.loads(opened(written, "list", "--json").out)
    assert [list(row) for row in rows] == [[*FIELDS, "updated"]] * 2
    newest = rows[0]
    assert newest["title"] == "Later"
    assert newest["starred"] is True
    assert newest["mood"] == 4
    assert newest["feelings"] == ["calm"]
    assert newest["at"] == "2026-03-02T09:30:00.000000Z"
    assert json.loads(opened(written, "show", newest["id"], "--json").out) == newest


def test_what_is_in_the_trash_or_away_says_so(week: Path) -> None:
    (trashed,) = json.loads(opened(week, "list", "--json", "--trash").out)
    (away,) = json.loads(opened(week, "list", "--json", "--find", "is:away").out)
    assert trashed["trashed"] == "2026-03-05T20:00:00.000000Z"
    assert away["away"]["since"] == "2026-03-05T20:00:00.000000Z"
    assert (trashed["away"], away["trashed"]) == (None, None)
    assert "in the trash" in opened(week, "show", trashed["id"]).out
    assert "put away" in opened(week, "show", away["id"], "--away").out


def test_what_is_put_away_is_shown_only_where_that_is_asked_for(week: Path) -> None:
    diary = Diary.open(week, PASSPHRASE)
    entry = next(iter(diary.entries()))
    diary.put_away([entry.id], now=entry.at)
    diary.close()
    for command in (("show", entry.id), ("show", entry.id, "--json"), ("list",), ("list", "--json")):
        answer = opened(week, *command)
        assert entry.body not in answer.out + answer.err
    assert opened(week, "show", entry.id).code == 1
    assert entry.body in opened(week, "show", entry.id, "--away").out
    assert entry.body in opened(week, "list", "--json", "--find", "is:away").out


def test_a_page_and_a_row_say_what_was_felt(path: Path) -> None:
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("mood_5", "radiant", now=NOW)
    felt = Entry(NOW, "UTC", NOW.date(), Kind.CHECK_IN, feelings=("calm",), ache=6, mood=5, people=("Anna",))
    bare = Entry(NOW, "UTC", NOW.date(), Kind.CHECK_IN, mood=1)
    key = diary.keep(felt, now=NOW).id
    diary.keep(bare, now=NOW)
    diary.close()
    rows = opened(path, "list").out
    assert re.search(r"█ radiant  calm$", rows, re.MULTILINE)
    assert re.search(r"▁ heavy +check-in$", rows, re.MULTILINE)
    page = opened(path, "show", key).out
    for part in ("█ radiant", "ache 6", "calm", "Anna"):
        assert part in page
    record = json.loads(opened(path, "show", key, "--json").out)
    assert (record["ache"], record["people"]) == (6, ["Anna"])


def test_tags_are_counted_the_one_used_most_first(week: Path) -> None:
    assert opened(week, "tags").out == "4  #home\n4  #Späti\n3  #work\n"
    assert json.loads(opened(week, "tags", "--json").out) == {"home": 4, "Späti": 4, "work": 3}


def test_without_tags_it_says_so(empty: Path) -> None:
    assert opened(empty, "tags") == (0, "", "There are no tags yet. A #tag in a text makes one.\n")
    assert json.loads(opened(empty, "tags", "--json").out) == {}


def test_words_that_are_not_understood_end_it_before_a_passphrase_is_asked_for(week: Path) -> None:
    answer = heartwork("list", "--file", week, "--find", "rain kind:poem \x1b[2J")
    assert (answer.code, answer.out) == (2, "")
    assert "--find: “kind:poem” was not understood: a kind is one of note" in answer.err
    assert "\x1b" not in answer.err


def test_json_is_utf_8_and_one_array_even_of_nothing(empty: Path) -> None:
    assert json.loads(opened(empty, "list", "--json").out) == []
    opened(empty, "add", "Zoë 🫂 שלום")
    assert "Zoë 🫂 שלום" in opened(empty, "list", "--json").out


def test_nothing_to_list_is_said_beside_the_answer(empty: Path) -> None:
    answer = opened(empty, "list")
    assert (answer.code, answer.out) == (0, "")
    assert "Nothing" in answer.err


def test_a_row_is_one_line_that_says_what_it_is(written: Path) -> None:
    later, first = opened(written, "list").out.splitlines()
    assert "2026-03-01" in first
    assert first.endswith("▂ low     the first page  #home")
    assert later.endswith("▆ light   Later  ★")


def test_the_first_column_leads_to_the_entry(week: Path) -> None:
    for line in opened(week, "list").out.splitlines():
        answer = opened(week, "show", line.split()[0])
        assert answer.code == 0
        assert re.findall(r"day number \d", line) == re.findall(r"day number \d", answer.out)


def test_ids_of_one_instant_are_told_apart(path: Path) -> None:
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    with diary.together():
        for number in range(200):
            diary.keep(Entry(NOW, "UTC", NOW.date(), body=f"number {number}"), now=NOW)
    diary.close()
    column = [line.split()[0] for line in opened(path, "list").out.splitlines()]
    assert len(set(column)) == 200
    assert opened(path, "show", column[7]).code == 0


def test_a_page_shows_all_of_an_entry(written: Path) -> None:
    key = json.loads(opened(written, "list", "--json").out)[0]["id"]
    said = opened(written, "show", key).out
    for part in ("2026-03-02", "▆ light", "calm", "★", "Later", "a brighter page", key):
        assert part in said
    assert opened(written, "show", key.upper()).out == said
    assert opened(written, "show", key[:18]).out == said


@pytest.mark.parametrize("key", ["", "0", "01a2", "00000000-0000-7000", "not an id", "\x1b[2J\nx"])
def test_an_unknown_id_is_named(written: Path, key: str) -> None:
    answer = opened(written, "show", key)
    assert answer.code == 1
    assert "no entry with the id" in answer.err
    assert "\x1b" not in answer.err
    assert answer.out == ""


def test_where_several_ids_fit_more_characters_are_asked_for(path: Path) -> None:
    vault, _ = Vault.create(path, PASSPHRASE, recovery=False, cost=COST)
    document = {"at": NOW.isoformat(), "day": "2026-03-05", "body": "x"}
    for key in ("01a201cb-b79e-1", "01a201cb-b79e-2"):
        vault.db.table("entries").insert(Document(dict(document), key))  # type: ignore[arg-type]  # ids are text
    vault.close()
    answer = opened(path, "show", "01A201CB")
    assert (answer.code, answer.out) == (1, "")
    assert "More than one entry has an id that begins with 01A201CB." in answer.err
    assert "more characters" in answer.err
    assert opened(path, "show", "01a201cb-b79e-2").code == 0


def test_an_entry_in_the_trash_is_shown_as_such(week: Path) -> None:
    diary = Diary.open(week, PASSPHRASE, read_only=True)
    assert "in the trash" not in opened(week, "show", diary.ids()[0]).out
    (trashed,) = {entry.id for entry in diary.entries(Query(where=Where.TRASHED))}
    assert "in the trash" in opened(week, "show", trashed).out


@pytest.fixture
def foreign(path: Path) -> Path:
    """A diary written by something else, with sequences in every field."""
    vault, _ = Vault.create(path, PASSPHRASE, recovery=False, cost=COST)
    fields = ("zone", "kind", "title", "body")
    said: dict[str, Any] = {field: f"{field} {HOSTILE}\nmore" for field in fields}
    said |= {"at": NOW.isoformat(), "day": "2026-03-05", "tags": [HOSTILE + "tag"], "feelings": [HOSTILE]}
    for key in ("plain-id", f"id {HOSTILE}\n"):
        vault.db.table("entries").insert(Document(dict(said), key))  # type: ignore[arg-type]  # ids are text
    vault.close()
    return path


def test_nothing_of_a_foreign_diary_reaches_the_terminal_as_a_sequence(foreign: Path) -> None:
    for command in (("list",), ("list", "--json"), ("show", "plain-id"), ("show", "plain-id", "--json")):
        answer = opened(foreign, *command)
        assert answer.code == 0
        for part in ("\x1b", "\x07", "\x9b", "\x00", "\u202e", "\u2066", "52;c"):
            assert part not in answer.out.replace("\\x1b]52;c", "").replace("\\u001b]52;c", "")
    assert len(opened(foreign, "list").out.splitlines()) == 2


def test_json_keeps_what_it_must_not_draw_as_an_escape(empty: Path) -> None:
    opened(empty, "add", "abc \u202edef")
    said = opened(empty, "list", "--json").out
    assert "\u202e" not in said
    assert json.loads(said)[0]["body"] == "abc \u202edef"


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"at": 7, "day": [], "body": None, "mood": "high", "tags": "x", "feelings": {}, "starred": "yes"},
        {"at": "9999-12-31T23:59:59Z", "zone": "Pacific/Kiritimati", "body": "the end"},
        {"at": "0001-01-01T00:00:00Z", "zone": "America/New_York", "body": "the beginning"},
        {"body": "x", "zone": "../../etc/passwd", "day": "0000-00-00", "mood": 2**60},
        {"body": "x" * 100_000, "title": "\n\n", "tags": [[], 1, None]},
    ],
)
def test_a_document_of_anything_is_listed(path: Path, document: dict[str, Any]) -> None:
    vault, _ = Vault.create(path, PASSPHRASE, recovery=False, cost=COST)
    key = vault.db.table("entries").insert(document)
    vault.close()
    for command in (("list",), ("list", "--json"), ("show", str(key)), ("show", str(key), "--json")):
        assert opened(path, *command).code == 0
    assert len(opened(path, "list").out) < 200


def test_a_long_first_line_is_cut_in_a_row(empty: Path) -> None:
    opened(empty, "add", "word " * 1000)
    (line,) = opened(empty, "list").out.splitlines()
    assert line.endswith("…")
    assert len(line) < 140


def test_the_day_is_the_one_it_was_lived_on(path: Path) -> None:
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    at = datetime(2026, 3, 2, 1, tzinfo=UTC)
    diary.keep(Entry(at, "Europe/Berlin", date(2026, 3, 1), body="late"), now=at + timedelta(1))
    diary.close()
    assert "2026-03-01 02:00" in opened(path, "list").out
    assert bodies(Answer(0, opened(path, "list", "--json").out.replace("late", "1"), "")) == [1]
    assert json.loads(opened(path, "list", "--json", "--to", "2026-03-01").out)[0]["day"] == "2026-03-01"
