"""The daily review in plain lines: the same questions as on the screen, in the same draft."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from heartwork.cli.saying import all_said, say
from heartwork.content import feelings_in, moods_named, quadrant_for
from heartwork.content.contact_words import contact_words
from heartwork.content.deciding_words import deciding_words
from heartwork.content.review_words import review_words
from heartwork.diary.review_draft import review_to_fields
from heartwork.diary.review_told import told
from heartwork.diary.reviews import said_at
from heartwork.model.care import Care
from heartwork.model.contact import ContactKind, SlipKind, lived
from heartwork.model.days import local
from heartwork.model.memento import Decision
from heartwork.model.review import Contact, LineSort, Part, after, asked
from heartwork.model.text import clean_line, normal
from heartwork.widgets.veil import veiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from heartwork.diary import Diary

_OFFERED: Final = 9
_LEFT: Final = 1
"""The exit code where a review was left and kept."""

_YES, _NO = {"y", "yes"}, {"n", "no"}
_SORTS: Final = {"good": LineSort.GRATITUDE, "learned": LineSort.LESSON, "shelf": LineSort.SHELF}


class _Left(Exception):
    """Nobody answers any more."""


class PlainReview:
    """One going through the review of today; every answer is kept as soon as it is given."""

    def __init__(self, diary: Diary) -> None:
        """Go on with the review of today in `diary`, or begin one."""
        self._diary = diary
        self._words = review_words().command
        self._review, self._draft = diary.reviews.begin(self._now)

    def run(self) -> int:
        """Ask until the end, or until nobody answers any more; return the exit code."""
        _say(self._words.go_on if self._draft.id else self._words.title)
        if local(self._now, self._review.zone).date() != self._review.day:
            _say(review_words().yesterday.format(day=f"{self._review.day:%A}"))
        if (earlier := self._diary.reviews.of(self._review.day)) and earlier.id != self._review.entry:
            _say(self._words.adds.format(time=f"{local(said_at(earlier), earlier.zone):%H:%M}"))
        try:
            self._ask_all()
            if self._review.is_heavy:
                self._end()
                _say(self._words.offers)
                if self._parts(whole=True) and self._wants_rest():
                    self._answer(whole=True, at=self._parts(whole=True)[0])
                    self._ask_all()
                    self._end()
            else:
                self._end()
        except (_Left, KeyboardInterrupt):
            self._keep(ended=self._review.at is None)
            _say(f"\n{review_words().nothing if self._review.empty else self._words.left}")
            return _LEFT
        return 0

    def _wants_rest(self) -> bool:
        """Ask after a heavy day whether the rest is to be asked; where nobody answers, it is not."""
        try:
            return self._agreed(self._words.rest) is True
        except (_Left, KeyboardInterrupt):
            return False

    @property
    def _now(self) -> datetime:
        return datetime.now(UTC)

    # --- going on ------------------------------------------------------------------------------------

    def _parts(self, *, whole: bool = False) -> tuple[Part, ...]:
        reviews, known = self._diary.reviews, self._review
        known = replace(known, whole=True) if whole else known
        return asked(known, reviews.parts(), reviews.offered(known.day))

    def _ask_all(self) -> None:
        """Ask one part after the other, from where the review stands."""
        questions = {
            Part.MOOD: self._ask_mood,
            Part.FEELINGS: self._ask_feelings,
            Part.CONTACT: self._ask_contact,
            Part.CARE: self._ask_care,
            Part.MEMENTO: self._ask_memento,
            Part.GOAL: self._ask_goal,
            Part.LINE: self._ask_line,
        }
        at = self._review.at
        if at is not None and at not in self._parts():
            at = self._parts()[0] if self._review.empty else after(at, self._parts())
        while at is not None:
            self._answer(at=at)
            parts = self._parts()
            place = parts.index(at) + 1 if at in parts else 1
            _say(f"\n{review_words().progress.format(place=place, of=len(parts))}")
            questions[at]()
            parts = self._parts() if at is Part.MOOD else parts
            at = after(at, parts)
        self._answer(at=None)

    def _answer(self, **answers: Any) -> None:  # noqa: ANN401 - as a review has them
        """Note answers in the draft, at once."""
        self._review = replace(self._review, **answers)
        if not self._review.empty:
            self._draft = replace(self._draft, fields=review_to_fields(self._review))
            key = self._diary.keep_draft(self._draft, now=self._now)
            self._draft = replace(self._draft, id=key)

    def _keep(self, *, ended: bool) -> None:
        kept = self._diary.reviews.keep(self._review, self._draft, ended=ended, now=self._now)
        self._review, self._draft = kept

    def _end(self) -> None:
        """Keep it, and say what changed."""
        self._keep(ended=True)
        said = told(self._diary, self._review, self._now)
        words = review_words()
        kept = (words.nothing,) if self._review.empty else (words.end.kept,) if self._review.entry else ()
        _say("")
        for line in (*said.lines, *kept, said.sentence):
            _say(line)

    # --- asking --------------------------------------------------------------------------------------

    def _line(self, question: str) -> str:
        """Return one line that is typed; raises _Left at the end of input."""
        _say(f"\n{question}")
        all_said()
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line:
            raise _Left
        return clean_line(line)

    def _one_of(self, question: str, names: Sequence[str], **facts: str) -> int | None:
        """Return which of some names is meant, by its number or its word; None where it is passed over."""
        said = self._line(question.format(names=_numbered(names), **facts))
        while said:
            for place, name in enumerate(names):
                if said == str(place + 1) or normal(said) == normal(name):
                    return place
            said = self._line(f"{self._words.again} {_numbered(names)}")
        return None

    def _agreed(self, question: str) -> bool | None:
        """Return a yes or a no; None where it is passed over."""
        said = self._line(question).casefold()
        while said and said not in _YES | _NO:
            said = self._line(question).casefold()
        return said in _YES if said else None

    # --- the parts -----------------------------------------------------------------------------------

    def _ask_mood(self) -> None:
        place = self._one_of(self._words.mood, [mood.word for mood in moods_named(self._diary.settings)])
        if place is not None:
            self._answer(mood=place + 1)

    def _ask_feelings(self) -> None:
        quadrant = quadrant_for(self._review.mood)
        offered = [feeling.word for feeling in feelings_in(quadrant)][:_OFFERED]
        said = self._line(self._words.feelings.format(names=_numbered(offered)))
        words = [
            offered[int(each) - 1] if each in map(str, range(1, len(offered) + 1)) else each
            for each in filter(None, map(clean_line, said.split(",")))
        ]
        if not words:
            return
        known = {normal(word): word for word in (*offered, *(each.word for each in self._diary.own.words()))}
        chosen = [known.get(normal(word), word) for word in words]
        for word in chosen:
            self._diary.own.add(word, quadrant, now=self._now)
        self._answer(feelings=tuple(dict.fromkeys((*self._review.feelings, *chosen))))

    def _ask_contact(self) -> None:
        words, answers = review_words().contact_choices, tuple(Contact)
        place = self._one_of(self._words.contact, [words[each.value] for each in answers])
        if place is None:
            return
        match answers[place]:
            case Contact.SLIP:
                kinds = tuple(SlipKind)
                kind = self._one_of(self._words.slip, [contact_words().slips[each] for each in kinds])
                if kind is not None:
                    self._note(Contact.SLIP, ContactKind.SLIP, slip=kinds[kind])
            case Contact.HAD_TO:
                self._note(Contact.HAD_TO, ContactKind.HAD_TO, note=self._line(self._words.had_to))
            case answer:
                self._answer(contact=answer)

    def _note(self, said: Contact, kind: ContactKind, **fields: Any) -> None:  # noqa: ANN401 - as above
        """Note an event in the log, now."""
        now = self._now
        event = lived(kind, now, self._review.zone, self._diary.settings.day_end, **fields)
        self._diary.contact.keep(event, now=now)
        self._answer(contact=None, noted=said)

    def _ask_care(self) -> None:
        care = dict(self._review.care)
        asked_after = [each for each in self._diary.care.habits() if each.id not in care]
        if asked_after:
            _say(f"\n{self._words.care}")
        for habit in asked_after:
            answer = self._agreed(self._words.care_each.format(words=habit.name))
            if answer is not None:
                care[habit.id] = (Care.YES if answer else Care.NO).value
                self._answer(care=dict(care))

    def _ask_memento(self) -> None:
        memento = self._diary.reviews.memento()
        if memento is None:
            return
        weight = memento.weight
        weighs = self._words.weighs_nothing if weight is None else review_words().memento.weight
        decisions, names = tuple(Decision), deciding_words().decision_name
        place = self._one_of(
            self._words.memento,
            [names(each) for each in decisions],
            words=memento.name,
            weight=weighs.format(weight=weight),
        )
        if place is not None and decisions[place] is not Decision.UNDECIDED:
            self._diary.mementos.decide([memento.id], decisions[place], now=self._now)
            self._answer(decided=memento.name)

    def _ask_goal(self) -> None:
        found = self._diary.reviews.goal(self._review.day)
        if found is None:
            return
        goal, step = found
        words = goal.title if step is None else goal.steps[step].text
        if self._agreed(self._words.goal.format(words=words, names=goal.title)):
            self._answer(stepped=words, tick=goal.id)

    def _ask_line(self) -> None:
        prompt = self._diary.reviews.prompt(self._review)
        said = self._line(f"{self._words.line.format(words=prompt)}\n{self._words.line_sorts}")
        name, colon, rest = said.partition(":")
        sort = _SORTS.get(normal(name.strip())) if colon else None
        if said:
            self._answer(sort=sort or LineSort.PROMPT, line=clean_line(rest) if sort else said)


def _say(line: str) -> None:
    """Say a line, with aliases where only those are to be read."""
    say(veiled(line))


def _numbered(names: Iterable[str]) -> str:
    return ", ".join(f"{place} {name}" for place, name in enumerate(names, 1))
