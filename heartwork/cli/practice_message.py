"""A message that was written in a practice in plain lines: read as on the screen, then changed or kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.cli.practice_answers import AWAY, NobodyAnswers, put
from heartwork.cli.rows import beginning
from heartwork.content.message_check_words import message_check_words
from heartwork.content.practice_words import practice_words
from heartwork.insights.message_check import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.cli.practice_answers import PlainAnswers
    from heartwork.diary.practice_walk import PracticeWalk


def read_as_message(walk: PracticeWalk, answers: PlainAnswers) -> None:
    """Say what stands out in what was written at this step, until it is to stay as it is.

    Where nobody answers it stays. Raises StepBack, and NobodyAnswers where another text is broken off.
    """
    words = practice_words()
    while said := str(walk.said or ""):
        noticed = list(_noticed(said))
        put("\n".join(["", words.message.title, *(noticed or [words.message.nothing])]))
        if not noticed:
            return
        try:
            anew = answers.anew(said, words.plain.message)
        except NobodyAnswers:
            if walk.said != said:
                raise
            return
        if anew is None:
            return
        walk.answer(None if anew == AWAY else anew)


def _noticed(text: str) -> Iterator[str]:
    """Yield what stands out, each kind with its words and with the reason."""
    words = message_check_words()
    for kind, said, why in words.noticed(check(text, words.rules)):
        yield f"{kind}: {', '.join(f'“{beginning(each)}”' for each in said)}"
        yield why
