"""The vault against a plain dict, through any order of changes, blocks, failures, rewrites and openings."""

from __future__ import annotations

import copy
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import where
from tinydb.operations import set as setting

from heartwork.vault import Vault, VaultUnwritable
from tests.faults.faulty import Faulty, Rule
from tests.faults.story import CHEAP, PASSPHRASE, held_at, row_of, tables_of, text_ids

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartwork.vault import VaultTable

names = st.sampled_from(("entries", "drafts", "settings"))
ids = st.sampled_from("abcdef")
values: st.SearchStrategy[Any] = st.one_of(
    st.integers(0, 3), st.booleans(), st.sampled_from((None, "x", 1.0, [1], {"a": []}))
)
rows = st.fixed_dictionaries({"n": st.integers(0, 3)}, optional={"v": values, "text": st.text(max_size=5)})
steps = st.tuples(st.sampled_from(("upsert", "remove", "truncate", "drop", "update")), names, ids, rows)

Tables = dict[str, dict[str, Any]]


class Refused(Exception):
    """Ends a block."""


class VaultMachine(RuleBasedStateMachine):
    """One diary and the dict that it must equal."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "diary.heartwork"
        self.files = Faulty()
        self.model: Tables = {}
        self.in_flight: list[Tables] = []
        """What saves that were refused may have left in the file; the next one that reaches it ends that."""

    @initialize()
    def make(self) -> None:
        self.vault, _ = Vault.create(self.path, PASSPHRASE, cost=CHEAP, files=self.files)

    def teardown(self) -> None:
        self.files.mended = True
        self.vault.close()
        shutil.rmtree(self.folder)

    def _table(self, name: str) -> VaultTable:
        table: Any = self.vault.db.table(name)
        return table  # type: ignore[no-any-return]  # TinyDB declares its own class

    def _do(self, model: Tables, step: tuple[str, str, str, dict[str, Any]]) -> None:
        """Do one thing to the vault, and the same to a dict."""
        verb, name, each, row = step
        getattr(self, f"_{verb}")(model, name, each, copy.deepcopy(row))

    def _upsert(self, model: Tables, name: str, each: str, row: dict[str, Any]) -> None:
        model.setdefault(name, {}).setdefault(each, {}).update(row)
        self._table(name).upsert(row_of(each, copy.deepcopy(row)))

    def _remove(self, model: Tables, name: str, each: str, row: dict[str, Any]) -> None:
        expected = [key for key, old in model.get(name, {}).items() if old.get("n") == row["n"]]
        for key in expected:
            del model[name][key]
        gone = self._table(name).remove(where("n") == row["n"])
        assert sorted(text_ids(*gone)) == sorted(expected)

    def _truncate(self, model: Tables, name: str, each: str, row: dict[str, Any]) -> None:
        model[name] = {}
        self._table(name).truncate()

    def _drop(self, model: Tables, name: str, each: str, row: dict[str, Any]) -> None:
        model.pop(name, None)
        self.vault.db.drop_table(name)

    def _update(self, model: Tables, name: str, each: str, row: dict[str, Any]) -> None:
        for old in model.get(name, {}).values():
            if old["n"] >= row["n"]:
                old["v"] = row.get("v")
        self._table(name).update(setting("v", row.get("v")), where("n") >= row["n"])

    @rule(step=steps)
    def change(self, step: tuple[str, str, str, dict[str, Any]]) -> None:
        self._do(self.model, step)

    @rule(name=names, row=rows)
    def insert(self, name: str, row: dict[str, Any]) -> None:
        each = str(self._table(name).insert(copy.deepcopy(row)))
        self.model.setdefault(name, {})[each] = row

    @rule(name=names, each=ids, row=rows)
    def insert_where_something_is(self, name: str, each: str, row: dict[str, Any]) -> None:
        if each in self.model.get(name, {}):
            with pytest.raises(ValueError, match=each):
                self._table(name).insert(row_of(each, row))

    @rule(name=names, each=ids, n=st.integers(0, 3))
    def look(self, name: str, each: str, n: int) -> None:
        rows = self.model.get(name, {})
        found = {str(row.doc_id): dict(row) for row in self._table(name).search(where("n") == n)}
        assert found == {key: row for key, row in rows.items() if row["n"] == n}
        got = self._table(name).get(doc_id=text_ids(each)[0])
        assert got == rows.get(each)
        assert self._table(name).count(where("n") == n) == len(found)
        assert len(self._table(name)) == len(rows)

    @rule(
        several=st.lists(steps, max_size=4),
        inner=st.lists(steps, max_size=3),
        fail=st.booleans(),
        forget=st.booleans(),
    )
    def together(self, several: list[Any], inner: list[Any], *, fail: bool, forget: bool) -> None:
        after = copy.deepcopy(self.model)
        with self.vault.together(forget=forget):
            for step in several:
                self._do(after, step)
            self._inner(after, inner, fail=fail)
            assert tables_of(self.vault) == _filled(after)
        self.model = after

    def _inner(self, model: Tables, several: list[Any], *, fail: bool) -> None:
        before = copy.deepcopy(model)
        try:
            with self.vault.together():
                for step in several:
                    self._do(model, step)
                if fail:
                    raise Refused
        except Refused:
            model.clear()
            model.update(before)

    @rule(several=st.lists(steps, min_size=1, max_size=4))
    def together_and_refused(self, several: list[Any]) -> None:
        scratch = copy.deepcopy(self.model)
        with pytest.raises(Refused), self.vault.together():  # noqa: PT012 - the block itself raises
            for step in several:
                self._do(scratch, step)
            raise Refused

    @rule(
        step=steps,
        at=st.integers(0, 12),
        for_ever=st.booleans(),
        mode=st.sampled_from(("raise", "partial", "short")),
    )
    def trouble(
        self, step: tuple[str, str, str, dict[str, Any]], at: int, mode: str, *, for_ever: bool
    ) -> None:
        after = copy.deepcopy(self.model)
        self.files.mended = False
        self.files.rule = Rule(len(self.files.made) + at, mode=mode, for_ever=for_ever)
        try:
            self._do(after, step)
        except VaultUnwritable:
            assert tables_of(self.vault) == _filled(self.model)
            self.in_flight.append(after)
        else:
            self.model = after
        finally:
            self.files.mended = True

    @rule()
    def rest(self) -> None:
        self.vault.rest()

    @rule()
    def fold(self) -> None:
        self.vault.renew_recovery()

    @rule(kill=st.booleans())
    def open_again(self, *, kill: bool) -> None:
        (self.vault.db.close if kill else self.vault.close)()
        self.vault = Vault.open(self.path, PASSPHRASE, files=self.files)
        assert self.vault.conflict is None
        found = tables_of(self.vault)
        assert found in self._allowed() if kill else found == _filled(self.model)
        self.model, self.in_flight = found, []

    def _allowed(self) -> list[Tables]:
        """Return what the file may hold: what was saved, or a refused save that could not be taken back."""
        return [_filled(tables) for tables in (self.model, *self.in_flight)]

    @invariant()
    def the_vault_is_the_dict(self) -> None:
        if hasattr(self, "vault"):
            assert repr(_in_order(tables_of(self.vault))) == repr(_in_order(_filled(self.model)))

    @invariant()
    def the_file_is_the_dict(self) -> None:
        if hasattr(self, "vault"):
            assert held_at(self.path) in self._allowed()


def _filled(tables: Tables) -> Tables:
    return {name: table for name, table in tables.items() if table}


def _in_order(tables: Tables) -> Any:
    """Return everything in an order that does not depend on the order of writing; 1, True and 1.0 differ."""

    def ordered(value: Any) -> Any:
        if isinstance(value, dict):
            return sorted((key, ordered(each)) for key, each in value.items())
        return [ordered(each) for each in value] if isinstance(value, list) else value

    return ordered(tables)


def machine(examples: int, length: int) -> Callable[..., Any]:
    """Return a test case of the machine's."""
    case = VaultMachine.TestCase
    checks = (HealthCheck.too_slow, HealthCheck.filter_too_much)
    case.settings = settings(
        max_examples=examples, stateful_step_count=length, deadline=None, suppress_health_check=checks
    )
    return case


TestVaultMachine = machine(60, 25)
