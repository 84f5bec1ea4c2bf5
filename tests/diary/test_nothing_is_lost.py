"""Nothing but erasing and burning ever deletes: whatever else is done, every text stays in the vault."""

from __future__ import annotations

import inspect
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.contact import ContactLog
from heartwork.diary.errors import DiaryError
from heartwork.diary.folk import Folk
from heartwork.diary.goals import Goals
from heartwork.diary.letters import Letters
from heartwork.diary.mementos import Mementos
from heartwork.diary.visits import Visits
from heartwork.model.contact import ContactEvent, ContactKind, SlipKind
from heartwork.model.draft import Draft
from heartwork.model.entry import VERSIONS_KEPT, Away, Kind
from heartwork.model.goal import Column, Goal, Repeat, Step
from heartwork.model.memento import Decision, Memento
from heartwork.model.person import Person
from tests.diary.made import NOW, after, again, documents, entry, on_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    Verb = Callable[[Diary, str, datetime], object]

TODAY = date(2026, 3, 1)
LATER = TODAY + timedelta(days=30)
TABLES = ("entries", "letters", "mementos", "goals", "contact")
DELETES = {"erase", "erase_outstayed", "burn"}
NOT_OF_TEXTS = {"drop_draft", "set", "save_copy"}


def changed(diary: Diary, key: str, now: datetime) -> None:
    """Write something else into an entry, as long as the texts before still have room."""
    old = diary.entry(key)
    if len(old.versions) < VERSIONS_KEPT and not old.sealed:
        diary.keep(replace(old, body=f"{word_of(key)} written {len(old.versions)}"), now=now)


def answered(diary: Diary, key: str, now: datetime) -> None:
    if not diary.letters.of(key).answer:
        diary.letters.answer(key, f"answer {word_of(key)}", now=now)


def undone(diary: Diary, _key: str, now: datetime) -> None:
    """Take the last change back, unless it wrote an answer, or a text where no earlier one has room."""
    last = diary._ledger._undos.last
    full = any(len(diary.entry(key).versions) >= VERSIONS_KEPT - 1 for key in diary.ids())
    if last and last.verb != "answered" and not (last.verb == "changed" and full):
        diary.undo(now=now)


def memento(diary: Diary, key: str) -> str:
    """Return the memento that goes with an entry."""
    return next(each for each, row in documents(diary, "mementos").items() if word_of(key) in row["story"])


def goal(diary: Diary, key: str) -> str:
    """Return the goal that goes with an entry."""
    return next(each for each, row in documents(diary, "goals").items() if word_of(key) in row["why"])


def weighed(diary: Diary, key: str, now: datetime) -> None:
    found = diary.mementos.one(memento(diary, key))
    diary.mementos.keep(replace(found, weight=5, helper="Anna"), now=now)


def sized(diary: Diary, key: str, now: datetime) -> None:
    diary.goals.keep(replace(diary.goals.one(goal(diary, key)), size=2), now=now)


def known(diary: Diary, now: datetime) -> list[str]:
    """Return the ids of the people outside the trash, who are one at least."""
    return [each.id for each in diary.folk.all()] or [diary.folk.keep(Person("Anna"), now=now).id]


MEMENTO_VERBS: dict[str, Verb] = {
    "keep": weighed,
    "trash": lambda diary, key, now: diary.mementos.trash([memento(diary, key)], now=now),
    "restore": lambda diary, key, now: diary.mementos.restore([memento(diary, key)], now=now),
    "decide": lambda diary, key, now: diary.mementos.decide(
        [memento(diary, key)], Decision.RETURN, to="M.", now=now
    ),
    "let_go": lambda diary, key, now: diary.mementos.let_go(memento(diary, key), weight_after=1, now=now),
    "take_up": lambda diary, key, now: diary.mementos.take_up([memento(diary, key)], now=now),
    "tick": lambda diary, key, now: diary.mementos.tick([memento(diary, key)], packed=True, now=now),
    "put_away": lambda diary, key, now: diary.mementos.put_away([memento(diary, key)], now=now),
    "take_back": lambda diary, key, now: diary.mementos.take_back([memento(diary, key)], now=now),
}

