"""What can be done with a letter as it stands, each in a few words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from heartwork.content.letter_words import letter_words
from heartwork.model.letter import EARLY_WAIT
from heartwork.screens.letter_looks import COME, UNOPENED, Phase, phase_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.content.letter_words import WayWords
    from heartwork.model.letter import Letter
    from heartwork.screens.letter_looks import Present

    Way = tuple[str, str]


def ways_for(
    letter: Letter, present: Present, *, worded: bool = True, answering: bool = False
) -> list[tuple[str, str]]:
    """Return the names and labels of what can be done with a letter, the likeliest first.

    `worded` tells that it has words to seal or to keep, `answering` that an answer to it was begun.
    """
    phase, words = phase_of(letter, present), letter_words().ways
    if phase in UNOPENED:
        ways = [*_unopened(letter, phase, present, words)]
    elif phase is Phase.DRAFT:
        ways = [*_draft(words, worded=worded)]
    elif phase is Phase.BURNED:
        ways = []
    else:
        ways = [*_opened(phase, words, answered=answering or bool(letter.answer))]
    return [*ways, ("new", words.new)]


def _draft(words: WayWords, *, worded: bool) -> Iterator[Way]:
    yield "write", words.write
    if worded:
        yield "seal", words.seal
    yield "address", words.address
    if worded:
        yield "keep", words.keep
    yield "burn", words.burn


def _unopened(letter: Letter, phase: Phase, present: Present, words: WayWords) -> Iterator[Way]:
    if phase in COME:
        yield "open", words.open
    if phase is Phase.READY:
        yield "open", words.open_early
    if phase is Phase.CLOSED and _worth_asking(letter, present):
        yield "early", words.ask_early
    if phase in (Phase.WAITING, Phase.READY):
        yield "stay", words.stay
    yield "seal", words.longer
    yield "burn", words.burn


def _opened(phase: Phase, words: WayWords, *, answered: bool) -> Iterator[Way]:
    yield "read", words.read
    yield "answer", words.answer_on if answered else words.answer
    if phase is Phase.REREAD:
        yield "keep", words.keep
    yield "seal", words.seal
    yield "address", words.address
    yield "burn", words.burn


def _worth_asking(letter: Letter, present: Present) -> bool:
    """Tell whether an early opening can be asked for, and would come before the day itself."""
    ahead = (letter.until or present.today) - present.today
    return not letter.early and ahead > max(EARLY_WAIT, timedelta(days=1))
