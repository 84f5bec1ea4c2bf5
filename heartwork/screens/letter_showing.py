"""Letters in the list and on the page: what may be seen of one, and whether its words may be changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.content.letter_words import letter_words
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.model.entry import Kind
from heartwork.model.letter import State
from heartwork.screens.desk import Desk
from heartwork.screens.letter_looks import (
    COME,
    UNOPENED,
    Phase,
    Present,
    day_said,
    letter_aside,
    letter_page,
    phase_of,
    seen,
)
from heartwork.screens.room import QUOTED
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from heartwork.model.entry import Entry
    from heartwork.model.letter import Letter
    from heartwork.widgets.reading import Page as ReadPage


class LetterShowing(Desk):
    """A room in which letters lie among other entries."""

    @property
    def present(self) -> Present:
        """When and where it is."""
        now, zone = self._clock(), local_zone()
        today = self._diary.today or logical_day(now, zone, self._diary.settings.day_end)
        return Present(now, today, zone)

    def letter(self, entry: Entry | None) -> Letter | None:
        """Return what is known of an entry as a letter; None for what is none."""
        if entry is None or entry.kind is not Kind.LETTER:
            return None
        return self._diary.letters.of(entry.id)

    def seen(self, entry: Entry) -> Entry:
        """Return an entry as it may be seen in passing: an unopened letter has no words."""
        letter = self._letter_to_read(entry)
        return super().seen(entry) if letter is None else seen(entry, letter, self.present)

    def aside(self, entry: Entry) -> str:
        """Return what is said of an entry in its row, besides the person's own words."""
        letter, ascii_only = self.letter(entry), self._diary.settings.ascii_only
        if letter is None:
            return super().aside(entry)
        return letter_aside(letter, self.present, ascii_only=ascii_only)

    def page(self, entry: Entry) -> ReadPage:
        """Return an entry as the page that is read."""
        letter, ascii_only = self._letter_to_read(entry), self._diary.settings.ascii_only
        if letter is None:
            return super().page(entry)
        return letter_page(entry, letter, self.present, ascii_only=ascii_only)

    def _letter_to_read(self, entry: Entry) -> Letter | None:
        """Return a letter as it is to be read: where nothing can be opened, a day that has come is enough."""
        letter = self.letter(entry)
        if letter is not None and self._diary.read_only and letter.due(self.present.today):
            return replace(letter, state=State.DRAFT)
        return letter

    def quote(self, key: str) -> str:
        """Return how an entry begins; a letter is named and never quoted, for it may be sealed next."""
        entry = self._diary.entry(key)
        letter = self.letter(entry)
        if letter is None:
            return super().quote(key)
        return cut(entry.title.strip() or letter_words().name.title_to(letter.to), QUOTED)

    def may_edit(self, key: str) -> bool:
        """Tell whether an entry's words can be read and changed now; where they cannot, say why."""
        letter, told = self.letter(self._diary.entry(key)), letter_words().told
        phase = None if letter is None else phase_of(letter, self.present)
        if letter is None or phase not in UNOPENED | {Phase.BURNED}:
            return super().may_edit(key)
        if phase is Phase.BURNED:
            self.toast(told.burned)
        elif phase in COME:
            self.toast(told.closed_due)
        else:
            self.toast(told.closed.format(day=self.day_of(letter)))
        return False

    def day_of(self, letter: Letter) -> str:
        """Return the day a letter is sealed until, in words."""
        today = self.present.today
        return day_said(letter.until or today, today)
