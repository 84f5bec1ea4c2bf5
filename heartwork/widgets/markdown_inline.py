"""The words of one paragraph, heading or cell as runs: what is strong, struck, code, or leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from heartwork.widgets.marked import Piece

_PARTS: Final = {"em": "emphasis", "strong": "strong", "s": "struck"}


def runs_of(parser: MarkdownIt, content: str, part: str = "") -> list[Piece]:
    """Return what `content` says as runs, which are all of `part` and perhaps of more."""
    tokens: list[Token] = []
    parser.inline.parse(content, parser, {}, tokens)
    return [run for run in _Runs(part).of(tokens) if run[0]]


def lines_of(runs: Sequence[Piece]) -> list[list[Piece]]:
    """Return runs line by line, at least one."""
    lines: list[list[Piece]] = [[]]
    for said, part in runs:
        first, *more = said.split("\n")
        lines[-1].append((first, part))
        lines += ([(line, part)] for line in more)
    return lines


class _Runs:
    """Reads inline tokens in their order, and knows which parts are open."""

    def __init__(self, part: str) -> None:
        self._parts = [part] if part else []
        self._links: list[tuple[Token, list[str]]] = []

    def of(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        for token in tokens:
            if token.type == "link_open":
                self._parts.append("link")
                self._links.append((token, []))
            elif token.type == "link_close":
                self._parts.pop()
                opened, label = self._links.pop()
                yield from self._address(opened, "href", "".join(label))
            elif token.type == "image":
                yield from self.of(token.children or [])
                yield from self._address(token, "src", token.content)
            elif token.nesting > 0:
                self._parts.append(_PARTS[token.tag])
            elif token.nesting < 0:
                self._parts.pop()
            else:
                yield self._said(token)

    def _said(self, token: Token) -> Piece:
        parts = [*self._parts, "code"] if token.type == "code_inline" else self._parts
        said = "\n" if token.type in {"hardbreak", "softbreak"} else token.content
        for _, label in self._links:
            label.append(said)
        return said, " ".join(parts)

    def _address(self, token: Token, name: str, label: str) -> Iterator[Piece]:
        """Yield where a link leads, unless it says so itself."""
        address = str(token.attrGet(name) or "")
        title = str(token.attrGet("title") or "")
        if label and label in {address, address.removeprefix("mailto:")} and not title:
            return
        named = " ".join(part for part in (address, f'"{title}"' if title else "") if part)
        parts = " ".join([*self._parts, "address"])
        yield (" (" if label else "("), parts
        yield named, parts
        yield ")", parts
