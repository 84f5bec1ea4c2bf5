"""What finding costs among a hundred thousand entries: from a key to what is found, and what keys wait."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from heartwork.app import HeartworkApp
from heartwork.diary import Diary
from heartwork.model.query import parse_query
from heartwork.model.sought import facts, searched
from heartwork.screens.journal import JournalScreen
from tests.benchmarks.diaries import NOW, entry
from tests.benchmarks.measuring import Row, interleaved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = 100_000
ROUNDS = 5
FIRST = 0.15
"""Seconds from a key to the first results on the screen, at the most."""

SLICE = 0.016
"""Seconds of work, at the most, after which keys have their turn."""

BARE = 1.0
VOCABULARY = 40_000
"""Different words in the whole diary, the common ones as common as in any language."""

WORDS = {
    "a common word": "rain",
    "a rare word": "zebra",
    "a phrase": '"the river"',
    "an absent word": "quixotic",
    "words, one absent": "the qat tea",
}
_SYLLABLES = tuple(
    f"{one}{two}{end}" for one in "bdfghklmnprstvwz" for two in "aeiou" for end in ("", "n", "st")
)
ABSENT = ("quixotic", "qat", "unrequited")


def rows(_folder: Path) -> Iterator[Row]:
    """Yield the rows about finding."""
    diary = _diary()
    slices = list(_slices(iter(lambda: diary.index.fold(0.008), True)))
    yield _longest("folding", slices)
    for sort, words in WORDS.items():
        query = parse_query(words, NOW.date())
        yield _longest(f"searching, {sort},", list(_slices(diary.search(query))))
    texts = [searched(each, facts(each)) for each in diary.entries()]
    for word in ABSENT:
        yield _against_bare(diary, texts, word)
    del texts
    for sort, took in asyncio.run(_painted(diary)).items():
        detail = f"{took * 1e3:.0f} ms"
        yield Row(f"first results, {sort}, against {FIRST * 1e3:.0f} ms", took / FIRST, 1.0, detail)
    diary.close()


def _diary() -> Diary:
    """Return a diary whose entries, of about 1 KB, have as many different words as a person's."""
    chance = random.Random(SIZE)
    words = list(dict.fromkeys(word for _ in range(50) for word in entry(0, chance).body.split()))
    words += ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(VOCABULARY)]
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    diary = Diary.in_memory()
    with diary.together():
        for number in range(SIZE):
            body = " ".join(chance.choices(words, cum_weights=weights, k=170))
            ending = " a zebra" if number % 9_999 == 0 else ""
            diary.keep(replace(entry(number, chance), body=f"{body[:300]}\n\n{body[300:]}{ending}"), now=NOW)
    diary.forget_undos()
    return diary


def _slices(work: Iterator[object]) -> Iterator[float]:
    """Yield how long each step of some work keeps the processor, in seconds, other programs apart."""
    started = time.thread_time()
    for _ in work:
        yield time.thread_time() - started
        started = time.thread_time()


def _longest(what: str, slices: list[float]) -> Row:
    longest = max(slices)
    detail = f"{longest * 1e3:.1f} ms, {len(slices)} slices, {sum(slices):.2f} s in all"
    return Row(f"{what} without a pause against {SLICE * 1e3:.0f} ms", longest / SLICE, 1.0, detail)


def _against_bare(diary: Diary, texts: list[str], word: str) -> Row:
    """Compare a whole search with looking through the same texts one by one."""
    query = parse_query(word, NOW.date())

    def bare() -> list[str]:
        return [text for text in texts if word in text]

    def ours() -> list[list[str]]:
        return list(diary.search(query))

    assert not bare()
    assert not any(ours())
    floor, took = interleaved([bare, ours], ROUNDS)
    detail = f"{took * 1e3:.0f} ms / {floor * 1e3:.0f} ms"
    return Row(f"a search for “{word}” against bare substrings", took / floor, BARE, detail)


async def _painted(diary: Diary) -> dict[str, float]:
    """Return the seconds from the last key of each search to its first results on the screen."""
    app = HeartworkApp(None, clock=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.enter(diary, "journal")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, JournalScreen)
        await pilot.press("slash")
        found: dict[str, list[float]] = {sort: [] for sort in WORDS}
        for _ in range(ROUNDS):
            for sort, words in WORDS.items():
                found[sort].append(await _shown(screen, words))
                await pilot.pause()
        return {sort: sorted(times)[ROUNDS // 2] for sort, times in found.items()}


async def _shown(screen: JournalScreen, words: str) -> float:
    """Return the seconds until the list shows what some words find, each of its lines drawn."""
    screen.field.value = ""
    await asyncio.sleep(0.1)
    everything = screen.timeline._rows
    started = time.perf_counter()
    screen.field.value = words
    while screen.timeline._rows is everything:  # noqa: ASYNC110 - the loop of the app has its turn
        await asyncio.sleep(0)
    for y in range(screen.timeline.size.height):
        screen.timeline.render_line(y)
    return time.perf_counter() - started
