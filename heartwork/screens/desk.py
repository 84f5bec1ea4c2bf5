"""What everything that is done to entries shares: writing, which ones are meant, how one is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from heartwork.screens.journal_rows import page_of
from heartwork.screens.pen import new_page, page_on
from heartwork.screens.room import QUOTED
from heartwork.screens.welcome import Welcome
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from heartwork.diary import Change
    from heartwork.model.entry import Entry
    from heartwork.widgets.reading import Page as ReadPage


class Desk(Welcome):
    """A room in which entries lie: one of them is highlighted, and several can be marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "write", "Write", id="journal.write", tooltip="Write something new"),
        Binding("e", "edit", "Edit", id="journal.edit", tooltip="Edit the highlighted entry"),
    ]

    def action_write(self) -> None:
        """Open an empty page."""
        self.write_on(new_page(self._diary, self._clock()))

    def action_edit(self) -> None:
        """Open the highlighted entry to be edited."""
        if (key := self.place) is not None and self.may_edit(key):
            self.write_on(page_on(self._diary, key))

    # --- which ones are meant --------------------------------------------------------------------

    @property
    def chosen(self) -> list[str]:
        """The ids that are meant: those marked, in their order here, or else the highlighted one."""
        return [self.place] if self.place is not None else []

    @property
    def entry(self) -> Entry | None:
        """The highlighted entry, None where there is none."""
        return None if self.place is None else self._diary.entry(self.place)

    def done(self) -> None:
        """Let go of the marks, after something was done to what was marked; to be overridden."""

    def change_all(self, verb: Callable[[], Change], ids: list[str], one: str | None, several: str) -> None:
        """Do something to some entries as one change, and say so."""
        if not ids or not self.change(verb):
            return
        self.done()
        if len(ids) > 1:
            self.toast(several.format(count=len(ids)))
        elif one is not None:
            self.toast(one.format(words=self.quote(ids[0])))

    # --- how they are shown ----------------------------------------------------------------------

    def move_to(self, key: str) -> None:
        """Highlight an entry; to be overridden."""
        del key

    def go_to(self, key: str) -> None:
        """Highlight an entry and open it to be read; to be overridden."""
        del key

    def seen(self, entry: Entry) -> Entry:
        """Return an entry as it may be seen in passing; to be overridden."""
        return entry

    def aside(self, entry: Entry) -> str:
        """Return what heartwork says of an entry in its row, besides the person's words; to be overridden."""
        del entry
        return ""

    def page(self, entry: Entry) -> ReadPage:
        """Return an entry as the page that is read; to be overridden."""
        page = page_of(entry)
        if not entry.care:
            return page
        from heartwork.diary.review_told import care_told

        foot = (page.foot, care_told(self._diary, entry.care))
        return replace(page, foot=" · ".join(filter(None, foot)))

    def may_edit(self, key: str) -> bool:
        """Tell whether an entry's words can be read and changed now; to be overridden."""
        del key
        return True

    def quote(self, key: str) -> str:
        """Return how an entry begins, to name it in a sentence."""
        entry = self._diary.entry(key)
        return cut(entry.headline or entry.kind.value, QUOTED)
