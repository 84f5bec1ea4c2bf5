"""The support page: it needs no passphrase; behind an open diary it has the person's own part too."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, work
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from heartwork.content import help_for, support
from heartwork.content.support_plan_words import plan_words
from heartwork.screens.page import Page
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.content.pages import Section
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


TALK: Final = "talk"
"""The id of the section about somebody to talk to."""

_PART: Final = "part-"


class SupportScreen(Page):
    """Numbers and addresses for hours that are too much to be alone with."""

    HELP = help_for("support")
    DEFAULT_CSS = """
    SupportScreen #own { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,0", "app.pop_screen", "Back", id="support.back", tooltip="Back to where you were"),
        Binding("e", "edit", "Your own part", id="support.edit", tooltip="Your own lines and your own plan"),
    ]
    own = getters.query_one("#own", Vertical)

    def __init__(self, diary: Diary | None = None, clock: Clock | None = None, *, part: str = "") -> None:
        """Show the page; with an open diary, what is in it of the person's own.

        `part` is the id of the section that it opens at.
        """
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._part = part

    def compose_page(self) -> ComposeResult:
        """Compose the page, the most urgent first."""
        page = support()
        first, *rest = page.sections
        with VerticalScroll(id="support-page"):
            yield Static(page.title, classes="title", markup=False)
            opening = page.opening_at_door if self._diary is None else page.opening
            yield Static(opening, markup=False)
            yield from _shown(first)
            yield Vertical(*self._own(), id="own")
            for section in rest:
                yield from _shown(section)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the part that was asked for."""
        if self._part:
            self.call_after_refresh(self._go_to_part)

    def _go_to_part(self) -> None:
        self.query_one(f"#{_PART}{self._part}").scroll_visible(animate=False, top=True)

    def _own(self) -> Iterator[Static]:
        """Yield the person's own part; without an open diary, where it would be."""
        words = plan_words()
        yield Static(words.title, classes="heading", markup=False)
        if self._diary is None:
            yield Static(words.closed, markup=False)
            return
        written = self._diary.support.written()
        for part, said in written.items():
            name = Content.styled(f"{words.part[part.value].name}\n", "bold")
            yield Static(name + plain(said))
        if not self._diary.read_only:
            yield Static(words.edit if written else words.nothing, markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to change the own part only where there is one."""
        if action == "edit":
            return self._diary is not None and not self._diary.read_only
        return super().check_action(action, parameters)

    @work
    async def action_edit(self) -> None:
        """Change the own part, and show it as it is then."""
        if self._diary is None or self._clock is None:
            return
        from heartwork.screens.support_plan import PlanScreen

        await self.app.push_screen_wait(PlanScreen(self._diary, self._clock))
        await self.own.remove_children()
        await self.own.mount(*self._own())
        self.own.scroll_visible(animate=False, top=True)


def _shown(section: Section) -> Iterator[Static]:
    place = f"{_PART}{section.id}" if section.id else None
    yield Static(section.title, classes="heading", id=place, markup=False)
    for paragraph in section.paragraphs:
        yield Static(paragraph, markup=False)
