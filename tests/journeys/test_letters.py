"""Letters in a real terminal: what is sealed is shown nowhere, and what is burned is nowhere in the file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.content.letter_words import letter_words
from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.model.letter import State
from tests import reader
from tests.cli.shell import printing
from tests.journeys.visit import ENTER, ESCAPE, F1, LOCK, PALETTE, PASSPHRASE, QUIT, Visit, new_diary
from tests.terminal import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

# What is typed to look for it is only a part of it: the whole is never typed again.
SECRET, PART = "kestrel" + "letter7041", b"letter70"
CLEAR, UNDO_KEY = b"\x15", b"u"
FAR = "2101-03-01"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_diary(tmp_path / "diary.heartwork")


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


def printed(path: Path, *arguments: str) -> str:
    """Return everything that a command prints, run beside the app."""
    done = subprocess.run(
        [sys.executable, "-m", "heartwork", *arguments, "--file", str(path)],
        cwd=HOUSE,
        env={**os.environ, "HEARTWORK_PASSPHRASE_COMMAND": printing(PASSPHRASE)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout + done.stderr


def writes_a_letter(visit: Visit, words: str) -> None:
    """Write a letter to M. in the journal, and come back to it."""
    visit.send(b"l")
    visit.shows("To whom?")
    visit.send(b"M." + ENTER)
    visit.shows("Letter to M.", "Close and keep")
    visit.send(words.encode())
    visit.saved()
    visit.send(ESCAPE)
    visit.shows("Journal", "Letter to M.")
    visit.settles()


def chooses(visit: Visit, key: bytes, *shown: str) -> None:
    """Press `l` on the letter, and give an answer."""
    visit.send(b"l")
    visit.shows(*shown)
    visit.settles()
    visit.send(key)


def seals(visit: Visit, until: str) -> None:
    chooses(visit, b"2", "Seal it until a day")
    visit.shows("Seal it until which day?")
    visit.send(CLEAR + until.encode() + ENTER)
    visit.shows("Sealed until")
    visit.settles()


def filters(visit: Visit, label: str) -> None:
    """Show what has a label alone."""
    visit.send(b"f")
    visit.shows("What would you like to see?", label)
    numbered = re.search(rf"(\d)  {label}", visit.text)
    assert numbered
    visit.send(numbered[1].encode())
    visit.until(lambda: "What would you like to see?" not in visit.text)
    visit.settles()


def toasts_pass(visit: Visit) -> None:
    """Read until what is said in passing has passed."""
    visit.until(lambda: "▌" not in visit.text, 15)


def looks_everywhere(visit: Visit) -> None:
    """Go wherever the words of a sealed letter could show, and end at the door."""
    visit.send(ENTER)
    visit.shows("closed until")
    visit.send(ESCAPE)
    visit.settles()
    for refused in (b"e", b"v"):
        visit.send(refused)
        visit.shows("This letter is sealed")
        toasts_pass(visit)
    visit.send(b"d")
    visit.shows("is in the trash")
    visit.send(UNDO_KEY)
    visit.shows("is back")
    visit.settles()
    visit.send(b"d")
    visit.settles()
    filters(visit, "The trash")
    for key in (ENTER, ESCAPE, b"r"):  # read it there, and take it back out
        visit.send(key)
        visit.settles()
    toasts_pass(visit)
    visit.shows("The trash is empty.")
    filters(visit, "Everything")
    visit.shows("Letter to M.", "sealed")
    visit.send(b"/" + PART)
    visit.shows("Nothing here matches")
    visit.send(ENTER)
    visit.settles()
    visit.send(ESCAPE)
    visit.shows("Letter to M.")
    for opened, closed in ((F1, ESCAPE), (PALETTE + PART, ESCAPE), (b"f", ESCAPE), (b"b", ESCAPE)):
        visit.send(opened)
        visit.settles()
        visit.send(closed)
        visit.settles()
    visit.send(LOCK)
    visit.at_door()


def test_what_a_sealed_letter_says_is_shown_nowhere_before_its_day(path: Path) -> None:
    with Visit(path) as visit:
        visit.opens()
        writes_a_letter(visit, SECRET)
        chooses(visit, b"1", "Go on writing")
        visit.shows("Close and keep")
        visit.send(b" and more")
        visit.saved()
        visit.send(ESCAPE)
        visit.shows("Journal")
        visit.settles()
        assert visit.bytes.count(SECRET.encode())
        seals(visit, FAR)
        sealed = len(visit.bytes)
        looks_everywhere(visit)
        visit.opens()
        visit.shows("Letter to M.", "sealed → 1 Mar 2101")
        visit.send(QUIT)
        assert visit.ends() == 0
        assert SECRET.encode() not in visit.bytes[sealed:]
        assert "kestrel" not in visit.text

    diary = Diary.open(path, PASSPHRASE, read_only=True)
    diary.turn_to(datetime.now(UTC))
    (letter,) = diary.letters.all()
    assert (letter.to, letter.state, letter.until) == ("M.", State.SEALED, date(2101, 3, 1))
    assert not any(SECRET in str(draft) for draft in diary.drafts())
    for arguments in (
        ("list",),
        ("list", "--json"),
        ("list", "--find", "kestrel"),
        ("list", "--kind", "letter", "--json"),
        ("show", letter.entry),
        ("show", letter.entry, "--json"),
        ("tags",),
        ("letter", "reread", letter.entry),
    ):
        assert SECRET not in printed(path, *arguments), arguments
    assert "Letter to M." in printed(path, "list")
    assert SECRET.encode() in frames(path)  # it is closed, and not lost
    diary.turn(date(2101, 3, 1))
    assert diary.entry(letter.entry).body == f"{SECRET} and more"


def test_a_burned_letter_is_gone_from_the_screen_and_from_every_frame_of_the_file(path: Path) -> None:
    with Visit(path) as visit:
        visit.opens()
        writes_a_letter(visit, SECRET)
        chooses(visit, b"1", "Go on writing")
        visit.shows("Close and keep")
        visit.send(b"and more ")
        visit.saved()
        visit.send(ESCAPE)
        visit.shows("Journal")
        visit.settles()
        assert frames(path).count(SECRET.encode()) >= 2
        chooses(visit, b"5", "Burn it")
        visit.shows("Burn this letter?", "Nothing brings it back.")
        assert frames(path).count(SECRET.encode()) >= 2
        visit.send(b"2")
        visit.shows(letter_words().burn.done)
        assert SECRET.encode() not in frames(path)
        burned = len(visit.bytes)
        visit.send(ENTER)
        visit.settles()
        visit.send(UNDO_KEY)
        visit.settles()
        visit.send(ENTER)
        visit.settles()
        visit.send(QUIT)
        assert visit.ends() == 0
        assert b"kestrel" not in visit.bytes[burned:]
    assert SECRET.encode() not in frames(path)
    (letter,) = Diary.open(path, PASSPHRASE, read_only=True).letters.all()
    assert (letter.state, letter.to) == (State.BURNED, "M.")


def test_an_answer_that_is_locked_away_half_written_is_there_at_the_next_opening(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    now = datetime.now(UTC)
    diary.turn_to(now)
    key = diary.keep(Entry(now, "UTC", now.date(), Kind.LETTER, "Letter to M.", "the letter"), now=now).id
    diary.letters.keep(key, now=now)
    diary.close()
    with Visit(path) as visit:
        visit.opens()
        chooses(visit, b"2", "Write an answer from today")
        visit.shows("Your answer to the", "the letter", "Close and keep")
        visit.send(SECRET.encode())
        visit.saved()
        visit.send(LOCK)
        visit.at_door()
        assert "kestrel" not in visit.text
        visit.send(PASSPHRASE.encode() + ENTER)
        visit.shows("Your answer to the", SECRET)
        visit.send(b" still" + ESCAPE)
        visit.shows("Journal")
        visit.send(QUIT)
        assert visit.ends() == 0
    (letter,) = Diary.open(path, PASSPHRASE, read_only=True).letters.all()
    assert letter.answer == f"{SECRET} still"
