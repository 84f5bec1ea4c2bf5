"""The text that a command is given: as arguments, on standard input, or typed on the terminal."""

from __future__ import annotations

import sys

_MOST_BYTES = 8 * 1024 * 1024


def will_be_typed(words: tuple[str, ...] = ()) -> bool:
    """Tell whether a person has yet to write the text, at a terminal."""
    return from_input(words) and sys.stdin is not None and sys.stdin.isatty()


def some_text(words: tuple[str, ...] = (), missing: str = "NothingToKeep", **facts: object) -> str:
    """Return the text that was given.

    Where there is none, raises Unable with the trouble `missing`, which may name `facts`.
    """
    from heartwork.cli.troubles import unable

    text = _text(words)
    if not text:
        raise unable(missing, **facts)
    return text


def from_input(words: tuple[str, ...]) -> bool:
    """Tell whether the text is what standard input holds."""
    return words in ((), ("-",))


def _text(words: tuple[str, ...]) -> str:
    """Return the text, without what no text is: sequences, blank lines before, space behind."""
    from heartwork.model.text import clean

    raw = _read() if from_input(words) else " ".join(words)
    return clean(raw).lstrip("\n").rstrip() if raw.strip() else ""


def _read() -> str:
    """Return what standard input holds."""
    from heartwork.cli.saying import tell
    from heartwork.cli.troubles import reason, unable
    from heartwork.content.commands import command_words

    stream = sys.stdin
    if stream is None:
        return ""
    typed = stream.isatty()
    if typed:
        tell(command_words().opening.writing)
    try:
        data = stream.buffer.read(_MOST_BYTES + 1)
    except OSError as error:
        raise unable("InputUnreadable", why=reason(error)) from None
    if len(data) > _MOST_BYTES:
        raise unable("TextTooLong")
    return data.decode(stream.encoding if typed else "utf-8-sig", "replace")
