"""What is answered in a review: each answer is in its draft within a moment, and leads on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.binding import Binding
from textual.widgets import Input

from heartwork.content.review_words import review_words
from heartwork.diary.review_draft import review_to_fields
from heartwork.model.care import Care
from heartwork.model.contact import ContactKind
from heartwork.model.memento import Decision
from heartwork.model.review import Contact, LineSort, Part, after, asked, before
from heartwork.model.text import clean_line
from heartwork.screens.jotting import LOOK, Jotting
from heartwork.screens.reopening import REVIEW
from heartwork.screens.review_page import PASSED_OVER, ReviewPage
from heartwork.widgets.care_list import CareList
from heartwork.widgets.choices import Choices
from heartwork.widgets.feelings import FeelingPicker
from heartwork.widgets.mood_scale import MoodScale
from heartwork.widgets.row_list import RowList
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.review import Review
    from heartwork.screens.page import Clock

_ELSEWHERE = "1,2,3,4,5,6,7,m,r"
_SORTS = tuple(LineSort)
_NOTED = {Contact.HAD_TO: ContactKind.HAD_TO, Contact.SLIP: ContactKind.SLIP}


class ReviewAsking(ReviewPage):
    """The part of the page in which answers are taken and gone on from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            key, action, said, show=bool(shown), key_display=shown or None, id=f"review.{name}", tooltip=tip
        )
        for key, action, said, shown, name, tip in (
            ("tab,right", "onward", "Pass over", "tab", "next", "On to the next part"),
            ("shift+tab,left", "backward", "Back", "shift+tab", "previous", "Back to the part before"),
            ("down,f3", "sort(1)", "Ask another", "f3", "sort", "Ask for something else"),
            ("up", "sort(-1)", "Ask another", "", "sort_before", "Ask for something else"),
            ("e", "habits", "Change the list", "e", "habits", "What care is for you"),
            ("f2", "arrange", "Parts", "f2", "arrange", "Which parts are asked, in which order"),
            (_ELSEWHERE, "stay", "Stay", "", "stay", "Stay here"),
        )
    ]

    def __init__(self, diary: Diary, clock: Clock, review: Review, draft: Draft) -> None:
        """Go on with a review where its draft has come to."""
        super().__init__(diary, clock, review)
        self._jotting = Jotting(diary, clock, draft, lambda: review_to_fields(self.review))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that are asked now, in their order."""
        reviews = self._diary.reviews
        return asked(self.review, reviews.parts(), reviews.offered(self.review.day))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the part."""
        if action == "sort":
            return self.review.at is Part.LINE
        if action == "habits":
            return self.review.at is Part.CARE
        if action in {"onward", "arrange"}:
            return self.review.at is not None
        return super().check_action(action, parameters)

    def action_stay(self) -> None:
        """Do nothing: a stray key leads nowhere else from here."""

    # --- going on ------------------------------------------------------------------------------------

    def action_onward(self) -> None:
        """Go on to the next part; behind the last is the end."""
        self.go_to(after(self.review.at, self.parts))

    def action_backward(self) -> None:
        """Go back to the part before."""
        self.go_to(before(self.review.at, self.parts))

    def go_to(self, part: Part | None) -> None:
        """Go to a part, or to the end."""
        self.answer(at=part)
        self.show_part()

    def answer(self, **answers: Any) -> None:  # noqa: ANN401 - as a review has them
        """Note answers; they are in the draft a moment later."""
        changed = replace(self.review, **answers)
        if changed != self.review:
            self.review = changed
            self._jotting.edited()

    # --- answers -------------------------------------------------------------------------------------

    @on(MoodScale.Chosen)
    def _felt(self, event: MoodScale.Chosen) -> None:
        self.answer(mood=event.mood)
        self.picker.offer(self._words.offered(event.mood))

    @on(FeelingPicker.Added)
    def _added_word(self, event: FeelingPicker.Added) -> None:
        self._words.added(event.word, event.group)

    @on(FeelingPicker.Changed)
    def _named(self, event: FeelingPicker.Changed) -> None:
        self.answer(feelings=event.feelings)

    @on(CareList.Answered)
    def _cared(self, event: CareList.Answered) -> None:
        care = {key: each for key, each in self.review.care.items() if key != event.id}
        if event.answer is not None:
            care[event.id] = (Care.YES if event.answer else Care.NO).value
        self.answer(care=care)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.review.at is Part.LINE:
            self.answer(line=clean_line(event.value))

    @on(Scale.Accepted)
    @on(FeelingPicker.Accepted)
    @on(Input.Submitted)
    def _accepted(self) -> None:
        self.action_onward()

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        match self.review.at:
            case Part.CARE:
                self.action_onward()
            case Part.CONTACT if event.id == PASSED_OVER:
                self.answer(contact=None)
                self.action_onward()
            case Part.CONTACT:
                self._touched(Contact(event.id))
            case Part.MEMENTO if event.id == "decide":
                self._decide()
            case Part.GOAL if event.id == "done":
                self._tick()
            case None:
                self.offered(event.id)
            case _:
                self.action_onward()

    def offered(self, what: str) -> None:
        """Do what was chosen at the end; to be overridden."""

    @on(Choices.Highlighted)
    def _stop(self, event: Choices.Highlighted) -> None:
        event.stop()

    def action_sort(self, by: int) -> None:
        """Ask for another sort of line; what is typed stays."""
        place = (_SORTS.index(self.review.sort) + by) % len(_SORTS)
        self.answer(sort=_SORTS[place])
        self.show_line()

    # --- what is done elsewhere ----------------------------------------------------------------------

    @work
    async def _touched(self, said: Contact) -> None:
        """Take an answer about contact; a slip, or what had to be, is noted first."""
        if said in _NOTED:
            from heartwork.screens.contact_doing import note

            self.seal()
            since = self._diary.revision
            kept = await note(self.app, self._diary, self._clock, _NOTED[said])
            if not kept:
                return
            self._diary.reviews.gather(self.review, kept, since=since)
            self.answer(contact=None, noted=said)
        else:
            self.answer(contact=said)
        self.action_onward()

    @work
    async def _decide(self) -> None:
        """Open the memento, and go on once it is decided."""
        from heartwork.screens.memento_page import MementoPage

        memento = self._diary.reviews.memento()
        if memento is None:
            self.action_onward()
            return
        self.seal()
        since, page = self._diary.revision, MementoPage(self._diary, self._clock, memento.id)
        await self.app.push_screen_wait(page)
        self._diary.reviews.gather(self.review, [memento.id], since=since)
        mementos = self._diary.mementos
        known = mementos.one(memento.id) if memento.id in mementos else memento
        if known.decision is not Decision.UNDECIDED or known.done is not None:
            self.answer(decided=known.name)
            self.action_onward()
        elif page.answered:
            self.action_onward()

    def _tick(self) -> None:
        """Note that the step is done, and go on; it is ticked with what is kept of the review."""
        found = self._diary.reviews.goal(self.review.day)
        if found is None:
            self.action_onward()
            return
        goal, step = found
        self.answer(stepped=goal.title if step is None else goal.steps[step].text, tick=goal.id)
        self.action_onward()

    @work
    async def action_habits(self) -> None:
        """Change what care is."""
        from heartwork.screens.care_habits import CareHabits

        await self.app.push_screen_wait(CareHabits(self._diary, self._clock))
        self.go_to(self.review.at if self.review.at in self.parts else after(self.review.at, self.parts))

    @work
    async def action_arrange(self) -> None:
        """Change which parts are asked, and in which order."""
        from heartwork.screens.review_arrange import ReviewArrange

        await self.app.push_screen_wait(ReviewArrange(self._diary, self._clock))
        self.go_to(self.review.at if self.review.at in self.parts else after(self.review.at, self.parts))

    # --- what is not saved ---------------------------------------------------------------------------

    @on(events.Mount)
    def _look_now_and_then(self) -> None:
        self.set_interval(LOOK, self._look)

    def _look(self) -> None:
        self._jotting.save_if_due()
        if self._jotting.trouble:
            self.say_wrong(review_words().not_saved.format(why=self._jotting.trouble))

    def seal(self) -> bool:
        """Put what is answered into the diary as a draft, at once; tell whether it is there."""
        return self._jotting.seal()

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._jotting.trouble

    @property
    def reopens(self) -> str:
        """The name by which a review that was left is opened again."""
        return REVIEW

    @property
    def draft(self) -> Draft | None:
        """What the diary does not have yet, as a draft; None where it has everything."""
        if not self.trouble:
            return None
        return replace(self._jotting.draft, fields=review_to_fields(self.review))
