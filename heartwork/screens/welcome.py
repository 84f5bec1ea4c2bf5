"""Coming in: what there is to say of an opened diary, and what was being written when it was left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content.journal_words import journal_words
from heartwork.content.words import door, editor
from heartwork.screens.arrival import Arrival, unfinished
from heartwork.screens.pen import dropped, kept, page_from, pending
from heartwork.screens.question import Question
from heartwork.screens.room import QUOTED
from heartwork.screens.rooms import BY_ID
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.model.draft import Draft
    from heartwork.model.place import Place


class Welcome(Arrival):
    """A room in which what was begun and not kept is gone on with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "w",
            "unfinished",
            "Unfinished",
            show=False,
            id="journal.unfinished",
            tooltip="What you began and did not keep",
        ),
    ]

    _waved_away = False
    """Was a draft offered, and the person would rather not go on with it then?"""

    def welcome(self, place: Place) -> None:
        """Say what there is to say of an opened diary, and go on where the person was."""
        super().welcome(place)
        drafts = pending(self._diary)
        resumed = next((draft for draft in drafts if draft.id == place.draft), None)
        if self._diary.read_only:
            return
        if resumed is not None:
            self.resume(resumed)
        elif offered := unfinished(self._diary):
            self._offer(offered)

    def action_unfinished(self) -> None:
        """Offer again what was begun and not kept."""
        if not self.may_change:
            return
        if offered := unfinished(self._diary):
            self._offer(offered)
        else:
            self.toast(door().draft.none)

    # --- what there is to say ----------------------------------------------------------------------

    def tell_standing(self) -> None:
        """Show what holds of the diary now in the lines above the room."""
        super().tell_standing()
        self.notices.say("boxes", self._out_of_boxes())
        self._waved_away = self._waved_away and bool(unfinished(self._diary))
        self.notices.say("draft", door().draft.waits if self._waved_away else "")

    def _out_of_boxes(self) -> str:
        """Return what to say of mementos that were boxed until today."""
        due = [memento for memento in self._diary.mementos.all() if memento.due(self.today)]
        if not due:
            return ""
        words = journal_words().boxes
        said = words.one if len(due) == 1 else words.several
        name = cut(due[0].name, QUOTED)
        return said.format(words=name, count=f"{len(due):,}", room=BY_ID["mementos"].key)

    @work
    async def _offer(self, drafts: list[Draft]) -> None:
        """Offer one draft after the other, until one is gone on with or the person would rather not."""
        for draft in drafts:
            match await self.app.push_screen_wait(self._question(draft)):
                case "keep":
                    self.change(partial(kept, self._diary, draft, self._clock()))
                case "discard" if await self._sure():
                    self.change(partial(dropped, self._diary, draft, self._clock()))
                case answer:
                    if answer == "go_on":
                        self.resume(draft)
                    else:
                        self._waved_away = True
                    break
        self.tell_standing()

    async def _sure(self) -> bool:
        """Ask once more: what is discarded here was never kept anywhere else."""
        words, ways = editor().discard, door().draft
        answers = [("stay", ways.leave_it), ("discard", words.yes)]
        return await self.app.push_screen_wait(Question(words.title, [ways.sure], answers)) == "discard"

    def _question(self, draft: Draft) -> Question:
        words = door().draft
        entry = page_from(self._diary, draft, self._clock())[1]
        when = f"{draft.at.astimezone():%H:%M}" if draft.at else "…"
        said = words.offer.format(time=when, words=cut(entry.headline, QUOTED))
        ways = [("go_on", words.go_on), ("keep", words.keep), ("discard", words.discard)]
        return Question(words.title, [said], ways)

    # --- writing and changing ------------------------------------------------------------------------

    def resume(self, draft: Draft) -> None:
        """Open a draft where it was left."""
        self.write_on(page_from(self._diary, draft, self._clock()))
