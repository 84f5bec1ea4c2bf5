"""The sheet under the pen: the entry as it stands, its draft, and what of it is in the diary."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from heartwork.diary.errors import VaultError
from heartwork.model.entry import Kind
from heartwork.model.pace import Pace
from heartwork.screens.draft_fields import to_fields, under_pen
from heartwork.screens.manuscript import Manuscript
from heartwork.screens.pen import TO, put_down
from heartwork.screens.telling import reason

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.entry import Entry
    from heartwork.screens.page import Clock

WHEN: Final = "when"
"""The field of a draft that holds what was typed for a time and is not understood yet."""

_AWAY: Final = 60.0
"""Seconds without a key after which nobody was writing."""


class Sheet:
    """One entry while it is written on; what it says is in the diary as a draft, until it is kept.

    Its tags are those that its text does not say. Nothing here raises: `trouble` says why a save did not
    reach the disk, and is empty when everything is saved.
    """

    def __init__(self, diary: Diary, clock: Clock, draft: Draft, entry: Entry) -> None:
        """Write on `entry`, which may be new, as far as `draft` has come with it."""
        self._diary = diary
        self._clock = clock
        self._pace = Pace()
        self._last_key = float("-inf")
        self._seconds = 0.0
        self._kept = under_pen(diary.entry(entry.id)) if entry.id else None
        self._entry = entry
        self.draft = draft
        self.manuscript = Manuscript(entry.body, draft.cursor)
        self.trouble = ""

    # --- what is written ---------------------------------------------------------------------------

    @property
    def entry(self) -> Entry:
        """The entry as it stands, but for its text: that is the manuscript's."""
        return self._entry

    @property
    def written(self) -> Entry:
        """The whole entry as it stands."""
        return replace(self._entry, body=self.manuscript.text)

    @property
    def kept(self) -> str | None:
        """The id of the entry; None until a new one is kept."""
        return self._kept.id if self._kept is not None else None

    @property
    def to(self) -> str:
        """Whom a letter is to; nobody is oneself."""
        if self._kept is not None and self._kept.kind is Kind.LETTER:
            return self._diary.letters.of(self._kept.id).to
        return str(self.draft.fields.get(TO) or "")

    @property
    def when_typed(self) -> str:
        """What was typed for a time and is not taken yet; it goes into the draft as it is."""
        return str(self.draft.fields.get(WHEN) or "")

    @when_typed.setter
    def when_typed(self, typed: str) -> None:
        if typed != self.when_typed:
            self.draft = replace(self.draft, fields={**self.draft.fields, WHEN: typed})
            self.edited()

    @property
    def minutes(self) -> int:
        """How many minutes were written here, pauses left out."""
        return round(self._seconds / 60)

    def change(self, **fields: Any) -> bool:  # noqa: ANN401 - as an entry has them
        """Change some fields of the entry, its text aside; tell whether they were different."""
        before, self._entry = self._entry, replace(self._entry, **fields)
        if self._entry == before:
            return False
        self.edited()
        return True

    def edited(self) -> None:
        """Note that something was written."""
        now = time.monotonic()
        self._seconds += now - self._last_key if now - self._last_key < _AWAY else 0
        self._last_key = now
        self._pace.edited(now)

    # --- the draft ---------------------------------------------------------------------------------

    @property
    def waiting(self) -> bool:
        """Whether something was written that is not saved."""
        return self._pace.waiting

    def due(self, size: int) -> bool:
        """Tell whether a draft of about `size` characters is to be saved now."""
        return self._pace.waiting and self._pace.due(time.monotonic(), size)

    def seal(self) -> bool:
        """Put everything written into the diary as a draft, at once; tell whether it is there."""
        if not self._pace.waiting:
            return True
        fields = {**self._aside, **to_fields(self.written, self._kept)}
        self.draft = replace(self.draft, fields=fields, cursor=self.manuscript.whole_place())
        try:
            key = self._diary.keep_draft(self.draft, now=self._clock())
        except VaultError as error:
            return self._refused(error)
        self.draft = replace(self.draft, id=key)
        return self._saved()

    def resplit(self) -> Manuscript | None:
        """Cut the text into sections anew where one has become too long for a field; return how it was."""
        if not self.manuscript.outgrown():
            return None
        before = self.manuscript
        self.manuscript = Manuscript(before.text, before.whole_place())
        return before

    # --- keeping -----------------------------------------------------------------------------------

    def keep(self, beside: Callable[[Entry, datetime], None]) -> bool:
        """Keep what is written as an entry and let the draft go, as one save; tell whether it is done.

        What `beside` writes belongs to the same save.
        """
        entry, now = replace(self.written, id=self.kept or ""), self._clock()
        try:
            with self._diary.together():
                change = put_down(self._diary, self.draft, entry, now)
                beside(entry, now)
        except VaultError as error:
            self._pace.edited(time.monotonic())
            return self._refused(error)
        if change.ids:
            self._kept = under_pen(self._diary.entry(change.id))
            self._entry = replace(self._entry if entry.empty else self._kept, body="")
        self.draft = replace(self.draft, id="", target=self.kept, fields=self._aside)
        return self._saved()

    def discard(self) -> bool:
        """Let go of what is not kept; tell whether it is done."""
        try:
            self._diary.drop_draft(self.draft.id, now=self._clock())
        except VaultError as error:
            return self._refused(error)
        return self._saved()

    @property
    def _aside(self) -> dict[str, object]:
        """What a draft holds that is not the entry's."""
        return {name: said for name in (TO, WHEN) if (said := self.draft.fields.get(name))}

    def _refused(self, error: VaultError) -> bool:
        self._pace.refused(time.monotonic())
        self.trouble = reason(error)
        return False

    def _saved(self) -> bool:
        self._pace.saved(time.monotonic())
        self.trouble = ""
        return True
