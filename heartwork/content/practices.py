"""The practices that ship, and the check that a file of one's own passes too.

A file is named after its practice: `content/practices/face-it.toml` is `face-it`. Only the heads of the files
are read for a list of them; the steps of one are read when it is opened.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from heartwork.content.checklist_words import checklist_words
from heartwork.content.practice_offers import SUPPORT, offered
from heartwork.content.practice_recalls import check_recalls
from heartwork.content.schema import ContentError, checked
from heartwork.model.practice import Practice
from heartwork.model.run import TICKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from importlib.resources.abc import Traversable

    from heartwork.model.practice import PracticeStep

_ENDING = ".toml"
_FIRST_STEP = "\n[[steps]]"
_STEPLESS = {"steps": [{"id": "none", "kind": "read", "title": "none"}]}
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def practice_of(text: str, name: str) -> Practice:
    """Return the practice that a TOML text describes; `name` is its file, and its id without the ending.

    Raises ContentError, which names the file and the key.
    """
    try:
        table = tomllib.loads(text)
    except ValueError as error:
        raise ContentError(f"{name}: {error}") from error
    except RecursionError:
        raise ContentError(f"{name}: lists within lists, nested too deep to be read") from None
    return practice_from(table, name)


def practice_from(table: Mapping[str, object], name: str) -> Practice:
    """Return the practice that a table describes, as its file does; raises ContentError."""
    key = name.removesuffix(_ENDING)
    if not _ID.fullmatch(key):
        raise ContentError(f"{name}: a name in lower-case letters, digits and dashes is expected")
    if "id" in table:
        raise ContentError(f"{name}: unknown key id")
    practice = checked({**table, "id": key}, Practice, name)
    if practice.minutes not in _MINUTES:
        raise ContentError(f"{name}: minutes: {_MINUTES[0]} to {_MINUTES[-1]} are expected")
    check_steps(practice.steps, name)
    return practice


class _Shipped(Mapping[str, Practice]):
    """The practices that ship, by id, in the order of their ids; each file is read when it is asked for."""

    def __init__(self, read: Callable[[Traversable], Practice]) -> None:
        self._files = {file.name.removesuffix(_ENDING): file for file in _files()}
        self._read = cache(lambda key: read(self._files[key]))

    def __getitem__(self, key: str) -> Practice:
        return self._read(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, key: object) -> bool:
        return key in self._files


@cache
def practices() -> Mapping[str, Practice]:
    """Return every practice that ships, by its id; a file is read when its practice is asked for."""
    return _Shipped(lambda file: practice_of(_text(file), file.name))


@cache
def heads() -> Mapping[str, Practice]:
    """Return every practice that ships without its steps, for lists: that takes a fraction of the time."""
    return _Shipped(_head)


def _head(file: Traversable) -> Practice:
    """Return what a file says before its first step."""
    head, _, _ = _text(file).partition(_FIRST_STEP)
    table = tomllib.loads(head)
    return replace(
        checked({**table, **_STEPLESS, "id": file.name.removesuffix(_ENDING)}, Practice, file.name), steps=()
    )


def _files() -> list[Traversable]:
    folder = files(__package__).joinpath("practices")
    return sorted(
        (each for each in folder.iterdir() if each.name.endswith(_ENDING)), key=lambda each: each.name
    )


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")


# --- what the schema alone cannot say ----------------------------------------------------------------

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "read": ("words",),
    "write": ("ask",),
    "shelf": ("ask", "shelf"),
    "check": (),
    "scale": ("ask", "ends"),
    "columns": ("heads",),
    "breathe": (),
    "choose": ("ask", "ways"),
    "goal": ("ask",),
    "memento": ("ask",),
    "letter": ("ask",),
    "person": ("ask",),
    "date": ("ask",),
}
"""By kind, the keys without which a step cannot be done."""

_MINUTES = range(1, 241)
_SCALES = {(0, 10), (1, 5)}
_TWO = 2
_SHORTEST_BREATH, _LONGEST_BREATH = 20, 600


def check_steps(steps: Sequence[PracticeStep], name: str) -> None:
    """Check that every step can be done, and that its ways lead onwards; raises ContentError."""
    seen = list[str]()
    for place, step in enumerate(steps):
        where = f"{name}: step {place + 1}"
        if step.id in (*seen, TICKED):
            raise ContentError(f"{where}: id: {step.id} is the name of something else already")
        seen.append(step.id)
        for key in _NEEDS[step.kind]:
            if not getattr(step, key):
                raise ContentError(f"{where}: no key {key}")
        _check_values(step, where)
        later = {each.id for each in steps[place + 1 :]}
        if step.waits and not any(way.stop for way in step.ways):
            raise ContentError(f"{where}: waits: one of its ways has to stop")
        for way in step.ways:
            _check_offers(way.offers, where)
            if way.to and way.to not in later:
                raise ContentError(f"{where}: ways: {way.to} is not a later step")
    check_recalls(steps, name)


def _check_offers(offers: Iterable[str], where: str) -> None:
    for offer in offers:
        if offer.startswith(f"{SUPPORT}:") and not offered(offer, {}):
            raise ContentError(f"{where}: ways: offers: {offer} is not a section of the support page")


def _check_values(step: PracticeStep, where: str) -> None:
    if step.kind == "scale" and (step.low, step.high) not in _SCALES:
        raise ContentError(f"{where}: low, high: 0 and 10, or 1 and 5, are expected")
    if step.kind == "scale" and len(step.ends) != _TWO:
        raise ContentError(f"{where}: ends: two words are expected")
    if step.kind == "columns" and len(step.heads) != _TWO:
        raise ContentError(f"{where}: heads: two are expected")
    if step.kind == "check" and bool(step.items) == bool(step.checklist):
        raise ContentError(f"{where}: items or checklist is expected")
    if step.checklist and step.checklist not in {each.practice for each in checklist_words().checklists}:
        raise ContentError(f"{where}: checklist: {step.checklist} is not a list that comes with heartwork")
    if step.kind == "breathe" and not _SHORTEST_BREATH <= step.seconds <= _LONGEST_BREATH:
        raise ContentError(f"{where}: seconds: {_SHORTEST_BREATH} to {_LONGEST_BREATH} are expected")
