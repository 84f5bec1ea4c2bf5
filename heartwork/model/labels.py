"""Tags and names: where they stand in a text, how a field of them is read, and which look alike.

Two labels are the same when search takes them for the same: `#Night` is `#night`. A tag belongs to the text
as long as the text says it; one that only the field says is the person's own, and no text takes it away.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from heartwork.model.text import clean_line, normal

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST: Final = 64
"""The most characters of a tag in a text; what is longer is no tag."""

_ONE_EDIT, _TWO_EDITS = 4, 8
_SHORTEST_PLURAL: Final = 3
_INSIDE: Final = "-_\u200c\u200d"  # hyphens, and the joiners that some scripts write inside a word
_NEVER_BEFORE: Final = frozenset("/\\#&@%")  # of addresses, escapes and entities
_ADDRESS: Final = re.compile(r"://|www\.|\]\(\Z", re.IGNORECASE)
_APART: Final = re.compile(r"[,\n]|\s(?=#)")
_LOOKED_BACK: Final = 2_000


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags of a text, without their `#`, each once, in the order in which they come.

    A tag is letters, digits, `-` and `_` of any script, at least one of them a letter. `#` inside a word, in
    an address, or before a space, as a heading in Markdown has it, makes none.
    """
    found: dict[str, str] = {}
    at = text.find("#")
    while at >= 0:
        if label := tag_at(text, at):
            found.setdefault(normal(label), label)
        at = text.find("#", at + 1)
    return tuple(found.values())


def tag_at(text: str, at: int) -> str:
    """Return the tag whose `#` stands at a place of `text`; nothing where none does."""
    if not _opens(text, at):
        return ""
    end = at + 1
    while end < len(text) and end - at <= LONGEST + 1 and _fits(text[end]):
        end += 1
    label = text[at + 1 : end].rstrip(_INSIDE)
    whole = 0 < len(label) <= LONGEST and label[0] not in _INSIDE
    return label if whole and any(letter.isalpha() for letter in label) else ""


def tag_before(line: str, column: int) -> tuple[int, str] | None:
    """Return where the `#` of the tag stands that ends at a column of `line`, and what it says so far."""
    at = line.rfind("#", max(0, column - LONGEST - 1), column)
    if at < 0 or not _opens(line, at):
        return None
    said = line[at + 1 : column]
    return (at, said) if not said or tag_at(line[:column], at) == said else None


def _opens(text: str, at: int) -> bool:
    """Tell whether a tag can begin here: not inside a word, nor in an address."""
    if at == 0 or text[at - 1].isspace():
        return True
    if unicodedata.category(text[at - 1])[0] != "P" or text[at - 1] in _NEVER_BEFORE:
        return False
    return not _ADDRESS.search(text[max(0, at - _LOOKED_BACK) : at].rsplit(maxsplit=1)[-1])


def _fits(character: str) -> bool:
    return character in _INSIDE or character.isalnum() or unicodedata.category(character)[0] == "M"


# --- fields of labels -------------------------------------------------------------------------------


def tags_named(line: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the tags that a line names, parted by commas or spaces; one of `known` may hold spaces."""
    spaced = {normal(label) for label in known if " " in label}
    parts: list[str] = []
    for part in (clean_line(each).lstrip("#").strip() for each in _APART.split(line)):
        parts += [part] if normal(part) in spaced else part.split()
    return distinct(part.lstrip("#") for part in parts)


def people_named(line: str) -> tuple[str, ...]:
    """Return the people that a line names, parted by commas."""
    return distinct(clean_line(part) for part in line.split(","))


def same(one: str, other: str) -> bool:
    """Tell whether two labels are the same one, however they are spelled."""
    return normal(one) == normal(other)


def distinct(labels: Iterable[str]) -> tuple[str, ...]:
    """Return labels without those that are the same as an earlier one, or nothing."""
    first: dict[str, str] = {}
    for label in labels:
        if label:
            first.setdefault(normal(label), label)
    return tuple(first.values())


def spelled(labels: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return labels as they are spelled among `known`, the first that is the same; others stay."""
    spellings: dict[str, str] = {}
    for label in known:
        spellings.setdefault(normal(label), label)
    return distinct(spellings.get(normal(label), label) for label in labels)


# --- tags of the text and of the field --------------------------------------------------------------


def own_tags(tags: Iterable[str], text: str) -> tuple[str, ...]:
    """Return those of an entry's tags that its text does not say: they were added in the field."""
    said = {normal(tag) for tag in tags_in(text)}
    return tuple(tag for tag in tags if normal(tag) not in said)


def all_tags(
    own: Iterable[str], text: str, before: Iterable[str] = (), known: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the tags of an entry: the person's own, and those that its text says.

    Those it had `before` come first, in their order; a spelling it had wins, then one that is `known`.
    """
    before = tuple(before)
    wanted = distinct((*own, *tags_in(text)))
    folded = {normal(tag) for tag in wanted}
    kept = [tag for tag in before if normal(tag) in folded]
    return spelled((*kept, *wanted), (*before, *known))


# --- completing and likeness -------------------------------------------------------------------------


def beginning(start: str, known: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the first of `known` that begin with `start` and go on, `most` at the most."""
    folded = normal(start)
    found: list[str] = []
    for label in known:
        if len(found) == most:
            break
        as_found = normal(label)
        if as_found.startswith(folded) and as_found != folded:
            found.append(label)
    return tuple(found)


def near(label: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `label` may be a slip for, or None; never `label` itself.

    They are near when they are the same but for case, accents and hyphens, when one is the other with an s,
    or when one edit parts them, for labels of four letters and more (two, for eight): a letter more, less or
    another, or two that changed places. Different numbers are never near.
    """
    folded = _bare(label)
    best: tuple[int, str] | None = None
    for other in known:
        if other != label and (far := _far(folded, _bare(other))) is not None and (not best or far < best[0]):
            best = far, other
            if far == 0:
                break
    return best[1] if best else None


def _bare(label: str) -> str:
    return normal(label).replace("-", "").replace("_", "").replace(" ", "")


def _far(one: str, other: str) -> int | None:
    """Return how far two bare labels are from each other, None where that is too far."""
    if not one or not other:
        return None
    if one == other:
        return 0
    shorter, longer = sorted((one, other), key=len)
    if longer == f"{shorter}s" and len(shorter) >= _SHORTEST_PLURAL:
        return 1
    edits = (len(shorter) >= _ONE_EDIT) + (len(shorter) >= _TWO_EDITS)
    if len(longer) - len(shorter) > edits or _digits(one) != _digits(other):
        return None
    return next((count + 1 for count in range(1, edits + 1) if _within(shorter, longer, count)), None)


def _digits(label: str) -> str:
    return "".join(letter for letter in label if letter.isdigit())


def _within(one: str, other: str, edits: int) -> bool:
    """Tell whether so many edits make one text of the other."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    if not one or not other:
        return len(one) + len(other) <= edits
    if not edits:
        return False
    ways = [(1, 1), (1, 0), (0, 1)]
    if len(one) > 1 and one[:2] == other[1::-1]:
        ways.append((2, 2))
    return any(_within(one[a:], other[b:], edits - 1) for a, b in ways)
