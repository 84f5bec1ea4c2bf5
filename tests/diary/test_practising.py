"""Practices are gone through, left and gone on with; at the end all that was said is kept at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.content.practice_safety import guarded, safety_steps
from heartwork.content.practice_words import practice_words
from heartwork.content.practices import practices
from heartwork.diary.errors import UnknownThing, VaultUnwritable
from heartwork.diary.practice_walk import PracticeWalk
from heartwork.diary.practising import UnclearAnswer
from heartwork.model.contact import ContactKind, lived
from heartwork.model.entry import Kind
from heartwork.model.goal import Column
from heartwork.model.letter import State
from heartwork.model.person import Person, Role
from heartwork.model.run import Run, RunState
from tests.diary.made import NOW, Failing, after, again, documents, on_file
from tests.diary.practices import EVERY_KIND, answered, every_course

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.diary import Diary
    from heartwork.model.course import Course
    from heartwork.model.run import Finished

ROUTES = [pair for practice in practices().values() for pair in every_course(guarded(practice))]


@pytest.fixture
def every(diary: Diary) -> str:
    """The id of a practice that has every kind of step."""
    return diary.practising.own.take_in(EVERY_KIND, "every-kind.toml", now=NOW)[0].id


def finished(diary: Diary, key: str, **answers: object) -> Finished:
    return diary.practising.finish(Run(key, answers=answers), now=NOW)


@pytest.fixture(scope="module")
def shared() -> Diary:
    """One diary for all that ships: no test looks at what another left there."""
    from heartwork.diary import Diary

    return Diary.in_memory()


@pytest.mark.parametrize("course", [course for _, course in ROUTES], ids=[name for name, _ in ROUTES])
def test_every_practice_that_ships_comes_to_its_end_along_every_way(shared: Diary, course: Course) -> None:
    visited, at = list[int](), 0
    while (then := course.after(at)) is not None:
        visited.append(at)
        assert course.before(then) == at
        at = then
    assert (course.stop(at) is not None) is (at != course.end)
    run = shared.practising.note(Run(course.practice.id, at, course.answers), now=NOW)
    made = shared.practising.finish(run, now=NOW)
    stopped = course.stop(at) is not None
    (kept,) = [each for each in shared.runs.all() if each.id == run.id]
    assert kept.state is (RunState.STOPPED if stopped else RunState.DONE)
    if not stopped:
        entry = shared.entry(made.entry)
        assert (entry.kind, entry.title, entry.run) == (Kind.PRACTICE, course.practice.title, run.id)
        asked = {step.kind for step in course.answered()} - {"choose", "breathe", "letter"}
        assert bool(entry.body) is bool(asked or "choose" in {step.kind for step in course.answered()})
    for step in safety_steps():
        assert not made.entry or step.title not in shared.entry(made.entry).body
    shared.contact.trash([each.id for each in shared.contact.all()], now=NOW)  # what waits stops another


def test_a_small_hello_waits_for_the_day_that_was_chosen(diary: Diary) -> None:
    zone, day_end = "UTC", diary.settings.day_end
    wait = lived(ContactKind.WAIT_UNTIL, NOW, zone, day_end, until=NOW + timedelta(days=40))
    diary.contact.keep(wait, now=NOW)
    assert diary.practising.until(NOW) == (NOW + timedelta(days=40)).date()
    walk = PracticeWalk(diary, "reconnect-4-small-hello", now=NOW)
    for _ in safety_steps():
        walk.answer(0)
        assert walk.go_on()
    assert walk.waits
    assert walk.stop is not None
    assert "10 April" in walk.waiting
    assert diary.practising.finish(walk.run, now=NOW).entry == ""
    later = PracticeWalk(diary, "reconnect-4-small-hello", now=NOW + timedelta(days=41))
    assert not later.waiting


def test_where_nothing_was_said_nothing_is_kept_and_the_way_there_counts(diary: Diary) -> None:
    walk = PracticeWalk(diary, "face-it", now=NOW)
    assert walk.empty
    while walk.go_on():
        pass
    made = walk.finish(NOW)
    assert made.entry == ""
    assert diary.ids() == []
    assert diary.practising.visits()["face-it"].times == 1


def test_what_was_said_becomes_an_entry_and_things_and_one_undo_takes_all_back(
    diary: Diary, every: str
) -> None:
    diary.folk.keep(Person("Mia", role=Role.LETTING_GO), now=NOW)
    diary.runs.tick("space-to-heal", "bed", on=True, now=NOW)
    run = replace(diary.practising.begin(every), answers=answered(diary.practising.one(every), {}).answers)
    run = diary.practising.note(run, now=NOW)
    made = diary.practising.finish(run, now=after(1))
    assert made.shelves == {"reasons": 2}
    assert (made.goals, made.mementos, made.people, made.letters) == (1, 1, 2, 1)
    entry = diary.entry(made.entry)
    assert "### Say" in entry.body
    assert "Dear you" not in entry.body
    assert diary.shelves.lines("reasons") == ["I was alone with it.", "I was tired."]
    (goal,) = diary.goals.column(Column.SOMEDAY)
    assert (goal.title, goal.area) == ("learn to swim", "health")
    assert [(each.name, each.where, each.weight) for each in diary.mementos.all()] == [("ring", "drawer", 3)]
    assert [(each.name, each.help) for each in diary.folk.circle()] == [("Anna", "walks with me"), ("Jo", "")]
    (letter,) = diary.letters.all()
    assert (letter.to, letter.state) == ("Mia", State.DRAFT)
    (wait,) = [each for each in diary.contact.all() if each.kind is ContactKind.WAIT_UNTIL]
    assert wait.until is not None
    assert diary.practising.visits()[every].times == 1
    assert diary.undo(now=after(2)) is not None
    assert diary.shelves.lines("reasons") == []
    assert not [*diary.ids(), *diary.goals.all(), *diary.mementos.all(), *diary.contact.all()]
    (waiting,) = diary.practising.under_way()
    assert (waiting.run.id, dict(waiting.run.answers)) == (run.id, dict(run.answers))
    assert every not in diary.practising.visits()
    assert diary.runs.listed("space-to-heal").ticked == {"bed"}


def test_what_stands_there_already_is_not_made_twice(diary: Diary, every: str) -> None:
    diary.folk.keep(Person("Jo", help="listens", role=Role.LETTING_GO), now=NOW)
    answers = dict(answered(diary.practising.one(every), {}).answers)
    diary.practising.finish(Run(every, answers=answers), now=NOW)
    made = finished(diary, every, **{**answers, "why": ["i WAS tired.", "New.", "new."]})
    assert made.shelves == {"reasons": 1}
    assert (made.goals, made.mementos, made.people) == (0, 0, 0)
    assert diary.shelves.lines("reasons")[-1] in ("New.", "new.")
    assert [each.name for each in diary.folk.letting_go()] == ["Jo"]


def test_noting_is_no_change_to_undo_and_survives(path: Path) -> None:
    diary = on_file(path)
    run = diary.practising.begin("face-it")
    assert run.id == ""
    assert diary.runs.all() == []
    run = diary.practising.note(replace(run, step=1, answers={"as-it-is": "so\nfar"}), now=NOW)
    assert diary.undo(now=NOW) is None
    diary.close()
    there = again(path).practising
    (left,) = there.under_way()
    assert (left.at, left.of) == (2, len(left.practice.steps))
    assert there.begin("face-it") == replace(run, updated=NOW)


def test_a_refusing_disk_leaves_all_as_it_was(tmp_path: Path) -> None:
    files = Failing()
    diary = on_file(tmp_path / "d.heartwork", files)
    run = diary.practising.note(Run("face-it", 3, {"as-it-is": "so"}), now=NOW)
    files.full = True
    with pytest.raises(VaultUnwritable):
        diary.practising.finish(run, now=after(1))
    assert diary.ids() == []
    assert diary.runs.open("face-it") is not None
    files.full = False
    assert diary.practising.finish(run, now=after(2)).entry in diary.ids()


@pytest.mark.parametrize(
    ("step", "said", "why"),
    [
        ("aim", ["swim due:blue"], "Line 1: due:"),
        ("thing", ["ring 99"], "Line 1: A weight"),
        ("until", "some day", "could not be read as a day"),
        ("until", "2020-01-01", "has come already"),
    ],
)
def test_what_cannot_be_understood_is_said_at_its_step(
    diary: Diary, every: str, step: str, said: object, why: str
) -> None:
    run = Run(every, answers={step: said})
    place = next(at for at, each in enumerate(diary.practising.one(every).steps) if each.id == step)
    assert why in diary.practising.unclear(run, place, now=NOW)
    with pytest.raises(UnclearAnswer) as unclear:
        diary.practising.finish(run, now=NOW)
    assert unclear.value.place == place
    assert diary.ids() == []


def test_a_kind_stop_keeps_what_was_said_and_is_no_visit(diary: Diary, every: str) -> None:
    made = finished(diary, every, say="so far", where=2, aim=["never reached"])
    assert "so far" in diary.entry(made.entry).body
    assert made.goals == 0
    assert every not in diary.practising.visits()
    assert diary.practising.begin(every).id == ""
    last = diary.practising.last_time(every)
    assert last is not None
    assert last.answers["say"] == "so far"
    assert diary.practising.last_ended(every) == NOW


def test_questions_of_safety_come_first_and_leave_no_trace_in_the_journal(diary: Diary) -> None:
    text = EVERY_KIND.replace('title = "Every kind"', 'title = "Talk"\nsafety = true', 1)
    key = diary.practising.own.take_in(text, "talk.toml", now=NOW)[0].id
    first, second = safety_steps()
    assert diary.practising.one(key).steps[:2] == (first, second)
    assert finished(diary, key, **{first.id: 1}).entry == ""
    assert diary.ids() == []
    made = finished(diary, key, **{first.id: 0, second.id: 0, "say": "so"})
    assert first.title not in diary.entry(made.entry).body
    assert first.ways[0].says not in diary.entry(made.entry).body


def test_what_comes_first_is_said_until_it_was_visited_to_its_end(diary: Diary, every: str) -> None:
    later = EVERY_KIND.replace('title = "Every kind"', f'title = "Later"\nafter = ["{every}"]', 1)
    key = diary.practising.own.take_in(later, "later.toml", now=NOW)[0].id
    first = diary.practising.comes_first(key)
    assert first is not None
    assert first.id == every
    finished(diary, every, say="so", where=2)
    assert diary.practising.comes_first(key) is not None
    finished(diary, every, say="so")
    assert diary.practising.comes_first(key) is None
    assert diary.practising.comes_first(every) is None


def test_a_practice_that_is_no_more_is_unknown_and_nowhere_offered(diary: Diary, every: str) -> None:
    diary.practising.note(Run(every, answers={"say": "so"}), now=NOW)
    diary.practising.own.trash(every, now=NOW)
    assert diary.practising.under_way() == []
    with pytest.raises(UnknownThing):
        diary.practising.one(every)


def test_a_letter_is_in_the_letter_alone_and_once_burned_nothing_brings_it_back(
    diary: Diary, every: str
) -> None:
    run = diary.practising.note(Run(every, answers={"say": "so", "unsent": "my words"}), now=NOW)
    diary.turn(NOW.date())
    diary.practising.finish(run, now=after(1))
    (letter,) = diary.letters.all()
    assert diary.entry(letter.entry).body == "my words"
    assert letter.to == practice_words().step.them
    diary.letters.burn(letter.entry, now=after(2))
    assert "my words" not in repr(documents(diary, "runs")) + repr(documents(diary, "entries"))
    while diary.undo(now=after(3)):
        pass
    assert "my words" not in repr(documents(diary, "runs")) + repr(documents(diary, "entries"))


def test_an_entry_that_is_erased_takes_what_was_said_with_it(diary: Diary, every: str) -> None:
    run = diary.practising.note(Run(every, answers={"say": "my words"}), now=NOW)
    made = diary.practising.finish(run, now=after(1))
    diary.erase([made.entry], now=after(2))
    assert "my words" not in repr(documents(diary, "runs"))
    assert diary.practising.visits()[every].times == 1
    assert diary.practising.begin(every).id == ""
    while diary.undo(now=after(3)):
        pass
    assert "my words" not in repr(documents(diary, "runs"))


def test_what_is_gone_on_with_stays_when_the_entry_that_was_taken_back_is_erased(
    diary: Diary, every: str
) -> None:
    run = diary.practising.note(Run(every, answers={"say": "my words"}), now=NOW)
    first = diary.practising.finish(run, now=after(1))
    diary.undo(now=after(2))
    again_ended = diary.practising.finish(diary.practising.begin(every), now=after(3))
    diary.erase([first.entry], now=after(4))
    last = diary.practising.last_time(every)
    assert last is not None
    assert last.answers["say"] == "my words"
    diary.trash([again_ended.entry], now=after(5))
    other = diary.practising.note(Run(every, answers={"say": "other words"}), now=after(6))
    ended = diary.practising.finish(other, now=after(7))
    diary.undo(now=after(8))
    diary.erase([ended.entry], now=after(9))
    assert diary.practising.begin(every).answers["say"] == "other words"


def test_what_was_said_last_time_is_out_of_sight_with_its_entry(diary: Diary, every: str) -> None:
    diary.turn_to(NOW)
    made = finished(diary, every, say="Rain, with Anna.")
    before = diary.practising.last_time(every)
    assert before is not None
    asked = before.step(1)
    assert asked is not None
    assert before.said(asked) == "Rain, with Anna."
    for hides, shows in ((diary.put_away, diary.take_back), (diary.trash, diary.restore)):
        hides([made.entry], now=after(minutes=1))
        assert diary.practising.last_time(every) is None
        assert diary.practising.last_ended(every) is not None
        shows([made.entry], now=after(minutes=2))
        assert diary.practising.last_time(every) == before


def test_a_step_shows_again_what_was_said_before_it_also_on_a_list_that_stays_open(diary: Diary) -> None:
    text = EVERY_KIND.replace('id = "aim"', 'id = "aim"\nrecalls = ["say", "space"]')
    key = diary.practising.own.take_in(text, "recalling.toml", now=NOW)[0].id
    diary.practising.note(Run(key, 9, {"say": "so"}), now=NOW)
    assert [part.lines for part in PracticeWalk(diary, key, now=NOW).recalled] == [("so",)]
    diary.runs.tick("space-to-heal", "bed", on=True, now=NOW)
    walk = PracticeWalk(diary, key, now=NOW)
    assert walk.step is not None
    assert [part.lines for part in walk.recalled] == [("so",), ("Fresh sheets, and the bed moved or turned",)]
    assert walk.go_on()
    assert walk.recalled == ()


def test_an_answer_that_says_it_is_not_safe_holds_until_another_is_given(diary: Diary) -> None:
    diary.turn_to(NOW)
    yes = {"safe-with-them": 0, "asked-for-none": 0}
    assert not diary.practising.unsafe()
    for minutes, key, answers, unsafe in (
        (1, "plan-the-talk", yes, False),
        (2, "reconnect-1-why", {"safe-with-them": 1}, True),
        (3, "face-it", {}, True),
        (4, "plan-the-talk", {"safe-with-them": 0, "asked-for-none": 1}, True),
        (9, "plan-the-talk", yes, False),
    ):
        diary.practising.finish(Run(key, answers=answers), now=after(minutes=minutes))
        assert diary.practising.unsafe() is unsafe
