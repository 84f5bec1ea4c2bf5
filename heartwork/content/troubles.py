"""What is said when something goes wrong: what happened, what is safe, what to do next."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from functools import cache
from typing import Final

from heartwork.content.schema import read

UNNAMED: Final = "Unnamed"
"""The trouble that stands for every error without words of its own."""

_REASONS: Final = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.ESTALE: "gone",
    errno.EIO: "device",
    errno.ENXIO: "device",
    errno.ETIMEDOUT: "device",
    errno.EBUSY: "busy",
    errno.EAGAIN: "busy",
    errno.EFBIG: "large",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened, what is safe and what to do next, and the exit code of a command that met it."""

    what: str
    safe: str
    next: str
    exit: int

    @property
    def text(self) -> str:
        """All three, one below the other."""
        return f"{self.what}\n{self.safe}\n{self.next}"


@dataclass(frozen=True, slots=True)
class Template:
    """A trouble as it is written in troubles.toml; `facts` names its placeholders."""

    what: str
    safe: str
    next: str
    exit: int
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reasons:
    """Reasons of the operating system, in plain words."""

    full: str
    read_only: str
    forbidden: str
    gone: str
    device: str
    busy: str
    large: str
    other: str


@dataclass(frozen=True, slots=True)
class PreferenceNotices:
    """Notices about the preferences; `unknown` and `unfit` take {name}, `unkept` takes {why}."""

    unreadable: str
    unknown: str
    unfit: str
    unkept: str


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """The schema of troubles.toml."""

    trouble: dict[str, Template]
    why: Reasons
    preferences: PreferenceNotices


class _Facts(dict[str, object]):
    """Facts for a text; one that nobody knows is an ellipsis, since a message must never be lost to it."""

    def __missing__(self, key: str) -> str:
        return "…"


@cache
def trouble_words() -> TroubleWords:
    """Return troubles.toml."""
    return read("troubles.toml", TroubleWords)


def trouble(name: str, **facts: object) -> Trouble:
    """Return the words for an error by its class name; an unknown name gives the unnamed trouble."""
    known = trouble_words().trouble
    if name not in known:
        name, facts = UNNAMED, {"named": name}
    found, given = known[name], _Facts(facts)
    return Trouble(
        what=found.what.format_map(given),
        safe=found.safe.format_map(given),
        next=found.next.format_map(given),
        exit=found.exit,
    )


def trouble_with(error: BaseException, **facts: object) -> Trouble:
    """Return the words for an error: those of its class, or of the nearest class it comes from."""
    known = trouble_words().trouble
    lineage = (kind.__name__ for kind in type(error).__mro__)
    name = next((name for name in lineage if name in known), type(error).__name__)
    return trouble(name, **facts)


def why(error: OSError) -> str:
    """Return the reason of an operating system's error in plain words, fit to stand inside a sentence."""
    name = _REASONS.get(error.errno or 0, "other")
    return str(getattr(trouble_words().why, name))
