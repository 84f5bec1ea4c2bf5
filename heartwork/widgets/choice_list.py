"""Several questions in one list: under each heading, one line is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.listing import KnownLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from heartwork.widgets.listing import Line

    Group = tuple[str, dict[str, Line]]


class ChoiceList(HeadedList):
    """Groups of lines, of each of which one is marked; marking another takes the mark along."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "mark", "Choose", show=False, id="choice_list.mark", tooltip="Choose it in its group"
        ),
        Binding("enter", "open", "Answer", show=False, id="choice_list.open", tooltip="Answer with it"),
    ]

    _ids: tuple[tuple[str, ...], ...] = ()

    def offer(self, groups: Sequence[Group], chosen: Sequence[str]) -> None:
        """Show groups, each a heading and its lines by id, with those that are `chosen`, one of each."""
        self._ids = tuple(tuple(lines) for _, lines in groups)
        at, headings = 0, []
        for heading, lines in groups:
            headings.append((at, heading))
            at += len(lines)
        self.under(headings)
        every = {key: line for _, lines in groups for key, line in lines.items()}
        lead = max((len(line.lead) for line in every.values()), default=0)
        self.show_lines(KnownLines(every), lead=lead)
        self.marked = frozenset(chosen)
        if chosen:
            self.move_to(chosen[0])

    @property
    def chosen(self) -> list[str]:
        """The id of the line that is chosen in each group."""
        return [key for group in self._ids for key in group if key in self.marked]

    def choose(self, key: str) -> None:
        """Choose a line in the place of the one that is chosen in its group."""
        for group in self._ids:
            if key in group:
                self.marked = (self.marked - frozenset(group)) | {key}

    def id_of(self, number: int) -> str | None:
        """Return the id of a line, counted from 1 over all groups; None where there are fewer."""
        ids = [key for group in self._ids for key in group]
        return ids[number - 1] if 0 < number <= len(ids) else None

    def action_mark(self) -> None:
        """Choose the line under the cursor."""
        if self.current is not None:
            self.choose(self.current)
