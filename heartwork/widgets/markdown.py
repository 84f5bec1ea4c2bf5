"""Markdown as blocks to draw, each line in its place: nothing that was typed is left out.

Where the parser would leave something out, or where a text is too large or too deep for it, there are no
blocks, and the text is to be shown as it was typed. What stands in a line is only looked at when it is drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import repeat, takewhile
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from heartwork.widgets.markdown_inline import lines_of, runs_of
from heartwork.widgets.markdown_rules import DiaryMarkdown
from heartwork.widgets.markdown_table import Table, cells_of
from heartwork.widgets.marked import MarkedLine, Rule, room_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from heartwork.widgets.marked import Block, Piece, Row

DEEPEST: Final = 8
"""How deep quotes and lists may lie in one another."""

DENSEST: Final = 6_000
"""How many characters of a text may be ones that mean something in a line of Markdown."""

_IN_LINE: Final = re.compile(r"[*_~`\[<\\]")
_NOTHING: Final = re.compile(r"[\s>]*")
_FENCE: Final = re.compile(r"[\s>]*(`{3,}|~{3,})\s*")
_TASK: Final = re.compile(r"\[([ xX])\] +(?=\S)")

_BULLETS: Final = (("•", "◦"), ("-", "*"))
_BOXES: Final = (("☐", "☑"), ("[ ]", "[x]"))
_BAR: Final = ("│", "|")
_ACROSS: Final = ("─", "-")
_MARGIN: Final = ("  ", "")


class _NotDrawnError(Exception):
    """The text says more than its blocks would."""


def blocks_of(text: str, *, ascii_only: bool = False) -> Sequence[Block] | None:
    """Return a text as blocks, or None where it is to be shown as it was typed."""
    if len(_IN_LINE.findall(text)) > DENSEST:
        return None
    lines = text.split("\n")
    parser = _parser(fences=True)
    tokens = parser.parse(text)
    if any(token.type == "fence" and not _closed(token, lines) for token in tokens):
        parser = _parser(fences=False)
        tokens = parser.parse(text)
    try:
        return _Drawing(parser, lines, ascii_only=ascii_only).of(tokens)
    except _NotDrawnError:
        return None


@cache
def _parser(*, fences: bool) -> DiaryMarkdown:
    return DiaryMarkdown(fences=fences)


def _closed(token: Token, lines: Sequence[str]) -> bool:
    """Tell whether a fence ends where it says so; one that does not is no fence."""
    begin, end = token.map or (0, 0)
    last = _FENCE.fullmatch(lines[end - 1])
    return end - begin > 1 and last is not None and last[1].startswith(token.markup)


@dataclass(slots=True)
class _Around:
    """A quote or a list item that is open: what stands before its first row, and before every other."""

    first: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    line: int
    item: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph or a heading: lines in which something may be strong, struck, or lead somewhere."""

    parser: MarkdownIt
    content: str
    part: str
    first: tuple[Piece, ...]
    rest: tuple[Piece, ...]

    def guess(self, width: int) -> int:
        """Return the rows it takes if every character takes one cell and is drawn."""
        room = room_after(self.first, width)
        return sum(1 + len(line) // room for line in self.content.split("\n"))

    def rows(self, width: int, needles: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of its lines."""
        before = self.first
        for runs in lines_of(runs_of(self.parser, self.content, self.part)):
            yield from MarkedLine(tuple(runs), before, self.rest).rows(width, needles)
            before = self.rest


class _Drawing:
    """Goes through what the parser found, and puts it down block by block."""

    def __init__(self, parser: DiaryMarkdown, lines: Sequence[str], *, ascii_only: bool) -> None:
        self._parser, self._lines, self._ascii_only = parser, lines, ascii_only
        self._at = 0
        self._part = ""
        self._around: list[_Around] = []
        self._markers: list[Iterator[str]] = []
        self._blocks: list[Block] = []

    def of(self, tokens: Sequence[Token]) -> Sequence[Block]:
        """Return the blocks; raises _NotDrawnError where a line would be left out."""
        numbers, each = iter(_numbers(tokens)), iter(tokens)
        for token in each:
            match token.type:
                case "table_open":
                    self._table(token, list(takewhile(lambda inner: inner.type != "table_close", each)))
                case "bullet_list_open" | "ordered_list_open":
                    self._markers.append(self._marking(next(numbers)))
                case "bullet_list_close" | "ordered_list_close":
                    self._markers.pop()
                case "blockquote_open" | "list_item_open":
                    self._enter(token)
                case "blockquote_close" | "list_item_close":
                    self._leave()
                case _:
                    self._leaf(token)
        self._pass_to(len(self._lines))
        return self._blocks

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._part = f"heading-{token.tag[1:]}"
            case "heading_close":
                self._part = ""
            case "inline":
                self._words(token)
            case "hr":
                self._put(Rule(_ACROSS[self._ascii_only], self._before(token)[0]), token)
            case "fence":
                self._fence(token)

    # --- what lies around

    def _enter(self, token: Token) -> None:
        if len(self._around) == DEEPEST:
            raise _NotDrawnError
        item = token.type == "list_item_open"
        said = next(self._markers[-1]) if item else _BAR[self._ascii_only]
        first = ((f"{said} ", "bullet" if item else "bar"),)
        rest = ((" " * (cell_len(said) + 1), ""),) if item else first
        self._around.append(_Around(first, rest, (token.map or [0])[0], item))

    def _leave(self) -> None:
        if not (around := self._around[-1]).begun:
            self._pass_to(around.line)
            first, rest = self._begin()
            self._blocks.append(MarkedLine((), first, rest))
            self._at = around.line + 1
        self._around.pop()

    def _marking(self, numbers: Sequence[str]) -> Iterator[str]:
        """Yield what stands before the items of a list: numbers as typed, unless they are all the same."""
        if numbers[0][:-1] == "":
            bullets = _BULLETS[self._ascii_only]
            return repeat(bullets[len(self._markers) % len(bullets)])
        if len(numbers) > 1 and len(set(numbers)) == 1:
            first, dot = int(numbers[0][:-1]), numbers[0][-1]
            numbers = [f"{first + place}{dot}" for place in range(len(numbers))]
        widest = max(map(len, numbers))
        return (number.rjust(widest) for number in numbers)

    # --- putting down

    def _pass_to(self, line: int) -> None:
        """Put down the empty lines before `line`; raises _NotDrawnError where one says something."""
        rest = tuple(piece for around in self._around if around.begun for piece in around.rest)
        for passed in self._lines[self._at : line]:
            if not _NOTHING.fullmatch(passed):
                raise _NotDrawnError
            self._blocks.append(MarkedLine((), rest, rest))
        self._at = max(self._at, line)

    def _before(self, token: Token) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Pass to where a token begins, and return what stands before its first row and every other."""
        self._pass_to((token.map or [0])[0])
        return self._begin()

    def _begin(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        first = tuple(piece for each in self._around for piece in (each.rest if each.begun else each.first))
        for around in self._around:
            around.begun = True
        return first, tuple(piece for around in self._around for piece in around.rest)

    def _put(self, block: Block, token: Token) -> None:
        self._blocks.append(block)
        self._at = (token.map or [0, 0])[1]

    def _words(self, token: Token) -> None:
        content, part = token.content, self._part
        around = self._around[-1] if self._around else None
        if around and around.item and not around.begun and (task := _TASK.match(content)):
            content = content[task.end() :]
            self._tick(around, done=task[1] != " ")
        first, rest = self._before(token)
        if part and not content:
            content, part = self._lines[self._at].strip(), ""
        if _IN_LINE.search(content) or "\n" in content:
            self._put(_Words(self._parser, content, part, first, rest), token)
        else:
            self._put(MarkedLine(((content, part),), first, rest), token)

    def _tick(self, around: _Around, *, done: bool) -> None:
        """Put a box before an item, in the place of its bullet or behind its number."""
        ((said, part),) = around.first
        number = said if said.strip()[:-1] else ""
        around.first = ((f"{number}{_BOXES[self._ascii_only][done]} ", part),)
        around.rest = ((" " * cell_len(around.first[0][0]), ""),)

    def _fence(self, token: Token) -> None:
        first, rest = self._before(token)
        named = token.info.strip()
        lines = [(named, "aside")] if named else []
        lines += ((line, "code") for line in token.content.split("\n")[:-1])
        for line in lines or [("", "code")]:
            self._put(MarkedLine((line,), (*first, _MARGIN), (*rest, _MARGIN)), token)
            first = rest

    def _table(self, token: Token, inner: Sequence[Token]) -> None:
        first, rest = self._before(token)
        begin, end = token.map or (0, 0)
        typed = tuple(self._lines[begin:end])
        self._put(Table(self._parser, typed, cells_of(inner), first, rest, self._ascii_only), token)


def _numbers(tokens: Sequence[Token]) -> list[list[str]]:
    """Return for each list, in the order they begin, the numbers its items were typed with."""
    found: list[list[str]] = []
    inside: list[list[str]] = []
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            found.append([])
            inside.append(found[-1])
        elif token.type == "list_item_open":
            inside[-1].append(token.info + token.markup)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            inside.pop()
    return found
