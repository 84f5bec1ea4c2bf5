"""Markdown as a diary has it: what markdown-it looks for, and what it leaves as it was typed.

A single line break stays one, a paragraph keeps the spaces its lines begin with, and only lines that say so
themselves belong to a quote, a list or a table. Indented lines, underlined headings, HTML, entities and
references mean nothing here. Importing markdown-it costs time, so whoever draws Markdown imports this late.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline.backticks import backtick

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_BLOCKS: Final = ("blockquote", "heading", "hr", "list", "table")
_INLINE: Final = ("autolink", "backticks", "emphasis", "escape", "image", "link", "strikethrough")
# Where an inline rule may begin; everything up to there is taken in one step.
_MAY_MEAN_SOMETHING: Final = re.compile(r"[!*<\[\\\]_`~]")


class DiaryMarkdown(MarkdownIt):
    """The parser; without `fences`, three backticks or tildes in a line are only characters."""

    def __init__(self, *, fences: bool) -> None:
        super().__init__("zero")
        self.enable([*_BLOCKS, *_INLINE, *(["fence"] if fences else [])])
        # In force, so that deeply indented lines are no lists and headings; but it makes nothing of them.
        self.enable("code")
        self.block.ruler.at("code", _no_code)
        # Asked in a quote or a table whether a line ends it: they only go on in lines that say so.
        self.block.ruler.at("paragraph", _paragraph, {"alt": ["blockquote"]})
        self.inline.ruler.at("backticks", _code)
        # Paragraphs are read when they are drawn.
        self.core.ruler.disable(["inline", "text_join"])
        self.inline.terminator_re = _MAY_MEAN_SOMETHING

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the parser's name for it
        """Take any address: it is only shown."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's name for it
        """Leave an address as it was typed."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's name for it
        """Leave an address as it was typed."""
        return link


def _no_code(_state: StateBlock, _start: int, _end: int, _silent: bool) -> bool:  # noqa: FBT001 - its signature
    return False


def _paragraph(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - its signature
    """Take lines as they are, down to one that is empty, is something else, or stands outside."""
    if silent:
        said = state.src[state.bMarks[start] : state.eMarks[start]]
        return state.parentType == "blockquote" or (state.parentType == "table" and "|" not in said)
    ends = state.md.block.ruler.getRules("paragraph")
    around, state.parentType = state.parentType, "paragraph"
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        if any(rule(state, line, state.lineMax, True) for rule in ends):
            break
        line += 1
    state.line, state.parentType = line, around
    state.push("paragraph_open", "p", 1).map = [start, line]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, line, state.blkIndent, keepLastLF=False)
    inline.map = [start, line]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _code(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - its signature
    """Take what stands between backticks with the line breaks that are in it."""
    begin, before = state.pos, len(state.tokens)
    found = backtick(state, silent)
    if len(state.tokens) > before and (token := state.tokens[-1]).type == "code_inline":
        size = len(token.markup)
        typed = state.src[begin + size : state.pos - size]
        if "\n" in typed:
            token.content = typed
    return found