GOAL_VERBS: dict[str, Verb] = {
    "keep": sized,
    "trash": lambda diary, key, now: diary.goals.trash([goal(diary, key)], now=now),
    "restore": lambda diary, key, now: diary.goals.restore([goal(diary, key)], now=now),
    "add": lambda diary, _, now: diary.goals.add(Goal("one more"), now=now),
    "move": lambda diary, key, now: diary.goals.move(goal(diary, key), Column.DONE, 0, now=now),
    "tick_step": lambda diary, key, now: diary.goals.tick_step(goal(diary, key), 0, today=TODAY, now=now),
    "add_steps": lambda diary, key, now: diary.goals.add_steps(goal(diary, key), "more", now=now),
    "tick_week": lambda diary, key, now: diary.goals.tick_week(goal(diary, key), today=TODAY, now=now),
    "let_go": lambda diary, key, now: diary.goals.let_go(goal(diary, key), "why not", now=now),
    "put_away": lambda diary, key, now: diary.goals.put_away([goal(diary, key)], now=now),
    "take_back": lambda diary, key, now: diary.goals.take_back([goal(diary, key)], now=now),
}


def slip(diary: Diary, key: str) -> str:
    """Return the event of the log that goes with an entry."""
    return next(each for each, row in documents(diary, "contact").items() if word_of(key) in row["note"])


def helped(diary: Diary, key: str, now: datetime) -> None:
    diary.contact.keep(replace(diary.contact.one(slip(diary, key)), helped="a walk"), now=now)


CONTACT_VERBS: dict[str, Verb] = {
    "keep": helped,
    "trash": lambda diary, key, now: diary.contact.trash([slip(diary, key)], now=now),
    "trash_whole": lambda diary, key, now: diary.contact.trash_whole(slip(diary, key), now=now),
    "restore": lambda diary, key, now: diary.contact.restore([slip(diary, key)], now=now),
    "unfit": lambda diary, key, now: diary.contact.unfit(diary.contact.one(slip(diary, key)), now=now),
}

VERBS: dict[str, Verb] = {
    **{f"contact.{name}": verb for name, verb in CONTACT_VERBS.items()},
    **{f"mementos.{name}": verb for name, verb in MEMENTO_VERBS.items()},
    **{f"goals.{name}": verb for name, verb in GOAL_VERBS.items()},
    "keep": changed,
    "trash": lambda diary, key, now: diary.trash([key], now=now),
    "restore": lambda diary, key, now: diary.restore([key], now=now),
    "star": lambda diary, key, now: diary.star([key], starred=True, now=now),
    "tag": lambda diary, key, now: diary.tag([key], add=["night"], remove=["day"], now=now),
    "put_away": lambda diary, key, now: diary.put_away([key], until=LATER, by="tag:night", now=now),
    "take_back": lambda diary, key, now: diary.take_back([key], now=now),
    "undo": undone,
    "redo": lambda diary, _, now: diary.redo(now=now),
    "turn_to": lambda diary, _, now: diary.turn_to(now),
    "outstayed": lambda diary, _, now: diary.outstayed(now),
    "keep_draft": lambda diary, key, now: diary.keep_draft(Draft("entries", key), now=now),
    "letters.address": lambda diary, key, now: diary.letters.address(key, "M.", now=now),
    "letters.seal": lambda diary, key, now: diary.letters.seal(key, LATER, now=now),
    "letters.ask_early": lambda diary, key, now: diary.letters.ask_early(key, now=now),
    "letters.open": lambda diary, key, now: diary.letters.open(key, now=now),
    "letters.answer": answered,
    "letters.keep": lambda diary, key, now: diary.letters.keep(key, now=now),
    "folk.keep": lambda diary, _, now: diary.folk.keep(Person("M.", away=Away(now)), now=now),
    "folk.trash": lambda diary, _, now: diary.folk.trash(known(diary, now), now=now),
    "folk.restore": lambda diary, _, now: diary.folk.restore(known(diary, now), now=now),
    "folk.reach": lambda diary, _, now: diary.folk.reach(known(diary, now)[0], TODAY, now=now),
    "visits.note": lambda diary, _, now: diary.visits.note(now, now.date()),
}


