"""Two texts shown as one: what went is struck out, what came is underlined, what stayed is folded.

Each has a sign of its own besides, so that neither colour nor a terminal's lines need to be seen.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from heartwork.content.reading_words import reading
from heartwork.widgets.column import Fixed
from heartwork.widgets.comparing import ADDED, REMOVED
from heartwork.widgets.folded_text import PIECE, pieces, rows_of
from heartwork.widgets.lines_pane import LinesPane
from heartwork.widgets.looks import ELLIPSES
from heartwork.widgets.marked import MarkedLine, MarkedText
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from heartwork.widgets.column import Rows
    from heartwork.widgets.comparing import Run
    from heartwork.widgets.marked import Block, Piece

    Line = list[Run]

LINES_AROUND: Final = 2
"""How many lines that stayed are shown before and after a change."""

BOTH: Final = "both"
"""What a line is of which some words went or came."""

MINUS: Final = ("\u2212", "-")
"""The sign of what went, and its ASCII twin."""

_SIGNS: Final = {ADDED: ("+", "+"), REMOVED: MINUS, BOTH: ("±", "~")}
_BESIDE: Final = (("  ", ""),)
_BREAK: Final = ("↵", "/")
# In characters: how much is shown of a line that stayed, and of a stretch that stayed within a line.
_WHOLE_UNTIL = 240
_SHOWN = 100


class ComparisonPane(LinesPane):
    """Shows what became of a text."""

    _title: Sequence[Run] = ()
    _runs: Sequence[Run] | None = None

    def show(self, runs: Sequence[Run] | None, *, title: Sequence[Run] = ()) -> None:
        """Show the runs of a text and, where it was another one, of its title; None shows nothing."""
        self._runs, self._title = runs, title
        self.fold_anew()

    def sources(self, width: int) -> Iterator[Rows]:
        """Yield what the signs mean, the title, and the text."""
        if self._runs is None:
            return
        drawing, words, named = Drawing(self._ascii_only), reading().versions, _changed(self._title)
        if not named and not _changed(self._runs):
            yield Fixed([(row, "aside")] for row in rows_of(cut(words.same), width))
            return
        yield Fixed([[*drawing.legend(words.gone, words.come)], []])
        if named:
            yield Fixed([(row, "aside")] for row in rows_of(cut(words.name), width))
            yield MarkedText([*drawing.of(self._title)], width)
            yield Fixed([[]])
        yield MarkedText([*drawing.of(self._runs)], width)


def _changed(line: Sequence[Run]) -> bool:
    return any(kind for _, kind in line)


class Drawing:
    """Puts the runs of a comparison down as lines, each with a sign of what became of it."""

    def __init__(self, ascii_only: bool) -> None:  # noqa: FBT001 - one of two looks
        """Draw with glyphs, or with their ASCII twins."""
        self._ascii_only = ascii_only

    def legend(self, gone: str, come: str) -> Iterator[Piece]:
        """Yield what the signs mean."""
        yield from self._signed((gone, REMOVED))
        yield "   ", ""
        yield from self._signed((come, ADDED))

    def of(self, runs: Sequence[Run]) -> Iterator[Block]:
        """Yield the lines of a comparison, long stretches that stayed as a few."""
        lines = self._lines(runs)
        groups = [(changed, list(group)) for changed, group in groupby(lines, key=_changed)]
        for place, (changed, group) in enumerate(groups):
            if changed:
                for line in group:
                    yield from self._changed_line(line)
            else:
                yield from self._stayed(group, first=place == 0, last=place == len(groups) - 1)

    # --- lines that stayed

    def _stayed(self, group: Sequence[Line], *, first: bool, last: bool) -> Iterator[Block]:
        """Yield lines that stayed: those next to a change, and how many there are between."""
        before, after = 0 if first else LINES_AROUND, 0 if last else LINES_AROUND
        left_out = len(group) - before - after
        if left_out <= 1:
            yield from map(self._stayed_line, group)
            return
        yield from map(self._stayed_line, group[:before])
        said = reading().versions.folded.format(count=left_out)
        yield MarkedLine(((f"{ELLIPSES[self._ascii_only]} {said}", "aside"),), _BESIDE, _BESIDE)
        yield from map(self._stayed_line, group[len(group) - after :])

    def _stayed_line(self, line: Line) -> Block:
        text = "".join(said for said, _ in line)
        if len(text) > _WHOLE_UNTIL:
            return MarkedLine(((_start(text), ""), (self._ellipsis, "aside")), _BESIDE, _BESIDE)
        return MarkedLine(((text, ""),), _BESIDE, _BESIDE)

    @property
    def _ellipsis(self) -> str:
        return f" {ELLIPSES[self._ascii_only]} "

    # --- lines that changed

    def _changed_line(self, line: Line) -> Iterator[Block]:
        kinds = {kind for text, kind in line if text.strip()}
        kind = kinds.pop() if len(kinds) == 1 else BOTH
        first = ((f"{_SIGNS[kind][self._ascii_only]} ", "aside" if kind == BOTH else kind),)
        runs: list[Piece] = []
        for place, run in enumerate(line):
            if not run[1]:
                runs += self._shortened(run[0], first=place == 0, last=place == len(line) - 1)
            elif kind == BOTH:
                apart = not place or not line[place - 1][1] or line[place - 1][0][-1:].isspace()
                runs += [] if apart or run[0][:1].isspace() else [(" ", "")]
                runs += self._signed(run)
            else:
                runs.append(run)
        if sum(len(text) for text, _ in runs) <= PIECE:
            yield MarkedLine(tuple(runs), first, _BESIDE)
            return
        for text, part in runs:
            for piece in pieces(text):
                yield MarkedLine(((piece, part),), first, _BESIDE)
                first = _BESIDE

    def _shortened(self, text: str, *, first: bool, last: bool) -> Iterator[Piece]:
        """Yield what stayed within a line, the middle of a long stretch left out."""
        if len(text) <= _WHOLE_UNTIL:
            yield text, ""
            return
        if not first:
            yield _start(text), ""
        yield self._ellipsis, "aside"
        if not last:
            yield _end(text), ""

    def _signed(self, run: Run) -> Iterator[Piece]:
        """Yield a run between two of its signs, the spaces around it outside of them."""
        text, kind = run
        bare = text.strip()
        sign = _SIGNS[kind][self._ascii_only] if bare else ""
        begin = text.find(bare) if bare else len(text)
        yield text[:begin], ""
        yield f"{sign}{bare}{sign}", kind
        yield text[begin + len(bare) :], ""

    def _lines(self, runs: Sequence[Run]) -> list[Line]:
        """Return runs line by line; a break that went or came where nothing else shows it has a sign."""
        lines: list[Line] = [[]]
        for text, kind in runs:
            first, *more = text.split("\n")
            _say(lines[-1], first, kind)
            for part in more:
                alone = bool(lines[-1]) and {each for _, each in lines[-1]} == {kind}
                if kind and not alone:
                    _say(lines[-1], _BREAK[self._ascii_only], kind)
                if kind != REMOVED or alone or len(lines[-1]) == 1:
                    lines.append([])
                _say(lines[-1], part, kind)
        return lines if lines[-1] else lines[:-1]


def _say(line: Line, text: str, kind: str) -> None:
    """Add to a line what is of one kind, as one run."""
    if text and line and line[-1][1] == kind:
        line[-1] = (line[-1][0] + text, kind)
    elif text:
        line.append((text, kind))


def _start(text: str) -> str:
    """Return the start of a long text, up to a space where there is one."""
    return text[:_SHOWN].rpartition(" ")[0] or text[:_SHOWN]


def _end(text: str) -> str:
    """Return the end of a long text, from a space on where there is one."""
    return text[-_SHOWN:].partition(" ")[2] or text[-_SHOWN:]
