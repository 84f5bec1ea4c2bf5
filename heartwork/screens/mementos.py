"""The mementos: what still ties, let go in one's own time, the lightest first (SOURCES A13, B10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from heartwork.content import help_for
from heartwork.screens.memento_adding import MementoAdding
from heartwork.screens.memento_doing import MementoDoing
from heartwork.screens.memento_finding import MementoFinding
from heartwork.screens.memento_resuming import MementoResuming

if TYPE_CHECKING:
    from textual.binding import BindingType


class MementosScreen(MementoFinding, MementoDoing, MementoAdding, MementoResuming):
    """Every memento, the lightest first."""

    HELP = help_for("mementos")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="mementos.back", tooltip="Back to the whole list"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back only where there is one."""
        if action == "back":
            return self.has_class("-adding") or self.narrowed or bool(self.rows.marked)
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go back a step: from adding, from marks, from what was found, to everything."""
        if self.has_class("-adding"):
            self.stop_adding()
        elif self.rows.marked:
            self.done()
        else:
            self.widen()
        self.set_focus(self.rows)
        self.refresh_bindings()
