"""The review from a shell: the same questions in plain lines, the same draft, the same entry."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

from heartwork.cli.review_plain import PlainReview
from heartwork.diary import Diary
from heartwork.diary.here import local_zone
from heartwork.model.contact import ContactKind, Outcome, SlipKind, lived
from heartwork.model.days import DAY_END, logical_day
from heartwork.model.entry import Kind
from heartwork.model.goal import Column, Goal, Step
from heartwork.model.memento import Decision, Memento
from heartwork.model.review import Part
from tests.cli.shell import PASSPHRASE, fresh, opened, printing

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from heartwork.model.entry import Entry

CARE = ["y", "n", "", *["y"] * 5]


def furnish(path: Path) -> None:
    """Give a diary a log, a memento, a goal and a fence of care."""
    now = datetime.now(UTC)
    diary = Diary.open(path, PASSPHRASE)
    diary.contact.keep(lived(ContactKind.START, now - timedelta(days=9), "UTC", DAY_END), now=now)
    diary.mementos.keep(Memento("a {blue} scarf", weight=4), now=now)
    diary.goals.add(Goal("swim", column=Column.DOING, steps=(Step("call the pool"),)), now=now)
    diary.close()


def said(path: Path, *lines: str) -> Any:
    return opened(path, "review", text="\n".join(lines) + "\n")


def read(path: Path) -> Diary:
    return Diary.open(path, PASSPHRASE, read_only=True)


def reviews(path: Path) -> list[Entry]:
    return [entry for entry in read(path).entries() if entry.kind is Kind.REVIEW]


def test_a_whole_review_is_answered_in_lines_and_ends_with_what_changed(empty: Path) -> None:
    furnish(empty)
    lines = ["3", "1, Fizzy", "4", "1", *CARE, "keep", "y", "shelf: it passes"]
    answer = said(empty, *lines)
    assert answer.code == 0, answer.err
    told = answer.out.splitlines()
    for line in (
        "Today: steady.",
        "A slip is noted in the log.",
        "Decided: “a {blue} scarf” stays with you.",
    ):
        assert line in told
    assert "Ticked: call the pool" in told
    assert "One more line on the shelf of lessons." in told
    (entry,) = reviews(empty)
    assert (entry.mood, entry.feelings[1], entry.body) == (3, "Fizzy", "Learned: it passes")
    assert [*entry.care.values()] == ["yes", "no", *["yes"] * 5]
    assert "care: sleep yes, food no, outside yes" in opened(empty, "show", entry.id).out
    diary = read(empty)
    assert diary.contact.events()[-1].slip is SlipKind.LOOKED
    assert [each.decision for each in diary.mementos.all()] == [Decision.KEEP]
    assert diary.goals.column(Column.DOING)[0].next_step is None
    assert "Fizzy" in [each.word for each in diary.own.words()]
    assert diary.drafts() == []


def test_care_is_said_in_words_and_a_no_is_not_what_was_passed_over(empty: Path) -> None:
    answer = said(empty, "3", "", "yes", "NO", "maybe", "", *[""] * 5, "")
    assert answer.code == 0, answer.err
    asked = [line for line in answer.out.splitlines() if line.endswith(", y or n?")]
    assert asked[:4] == ["sleep, y or n?", "food, y or n?", *["moved, y or n?"] * 2]
    assert "You had: sleep." in answer.out.splitlines()
    (entry,) = reviews(empty)
    assert entry.care == {"sleep": "yes", "food": "no"}
    assert "care: sleep yes, food no\n" in opened(empty, "show", entry.id).out
    (care,) = (line for line in opened(empty, "today").out.splitlines() if line.startswith("Care today"))
    assert care.startswith("Care today: yes: sleep; no: food; not said: moved, ")
    assert said(empty, "", "", "n", "", "y", *[""] * 6).code == 0
    assert reviews(empty)[0].care == {"sleep": "no", "food": "no", "moved": "yes"}


def test_after_midnight_it_says_which_day_it_is_still_for_and_belongs_to_it(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("heartwork.diary.reviews.local_zone", lambda: "UTC")
    monkeypatch.setattr("sys.stdin", StringIO("3\n" + "\n" * 11))
    diary = Diary.open(empty, PASSPHRASE)
    for hour, still in ((2, True), (5, False)):
        now = datetime(2026, 11, 25, hour, 30, tzinfo=UTC)
        monkeypatch.setattr(PlainReview, "_now", now)
        PlainReview(diary).run()
        assert ("still for Tuesday" in capsys.readouterr().out) is still
    assert [(entry.day, entry.mood) for entry in diary.entries()] == [(date(2026, 11, 24), 3)]
    diary.close()


def test_a_plain_terminal_and_a_pipe_get_the_short_review_of_a_heavy_day(empty: Path) -> None:
    furnish(empty)
    command = ("review", "--file", str(empty), "--passphrase-command", printing(PASSPHRASE))
    answer = fresh(*command, text=b"nine\nheavy\n\ngood: the rain\n", environ={"TERM": "dumb", "TZ": "UTC"})
    out = answer.stdout.decode()
    assert answer.returncode == 0, answer.stderr
    assert "\x1b" not in out
    assert "One of these" in out
    assert "scarf" not in out
    assert "heartwork support" in out
    (entry,) = reviews(empty)
    assert (entry.mood, entry.body) == (1, "Good today: the rain")


def test_the_rest_of_a_heavy_day_is_asked_where_it_is_wanted(empty: Path) -> None:
    furnish(empty)
    answer = said(empty, "2", "", "", "y", "2", *CARE, "", "n")
    assert answer.code == 0
    assert "is not decided yet" in answer.out
    assert read(empty).contact.events()[-1].outcome is Outcome.PASSED
    (entry,) = reviews(empty)
    assert (entry.mood, entry.body) == (2, "An urge came, and it passed.")


def test_where_nobody_answers_any_more_it_is_kept_and_gone_on_with(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(empty)
    left = said(empty, "4", "calm")
    assert left.code == 1
    assert left.out.splitlines()[-1].startswith("Kept.")
    (entry,) = reviews(empty)
    assert (entry.mood, entry.feelings) == (4, ("calm",))

    class Stopped:
        def readline(self) -> str:
            raise KeyboardInterrupt

    diary = Diary.open(empty, PASSPHRASE)
    today = logical_day(datetime.now(UTC), local_zone())
    assert diary.reviews.begin(datetime.now(UTC))[0].at is Part.CONTACT
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdin", Stopped())
        assert PlainReview(diary).run() == 1
    assert diary.reviews.open(today)
    diary.close()
    rest = said(empty, "1", *[""] * 8, "", "", "done")
    assert rest.code == 0
    assert "How was today" not in rest.out
    (entry,) = reviews(empty)
    assert entry.mood == 4
    assert entry.body.startswith("done")
    assert "No contact today." in entry.body
