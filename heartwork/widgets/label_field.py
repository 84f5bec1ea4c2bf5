"""A line of labels, tags or people: the last one is completed from those that are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.suggester import Suggester

from heartwork.model.labels import beginning, same
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

_LAST_TAG: Final = re.compile(r"[^,\s#]*\Z")
_LAST_NAME: Final = re.compile(r"[^,\s][^,]*\Z")


class LabelSuggester(Suggester):
    """Completes the last label of a line with the first known one that begins so."""

    def __init__(self, known: Sequence[str], *, spaced: bool) -> None:
        """Know some labels, those used most first; `spaced` tells whether a space belongs to one."""
        super().__init__(use_cache=False, case_sensitive=True)
        # What is drawn otherwise than it is written cannot be shown as the end of what is typed.
        self._known = [label for label in known if one_line(label) == label]
        self._last = _LAST_NAME if spaced else _LAST_TAG

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole line with its last label completed, or None."""
        found = self._last.search(value)
        if found is None or not found[0]:
            return None
        start, most = found[0], len(self._known)
        # Spelled otherwise it may be shorter: then what is shown would not be what is missing.
        fitting = (label for label in beginning(start, self._known, most) if same(label[: len(start)], start))
        first = next(fitting, None)
        return None if first is None else f"{value[: found.start()]}{first}"


class LabelField(LineField):
    """A line of labels parted by commas; tab, right or end takes what is suggested."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "end,ctrl+e",
            "take_or_end",
            show=False,
            id="labels.end",
            tooltip="To the end; at the end, take what is suggested",
        ),
        Binding("tab", "take_or_on", show=False, id="labels.tab", tooltip="Take what is suggested, or go on"),
    ]

    def __init__(
        self,
        labels: Sequence[str],
        known: Sequence[str],
        *,
        spaced: bool,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002  (every widget's name for it)
    ) -> None:
        super().__init__(
            ", ".join(labels), placeholder=placeholder, compact=True, select_on_focus=False, id=id
        )
        self.suggester = LabelSuggester(known, spaced=spaced)

    def action_take_or_on(self) -> None:
        """Take what is suggested; where nothing is, go on to the next field."""
        before = self.value
        if self.cursor_at_end:
            self.action_cursor_right()
        if self.value == before:
            self.screen.focus_next()

    def action_take_or_end(self) -> None:
        """Go to the end of the line; from there, take what is suggested."""
        if self.cursor_at_end:
            self.action_cursor_right()
        else:
            self.action_end()
