"""The words of `heartwork contact`, as contact_commands.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class ContactCommandWords:
    """Every word of the command.

    `noted` takes {what}, `slip` {choices}, `led` and `helped` {words}, `remains` {true}, those of a
    day {day}. `wrong` has, by what is wrong, the words for a shell.
    """

    started: str
    moved: str
    already: str
    noted: str
    remains: str
    paused: str
    resumed: str
    none: str
    slip: str
    led: str
    helped: str
    wrong: dict[str, str]


@cache
def contact_commands_words() -> ContactCommandWords:
    """Return every word of the command."""
    return read("contact_commands.toml", ContactCommandWords)
