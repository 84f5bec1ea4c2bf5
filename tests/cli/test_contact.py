"""The log of contact from a shell: what does not fit is said, and changes nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.content.contact_commands_words import contact_commands_words
from heartwork.content.contact_words import contact_words
from heartwork.diary import Diary
from heartwork.model.contact import ContactKind, Outcome, lived
from heartwork.model.days import DAY_END, logical_day
from tests.cli.shell import PASSPHRASE, heartwork, opened

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "[red]x[/red] \x1b]0;owned\x07the song\x1b[2J"


def ago(days: int) -> str:
    """Return noon of a logical day, as an option takes it."""
    today = logical_day(datetime.now(UTC), "UTC", DAY_END)
    return f"{today - timedelta(days=days)}T12:00+00:00"


def contact(path: Path, *arguments: str) -> str:
    answer = opened(path, "contact", *arguments)
    assert answer.code == 0, answer.err
    return answer.out.strip()


def report(path: Path) -> dict[str, Any]:
    known: dict[str, Any] = json.loads(contact(path, "list", "--json"))
    return known


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heartwork.diary.here.local_zone", lambda: "UTC")


def test_a_log_is_begun_and_a_slip_takes_no_other_day(empty: Path) -> None:
    assert report(empty)["since"] is None
    contact(empty, "start", "--at", ago(44))
    slip = ("slip", "looked", "--at", ago(10), "--trigger", HOSTILE, "--note", "late")
    answer = opened(empty, "contact", *slip)
    assert answer.code == 0
    assert answer.err == "Noted: Looked\n44 of the last 45 days without contact. That stays true.\n"
    known = report(empty)
    numbers = {key: known[key] for key in ("window", "without", "run", "longest", "total", "slips")}
    assert numbers == {"window": 45, "without": 44, "run": 10, "longest": 34, "total": 44, "slips": 1}
    assert known["since"] == ago(44)[:10]
    begun, noted = known["events"]
    assert (begun["kind"], noted["kind"], noted["slip"], noted["note"]) == ("start", "slip", "looked", "late")
    assert (noted["id"], noted["day"]) == (answer.out.strip(), ago(10)[:10])
    assert "\x1b" not in noted["trigger"]
    rows = contact(empty, "list").splitlines()
    assert rows[0] == "44 of the last 45 days without contact · 10 days now"
    assert rows[1].split("  ")[2] == "Looked"
    assert "\x1b" not in rows[1]


def test_a_pause_is_not_counted_and_what_had_to_be_is_no_slip(empty: Path) -> None:
    contact(empty, "start", "--at", ago(9))
    contact(empty, "pause", "--at", ago(7), "--until", ago(5))
    contact(empty, "had-to", "--at", ago(6), "--note", "the flat")
    contact(empty, "pause", "--at", ago(3))
    assert report(empty)["paused"]
    contact(empty, "resume", "--at", ago(1))
    known = report(empty)
    assert (known["window"], known["without"], known["run"], known["slips"]) == (6, 6, 6, 0)
    kinds = [event["kind"] for event in known["events"]]
    assert kinds == ["start", "pause", "had-to", "resume", "pause", "resume"]


def test_the_beginning_is_moved_and_never_made_twice(empty: Path) -> None:
    key = contact(empty, "start", "--at", ago(3))
    again = opened(empty, "contact", "start")
    assert (again.code, again.out) == (0, "")
    assert again.err == contact_commands_words().already.format(day=ago(3)[:10]) + "\n"
    assert contact(empty, "start", "--at", ago(9)) == key
    assert (report(empty)["since"], len(report(empty)["events"])) == (ago(9)[:10], 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("slip", "kissed"), "a slip is one of looked, daydreamed, wrote, answered, called, met"),
        (("slip", "looked", "--at", "the other day"), "could not be read as a time"),
        (("start", "--at", ""), "a time is needed"),
        (("pause", "--at", "2999-01-01"), "more than a day in the future"),
    ],
)
def test_what_is_not_understood_is_said_before_anything_is_opened(
    arguments: tuple[str, ...], said: str, empty: Path
) -> None:
    before = empty.read_bytes()
    name, *rest = arguments
    answer = heartwork("contact", name, "--file", empty, *rest)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert empty.read_bytes() == before


def test_what_does_not_fit_is_said_kindly_and_changes_nothing(empty: Path) -> None:
    answer = opened(empty, "contact", "slip", "looked")
    assert answer.code == 2
    assert "heartwork contact start begins it" in answer.err
    contact(empty, "start", "--at", ago(30))
    contact(empty, "pause", "--at", ago(20), "--until", ago(15))
    before = empty.read_bytes()
    soon = f"{datetime.now(UTC) + timedelta(hours=1):%Y-%m-%dT%H:%M+00:00}"
    for arguments, said in (
        (("slip", "looked", "--at", soon), "still to come"),
        (("slip", "looked", "--at", ago(40)), "contact start --at moves its beginning"),
        (("pause", "--at", ago(18)), "two cannot overlap"),
        (("pause", "--at", ago(25)), "--until says when it ended"),
        (("pause", "--at", ago(5), "--until", ago(6)), "not before"),
        (("resume",), "already ended"),
        (("resume", "--at", ago(29)), "no pause before"),
    ):
        answer = opened(empty, "contact", *arguments)
        assert (answer.code, answer.out) == (2, ""), arguments
        assert said in answer.err
    assert empty.read_bytes() == before


def test_nothing_noted_is_said(empty: Path) -> None:
    answer = opened(empty, "contact", "list")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"{contact_commands_words().none}\n"


def test_an_urge_is_listed_with_its_strength_and_what_became_of_it(empty: Path) -> None:
    contact(empty, "start", "--at", ago(9))
    diary = Diary.open(empty, PASSPHRASE)
    for strength, outcome, at in ((7, Outcome.PASSED, 3), (None, Outcome.LOOKED, 2), (4, None, 1)):
        when = datetime.now(UTC) - timedelta(days=at, hours=1)
        event = lived(ContactKind.URGE, when, "UTC", DAY_END, strength=strength, outcome=outcome)
        diary.contact.keep(event, now=when)
    diary.close()
    said, words = contact(empty, "list").splitlines()[1:], contact_words()
    rows = [row.split("  ")[2:] for row in said]
    urge = words.kinds["urge"]
    assert rows[0] == [urge, words.log.strength.format(count=4), words.log.not_said]
    assert rows[1] == [urge, Outcome.LOOKED.value]
    assert rows[2] == [urge, words.log.strength.format(count=7), Outcome.PASSED.value]


def test_a_slip_after_midnight_is_listed_at_its_date_with_the_day_it_counts_for(empty: Path) -> None:
    night = logical_day(datetime.now(UTC), "UTC", DAY_END) - timedelta(days=3)
    contact(empty, "start", "--at", ago(44))
    contact(empty, "slip", "looked", "--at", f"{night}T02:10+00:00")
    rows = contact(empty, "list").splitlines()
    before = night - timedelta(days=1)
    assert rows[1].split("  ")[1] == f"{night} 02:10 (counts for {before:%A})"
