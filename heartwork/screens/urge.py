"""An urge, from wherever one is: how strong it is, and then the page on which it is waited with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import help_for
from heartwork.content.urge_words import urge_words
from heartwork.insights.urges import open_urge
from heartwork.screens.dialog import Dialog
from heartwork.screens.urge_gate import UrgeScreen
from heartwork.screens.urge_note import UrgeNote
from heartwork.widgets.mood_scale import AcheScale
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from textual.app import App, ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


@dataclass(frozen=True, slots=True)
class Felt:
    """How strong an urge is, 0 to 10 or not said."""

    strength: int | None


class UrgeStrength(Dialog["Felt | None"]):
    """Asks how strong an urge is; its result is None for escape."""

    HELP = help_for("urge")
    DEFAULT_CSS = """
    UrgeStrength {
        & AcheScale { margin-bottom: 1; }
        & #hint { margin: 0; color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="urge_strength.back", tooltip="Back, and note nothing"),
    ]
    scale = getters.query_one(AcheScale)

    def __init__(self, minutes: int) -> None:
        """Ask before a wait of so many minutes."""
        super().__init__()
        self._minutes = minutes

    def compose_dialog(self) -> ComposeResult:
        """Compose the question and the scale."""
        words = urge_words().strength
        yield Static(plain(words.title), classes="title")
        yield Static(plain(words.line.format(minutes=self._minutes)))
        yield AcheScale()
        yield Static(plain(words.hint), id="hint")

    @on(Scale.Accepted)
    def _accepted(self) -> None:
        self.dismiss(Felt(self.scale.value))

    def action_leave(self) -> None:
        """Go back, and note nothing."""
        self.dismiss(None)


async def at_the_gate(app: App[Any], diary: Diary, clock: Clock) -> None:
    """Lead through an urge, from how strong it is to its page; one that is waited with is gone on with.

    To be awaited in a worker.
    """
    found = None if diary.read_only else open_urge(diary.contact.all(), clock())
    note = UrgeNote(diary, clock, found)
    again = True
    while again:
        if note.urge is None and not diary.read_only:
            minutes = round(note.wait.total_seconds() / 60)
            felt = await app.push_screen_wait(UrgeStrength(minutes))
            if felt is None:
                return
            note.begin(felt.strength)
        page = UrgeScreen(diary, clock, note)
        await app.push_screen_wait(page)
        again = page.begins_anew
        note = UrgeNote(diary, clock, None)
