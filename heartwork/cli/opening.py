"""Opening a diary for a command: a reader takes no lock and writes nothing, a writer does both."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from heartwork.cli.asking import passphrase
from heartwork.cli.saying import shown, tell
from heartwork.cli.troubles import troubles_told, unable
from heartwork.widgets.veil import look_through, no_veil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary
    from heartwork.model.entry import Entry


@contextmanager
def reading(chosen: Choices) -> Iterator[Diary]:
    """Open the diary for reading; its troubles, also inside the block, become Unable."""
    with troubles_told(chosen.path), _veiled(_opened(chosen, chosen.path, "", read_only=True)) as diary:
        yield diary


@contextmanager
def writing(
    chosen: Choices, prompt: str = "", known: Callable[[Diary], object] | None = None
) -> Iterator[Diary]:
    """Open the diary for writing, and close it; its troubles, also inside the block, become Unable.

    Where it is in use, `known` gets it for reading first, and may raise for what would be wrong all the same.
    """
    from heartwork.content.commands import command_words
    from heartwork.vault import Verdict

    path, words = chosen.path, command_words().opening
    with troubles_told(path):
        diary = _opened(chosen, path, prompt, read_only=False, known=known)
        try:
            if diary.newer:
                raise unable("NewerSchema")
            if diary.report.verdict is Verdict.TORN:
                tell(words.torn.format(time=_last_change(diary)))
            with _veiled(diary):
                yield diary
        finally:
            diary.close()


@contextmanager
def _veiled(diary: Diary) -> Iterator[Diary]:
    """Let rows and pages say aliases where only those are to be read, as long as a diary is open."""
    look_through(diary.aliases.veil)
    try:
        yield diary
    finally:
        look_through(no_veil)


@contextmanager
def changing(chosen: Choices, known: Callable[[Diary], object] | None = None) -> Iterator[Diary]:
    """Open the diary for writing as `writing` does, and say where a change went that met another's."""
    with writing(chosen, known=known) as diary:
        yield diary
        if diary.conflict is not None:
            raise unable("Conflict", copy=shown(diary.conflict), path=shown(chosen.path))


def one(chosen: Choices, diary: Diary, key: str) -> Entry:
    """Return the entry that an id or the beginning of one names; raises Unable."""
    with troubles_told(chosen.path, id=shown(key)):
        return diary.entry(key)


def _opened(
    chosen: Choices,
    path: Path,
    prompt: str,
    *,
    read_only: bool,
    known: Callable[[Diary], object] | None = None,
) -> Diary:
    """Ask for the passphrase where that makes sense, open, and say what is odd about what was found.

    What day it is has to be known before anything is read: until then letters stay closed.
    """
    from heartwork.content.commands import command_words
    from heartwork.diary import Diary
    from heartwork.diary.errors import VaultInUse
    from heartwork.vault import Verdict

    Diary.look(path)
    opens = passphrase(chosen, prompt)
    try:
        diary = Diary.open(path, opens, read_only=read_only)
    except VaultInUse:
        if known is not None:
            known(Diary.open(path, opens, read_only=True))
        raise
    diary.turn_to(datetime.now(UTC))
    words = command_words().opening
    if diary.report.verdict is Verdict.BAD_TAIL:
        tell(words.bad_tail.format(time=_last_change(diary)))
    if diary.report.rolled_back:
        tell(words.rolled_back.format(time=_last_change(diary)))
    if diary.newer and read_only:
        tell(words.newer)
    return diary


def _last_change(diary: Diary) -> str:
    """Return the local time of the newest change that is there."""
    last = diary.last_change()
    return f"{last.astimezone():%Y-%m-%d %H:%M}" if last else "…"
