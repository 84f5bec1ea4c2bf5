"""The runs of a diary: practices and lists that stay open, as far as somebody has come with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from heartwork.diary.documents import instant, one_of, text
from heartwork.diary.errors import NothingToKeep
from heartwork.model.run import ListAnswers, Run, RunState
from heartwork.model.text import clean, clean_line
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.ledger import Ledger

RUNS: Final = "runs"


class Runs:
    """Every run; a change is one save and one undo, and raises VaultUnwritable where the disk refuses."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[Run]:
        """Return every run, in the order in which they began."""
        return [_run(key, row) for key, row in sorted(self._ledger.documents(RUNS).items())]

    def open(self, practice: str) -> Run | None:
        """Return the newest run of a practice that is gone on with, if there is one."""
        return self._newest(practice, is_list=False)

    def _newest(self, practice: str, *, is_list: bool) -> Run | None:
        runs = [run for run in self.all() if run.practice == practice and run.state is RunState.OPEN]
        return next((run for run in reversed(runs) if run.is_list is is_list), None)

    def note(self, run: Run, *, now: datetime) -> Run:
        """Keep how far somebody has come with a run, as a draft is kept: undo passes it by."""
        key = run.id or new_id()
        self.keep(replace(run, id=key), undoable=False, now=now)
        return replace(run, id=key)

    def silence(self, keys: Iterable[str], *, now: datetime) -> None:
        """Let go for good of what was said in some runs that ended; that they were gone through stays."""
        found = {key: self._ledger.document(RUNS, key) for key in keys}
        rows = {key: row for key, row in found.items() if row and row.get("state") != RunState.OPEN.value}
        silent: dict[str, dict[str, object] | None] = {
            key: {**row, "answers": {}} for key, row in rows.items()
        }
        self._ledger.write("erased", RUNS, silent, now, undoable=False)

    def keep(self, run: Run, *, verb: str = "changed", undoable: bool = True, now: datetime) -> Change:
        """Keep a run, new or changed."""
        key = run.id or new_id()
        said: dict[str, object] = {
            "practice": clean_line(run.practice),
            "step": run.step,
            "answers": {clean_line(name): _cleaned(value) for name, value in run.answers.items()},
            "state": run.state.value,
        }
        before = self._ledger.document(RUNS, key) or {}
        return self._ledger.write(verb, RUNS, {key: {**before, **said}}, now, undoable=undoable)

    # --- lists that stay open ------------------------------------------------------------------------

    def listed(self, practice: str) -> ListAnswers:
        """Return what is ticked on the list of a practice, and one's own lines."""
        return ListAnswers.of(self._newest(practice, is_list=True))

    def tick(self, practice: str, line: str, *, on: bool, now: datetime) -> Change:
        """Tick a line of a list, or take the tick away."""
        said = self.listed(practice)
        ticked = said.ticked | {line} if on else said.ticked - {line}
        return self._answered(practice, replace(said, ticked=ticked), "ticked", now)

    def add_line(self, practice: str, words: str, *, now: datetime) -> Change:
        """Add a line of one's own to a list; raises NothingToKeep where it says nothing."""
        if not clean_line(words):
            raise NothingToKeep("a line needs a word")
        said = self.listed(practice)
        return self._answered(practice, replace(said, own={**said.own, new_id(): words}), "added line", now)

    def drop_line(self, practice: str, line: str, *, now: datetime) -> Change:
        """Take a line of one's own out of a list."""
        said = self.listed(practice)
        own = {key: words for key, words in said.own.items() if key != line}
        return self._answered(practice, replace(said, own=own, ticked=said.ticked - {line}), "dropped", now)

    def _answered(self, practice: str, said: ListAnswers, verb: str, now: datetime) -> Change:
        run = self._newest(practice, is_list=True) or Run(practice)
        answers = {**run.answers, **said.to_answers()}
        return self.keep(replace(run, answers=answers), verb=verb, now=now)


def _run(key: str, row: Mapping[str, object]) -> Run:
    """Return a document as a run, whatever it holds."""
    step, answers = row.get("step"), row.get("answers")
    return Run(
        practice=clean_line(text(row.get("practice"))),
        step=step if type(step) is int and step >= 0 else 0,
        answers=cast("Mapping[str, object]", answers) if isinstance(answers, dict) else {},
        state=one_of(row.get("state"), RunState, RunState.OPEN),
        id=key,
        updated=instant(row.get("updated")),
    )


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    return [_cleaned(each) for each in value] if isinstance(value, list | tuple) else value
