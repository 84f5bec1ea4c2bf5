"""What does not fit into a log is told by its reason, and by the day that it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.insights.contact_rules import Unfit, Wrong, end_of, going_with, open_pause, pause_of, unfit
from heartwork.model.contact import ContactKind
from tests.insights.contacts import NOW, TODAY, event, had_to, pause, resume, slip, start

if TYPE_CHECKING:
    from heartwork.model.contact import ContactEvent

LOG = [start(40), pause(20), resume(15), pause(5)]


@pytest.mark.parametrize(
    ("noted", "wrong", "about"),
    [
        ([slip(-1)], Wrong.FUTURE, -1),
        ([slip(0, 22)], Wrong.FUTURE, 0),
        ([slip(41)], Wrong.BEFORE_START, 40),
        ([had_to(41)], Wrong.BEFORE_START, 40),
        ([pause(18)], Wrong.PAUSED, 20),
        ([pause(3)], Wrong.PAUSED, 5),
        ([pause(30)], Wrong.OVERLAPS, 20),
        ([pause(10)], Wrong.OVERLAPS, 5),
        ([pause(12), resume(4)], Wrong.OVERLAPS, 5),
        ([pause(12), resume(13)], Wrong.ENDS_BEFORE, 12),
        ([resume(30)], Wrong.NOT_PAUSED, 30),
        ([resume(18)], Wrong.ENDED, 15),
        ([resume(10)], Wrong.ENDED, 15),
    ],
)
def test_what_does_not_fit(noted: list[ContactEvent], wrong: Wrong, about: int) -> None:
    assert unfit(noted, LOG, NOW) == Unfit(wrong, TODAY - timedelta(days=about))


@pytest.mark.parametrize(
    "noted",
    [
        [start(50)],
        [slip(0, 21)],
        [slip(18)],
        [slip(40, 1)],
        [had_to(3)],
        [resume(1)],
        [pause(30), resume(25)],
        [pause(12), resume(8)],
    ],
)
def test_what_fits(noted: list[ContactEvent]) -> None:
    assert unfit(noted, LOG, NOW) is None


def test_nothing_but_a_start_fits_before_it() -> None:
    assert unfit([event(ContactKind.URGE, 3)], [], NOW) is None
    assert unfit([slip(3)], [], NOW) == Unfit(Wrong.NOT_STARTED, TODAY - timedelta(days=3))
    assert unfit([start(3)], [], NOW) is None


def test_what_is_changed_is_measured_against_the_others_alone() -> None:
    kept = replace(pause(20), id="p")
    log = [start(40), kept, replace(resume(15), id="r"), pause(5)]
    assert unfit([replace(pause(17), id="p")], log, NOW) is None
    assert unfit([replace(resume(10), id="r")], log, NOW) is None
    assert unfit([replace(pause(14), id="p")], log, NOW) is not None
    assert unfit([replace(resume(21), id="r")], log, NOW) == Unfit(Wrong.NOT_PAUSED, TODAY - timedelta(21))


def test_a_pause_and_its_end_know_each_other() -> None:
    stray = resume(30)
    log = [start(40), first := pause(20), end := resume(15), last := pause(5)]
    assert (end_of(first, log), pause_of(end, log)) == (end, first)
    assert (end_of(last, log), open_pause(log)) == (None, last)
    assert open_pause(log[:3]) is None
    assert pause_of(stray, [stray, *log]) is None


def test_a_pause_goes_whole_and_the_end_of_the_last_one_alone() -> None:
    log = [start(40), first := pause(20), end := resume(15), last := pause(5), done := resume(2)]
    assert going_with(first, log) == going_with(end, log) == [first, end]
    assert going_with(last, log) == [last, done]
    assert going_with(done, log) == [done]
    assert going_with(log[0], log) == [log[0]]
