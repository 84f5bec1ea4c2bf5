"""What fits now comes first, and why is said; what somebody is here for orders, and hides nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from heartwork.content.practices import practices
from heartwork.insights.fitting import (
    LATELY,
    Standing,
    by_theme_and_title,
    fitting_now,
    held_back,
    ordered,
    reasons,
    themes_for,
    waits_for,
)
from heartwork.model.practice import THEMES, Practice
from heartwork.model.settings import INTENTIONS

TODAY = date(2026, 11, 24)


def practice(id: str, **fields: Any) -> Practice:  # noqa: A002 - its name in a practice
    said = {"title": id, "path": "both", "theme": "care", "minutes": 5, "said": "", "id": id}
    return Practice(**{"opening": (), "closing": (), "steps": (), **said, **fields})


def ids(found: list[Practice]) -> list[str]:
    return [each.id for each in found]


def test_what_fits_the_mood_comes_first_and_what_fits_another_day_stands_behind() -> None:
    some = [practice("steady", fits=("steady",)), practice("any"), practice("low", fits=("low", "early"))]
    assert ids(ordered(some, Standing(TODAY, mood=1))) == ["low", "any", "steady"]
    assert ids(ordered(some, Standing(TODAY, mood=4))) == ["steady", "any", "low"]
    assert "steady" not in ids(fitting_now(some, Standing(TODAY, mood=2)))


def test_the_season_counts_while_it_runs_and_after_it() -> None:
    some = [practice("later", fits=("later",)), practice("any"), practice("early", fits=("early",))]
    assert ids(ordered(some, Standing(TODAY, stage="early"))) == ["early", "any", "later"]
    assert ids(ordered(some, Standing(TODAY, stage="later"))) == ["later", "any", "early"]
    assert reasons(some[2], Standing(TODAY, stage="early")) == ("early", "new")


def test_what_somebody_is_here_for_orders_and_hides_nothing() -> None:
    some = [practice("hope", path="hoping with respect"), practice("both"), practice("go", path="letting go")]
    assert ids(ordered(some, Standing(TODAY, "letting go"))) == ["go", "both", "hope"]
    assert ids(ordered(some, Standing(TODAY, "hoping with respect"))) == ["hope", "both", "go"]
    assert ids(ordered(some, Standing(TODAY)))[0] == "both"
    assert themes_for("hoping with respect")[0] == "hoping with respect"
    assert themes_for("not sure yet") == THEMES


def test_what_was_not_visited_comes_first_and_what_was_visited_lately_is_not_put_forward() -> None:
    days = {"new": None, "long ago": 40, "a week ago": LATELY.days, "yesterday": 1}
    some = [practice(name, theme=theme) for name, theme in zip(days, THEMES, strict=False)]
    visited = {name: TODAY - timedelta(days=ago) for name, ago in days.items() if ago is not None}
    standing = Standing(TODAY, visited=visited)
    assert ids(ordered(reversed(some), standing)) == list(days)
    assert ids(fitting_now(some, standing)) == ["new", "long ago", "a week ago"]
    assert reasons(some[1], standing) == ("while",)
    assert reasons(some[3], standing) == ()


def test_what_waits_for_another_or_is_begun_is_not_put_forward() -> None:
    one, two = practice("one"), practice("two", after=("gone", "one"), theme="my worth")
    assert waits_for(two, (), {"one", "two"}) == "one"
    assert waits_for(two, ("one",), {"one", "two"}) is None
    assert ids(fitting_now([one, two], Standing(TODAY))) == ["one"]
    assert ids(fitting_now([one, two], Standing(TODAY, visited={"one": TODAY}))) == ["two"]
    assert fitting_now([one], Standing(TODAY, begun={"one"})) == []


def test_a_kind_stop_rests_for_a_week_as_a_visit_does_and_opens_nothing() -> None:
    one, two = practice("one"), practice("two", after=("one",), theme="my worth")
    lately = Standing(TODAY, stopped={"one": TODAY - timedelta(days=6)})
    assert fitting_now([one, two], lately) == []
    assert reasons(one, lately) == ()
    again = Standing(TODAY, stopped={"one": TODAY - timedelta(days=7)})
    assert ids(fitting_now([one, two], again)) == ["one"]
    assert reasons(one, again) == ("while",)


def test_what_leads_towards_somebody_is_not_put_forward_where_that_is_not_safe() -> None:
    towards, other = practice("talk", safety=True), practice("walk", theme="my worth")
    assert ids(fitting_now([towards, other], Standing(TODAY, unsafe=True))) == ["walk"]
    assert held_back(towards, Standing(TODAY, unsafe=True))
    assert not held_back(towards, Standing(TODAY))
    assert "talk" in ids(ordered([towards, other], Standing(TODAY, unsafe=True)))


def test_three_are_put_forward_at_most_each_of_another_theme_the_shorter_first() -> None:
    some = [
        practice(f"{theme} {minutes}", theme=theme, minutes=minutes) for theme in THEMES for minutes in (9, 2)
    ]
    assert ids(fitting_now(some, Standing(TODAY))) == [f"{theme} 2" for theme in THEMES[:3]]


def test_they_are_listed_by_theme_and_title_so_that_the_path_back_stays_in_its_order() -> None:
    listed = ids(sorted(practices().values(), key=by_theme_and_title))
    path = [each for each in listed if each.startswith("reconnect-")]
    assert path == sorted(path)
    assert len(path) == 9


MOODS = st.none() | st.integers(1, 5)


@settings(deadline=None)  # the first one reads every file
@given(
    st.sampled_from(INTENTIONS), MOODS, st.sampled_from(["", "early", "later"]), st.sets(st.integers(0, 60))
)
def test_there_is_always_something_that_fits_and_nothing_is_lost(
    intention: str, mood: int | None, stage: Any, days: set[int]
) -> None:
    shipped = practices()
    visited = {key: TODAY - timedelta(days=ago) for key, ago in zip(shipped, sorted(days), strict=False)}
    standing = Standing(TODAY, intention, mood, stage, visited)
    assert sorted(ids(ordered(shipped.values(), standing))) == sorted(shipped)
    now = fitting_now(shipped.values(), standing)
    assert len({each.theme for each in now}) == len(now) <= 3
    assert all(reasons(each, standing) for each in now)
    if not days:
        assert now
