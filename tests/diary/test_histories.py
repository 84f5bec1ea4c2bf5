"""Whatever is done to a diary and taken back, it equals a plain model of it, in memory and on the disk."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from heartwork.diary import Diary
from heartwork.diary.errors import UnknownEntry, VaultUnwritable
from heartwork.model.sought import Query, Where
from heartwork.vault import Vault
from tests.diary.made import NOW, PASSPHRASE, Failing, entry, on_file

if TYPE_CHECKING:
    from datetime import datetime

TEXTS = st.sampled_from(["one", "two", "three", "four"])
MOODS = st.sampled_from([None, 1, 5])


@dataclass(frozen=True)
class Told:
    """What the model knows of an entry."""

    body: str
    mood: int | None
    at: datetime
    starred: bool = False
    trashed: bool = False
    versions: tuple[str, ...] = ()


class Histories(RuleBasedStateMachine):
    """Verbs, undo, blocks, refused saves and new sessions, beside a plain dictionary."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "diary.heartwork"
        self.files = Failing()
        self.diary = on_file(self.path, self.files)
        self.model: dict[str, Told] = {}
        self.undos: list[dict[str, Told | None]] = []
        self.redos: list[dict[str, Told | None]] = []
        self.now = NOW

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.files.full = False
        self.diary.close()
        shutil.rmtree(self.folder)

    def tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def learn(self, changes: dict[str, Told | None]) -> None:
        """Change the model, and note how that is taken back."""
        differing = {key: told for key, told in changes.items() if self.model.get(key) != told}
        if differing:
            self.undos.append({key: self.model.get(key) for key in differing})
            self.redos = []
        self.apply(differing)

    def apply(self, changes: dict[str, Told | None]) -> None:
        for key, told in changes.items():
            if told is None:
                self.model.pop(key, None)
            else:
                self.model[key] = told

    def changed(self, key: str, body: str, mood: int | None) -> Told:
        told = self.model[key]
        versions = (told.body, *told.versions)[:10] if body != told.body else told.versions
        return replace(told, body=body, mood=mood, versions=versions)

    def taken_back(self, key: str, told: Told | None) -> Told | None:
        """Return an entry as it was before, with the text that it has now as an earlier one."""
        now = self.model.get(key)
        if told is None or now is None or not now.body.strip() or now.body in (told.body, *told.versions):
            return told
        return replace(told, versions=(now.body, *told.versions)[:10])

    @initialize(target=ids)
    def one_entry(self) -> Any:
        return self.keep("one", None, 0)

    @rule(target=ids, body=TEXTS, mood=MOODS, minutes=st.integers(-3, 3))
    def keep(self, body: str, mood: int | None, minutes: int) -> str:
        at = NOW + timedelta(minutes=minutes)
        key = self.diary.keep(entry(body, mood=mood, at=at), now=self.tick()).id
        self.learn({key: Told(body, mood, at)})
        return key

    @rule(key=ids, body=TEXTS, mood=MOODS)
    def change(self, key: str, body: str, mood: int | None) -> None:
        if key in self.model:
            self.diary.keep(replace(self.diary.entry(key), body=body, mood=mood), now=self.tick())
            self.learn({key: self.changed(key, body, mood)})

    @rule(key=ids, starred=st.booleans())
    def star(self, key: str, starred: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        if key in self.model:
            self.diary.star([key], starred=starred, now=self.tick())
            self.learn({key: replace(self.model[key], starred=starred)})

    @rule(keys=st.lists(ids, unique=True, max_size=3), back=st.booleans())
    def trash_or_restore(self, keys: list[str], back: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        keys = [key for key in keys if key in self.model and self.model[key].trashed is back]
        verb = self.diary.restore if back else self.diary.trash
        verb(keys, now=self.tick())
        self.learn({key: replace(self.model[key], trashed=not back) for key in keys})

    @rule(key=consumes(ids))
    def erase(self, key: str) -> None:
        if key in self.model:
            self.diary.erase([key], now=self.tick())
            self.apply({key: None})
            self.undos, self.redos = without(key, self.undos), without(key, self.redos)

    @rule(key=ids, body=TEXTS, mood=MOODS)
    def together(self, key: str, body: str, mood: int | None) -> None:
        if key not in self.model:
            return
        with self.diary.together():
            self.diary.star([key], starred=True, now=self.tick())
            self.diary.keep(replace(self.diary.entry(key), body=body, mood=mood), now=self.now)
        self.learn({key: replace(self.changed(key, body, mood), starred=True)})

    @rule(target=ids)
    def undo(self) -> object:
        change = self.diary.undo(now=self.tick())
        if not self.undos:
            assert change is None
            return multiple()
        before = self.undos.pop()
        self.redos.append({key: self.model.get(key) for key in before})
        assert change is not None
        gone = {key: told for key, told in before.items() if told is None and key in self.model}
        self.apply({key: self.taken_back(key, told) for key, told in before.items() if key not in gone})
        self.apply({key: replace(self.model[key], trashed=True) for key in gone})
        return multiple(*before)

    @rule()
    def redo(self) -> None:
        change = self.diary.redo(now=self.tick())
        assert (change is not None) is bool(self.redos)
        if self.redos:
            after = self.redos.pop()
            self.undos.append({key: self.model.get(key) for key in after})
            self.apply(after)

    @rule(key=ids, body=TEXTS)
    def refused(self, key: str, body: str) -> None:
        self.files.full = True
        try:
            with pytest.raises(VaultUnwritable):
                self.diary.keep(entry(body), now=self.tick())
            if key in self.model:
                with pytest.raises(VaultUnwritable):
                    self.diary.erase([key], now=self.tick())
            if self.undos:
                with pytest.raises(VaultUnwritable):
                    self.diary.undo(now=self.tick())
        finally:
            self.files.full = False

    @rule()
    def another_session(self) -> None:
        self.diary.close()
        self.diary = Diary(Vault.open(self.path, PASSPHRASE, files=self.files))
        self.undos.clear()
        self.redos.clear()

    @invariant()
    def equals_the_model(self) -> None:
        for diary in (self.diary, Diary.open(self.path, PASSPHRASE, read_only=True)):
            shown = [each.id for each in diary.entries()]
            trashed = [each.id for each in diary.entries(Query(where=Where.TRASHED))]
            assert shown == diary.ids() == self.ordered(trashed=False)
            assert trashed == self.ordered(trashed=True)
            for key, told in self.model.items():
                assert self.read(diary, key) == told
        for key in {key for change in self.undos for key in change} - self.model.keys():
            with pytest.raises(UnknownEntry):
                self.diary.entry(key)

    def ordered(self, *, trashed: bool) -> list[str]:
        keys = [key for key, told in self.model.items() if told.trashed is trashed]
        return sorted(keys, key=lambda key: (self.model[key].at, key), reverse=True)

    def read(self, diary: Diary, key: str) -> Told:
        one = diary.entry(key)
        versions = tuple(version.body for version in one.versions)
        return Told(one.body, one.mood, one.at, one.starred, one.trashed is not None, versions)


def without(key: str, changes: list[dict[str, Told | None]]) -> list[dict[str, Told | None]]:
    """Return changes without what they would do to one entry."""
    left = ({each: told for each, told in change.items() if each != key} for change in changes)
    return [change for change in left if change]


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