def word_of(key: str) -> str:
    """Return a word that only this entry has."""
    return f"w{key.replace('-', '')}"


def verbs(kind: type[object], prefix: str = "") -> set[str]:
    """Return the names of what changes something: it is told what time it is."""
    functions = inspect.getmembers(kind, inspect.isfunction)
    return {
        f"{prefix}{name}"
        for name, function in functions
        if not name.startswith("_") and "now" in inspect.signature(function).parameters
    }


def texts(diary: Diary) -> str:
    """Return every text that the vault holds."""
    tables = (documents(diary, table).values() for table in TABLES)
    return "\n".join(f"{row}" for row in chain.from_iterable(tables))


def three(diary: Diary) -> list[str]:
    """Keep two notes and a letter, each with a memento and a goal that have a word of its own too."""
    diary.turn(TODAY)
    keys = [diary.keep(entry("first", kind=kind), now=NOW).id for kind in (Kind.NOTE, Kind.NOTE, Kind.LETTER)]
    for key in keys:
        diary.keep(replace(diary.entry(key), body=f"{word_of(key)} at first"), now=after(1))
        note = f"{word_of(key)} note"
        event = ContactEvent(ContactKind.SLIP, NOW, "UTC", TODAY, slip=SlipKind.LOOKED, note=note)
        diary.contact.keep(event, now=after(1))
        diary.mementos.keep(Memento("ring", story=f"{word_of(key)} story"), now=after(1))
        steps = (Step(f"{word_of(key)} step"),)
        diary.goals.add(Goal("swim", why=f"{word_of(key)} why", steps=steps, repeat=Repeat()), now=after(1))
    diary.forget_undos()
    return keys


def test_every_verb_is_walked_but_those_that_are_there_to_delete() -> None:
    kinds = {
        ContactLog: "contact.",
        Folk: "folk.",
        Goals: "goals.",
        Letters: "letters.",
        Mementos: "mementos.",
        Visits: "visits.",
    }
    known = chain(verbs(Diary), *(verbs(kind, prefix) for kind, prefix in kinds.items()))
    asked = {"visits.odd", "visits.enough", "visits.left"}
    rest = {each for each in known if each.rpartition(".")[2] not in DELETES | NOT_OF_TEXTS} - asked
    assert rest == set(VERBS)


def first_words(keys: list[str]) -> list[str]:
    return [f"{word_of(key)} {what}" for key in keys for what in ("at first", "story", "why", "step", "note")]


STEPS = st.lists(st.tuples(st.sampled_from(sorted(VERBS)), st.integers(0, 2)), max_size=40)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_whatever_is_done_every_text_is_still_there(steps: list[tuple[str, int]]) -> None:
    diary = Diary.in_memory()
    keys = three(diary)
    said, things = first_words(keys), {**documents(diary, "mementos"), **documents(diary, "goals")}
    for at, (verb, which) in enumerate(steps, 2):
        with suppress(DiaryError):
            VERBS[verb](diary, keys[which], after(at * 60 * 24))
        said += [entry.body for key in keys if (entry := diary.entry(key)).body]
        held = texts(diary)
        assert [text for text in said if text not in held] == []
        assert set(documents(diary, "entries")) == set(keys)
        assert things.keys() <= {*documents(diary, "mementos"), *documents(diary, "goals")}


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_it_is_so_on_disk_too(verb: str, tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    diary = on_file(path)
    keys = three(diary)
    for key in keys:
        with suppress(DiaryError):
            VERBS[verb](diary, key, after(60 * 24 * 90))
    diary.close()
    opened = again(path)
    held = texts(opened)
    assert [words for words in first_words(keys) if words not in held] == []
    opened.close()
