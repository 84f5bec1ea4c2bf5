"""What a person does for themselves: up to eight habits of their own, and what a day had of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartwork.diary.changes import Change
from heartwork.diary.documents import text
from heartwork.diary.errors import NothingToKeep, UnfitThing, UnknownThing
from heartwork.diary.ledger import STAMPS
from heartwork.diary.own import OWN
from heartwork.model.care import LONGEST, MOST, Care, Habit
from heartwork.model.text import clean_line, normal
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from heartwork.diary.diary import Diary
    from heartwork.diary.ledger import Ledger

KIND: Final = "care"
"""The kind, and the id, of the one document of habits among what is a person's own."""


class CareChecks:
    """The habits, and the answers of a day; as with a setting, undo does not come here.

    A habit that was taken out leaves its name behind: days that have it can still say so, and when it is
    added again it is the same one.
    """

    def __init__(self, diary: Diary, ledger: Ledger) -> None:
        self._diary = diary
        self._ledger = ledger

    def habits(self) -> tuple[Habit, ...]:
        """Return the habits that are asked after, in their order."""
        row = self._row()
        if row is None:
            return tuple(Habit(key, name) for key, name in _shipped().items())
        return _listed(row.get("habits"))[:MOST]

    def name(self, key: str) -> str:
        """Return the name of a habit, also of one that was taken out; nothing for one that never was."""
        gone = {habit.id: habit.name for habit in self._gone()}
        asked = {habit.id: habit.name for habit in self.habits()}
        return asked.get(key) or gone.get(key) or _shipped().get(key, "")

    def said(self, care: Mapping[str, str]) -> dict[Habit, Care | None]:
        """Return the habits in their order with what was said of each; None where it was passed over."""
        answers = {answer.value: answer for answer in Care}
        return {habit: answers.get(care.get(habit.id, "")) for habit in self.habits()}

    def today(self, day: date) -> dict[Habit, Care | None]:
        """Return the habits with what was said of each on a logical day, the last word counting."""
        care: dict[str, str] = {}
        for key in self._diary.day_ids(day):
            care |= self._diary.entry(key).care
        return self.said(care)

    # --- changing the habits -------------------------------------------------------------------------

    def add(self, name: str, *, now: datetime) -> Change:
        """Add a habit at the end; one that is there already changes nothing.

        Raises NothingToKeep, UnfitThing where there are eight or the name is too long, or VaultUnwritable.
        """
        said, habits = self._fitting(name), self.habits()
        if any(normal(habit.name) == normal(said) for habit in habits):
            return Change("added")
        if len(habits) >= MOST:
            raise UnfitThing("there are eight habits already")
        before = next((habit.id for habit in self._gone() if normal(habit.name) == normal(said)), None)
        return self._write("added", [*habits, Habit(before or new_id(), said)], now)

    def rename(self, key: str, name: str, *, now: datetime) -> Change:
        """Give a habit another name. Raises NothingToKeep, UnfitThing, UnknownThing or VaultUnwritable."""
        said, habits = self._fitting(name), self.habits()
        self._place(key)
        if any(normal(habit.name) == normal(said) and habit.id != key for habit in habits):
            raise UnfitThing("another habit has this name")
        return self._write("renamed", [Habit(key, said) if each.id == key else each for each in habits], now)

    def remove(self, key: str, *, now: datetime) -> Change:
        """Ask after a habit no longer; days that have it keep it. Raises UnknownThing or VaultUnwritable."""
        self._place(key)
        return self._write("removed", [habit for habit in self.habits() if habit.id != key], now)

    def move(self, key: str, place: int, *, now: datetime) -> Change:
        """Put a habit at a place, from zero. Raises UnknownThing or VaultUnwritable."""
        habits = list(self.habits())
        habit = habits.pop(self._place(key))
        habits.insert(max(0, place), habit)
        return self._write("moved", habits, now)

    def _fitting(self, name: str) -> str:
        said = clean_line(name)
        if not said:
            raise NothingToKeep("a habit needs a name")
        if len(said) > LONGEST:
            raise UnfitThing(f"the name of a habit has at most {LONGEST} characters")
        return said

    def _place(self, key: str) -> int:
        for place, habit in enumerate(self.habits()):
            if habit.id == key:
                return place
        raise UnknownThing("there is no habit by this id")

    def _write(self, verb: str, habits: Sequence[Habit], now: datetime) -> Change:
        asked = {habit.id for habit in habits}
        known = {habit.id: habit for habit in (*self._gone(), *self.habits())}
        gone = [habit for key, habit in known.items() if key not in asked]
        row: dict[str, object] = {
            **(self._row() or {}),
            "kind": KIND,
            "habits": [{"id": habit.id, "name": habit.name} for habit in habits],
            "gone": [{"id": habit.id, "name": habit.name} for habit in gone],
        }
        row = {name: value for name, value in row.items() if name not in STAMPS}
        return self._ledger.write(verb, OWN, {KIND: row}, now, undoable=False)

    def _row(self) -> Mapping[str, object] | None:
        row = self._ledger.documents(OWN).get(KIND)
        return row if row is not None and isinstance(row.get("habits"), list) else None

    def _gone(self) -> tuple[Habit, ...]:
        return _listed((self._row() or {}).get("gone"))


def _shipped() -> Mapping[str, str]:
    """Return the names of the habits that ship, by their ids; read when they are first asked for."""
    from heartwork.content.care_words import care_words

    return care_words().habits


def _listed(value: object) -> tuple[Habit, ...]:
    """Return from a document the habits in a list, each once, whatever the list holds."""
    once: dict[str, Habit] = {}
    for each in value if isinstance(value, list) else []:
        if isinstance(each, dict):
            key, name = (clean_line(text(each.get(field))) for field in ("id", "name"))
            if key and name:
                once.setdefault(key, Habit(key, name[:LONGEST].strip()))
    return tuple(once.values())
