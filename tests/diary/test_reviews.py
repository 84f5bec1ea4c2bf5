"""A review is kept as the one entry of its day, adds to it, and goes on where it was left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.errors import UnfitThing
from heartwork.diary.ledger import STAMPS
from heartwork.diary.review_draft import review_from_fields, review_to_fields
from heartwork.diary.reviews import said_at
from heartwork.model.contact import ContactKind, Outcome, SlipKind, lived
from heartwork.model.days import DAY_END
from heartwork.model.draft import Draft
from heartwork.model.entry import Entry, Kind
from heartwork.model.goal import Column, Goal, Repeat, Step
from heartwork.model.memento import Decision, Memento
from heartwork.model.review import PARTS, Contact, LineSort, Part, Review
from tests.diary.made import documents, put

if TYPE_CHECKING:
    from heartwork.diary.reviews import Reviews

EVENING = datetime(2026, 3, 1, 21, 10, tzinfo=UTC)
DAY = EVENING.date()
JUNK = st.none() | st.booleans() | st.integers(-9, 9) | st.text() | st.lists(st.text() | st.lists(st.text()))


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heartwork.diary.reviews.local_zone", lambda: "UTC")


@pytest.fixture
def diary() -> Diary:
    made = Diary.in_memory()
    made.turn_to(EVENING)
    return made


@pytest.fixture
def reviews(diary: Diary) -> Reviews:
    return diary.reviews


def said(reviews: Reviews, at: datetime = EVENING, *, ended: bool = True, **answers: Any) -> Review:
    """Begin a review or go on with one, answer, and keep it."""
    review, draft = reviews.begin(at)
    return reviews.keep(replace(review, **answers), draft, ended=ended, now=at)[0]


def test_a_review_becomes_one_entry_of_its_day_and_one_undo_takes_all_of_it_back(
    diary: Diary, reviews: Reviews
) -> None:
    diary.contact.keep(lived(ContactKind.START, EVENING - timedelta(days=9), "UTC", DAY_END), now=EVENING)
    diary.goals.add(Goal("swim", column=Column.DOING, steps=(Step("call the pool"),)), now=EVENING)
    (swim,) = diary.goals.all()
    answers: dict[str, Any] = {"mood": 2, "feelings": ("tired",), "care": {"sleep": "yes", "food": "no"}}
    answers |= {"stepped": "call the pool", "tick": swim.id}
    said(reviews, **answers, contact=Contact.URGE, sort=LineSort.SHELF, line=" I can wait. ")
    (entry,) = diary.entries()
    assert (entry.kind, entry.day, entry.mood, entry.feelings) == (Kind.REVIEW, DAY, 2, ("tired",))
    assert entry.care == {"sleep": "yes", "food": "no"}
    assert entry.body == "Learned: I can wait.\n\nAn urge came, and it passed."
    assert diary.shelves.lines("lessons") == ["I can wait."]
    assert diary.goals.one(swim.id).steps[0].done
    urge = diary.contact.events()[-1]
    assert (urge.kind, urge.outcome, urge.day) == (ContactKind.URGE, Outcome.PASSED, DAY)
    assert diary.drafts() == []
    diary.keep(replace(entry, starred=True), now=EVENING + timedelta(hours=1))
    assert said_at(next(iter(diary.entries()))) == EVENING
    diary.undo(now=EVENING)
    diary.undo(now=EVENING)
    assert [*diary.entries()] == []
    assert diary.shelves.lines("lessons") == []
    assert len(diary.contact.events()) == 1
    assert not diary.goals.one(swim.id).steps[0].done


@pytest.mark.parametrize("first", [{}, {"contact": Contact.NONE}])
def test_an_own_line_is_what_a_review_is_called_by_wherever_it_stands(
    reviews: Reviews, diary: Diary, first: dict[str, Any]
) -> None:
    said(reviews, mood=3, **first)
    said(reviews, EVENING + timedelta(hours=2), mood=2)
    (entry,) = diary.entries()
    assert entry.headline == entry.body.splitlines()[0]
    said(reviews, EVENING + timedelta(hours=4), mood=2, sort=LineSort.GRATITUDE, line="the rain stopped")
    (entry,) = diary.entries()
    assert entry.headline == "Good today: the rain stopped"
    assert not entry.body.startswith(entry.headline)
    assert set(entry.told) == set(filter(None, entry.body.splitlines())) - {entry.headline}


def slipped(diary: Diary, review: Review, now: datetime) -> Review:
    """Note a slip for a review as its dialog does: at once."""
    since = diary.revision
    slip = lived(ContactKind.SLIP, now, "UTC", DAY_END, slip=SlipKind.LOOKED, note="the photo")
    diary.reviews.gather(review, diary.contact.keep(slip, now=now).ids, since=since)
    return replace(review, noted=Contact.SLIP)


def decided(diary: Diary, review: Review, now: datetime) -> Review:
    """Decide about a memento for a review as its dialog does: at once, and name somebody new."""
    memento, since = diary.reviews.memento(), diary.revision
    if memento is None:
        return review
    diary.mementos.decide([memento.id], Decision.RETURN, to="Anna", now=now)
    diary.reviews.gather(review, [memento.id], since=since)
    return replace(review, decided=memento.name)


def ticked(diary: Diary, review: Review, _now: datetime) -> Review:
    goal = diary.reviews.goal(DAY)
    return review if goal is None else replace(review, stepped="call the pool", tick=goal[0].id)


def left(diary: Diary, review: Review, now: datetime) -> Review:
    """Leave a review, and go on with it."""
    _, draft = diary.reviews.begin(now)
    diary.reviews.keep(review, draft, ended=False, now=now)
    return diary.reviews.begin(now)[0]


def starred(diary: Diary, review: Review, now: datetime) -> Review:
    """Do something elsewhere while a review stands open."""
    diary.star([each.id for each in diary.entries() if each.body == "old"], starred=True, now=now)
    return review


WHILE_OPEN = (
    slipped,
    decided,
    ticked,
    left,
    lambda _diary, review, _now: replace(review, mood=2, feelings=("tired",)),
    lambda _diary, review, _now: replace(review, contact=Contact.URGE),
    lambda _diary, review, _now: replace(review, sort=LineSort.SHELF, line="it ends"),
)


def furnished() -> Diary:
    """Return a diary in which there is something to ask, an entry, and a review of the day already."""
    diary = Diary.in_memory()
    diary.turn_to(EVENING)
    diary.contact.keep(lived(ContactKind.START, EVENING - timedelta(days=9), "UTC", DAY_END), now=EVENING)
    diary.mementos.keep(Memento("scarf", weight=5), Memento("cup"), now=EVENING)
    diary.goals.add(Goal("swim", column=Column.DOING, steps=(Step("call the pool"),)), now=EVENING)
    diary.keep(Entry(EVENING, "UTC", DAY - timedelta(days=1), body="old"), now=EVENING)
    said(diary.reviews, EVENING - timedelta(hours=3), mood=4, line="earlier")
    return diary


def everything(diary: Diary) -> dict[str, dict[str, Any]]:
    """Return every document of a diary that can be taken back, by table and id, without its stamps.

    Its earlier texts are left out: an undo may keep what was written there.
    """
    tables = ("entries", "contact", "mementos", "goals", "shelf", "people")
    return {
        f"{table} {key}": {name: each for name, each in row.items() if name not in {*STAMPS, "versions"}}
        for table in tables
        for key, row in documents(diary, table).items()
    }


@given(st.lists(st.sampled_from(WHILE_OPEN), min_size=1, max_size=6), st.booleans())
def test_one_undo_takes_back_all_that_a_review_kept_and_nothing_else(doings: Any, elsewhere: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    diary = furnished()
    review, _ = diary.reviews.begin(EVENING)
    if elsewhere:
        doings = [*doings[:2], starred, *doings[2:]]
    before = everything(diary)
    for doing in doings:
        review = doing(diary, review, EVENING)
        if doing is starred:
            before |= {key: row for key, row in everything(diary).items() if row.get("starred")}
    _, draft = diary.reviews.begin(EVENING)
    diary.reviews.keep(replace(review, line=review.line or "the end"), draft, ended=True, now=EVENING)
    made = everything(diary).keys() - before.keys()
    diary.undo(now=EVENING)
    now = everything(diary)
    assert {key: now[key] for key in before} == before
    assert all(now[key]["trashed"] for key in made)


def test_what_was_taken_back_of_a_review_that_was_left_is_not_in_it_when_it_goes_on() -> None:
    diary = furnished()
    review, draft = diary.reviews.begin(EVENING)
    for doing in (slipped, decided, ticked):
        review = doing(diary, replace(review, mood=3), EVENING)
    diary.reviews.keep(review, draft, ended=False, now=EVENING)
    there, _ = diary.reviews.begin(EVENING)
    assert (there.noted, there.decided, there.stepped) == (Contact.SLIP, "scarf", "call the pool")
    assert diary.reviews.can_take_back(there)
    diary.undo(now=EVENING)
    gone, _ = diary.reviews.begin(EVENING)
    assert (gone.noted, gone.decided, gone.stepped) == (None, "", "")
    assert not diary.reviews.can_take_back(gone)


def test_that_there_was_no_contact_goes_with_the_entry_and_an_urge_with_its_event(diary: Diary) -> None:
    said(diary.reviews, ended=False, mood=3, contact=Contact.NONE)
    assert diary.reviews.begin(EVENING)[0].noted is Contact.NONE
    diary.undo(now=EVENING)
    review, draft = diary.reviews.begin(EVENING)
    assert review.noted is None
    diary.reviews.keep(replace(review, mood=4, contact=Contact.URGE), draft, ended=False, now=EVENING)
    diary.contact.trash([event.id for event in diary.contact.events()], now=EVENING)
    review, _ = diary.reviews.begin(EVENING)
    assert (review.noted, review.mood) == (None, 4)


def test_a_second_review_of_the_day_adds_to_the_first_also_after_midnight(
    diary: Diary, reviews: Reviews
) -> None:
    said(reviews, mood=4, feelings=("calm",), care={"sleep": "yes"}, sort=LineSort.GRATITUDE, line="the lake")
    later = EVENING + timedelta(hours=4)
    second = said(reviews, later, mood=2, feelings=("tired",), care={"sleep": "no"}, line="a dream")
    (entry,) = diary.entries()
    assert second.again
    assert entry.day == DAY
    assert (entry.mood, entry.feelings, entry.care) == (2, ("calm", "tired"), {"sleep": "no"})
    assert entry.body.startswith("Good today: the lake\n\n01:10: low (2), before that light (4).\n\na dream")
    assert reviews.prompt(second) in entry.body
    assert [version.body for version in entry.versions] == ["Good today: the lake"]
    tomorrow = said(reviews, EVENING + timedelta(hours=7), mood=3)
    assert not tomorrow.again
    assert len([*diary.entries()]) == 2


def test_what_a_second_review_passes_over_stays_as_it_was(diary: Diary, reviews: Reviews) -> None:
    said(reviews, mood=4, feelings=("calm",), care={"food": "yes"})
    said(reviews, line="more")
    (entry,) = diary.entries()
    assert (entry.mood, entry.feelings, entry.care) == (4, ("calm",), {"food": "yes"})


def test_leaving_keeps_and_going_on_changes_ones_own_answers(diary: Diary, reviews: Reviews) -> None:
    answers: dict[str, Any] = {"mood": 2, "feelings": ("tired", "sad"), "care": {"sleep": "no"}}
    said(reviews, ended=False, at=EVENING, **answers, line="half")
    (entry,) = diary.entries()
    assert entry.body.startswith("half")
    assert reviews.open(DAY)
    review, draft = reviews.begin(EVENING + timedelta(minutes=5))
    assert (review.mood, review.feelings, review.line, review.said) == (
        2,
        ("tired", "sad"),
        "",
        (LineSort.PROMPT,),
    )
    changed = replace(review, at=Part.CARE, mood=3, feelings=("sad",), care={}, line="done")
    reviews.keep(changed, draft, ended=True, now=EVENING)
    (entry,) = diary.entries()
    assert (entry.mood, entry.feelings, entry.care) == (3, ("sad",), {})
    assert "before that" not in entry.body
    assert "done" in entry.body
    assert not reviews.open(DAY)


def test_a_mood_said_hours_before_in_a_review_that_was_left_is_not_lost(
    diary: Diary, reviews: Reviews
) -> None:
    said(reviews, ended=False, at=EVENING, mood=1)
    later = EVENING + timedelta(hours=4)
    review, draft = reviews.begin(later)
    reviews.keep(replace(review, mood=2), draft, ended=False, now=later)
    (entry,) = diary.entries()
    assert (entry.mood, entry.body) == (2, "01:10: low (2), before that heavy (1).")


def test_what_was_left_of_another_day_is_kept_on_that_day(diary: Diary, reviews: Reviews) -> None:
    review, _ = reviews.begin(EVENING)
    begun = replace(review, at=Part.CARE, mood=1, line="not yet kept")
    diary.keep_draft(Draft("reviews", None, review_to_fields(begun)), now=EVENING)
    tomorrow = EVENING + timedelta(days=1)
    fresh, draft = reviews.begin(tomorrow)
    assert (fresh.at, fresh.mood, fresh.day, draft.id) == (Part.MOOD, None, DAY + timedelta(days=1), "")
    (entry,) = diary.entries()
    assert (entry.day, entry.mood) == (DAY, 1)
    assert entry.body.startswith("not yet kept")
    assert diary.drafts() == []


def test_nothing_said_is_nothing_kept(diary: Diary, reviews: Reviews) -> None:
    said(reviews, ended=False)
    said(reviews, at=EVENING, ended=True)
    assert [*diary.entries()] == []
    assert diary.drafts() == []


def test_what_is_in_the_trash_or_put_away_is_not_added_to(diary: Diary, reviews: Reviews) -> None:
    diary.trash([said(reviews, mood=3).entry], now=EVENING)
    diary.put_away([said(reviews, mood=4).entry], now=EVENING)
    assert reviews.of(DAY) is None
    said(reviews, mood=5)
    assert [entry.mood for entry in diary.entries()] == [5]


def test_what_was_thrown_away_while_a_review_was_left_stays_gone(diary: Diary, reviews: Reviews) -> None:
    left = said(reviews, ended=False, at=EVENING, mood=2, feelings=("sad",), care={"sleep": "no"})
    diary.trash([left.entry], now=EVENING)
    review, draft = reviews.begin(EVENING)
    assert (review.entry, review.mood, review.feelings, review.care) == ("", None, (), {})
    kept, _ = reviews.keep(replace(review, line="new"), draft, ended=False, now=EVENING)
    assert [entry.mood for entry in diary.entries()] == [None]
    diary.erase([kept.entry], now=EVENING)
    assert diary.drafts() == []
    assert not reviews.open(DAY)


def test_only_that_is_offered_for_which_there_is_something_to_ask(diary: Diary, reviews: Reviews) -> None:
    assert reviews.offered(DAY) == (Part.MOOD, Part.FEELINGS, Part.CARE, Part.LINE)
    diary.contact.keep(lived(ContactKind.START, EVENING, "UTC", DAY_END), now=EVENING)
    diary.mementos.keep(Memento("scarf", weight=5), Memento("cup"), Memento("ticket", weight=1), now=EVENING)
    diary.goals.add(Goal("swim", column=Column.DOING, steps=(Step("call the pool"),)), now=EVENING)
    assert reviews.offered(DAY) == PARTS
    memento = reviews.memento()
    assert memento is not None
    assert memento.name == "ticket"
    diary.mementos.decide([memento.id], Decision.KEEP, now=EVENING)
    assert getattr(reviews.memento(), "name", "") == "scarf"
    goal = reviews.goal(DAY)
    assert goal is not None
    assert goal[0].steps[goal[1] or 0].text == "call the pool"
    diary.goals.tick_step(goal[0].id, 0, today=DAY, now=EVENING)
    diary.goals.add(Goal("run", column=Column.DOING, repeat=Repeat(2)), now=EVENING)
    again = reviews.goal(DAY)
    assert again is not None
    assert (again[0].title, again[1]) == ("run", None)
    diary.goals.tick_week(again[0].id, today=DAY, now=EVENING)
    assert reviews.goal(DAY) is None
    diary.contact.keep(lived(ContactKind.PAUSE, EVENING, "UTC", DAY_END), now=EVENING)
    assert Part.CONTACT not in reviews.offered(DAY)


def test_parts_are_chosen_and_ordered_and_one_at_least_stays(reviews: Reviews) -> None:
    assert reviews.parts() == PARTS
    wanted = [(Part.LINE, True), (Part.MOOD, True), *((part, False) for part in PARTS[1:-1])]
    reviews.arrange(wanted, now=EVENING)
    assert reviews.parts() == (Part.LINE, Part.MOOD)
    with pytest.raises(UnfitThing):
        reviews.arrange([(part, False) for part in PARTS], now=EVENING)
    assert reviews.parts() == (Part.LINE, Part.MOOD)


@given(st.lists(st.lists(st.text() | st.booleans()) | st.tuples(st.sampled_from(PARTS), JUNK)) | JUNK)
def test_no_order_is_too_strange_to_be_read(parts: Any) -> None:
    diary = Diary.in_memory()
    put(diary, "own", "review", {"kind": "review", "parts": parts})
    assert {part for part, _ in diary.reviews.order()} == {*PARTS}


FIELDS = tuple(review_to_fields(Review(EVENING, "UTC", DAY)))


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JUNK)))
def test_no_draft_is_too_strange_to_be_gone_on_with(fields: dict[str, Any]) -> None:
    assert review_from_fields(fields) is None
    whole = {**fields, "began": "2026-03-01T21:10:00Z", "day": "2026-03-01"}
    review = review_from_fields(whole)
    assert review is not None
    assert review_from_fields(review_to_fields(review)) == review


@given(
    st.builds(
        Review,
        st.just(EVENING),
        st.just("UTC"),
        st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        at=st.sampled_from(PARTS) | st.none(),
        mood=st.integers(1, 5) | st.none(),
        contact=st.sampled_from(Contact) | st.none(),
        noted=st.sampled_from(Contact) | st.none(),
        care=st.dictionaries(st.sampled_from(["sleep", "food"]), st.sampled_from(["yes", "no"])),
        sort=st.sampled_from(LineSort),
        line=st.just("a line") | st.just(""),
        said=st.lists(st.sampled_from(LineSort)).map(tuple),
        whole=st.booleans(),
        again=st.booleans(),
    )
)
def test_a_review_comes_back_from_its_draft_as_it_was(review: Review) -> None:
    diary = Diary.in_memory()
    diary.keep_draft(Draft("reviews", None, review_to_fields(review)), now=EVENING)
    (draft,) = diary.drafts()
    assert review_from_fields(draft.fields) == review
