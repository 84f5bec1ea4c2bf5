"""One line to type that outlives a lock and a kill: what stands in it is a draft until it is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import events, on
from textual.widgets import Input, Static

from heartwork.content.words import editor
from heartwork.diary.errors import VaultError
from heartwork.model.draft import Draft
from heartwork.screens.jotting import LOOK, Jotting
from heartwork.screens.page import Page
from heartwork.screens.question import AskLine
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.await_complete import AwaitComplete

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_LINE: Final = "line"


class JottedLine(AskLine, Page):
    """Asks for one line; escape leaves it for the next time, and whoever takes it lets the draft `begun` go.

    It is a page: a lock seals what is typed.
    """

    HOLDS_KEYS = True

    def __init__(
        self,
        diary: Diary,
        clock: Clock,
        table: str,
        asked: tuple[str, str],
        refuse: Callable[[str], str] = lambda _: "",
    ) -> None:
        """Ask what is `asked`, a title and a line, with what a draft of a line for `table` has of it.

        `refuse` returns what is wrong with a line, or nothing.
        """
        drafts = (each for each in diary.drafts() if (each.table, each.target) == (table, None))
        draft = next((each for each in drafts if _LINE in each.fields), Draft(table, None, room="grief"))
        super().__init__(*asked, str(draft.fields.get(_LINE) or ""), refuse)
        self._jotting = Jotting(diary, clock, draft, self._fields)

    def compose_dialog(self) -> ComposeResult:
        """Compose the question; what is begun in its field is gone on with, and not typed over."""
        for part in super().compose_dialog():
            if isinstance(part, LineField):
                part.select_on_focus = False
            yield part

    @property
    def begun(self) -> str:
        """The id of the draft; empty where there is none."""
        return self._jotting.draft.id

    def _fields(self) -> dict[str, object]:
        return {_LINE: self.query_one(LineField).value}

    @on(events.Mount)
    def _look_now_and_then(self) -> None:
        self.set_interval(LOOK, self._look)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != str(self._jotting.draft.fields.get(_LINE) or ""):
            self._jotting.edited()

    def _look(self) -> None:
        self._jotting.save_if_due()
        said = editor().unsaved_here if self._jotting.trouble else ""
        self.query_one(".wrong", Static).update(plain(said))

    def seal(self) -> bool:
        """Put what is typed into the diary as a draft, at once; tell whether it is there."""
        return self._jotting.seal()

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._jotting.trouble

    @property
    def draft(self) -> Draft | None:
        """What the diary does not have yet, as a draft; None where it has everything."""
        return self._jotting.draft if self.trouble else None

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Close; a line that is entered is in its draft until it is kept elsewhere."""
        if result is not None:
            self.seal()
        return super().dismiss(result)

    def action_leave(self) -> None:
        """Close; what is typed waits for the next time, and where all was erased, nothing does."""
        if self.query_one(LineField).value.strip():
            self.seal()
        elif self.begun:
            try:
                self._jotting.drop()
            except VaultError:
                self.seal()  # it is erased again the next time
        super().action_leave()
