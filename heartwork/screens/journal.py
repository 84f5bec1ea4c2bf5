"""The journal: the timeline, the page beside it, and everything that starts there."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import ScreenResume
from textual.widgets import Footer, Input

from heartwork.content import help_for
from heartwork.content.words import door, editor
from heartwork.diary import Wanted
from heartwork.screens.journal_rows import JournalRows, page_of
from heartwork.screens.pen import new_page, page_on
from heartwork.screens.rooms import ROOMS
from heartwork.screens.versions import earlier_texts, told, which
from heartwork.screens.welcome import QUOTED, Welcome
from heartwork.widgets.line_field import LineField
from heartwork.widgets.notices import Notices
from heartwork.widgets.plain import cut
from heartwork.widgets.reading import ReadingPane
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.timeline import Timeline

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_EMPTY = "\n\n".join(door().empty.journal)
_SLICE = 400
"""Entries that are searched before keys get their turn."""


class JournalScreen(Welcome):
    """Every entry by time; writing, reading, finding, trashing and taking back start here."""

    HELP = help_for("journal")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="journal.back", tooltip="Back to the whole list"),
        Binding("n", "write", "Write", id="journal.write", tooltip="Write something new"),
        Binding("e", "edit", "Edit", id="journal.edit", tooltip="Edit the highlighted entry"),
        Binding(
            "slash", "find", "Find", key_display="/", id="journal.find", tooltip="Find words, as you type"
        ),
        Binding(
            "s",
            "star",
            "Star",
            show=False,
            id="journal.star",
            tooltip="Star the entry, or take the star away",
        ),
        Binding("d", "trash", "Trash", id="journal.trash", tooltip="Put the entry in the trash"),
        Binding(
            "t",
            "show_trash",
            "Trash",
            show=False,
            id="journal.show_trash",
            tooltip="Show the trash, or leave it",
        ),
        Binding(
            "r", "restore", "Take back out", id="journal.restore", tooltip="Take the entry out of the trash"
        ),
        Binding(
            "v",
            "versions",
            "Versions",
            show=False,
            id="journal.versions",
            tooltip="Earlier texts of the entry",
        ),
        Binding("u", "undo", "Undo", show=False, id="journal.undo", tooltip="Take the last change back"),
    ]
    bar = getters.query_one(RoomBar)
    timeline = getters.query_one(Timeline)
    reading = getters.query_one(ReadingPane)
    field = getters.query_one("#find", LineField)

    def __init__(self, diary: Diary, clock: Clock, *, at: str | None = None) -> None:
        """Show `diary`, starting at the entry `at` if it is there."""
        super().__init__(diary, clock)
        self._start = at
        self._revision = -1
        self._sought = ""
        self._needles: tuple[str, ...] = ()

    def compose_page(self) -> ComposeResult:
        """Compose the bar, the list with the page beside it, and the field to find with."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], "Journal")
        yield Notices()
        yield LineField(id="find", placeholder="find", compact=True)
        with Horizontal():
            yield Timeline(empty=_EMPTY)
            yield ReadingPane()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show what is there."""
        self._show_all(keep=self._start)
        self.set_focus(self.timeline)
        self._tell_time()
        self.set_interval(10, self._tell_time)

    @on(ScreenResume)
    def _look_again(self) -> None:
        if self.is_mounted and self._revision != self._diary.revision:
            self.refresh_list()
        self.tell_standing()

    @property
    def place(self) -> str | None:
        """The id of the highlighted entry."""
        return self.timeline.current

    # --- showing ---------------------------------------------------------------------------------

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the list as the diary is now, with the cursor on `keep` or where it was."""
        if self._needles:
            self._find()
        else:
            self._show_all(keep=keep)

    def _show_all(self, *, keep: str | None = None) -> None:
        in_trash = self.has_class("-trash")
        self._show(self._diary.trashed_ids() if in_trash else self._diary.ids(), keep=keep)

    def _show(self, ids: list[str], *, keep: str | None = None) -> None:
        self._revision = self._diary.revision
        keep = keep or self.timeline.current
        self.timeline.show(JournalRows(self._diary, ids), keep=keep, needles=self._needles)
        self._show_page(self.timeline.current)

    def _show_page(self, key: str | None) -> None:
        page = None if key is None else page_of(self._diary.entry(key))
        self.reading.show(page, needles=self._needles)

    @on(Timeline.Highlighted)
    def _highlighted(self, event: Timeline.Highlighted) -> None:
        self._show_page(event.id)

    @on(Timeline.Opened)
    def _opened(self) -> None:
        self.add_class("-reading")
        self.set_focus(self.reading)
        self.refresh_bindings()

    def _tell_time(self) -> None:
        now = self._clock().astimezone()
        if self.has_class("-trash"):
            self.bar.aside = door().empty.in_trash
        elif not self._needles:
            self.bar.aside = f"{now:%a} {now.day} {now:%b} · {now:%H:%M}"

    # --- finding ---------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Open the field to find with."""
        self.add_class("-finding")
        self.set_focus(self.field)
        self.refresh_bindings()

    @on(Input.Changed, "#find")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._sought = event.value
        self._needles = Wanted(find=event.value).needles()
        if self._needles:
            self._find()
        else:
            self._stop_finding()

    @on(Input.Submitted, "#find")
    def _settled(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(self.timeline)

    @work(exclusive=True, group="find")
    async def _find(self) -> None:
        needles, found = self._needles, []
        ids = self._diary.ids()
        for count, key in enumerate(ids, 1):
            if self._diary.says(key, needles):
                found.append(key)
            if count % _SLICE == 0:
                await asyncio.sleep(0)
        self.timeline.say_when_empty(door().empty.found)
        self._show(found)
        self.bar.aside = f"find: “{self._sought}” {len(found)} of {len(ids)}"

    def _stop_finding(self) -> None:
        self.workers.cancel_group(self, "find")
        self._needles = ()
        self.timeline.say_when_empty(_EMPTY)
        self._show_all()
        self._tell_time()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back only where there is one."""
        if action == "back":
            return any(self.has_class(name) for name in ("-reading", "-finding", "-trash"))
        if action == "restore":
            return self.has_class("-trash")
        if action in {"write", "edit", "find", "star", "trash", "versions"}:
            return not self.has_class("-trash")
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go back a step: from the page to the list, from what was found to everything."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
        elif self.has_class("-finding"):
            self.remove_class("-finding")
            self.field.value = ""
        elif self.has_class("-trash"):
            self.action_show_trash()
        self.set_focus(self.timeline)
        self.refresh_bindings()

    # --- changing --------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Open an empty page."""
        self.write_on(new_page(self._diary, self._clock()))

    def action_edit(self) -> None:
        """Open the highlighted entry to be edited."""
        if (key := self.place) is not None:
            self.write_on(page_on(self._diary, key))

    def action_star(self) -> None:
        """Star the highlighted entry, or take the star away."""
        if (key := self.place) is not None:
            starred = not self._diary.entry(key).starred
            self.change(lambda: self._diary.star([key], starred=starred, now=self._clock()))

    def action_trash(self) -> None:
        """Put the highlighted entry in the trash."""
        key = self.place
        if key is not None and self.change(partial(self._diary.trash, [key], now=self._clock())):
            self.toast(editor().trashed.format(words=self._quote(key)))

    def action_show_trash(self) -> None:
        """Show the trash in the place of the list, or the list again."""
        in_trash = not self.has_class("-trash")
        self.set_class(in_trash, "-trash")
        self.timeline.say_when_empty(door().empty.trash if in_trash else _EMPTY)
        self._show_all()
        self._tell_time()
        self.refresh_bindings()

    def action_restore(self) -> None:
        """Take the highlighted entry out of the trash."""
        key = self.place
        if key is not None and self.change(partial(self._diary.restore, [key], now=self._clock())):
            self.toast(editor().brought_back.format(words=self._quote(key)))

    @work
    async def action_versions(self) -> None:
        """List the earlier texts of the highlighted entry, and bring one back if it is wanted."""
        if (key := self.place) is None:
            return
        entry, words = self._diary.entry(key), editor().versions
        if not (texts := earlier_texts(entry)):
            self.toast(words.none)
        elif (answer := await self.app.push_screen_wait(which(entry))) is not None:
            back = texts[int(answer)]
            again = replace(entry, title=back.title, body=back.body)
            if self.change(lambda: self._diary.keep(again, now=self._clock())):
                self.toast(words.restored.format(time=told(entry, back)))

    def action_undo(self) -> None:
        """Take the last change back."""
        change = self.change(lambda: self._diary.undo(now=self._clock()))
        if change is None:
            self.toast(editor().nothing_to_undo)
        elif change.ids:
            key = change.id
            self.refresh_list(keep=key)
            words = self._undone(change.verb)
            self.toast(words.format(words=self._quote(key)))

    def _undone(self, verb: str) -> str:
        """Return the words for taking a change back, which say where the entry is now."""
        words = editor()
        return {"trashed": words.brought_back, "kept": words.trashed_again}.get(verb, words.taken_back)

    def _quote(self, key: str) -> str:
        entry = self._diary.entry(key)
        return cut(entry.headline or entry.kind.value, QUOTED)
