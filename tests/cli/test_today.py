"""`heartwork today`: the same facts as plain lines and as data, and nothing written."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.content import prompts
from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.model.person import Person, Role
from tests.cli.shell import PASSPHRASE, opened

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("here", "glance", "reviews", "diary"):
        monkeypatch.setattr(f"heartwork.diary.{place}.local_zone", lambda: "UTC", raising=False)


@pytest.fixture
def lived(empty: Path) -> Path:
    """A diary with a check-in of today, somebody to reach, and a season."""
    diary, now = Diary.open(empty, PASSPHRASE), datetime.now(UTC)
    diary.turn_to(now)
    today = diary.today or now.date()
    entry = Entry(now, "UTC", today, kind=Kind.CHECK_IN, mood=2, body="\x1b]0;owned\x07saw the café")
    diary.keep(replace(entry, care={"sleep": "yes", "moved": "no"}), now=now)
    diary.folk.keep(
        Person("Anna", role=Role.CIRCLE, every=7, reached=today - timedelta(days=9), help="walks"), now=now
    )
    diary.seasons.start(today, 14, now=now)
    diary.close()
    return empty


def test_the_day_is_said_in_plain_lines_and_nothing_is_written(lived: Path) -> None:
    before = lived.read_bytes()
    answer = opened(lived, "today")
    assert answer.code == 0, answer.err
    lines = answer.out.splitlines()
    assert lines[0].startswith(("Good ", "It is late"))
    assert lines[1] == "Daily review: not yet today · about 2 minutes"
    assert "▂ low" in lines[2]
    assert lines[2].endswith("“saw the café”")
    assert re.fullmatch(r"The last two weeks: [A-Z][a-z]{2} \d{1,2} low", lines[3])
    assert "Anna: reached 9 days ago · walks" in lines
    assert "Season of grief: day 1 of 14" in lines
    unsaid = "food, outside, a friend, made something, rested, said no"
    assert f"Care today: yes: sleep; no: moved; not said: {unsaid}" in lines
    assert "…" not in answer.out
    assert lines[-1].startswith("A question for today: “")
    assert "\x1b" not in answer.out
    assert "skip" not in answer.out
    assert lived.read_bytes() == before


def test_the_same_facts_are_data(lived: Path) -> None:
    answer = opened(lived, "today", "--json")
    assert answer.code == 0, answer.err
    known = json.loads(answer.out)
    assert list(known) == [
        *(
            "day",
            "moods",
            "review",
            "review_open",
            "hard",
            "check_ins",
            "waiting",
            "contact",
            "season",
            "care",
            "prompt",
        )
    ]
    assert len(known["moods"]) == 14
    assert known["moods"][-1] == {"day": known["day"], "mood": 2.0}
    assert (known["review"], known["review_open"], known["contact"]) == (None, False, None)
    assert known["season"] == {"day": 1, "days": 14}
    assert [each["mood"] for each in known["check_ins"]] == [2]
    (person,) = known["waiting"]
    assert (person["sort"], person["name"], person["said"]) == (
        "person",
        "Anna",
        "reached 9 days ago · walks",
    )
    assert {name: said for name, said in known["care"].items() if said} == {"sleep": "yes", "moved": "no"}
    assert known["prompt"] in prompts()
