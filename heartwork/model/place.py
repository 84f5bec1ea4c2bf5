"""Where a person was when they locked the diary, so that they come back to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from heartwork.model.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_PLACE = "place"


@dataclass(frozen=True, slots=True)
class Place:
    """The entry under the cursor, the draft being written, if there was one, the room, and a page over it.

    `page` is the name of a page that is opened again: see `screens.reopening`. `row` is the one under the
    cursor in a long list that is come back to, `at` when the person left (aware UTC).
    """

    entry: str | None = None
    draft: str | None = None
    room: str = "journal"
    page: str = ""
    row: str = ""
    at: datetime | None = field(default=None, compare=False)

    def to_draft(self) -> Draft:
        """Return the place as it is kept among the drafts: one, the last."""
        fields = {"draft": self.draft or "", "page": self.page, "row": self.row}
        return Draft(_PLACE, self.entry, fields, room=self.room, at=self.at, id=_PLACE)

    @classmethod
    def among(cls, drafts: Iterable[Draft]) -> Place:
        """Return the place that is kept among `drafts`, or nowhere."""
        for draft in drafts:
            if draft.table == _PLACE:
                begun = str(draft.fields.get("draft") or "") or None
                page, row = (str(draft.fields.get(name) or "") for name in ("page", "row"))
                return cls(draft.target, begun, draft.room or cls().room, page, row, draft.at)
        return cls()

    def begun(self, drafts: Iterable[Draft]) -> bool:
        """Tell whether something that was begun waits in the room."""
        return any(draft.table != _PLACE and draft.room == self.room for draft in drafts)
