"""`where` and `verify`: what can be looked at without opening the diary to its words."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary, says_where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.cli.choices import Choices
    from heartwork.vault import Report


@click.command(short_help="Say where the diary is, and what belongs to it.")
@says_where
@click.option("--all", "everything", is_flag=True, help="Every file of heartwork's on this computer.")
@click.pass_obj
def where(chosen: Choices, *, everything: bool) -> None:
    """Say where the diary is, and what belongs to it, copies kept of a damaged or changed file included."""
    from heartwork.cli.saying import say, shown
    from heartwork.content.commands import command_words

    words = command_words().listing
    places = list(zip(words.places, _places(chosen.path), strict=True))
    beside, seen = words.others
    places += [(beside, path) for path in _kept_beside(chosen.path, everything=everything)]
    if everything:
        places += [(seen, path) for path in _seen()]
    width = max(len(name) for name, _ in places)
    for name, path in places:
        absent = "" if os.path.lexists(path) else f"  {words.absent}"
        say(f"{name:{width}}  {shown(path)}{absent}")


@click.command()
@opens_a_diary
@click.pass_obj
def verify(chosen: Choices) -> int:
    """Read every part of the diary's file, and say what is there.

    Ends with 4 where something is not what was written; a save that was cut short is named, and ends with 0.
    """
    from heartwork.cli.asking import passphrase
    from heartwork.cli.saying import say
    from heartwork.cli.troubles import troubles_told
    from heartwork.vault import Verdict, look
    from heartwork.vault import verify as read_all

    with troubles_told(chosen.path):
        look(chosen.path)
        report = read_all(chosen.path, passphrase(chosen))
    for line in _verdict(report):
        say(line)
    return 0 if report.verdict in (Verdict.CLEAN, Verdict.TORN) else 4


def _verdict(report: Report) -> Iterator[str]:
    """Yield what reading every frame has shown, line by line."""
    from heartwork.content.commands import command_words
    from heartwork.vault import SCHEMA, Verdict

    words, first = command_words().verifying, report.first_bad or 0
    counts = {"entries": f"{report.entries:,}", "frames": f"{report.frames:,}", "size": f"{report.size:,}"}
    tail = {"first": f"{first:,}", "lost": f"{report.size - first:,}"}
    if report.verdict is Verdict.DAMAGED:
        yield words.damaged.format(**counts, **tail, missing=f"{report.missing:,}")
        return
    yield (words.found_one if report.entries == 1 else words.found).format(**counts)
    if report.verdict is Verdict.CLEAN and not report.healed:
        yield words.clean
    if report.healed:
        yield words.healed
    if report.verdict is Verdict.TORN:
        yield words.torn.format(**tail)
    if report.verdict is Verdict.BAD_TAIL:
        yield words.bad_tail.format(**tail)
    if report.schema > SCHEMA:
        yield words.newer


def _places(path: Path) -> tuple[Path, ...]:
    """Return where diary, lock, preferences and state lie; a linked diary has its lock where it leads."""
    from heartwork.diary.preferences import preferences_path

    real = Path(os.path.realpath(path))
    return path, real.with_name(f"{real.name}.lock"), preferences_path(), _state()


def _state() -> Path:
    from platformdirs import user_state_dir

    return Path(user_state_dir("heartwork", appauthor=False))


def _kept_beside(path: Path, *, everything: bool) -> list[Path]:
    """Return copies set aside beside the diary: damaged or in conflict.

    With `everything` also those of an older schema or half written.
    """
    real = Path(os.path.realpath(path))
    starts: tuple[str, ...] = (f"{real.name}.damaged-", f"{real.stem} (conflict ")
    if everything:
        starts += (f"{real.name}.schema-", f".{real.name}.")
    with suppress(OSError):
        return sorted(each for each in real.parent.iterdir() if each.name.startswith(starts))
    return []


def _seen() -> list[Path]:
    """Return the records of what was last seen of each diary: numbers alone."""
    with suppress(OSError):
        return sorted((_state() / "seen").iterdir())
    return []
