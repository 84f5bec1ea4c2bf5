"""Hostile text by every way in: typed, pasted, and from a vault that something else wrote (TRUST 10)."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.vault import Vault
from tests.journeys.visit import COST, ENTER, ESCAPE, PASSPHRASE, QUIT, Visit, bodies, draft_bodies, new_diary

if TYPE_CHECKING:
    from pathlib import Path

SEQUENCES = (
    "\x1b]0;owned6661\x07",
    "\x1b]52;c;b3duZWQ2NjYy\x07",
    "\x1b]8;;http://owned6663.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[66;64H",
    "\x1b[38;5;66;6665m",
    "\x1bP+q6666\x1b\\",
    "\x1b_Gowned6667\x1b\\",
    "\x1bc",
    "\u009b6668m",
    "\u009d0;owned6669\u009c",
    "\x07",
    "\u202e",
    "\u2066",
)
MARKUP = "[/] [@click=app.quit]press[/] [bold]b[/oops]"
HOSTILE = f"before {''.join(SEQUENCES)} {MARKUP} after"


def seen(output: bytes) -> list[str]:
    """Return which sequences stand in what a program wrote to its terminal, its own pointer shapes aside."""
    output = re.sub(rb"\x1b\]22;[a-z-]*\x07", b"", output)
    return [repr(each) for each in SEQUENCES if each.encode() in output]


def foreign(path: Path) -> Path:
    """Write a diary as another program may: every field full of sequences."""
    vault, _ = Vault.create(path, PASSPHRASE, recovery=False, cost=COST)
    entry = {
        "at": "2026-11-20T12:00:00.000000Z",
        "zone": HOSTILE,
        "day": "2026-11-20",
        "kind": HOSTILE,
        "title": HOSTILE,
        "body": f"{HOSTILE}\n{HOSTILE}",
        "mood": 3,
        "feelings": [HOSTILE],
        "tags": [HOSTILE],
        "people": [HOSTILE],
        "starred": True,
    }
    draft = {
        "table": "entries",
        "target": None,
        "fields": {"title": HOSTILE, "body": HOSTILE, "zone": HOSTILE, "feelings": [HOSTILE]},
        "cursor": [0, 3],
        "room": HOSTILE,
        "at": "2026-11-20T12:00:00.000000Z",
    }
    vault.db.table("entries").insert(entry)
    vault.db.table("entries").insert({"body": HOSTILE, "day": HOSTILE, "feelings": [HOSTILE]})
    vault.db.table("drafts").insert(draft)
    texts = ("name", "where", "to", "helper", "story", "farewell", "sort", "decision", "box_until", "done")
    vault.db.table("mementos").insert({"weight": 3, **dict.fromkeys(texts, HOSTILE)})
    vault.db.table("mementos").insert({"name": HOSTILE, "weight": "9", "size": [HOSTILE], "done": "2026"})
    said = ("title", "area", "why", "column", "horizon", "due", "gave", "let_go_why", "position")
    steps = [{"text": HOSTILE, "done": False}, {"text": HOSTILE, "done": True, "on": HOSTILE}, HOSTILE, 5]
    vault.db.table("goals").insert({"steps": steps, "ticks": [HOSTILE, 3], **dict.fromkeys(said, HOSTILE)})
    done = {"column": "done", "finished": "2026-11-20T12:00:00Z", "repeat": {"times": HOSTILE}}
    vault.db.table("goals").insert({"title": HOSTILE, "gave": HOSTILE, **done})
    vault.db.table("people").insert({"name": HOSTILE, "alias": [HOSTILE]})
    runs = {"practice": "untangle", "step": HOSTILE, "answers": {HOSTILE: HOSTILE}, "state": HOSTILE}
    vault.db.table("runs").insert(runs)
    vault.db.table("settings").insert({"recovery": "declined", HOSTILE: HOSTILE})
    vault.close()
    return path


def through_the_rooms_of_things(visit: Visit) -> None:
    """Look at every memento and every goal that something else wrote, and at what opens over them."""
    for room, keys in ((b"3", (ENTER, *b"e xfo")), (b"4", (ENTER, *b"afc "))):
        visit.send(room)
        visit.settles()
        assert "before" in visit.text
        for key in keys:
            visit.send(key if isinstance(key, bytes) else bytes([key]))
            visit.settles()
            visit.send(ESCAPE)
            visit.settles()


def test_what_something_else_wrote_is_drawn_as_words_alone(tmp_path: Path) -> None:
    with Visit(foreign(tmp_path / "diary.heartwork"), size=(40, 120)) as visit:
        visit.at_door()
        visit.send(PASSPHRASE.encode() + ENTER)
        visit.shows("You were in the middle of something", "before")
        visit.send(b"1")
        visit.shows("Close and keep", "after")
        visit.send(ESCAPE)
        visit.shows("Journal")
        visit.settles()
        for keys in (b"j", b"k", b"d", b"u", b"s", ENTER, ESCAPE, b"e", ESCAPE, b"?", b"?"):
            visit.send(keys)
            visit.settles()
        visit.send(b"/")
        visit.settles()
        visit.send(b"[/]")
        visit.settles()
        assert "before" in visit.text
        assert "[@click=app.quit]press[/]" in visit.text
        visit.send(ESCAPE)
        visit.settles()
        through_the_rooms_of_things(visit)
        visit.send(QUIT)
        visit.settles()
        visit.send(ESCAPE)
        assert visit.ends() == 0
        assert seen(visit.bytes) == []


def test_what_is_typed_and_pasted_is_cleaned_before_it_is_kept_and_drawn(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with Visit(path) as visit:
        visit.opens()
        visit.writes("typed ")
        for sequence in SEQUENCES[:8]:
            visit.send(sequence.replace("\x07", "\x1b\\").encode())  # typed, a bell is ctrl+g: an urge
            visit.settles(0.05)
        visit.settles()
        if "Close and keep" not in visit.text:  # a lone escape among the keys has closed the page
            visit.send(b"e")
            visit.shows("Close and keep")
        visit.send(b"\x1b[200~" + HOSTILE.encode() + b"\x1b[201~")
        visit.shows("after")
        visit.send(ESCAPE)
        visit.shows("Journal", "typed")
        visit.send(b"/")
        visit.settles()
        visit.send(b"\x1b[200~" + HOSTILE.encode() + b"\x1b[201~")
        visit.settles()
        visit.send(QUIT)
        assert visit.ends() == 0
        assert seen(visit.bytes) == []
    for body in bodies(path):
        assert not set(body) & set("\x1b\x07\u009b\u009d\u009c")


def test_control_characters_inside_a_paste_are_no_keys_and_scramble_nothing(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with Visit(path) as visit:
        visit.opens()
        visit.send(b"n")
        visit.shows("Begin anywhere.")
        visit.send(b"\x1b[200~Dear M., \x1b[31mI am sorry\x1b[0m\x11 and more\x1b[201~")
        visit.shows("Dear M., I am sorry and more", "Close and keep")
        visit.saved()
        visit.settles()
        assert draft_bodies(path) == ["Dear M., I am sorry and more"]
        assert "Close and keep" in visit.text
        visit.send(b"\x1b[200~, and\rlong " + b"\x1b[31mx" * 4000 + b"\x1b[201~.")
        visit.shows("x.")
        visit.send(ESCAPE)
        visit.shows("Journal", "Dear M.")
        visit.send(QUIT)
        assert visit.ends() == 0
    assert bodies(path) == [f"Dear M., I am sorry and more, and\nlong {'x' * 4000}."]


def test_a_hostile_file_name_is_told_as_words_alone(tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;owned6661\x07[@click=app.quit]x[_]\x1bc.heartwork"
    path.write_text("no diary")
    with Visit(path) as visit:
        visit.shows("This is not a heartwork diary")
        visit.send(QUIT)
        assert visit.ends() == 0
        assert seen(visit.bytes) == []
