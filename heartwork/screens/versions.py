"""Earlier texts of an entry: listed, compared with the text as it is now, and one of them brought back."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Container
from textual.widgets import OptionList, Static

from heartwork.content import help_for
from heartwork.content.reading_words import reading
from heartwork.content.words import editor
from heartwork.model.days import local
from heartwork.model.entry import VERSIONS_KEPT
from heartwork.screens.dialog import Dialog
from heartwork.widgets.comparing import compared, counted
from heartwork.widgets.comparison import MINUS, ComparisonPane
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.plain import plain
from heartwork.widgets.reading import Page, ReadingPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from heartwork.model.entry import Entry, Version
    from heartwork.screens.page import Clock
    from heartwork.widgets.comparing import Run

    Comparison = tuple[list[Run], list[Run]]

_AT_ONCE: Final = 50_000
"""Up to how many characters two texts are compared at once; longer ones are beside everything else."""


def earlier_texts(entry: Entry) -> list[Version]:
    """Return the earlier texts of an entry that say something, the latest first."""
    return [version for version in entry.versions if (version.title + version.body).strip()]


def told(entry: Entry, version: Version) -> str:
    """Return until when a version stood, where its entry was lived."""
    return f"{local(version.at, entry.zone):%d %b %Y, %H:%M}"


class Texts(OptionList):
    """The list of earlier texts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "select", "Bring back", id="versions.choose", tooltip="Bring the highlighted text back"
        ),
    ]


class VersionsScreen(Dialog["Version | None"]):
    """Lists the earlier texts of an entry; its result is the one to bring back, or None."""

    HELP = help_for("versions")
    DEFAULT_CSS = """
    VersionsScreen {
        background: $background;
        & > .title { height: 1; padding: 0 1; margin: 0; background: $surface; }
        & #texts { layout: horizontal; height: 1fr; }
        & #texts Texts { width: 46; margin: 0 1; }
        & #texts LinesPane { width: 1fr; height: 1fr; border-left: solid $border-blurred; }
        & #texts ReadingPane, &.-whole #texts ComparisonPane { display: none; }
        &.-whole #texts ReadingPane { display: block; }
        &.-narrow #texts, &.-cramped #texts { layout: vertical; }
        &.-narrow #texts Texts, &.-cramped #texts Texts { width: 1fr; max-height: 5; }
        &.-narrow #texts LinesPane, &.-cramped #texts LinesPane {
            border-left: none;
            border-top: solid $border-blurred;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="versions.back", tooltip="Close and bring nothing back"),
        Binding(
            "enter", "bring_back", "Bring back", id="versions.bring_back", tooltip="Bring this text back"
        ),
        Binding(
            "w",
            "whole",
            "Whole text",
            id="versions.whole",
            tooltip="Read the text whole, or compare it again",
        ),
    ]
    texts = getters.query_one(Texts)
    comparison = getters.query_one(ComparisonPane)
    whole = getters.query_one(ReadingPane)

    def __init__(self, entry: Entry, *, clock: Clock, ascii_only: bool = False) -> None:
        """List the earlier texts of `entry`."""
        super().__init__()
        self._entry = entry
        self._now = local(clock(), entry.zone)
        self._ascii_only = ascii_only
        self._versions = earlier_texts(entry)[:VERSIONS_KEPT]
        self._compared: dict[int, Comparison] = {}

    def compose(self) -> ComposeResult:
        """Compose the list, and what became of the text that is highlighted there."""
        yield Static(editor().versions.title, classes="title", markup=False)
        with Container(id="texts"):
            yield Texts(*map(self._label, range(len(self._versions))))
            yield ComparisonPane(ascii_only=self._ascii_only)
            yield ReadingPane(ascii_only=self._ascii_only)
        yield KeyLine()

    def on_mount(self) -> None:
        """Compare what is there, the latest first."""
        self.set_focus(self.texts)
        self._compare()

    @work
    async def _compare(self) -> None:
        """Compare every version with the text as it is now; long ones while everything else goes on."""
        now = self._entry
        for place, version in enumerate(self._versions):
            if len(version.body) + len(now.body) > _AT_ONCE:
                body = await asyncio.to_thread(compared, version.body, now.body)
            else:
                await asyncio.sleep(0)
                body = compared(version.body, now.body)
            self._compared[place] = body, compared(version.title, now.title)
            self.texts.replace_option_prompt_at_index(place, self._label(place))
            if place == self.texts.highlighted:
                self._show(place)

    # --- showing ---------------------------------------------------------------------------------

    def _label(self, place: int) -> Content:
        until = reading().versions.until.format(time=self._told(self._versions[place]))
        return plain(f"{until}  {self._counts(place)}".rstrip())

    def _told(self, version: Version) -> str:
        """Return until when a version stood, in the entry's zone, short where it is not long ago."""
        at, words = local(version.at, self._entry.zone), reading().versions
        time = f"{at:%H:%M}"
        if at.date() == self._now.date():
            return words.today.format(time=time)
        if at.date() + timedelta(days=1) == self._now.date():
            return words.yesterday.format(time=time)
        return f"{at:%a} {at.day} {at:%b %Y}, {time}"

    def _counts(self, place: int) -> str:
        """Return how many words came and went since, empty until that is known."""
        if place not in self._compared:
            return ""
        body, title = self._compared[place]
        added, removed = counted([*body, *title])
        words = reading().versions
        if not added and not removed:
            return words.unchanged
        return words.counts.format(added=added, minus=MINUS[self._ascii_only], removed=removed)

    def _show(self, place: int) -> None:
        body, title = self._compared.get(place, (None, ()))
        self.comparison.show(body, title=title)
        version = self._versions[place]
        until = reading().versions.until.format(time=self._told(version))
        self.whole.show(Page(str(place), until, title=version.title, body=version.body))

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show(event.option_index)

    # --- leaving ---------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._versions[event.option_index])

    def action_bring_back(self) -> None:
        """Bring the highlighted text back."""
        if self.texts.highlighted is not None:
            self.dismiss(self._versions[self.texts.highlighted])

    def action_whole(self) -> None:
        """Show the highlighted text whole, or what became of it again."""
        beside = self.focused is not self.texts
        self.toggle_class("-whole")
        if beside:
            self.set_focus(self.whole if self.has_class("-whole") else self.comparison)

    def action_leave(self) -> None:
        """Close, and bring nothing back."""
        self.dismiss(None)
