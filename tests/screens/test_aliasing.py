"""What stands on the screen already is drawn anew when only aliases are to be read, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from heartwork.diary.mentions import whole_words
from heartwork.model.veil import Veil
from heartwork.screens.aliasing import draw_anew
from heartwork.screens.question import Question
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.notices import Notices
from heartwork.widgets.veil import look_through, no_veil
from tests.screens.alone import alone
from tests.screens.stage import drawn

if TYPE_CHECKING:
    from textual.app import ComposeResult

VEIL = Veil({"Martin": "M."}, whole_words)


class Parts(Screen[None]):
    """One of everything that shows words."""

    def compose(self) -> ComposeResult:
        """Compose them."""
        yield Static(Content.assemble("a styled ", ("Martin", "bold"), " here"))
        yield Static("a plain Martin", id="plain", markup=False)
        yield OptionList(Content("an option of Martin"), Content("another one"))
        yield Notices()
        yield Listing()

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(Notices).say("m", "a notice of Martin")
        self.query_one(Listing).show_lines(KnownLines({"m": Line("a line of Martin")}))


async def test_a_question_that_was_asked_behind_the_veil_says_the_name_once_it_is_lifted() -> None:
    look_through(lambda: VEIL)
    try:
        asked = Question("Reach Martin?", ["Martin waits."], [("yes", "Write to Martin")])
        async with alone(asked, (60, 20)) as (pilot, _):
            assert "Martin" not in drawn(pilot)
            look_through(no_veil)
            draw_anew(pilot.app)
            await pilot.pause(0.1)
            assert drawn(pilot).count("Martin") == 3
    finally:
        look_through(no_veil)


async def test_every_part_is_veiled_and_unveiled() -> None:
    async with alone(Parts(), (60, 20)) as (pilot, _):
        before = drawn(pilot)
        assert before.count("Martin") == 5
        look_through(lambda: VEIL)
        try:
            draw_anew(pilot.app)
            await pilot.pause(0.1)
            assert "Martin" not in drawn(pilot)
            assert drawn(pilot).count("M.") == 5
            pilot.app.screen.query_one("#plain", Static).update("M. was said meanwhile")
        finally:
            look_through(no_veil)
        draw_anew(pilot.app)
        await pilot.pause(0.1)
        assert drawn(pilot) == before.replace("a plain Martin       ", "M. was said meanwhile")
