"""The daily review, from wherever one is: its questions, its end, and leaving it at any moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.events import ScreenResume, ScreenSuspend

from heartwork.content import trouble_with
from heartwork.content.review_words import review_words
from heartwork.diary.errors import UnfitThing, VaultError
from heartwork.diary.review_told import told
from heartwork.model.review import after, asked
from heartwork.screens.review_asking import ReviewAsking
from heartwork.screens.telling import facts

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_OFFERS = ("breathe", "someone", "support", "rest", "close")


class ReviewScreen(ReviewAsking):
    """Asks about the day, one part a screen; leaving keeps, and it goes on there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "close", "Close", id="review.close", tooltip="Close the review"),
        Binding("escape", "leave", "Leave", id="review.leave", tooltip="Leave; what was said is kept"),
    ]

    _left_alone = False
    """Was another room entered while this stood open? Then it may have been gone on with there."""

    _is_kept = False
    """Is all that was said at the end in the diary?"""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Go on with the review of today, or begin one."""
        reviews = diary.reviews
        try:
            review, draft = reviews.begin(clock())
        except VaultError:  # what another day left stays as it is until the disk takes it
            review, draft = reviews.begin(clock(), settle=False)
        super().__init__(diary, clock, review, draft)
        self._kept_before = review.kept_some and not reviews.can_take_back(review)
        self._stand()

    def _stand(self) -> None:
        """Stand at a part that is asked: the first of a new review, the next of one that is gone on with."""
        at, parts = self.review.at, self.parts
        if at is not None and at not in parts:
            self.review = replace(self.review, at=parts[0] if self.review.empty else after(at, parts))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to close it only at its end."""
        if action == "close":
            return self.review.at is None
        return super().check_action(action, parameters)

    # --- the end -------------------------------------------------------------------------------------

    def show_end(self) -> None:
        """Keep the review, and show what changed; where the disk refuses, say why, and stay."""
        words = review_words()
        self._is_kept = self._keep(ended=True)
        if not self._is_kept:
            trouble = self.wrong_line
            self._parts(None, title=words.end.title)
            self.say_wrong(trouble)
            self.set_focus(self.box)
            return
        said = told(self._diary, self.review, self._clock())
        if self.review.is_heavy:
            lines = [(name, words.offers[name], words.offers[f"{name}_said"]) for name in self._offers()]
            self._choices(lines)
            kept = words.end.kept if self.review.entry else ""
            self._parts(self.choices, title=words.offers["title"], said=kept, sentence=said.sentence)
            self.set_focus(self.choices)
            return
        if self.review.empty:
            self._parts(None, title=words.end.title, said=words.nothing, sentence=said.sentence)
            self.set_focus(self.box)
            return
        lines_said = "\n".join((*said.lines, *((words.end.kept,) if self.review.entry else ())))
        undo = words.end.undo_since if self._kept_before else words.end.undo
        self._parts(None, title=words.end.title, said=lines_said, sentence=said.sentence, hint=undo)
        self.set_focus(self.box)

    def _offers(self) -> tuple[str, ...]:
        """Return what is offered after a heavy day: the rest of the questions only where there is any."""
        reviews = self._diary.reviews
        rest = asked(replace(self.review, whole=True), reviews.parts(), reviews.offered(self.review.day))
        return tuple(each for each in _OFFERS if each != "rest" or rest)

    def offered(self, what: str) -> None:
        """Do what was chosen after a heavy day."""
        match what:
            case "breathe":
                from heartwork.screens.urge_breathing import Breathing

                self.app.push_screen(Breathing(self._diary.settings))
            case "someone" if self._diary.folk.circle():
                from heartwork.screens.people_page import PeopleScreen

                self.app.push_screen(PeopleScreen(self._diary, self._clock, only_circle=True))
            case "someone":
                from heartwork.screens.support import TALK, SupportScreen

                self.app.push_screen(SupportScreen(self._diary, self._clock, part=TALK))
            case "support":
                self.app.run_worker(self.app.run_action("support"))
            case "rest":
                self.answer(whole=True)
                self.go_to(self.parts[0])
            case _:
                self.dismiss(None)

    def action_close(self) -> None:
        """Close it; what the disk refused is tried again before."""
        if self._is_kept:
            self.dismiss(None)
        else:
            self.show_end()

    # --- leaving -------------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Leave and keep what was said; where the disk refuses, say why, and stay."""
        if self.review.at is None:
            self.action_close()
        elif self._keep(ended=False):
            words = review_words()
            self.notify(words.nothing if self.review.empty else words.left, markup=False)
            self.dismiss(None)

    def _keep(self, *, ended: bool) -> bool:
        """Keep what was said, with the words of one's own, as one save; tell whether it is kept."""
        now = self._clock()
        try:
            with self._diary.together():
                kept = self._diary.reviews.keep(self.review, self._jotting.draft, ended=ended, now=now)
                self._words.keep(self.review.feelings, now)
        except (VaultError, UnfitThing) as error:
            self._jotting.edited()
            self.seal()
            self.say_wrong(trouble_with(error, **facts(error, self._diary.path)).text)
            return False
        self.review = kept[0]
        self._jotting.dropped()
        self._jotting.draft = kept[1]
        return True

    # --- elsewhere meanwhile -------------------------------------------------------------------------

    @on(ScreenSuspend)
    def _note_left(self) -> None:
        self._left_alone = self not in self.app.screen_stack

    @on(ScreenResume)
    def _look_again(self) -> None:
        """Go on with what another room may have done to this review; one that was ended there is over."""
        if not self._left_alone or not self.is_mounted or self.review.at is None or self.trouble:
            return
        self._left_alone = False
        known = {draft.id for draft in self._diary.drafts()}
        if self._jotting.draft.id and self._jotting.draft.id not in known:
            self.dismiss(None)
            return
        self.review, self._jotting.draft = self._diary.reviews.begin(self._clock(), settle=False)
        self._stand()
        self.scale.value, self.picker.chosen = self.review.mood, self.review.feelings
        self.show_part()
