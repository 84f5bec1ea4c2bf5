"""Opening a diary for a command: a reader takes no lock and writes nothing, a writer does both."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from heartwork.cli.asking import passphrase
from heartwork.cli.saying import tell
from heartwork.cli.troubles import troubles_told, unable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary


@contextmanager
def reading(chosen: Choices, **facts: object) -> Iterator[Diary]:
    """Open the diary for reading; its troubles, also inside the block, become Unable."""
    with troubles_told(chosen.path, **facts):
        yield _opened(chosen, chosen.path, "", read_only=True)


@contextmanager
def writing(chosen: Choices, prompt: str = "") -> Iterator[Diary]:
    """Open the diary for writing, and close it; its troubles, also inside the block, become Unable."""
    from heartwork.content.commands import command_words
    from heartwork.vault import Verdict

    path, words = chosen.path, command_words().opening
    with troubles_told(path):
        diary = _opened(chosen, path, prompt, read_only=False)
        try:
            if diary.newer:
                raise unable("NewerSchema")
            if diary.report.verdict is Verdict.TORN:
                tell(words.torn.format(time=_last_change(diary)))
            yield diary
        finally:
            diary.close()


def _opened(chosen: Choices, path: Path, prompt: str, *, read_only: bool) -> Diary:
    """Ask for the passphrase where that makes sense, open, and say what is odd about what was found."""
    from heartwork.content.commands import command_words
    from heartwork.diary import Diary
    from heartwork.vault import Verdict

    Diary.look(path)
    diary = Diary.open(path, passphrase(chosen, prompt), read_only=read_only)
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
