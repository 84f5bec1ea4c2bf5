"""The daily reviews of a diary: begun, gone on with, and kept as the one review entry of their day."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from heartwork.content import moods_named, prompt_of
from heartwork.diary.documents import instant, instant_to_text
from heartwork.diary.errors import NothingToKeep, UnfitThing
from heartwork.diary.here import local_zone
from heartwork.diary.ledger import STAMPS
from heartwork.diary.own import OWN
from heartwork.diary.review_draft import review_from_fields, review_to_fields
from heartwork.diary.review_resumed import entry_of, resumed
from heartwork.insights.week import ticks_in_week
from heartwork.model.contact import ContactKind, Outcome, lived
from heartwork.model.days import local, logical_day
from heartwork.model.draft import Draft
from heartwork.model.entry import TOLD, Entry, Kind
from heartwork.model.goal import Column
from heartwork.model.memento import Decision
from heartwork.model.review import HEAVY, PARTS, Contact, LineSort, Part, Review
from heartwork.model.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.diary import Diary
    from heartwork.diary.ledger import Ledger
    from heartwork.model.goal import Goal
    from heartwork.model.memento import Memento

TABLE: Final = "reviews"
"""What the draft of a review names as its table; a review is kept among the entries."""

_REVIEWED: Final = "reviewed"
"""What of a review's entry says when something was said in a review last."""

KIND: Final = "review"
"""The kind, and the id, of the document that says which parts are asked."""

_ONE_SITTING: Final = timedelta(hours=1)
"""For how long an answer is only set right; after that, the one before it was true as well."""

_UNWEIGHED: Final = 11
"""Where a thing that was not weighed stands: behind those that were."""


class Reviews:
    """What a review asks, and what becomes of its answers; all that is kept of a review is one undo."""

    def __init__(self, diary: Diary, ledger: Ledger) -> None:
        self._diary = diary
        self._ledger = ledger

    # --- what is asked -------------------------------------------------------------------------------

    def parts(self) -> tuple[Part, ...]:
        """Return the parts that a person wants, in their order; all of them where nothing was chosen."""
        return tuple(part for part, on in self.order() if on)

    def order(self) -> tuple[tuple[Part, bool], ...]:
        """Return every part in its order, and whether it is asked."""
        row = self._ledger.documents(OWN).get(KIND) or {}
        said = row.get("parts")
        known = {part.value: part for part in PARTS}
        found: dict[Part, bool] = {}
        for each in said if isinstance(said, list) else ():
            match each:
                case [str(name), bool(on)] if name in known:
                    found.setdefault(known[name], on)
        return tuple((found | {part: True for part in PARTS if part not in found}).items())

    def arrange(self, order: Iterable[tuple[Part, bool]], *, now: datetime) -> Change:
        """Keep which parts are asked, and their order; as with a setting, undo does not come here.

        Raises UnfitThing where none would be left, or VaultUnwritable.
        """
        parts = [[part.value, on] for part, on in order]
        if not any(on for _, on in parts):
            raise UnfitThing("a review asks at least one thing")
        before = self._ledger.document(OWN, KIND) or {}
        row = {name: value for name, value in before.items() if name not in STAMPS}
        row |= {"kind": KIND, "parts": parts}
        return self._ledger.write("arranged", OWN, {KIND: row}, now, undoable=False)

    def offered(self, day: date) -> tuple[Part, ...]:
        """Return the parts for which there is something to ask on a day."""
        contact = self._diary.contact
        there = {
            Part.CONTACT: contact.started and not contact.numbers(day).paused,
            Part.CARE: bool(self._diary.care.habits()),
            Part.MEMENTO: self.memento() is not None,
            Part.GOAL: self.goal(day) is not None,
        }
        return tuple(part for part in PARTS if there.get(part, True))

    def memento(self) -> Memento | None:
        """Return the lightest memento in sight that is not decided yet."""
        waiting = [
            each
            for each in self._diary.mementos.all()
            if each.decision is Decision.UNDECIDED and each.done is None
        ]
        return min(
            waiting,
            key=lambda each: (_UNWEIGHED if each.weight is None else each.weight, each.size, each.id),
            default=None,
        )

    def goal(self, day: date) -> tuple[Goal, int | None] | None:
        """Return a goal in Doing with its next step, the one that is due first; None for once more this week.

        None alone where no goal has a step for today.
        """
        doing = self._diary.goals.column(Column.DOING)
        for goal in sorted(doing, key=lambda each: (each.due is None, each.due)):
            if goal.next_step is not None:
                return goal, goal.next_step
            repeat = goal.repeat
            if repeat is not None and day not in goal.ticks and ticks_in_week(goal, day) < repeat.times:
                return goal, None
        return None

    def prompt(self, review: Review) -> str:
        """Return the question of the one line: that of the day, on a heavy one a gentle one."""
        return prompt_of(review.day, gentle=review.mood is not None and review.mood <= HEAVY)

    # --- going on ------------------------------------------------------------------------------------

    def of(self, day: date) -> Entry | None:
        """Return the review of a logical day, None where there is none in sight."""
        entries = (self._diary.entry(key) for key in self._diary.day_ids(day))
        return next((entry for entry in entries if entry.kind is Kind.REVIEW), None)

    def open(self, day: date) -> bool:
        """Tell whether a review of a day was left before its end."""
        return any(review.day == day for review, _ in self._open())

    def begin(self, now: datetime, *, settle: bool = True) -> tuple[Review, Draft]:
        """Return the review of today as far as it has come, or a new one, with its draft.

        Unless nothing is to be settled, what was left of another day is kept as it is, in the review of that
        day. Raises VaultUnwritable.
        """
        zone = local_zone()
        day = logical_day(now, zone, self._diary.settings.day_end)
        found: tuple[Review, Draft] | None = None
        for review, draft in self._open():
            if found is None and review.day == day:
                found = review, draft
            elif settle and not self._diary.read_only:
                self.keep(review, draft, ended=True, now=now)
        return found or (Review(now, zone, day), Draft(TABLE, None, {}))

    def _open(self) -> Iterator[tuple[Review, Draft]]:
        for draft in self._diary.drafts():
            if draft.table == TABLE and (review := review_from_fields(draft.fields)) is not None:
                yield resumed(self._diary, review), draft

    # --- keeping -------------------------------------------------------------------------------------

    def keep(self, review: Review, draft: Draft, *, ended: bool, now: datetime) -> tuple[Review, Draft]:
        """Keep what was said so far, as one save, and return what the review is then, with its draft.

        The draft stays where the review is not `ended`, to be gone on with. Raises VaultUnwritable.
        """
        with self._ledger.together(of=_name(review)):
            kept = self._kept(review, now)
            self._note_urge(review, now)
            self._tick(review, now)
            if review.sort is LineSort.SHELF and review.line.strip():
                self._diary.shelves.add("lessons", review.line, now=now)
            if ended or review.empty:
                self._diary.drop_draft(draft.id, now=now)
                draft = replace(draft, id="")
            else:
                draft = replace(draft, fields=review_to_fields(kept))
                draft = replace(draft, id=self._diary.keep_draft(draft, now=now))
        return kept, draft

    def gather(self, review: Review, keys: Iterable[str], *, since: int) -> None:
        """Let what was done to some documents for a review, after a revision, be taken back with it."""
        self._ledger.gather(_name(review), keys, since=since)

    def can_take_back(self, review: Review) -> bool:
        """Tell whether something that a review kept can be taken back."""
        return self._ledger.can_take_back(_name(review))

    def _kept(self, review: Review, now: datetime) -> Review:
        """Put into the entry of the day what was said; a text is added to the one that is there."""
        base = self._base(review)
        entry = base or Entry(review.began, review.zone, review.day, kind=Kind.REVIEW)
        again = review.again or (base is not None and base.id != review.entry)
        earlier, own, contact = self._earlier(review, entry, now), self._own(review), self._of_contact(review)
        extra = {**entry.extra, TOLD: [*entry.told, *told]} if (told := [*earlier, *contact]) else entry.extra
        feelings = [word for word in entry.feelings if word not in review.feelings_kept]
        care = {key: each for key, each in entry.care.items() if key not in review.care_kept}
        changed = replace(
            entry,
            mood=review.mood or (None if entry.mood == review.mood_kept else entry.mood),
            feelings=tuple(dict.fromkeys((*feelings, *review.feelings))),
            care=care | dict(review.care),
            body="\n\n".join(filter(None, (entry.body.rstrip(), *earlier, *own, *contact))),
            extra=extra,
        )
        key = self._kept_entry(entry, changed, now)
        return replace(
            review,
            entry=key,
            again=again and bool(key),
            contact=None,
            noted=review.noted or review.contact,
            line="",
            said=(*review.said, *([review.sort] if review.line.strip() else [])),
            tick="",
            mood_kept=review.mood,
            feelings_kept=review.feelings,
            care_kept=tuple(review.care),
        )

    def _kept_entry(self, before: Entry, after: Entry, now: datetime) -> str:
        """Keep the entry of a review, with the time where it changed, and return its id; none for nothing."""
        if after != before:  # a time alone would be one more thing to undo
            after = replace(after, extra={**after.extra, _REVIEWED: instant_to_text(now)})
        with suppress(NothingToKeep):
            return self._diary.keep(after, now=now).id
        return before.id

    def _tick(self, review: Review, now: datetime) -> None:
        """Tick the step that was said to be done, where it is still open, or else once this week."""
        goals, day = self._diary.goals, review.day
        if not review.tick or review.tick not in goals:
            return
        goal = goals.one(review.tick)
        step = goal.next_step
        if step is not None and goal.steps[step].text == review.stepped:
            goals.tick_step(goal.id, step, today=day, now=now)
        elif goal.repeat is not None and review.stepped == goal.title and day not in goal.ticks:
            goals.tick_week(goal.id, today=day, now=now)

    def _base(self, review: Review) -> Entry | None:
        """Return the entry that a review adds to: its own, or else the one of its day."""
        return entry_of(self._diary, review) or self.of(review.day)

    def _earlier(self, review: Review, entry: Entry, now: datetime) -> tuple[str, ...]:
        """Return the mood of an earlier review of the day, where this one says another."""
        if entry.mood is None or review.mood is None or entry.mood == review.mood:
            return ()
        if entry.mood == review.mood_kept and now - said_at(entry) < _ONE_SITTING:
            return ()
        from heartwork.content.check_in_words import check_in
        from heartwork.content.review_words import review_words

        names, words = moods_named(self._diary.settings), check_in().day.mood
        mood, before = (
            words.format(word=names[step - 1].word, number=step) for step in (review.mood, entry.mood)
        )
        time = f"{local(now, review.zone):%H:%M}"
        return (review_words().body.again.format(time=time, mood=mood, before=before),)

    def _own(self, review: Review) -> tuple[str, ...]:
        """Return the one line as the text of the entry says it."""
        from heartwork.content.review_words import review_words

        words, line = getattr(review_words().body, review.sort.value), clean_line(review.line)
        return (words.format(line=line, prompt=self.prompt(review)),) if line else ()

    def _of_contact(self, review: Review) -> tuple[str, ...]:
        """Return what the text of the entry says of contact; a slip and what had to be are in the log."""
        from heartwork.content.review_words import review_words

        said = review.contact if review.contact in (Contact.NONE, Contact.URGE) else None
        return (getattr(review_words().body, said.value),) if said else ()

    def _note_urge(self, review: Review, now: datetime) -> None:
        """Note an urge that passed, on the day that the review is of."""
        if review.contact is Contact.URGE:
            day_end = self._diary.settings.day_end
            at = now if logical_day(now, review.zone, day_end) == review.day else review.began
            event = lived(ContactKind.URGE, at, review.zone, day_end, outcome=Outcome.PASSED)
            self._diary.contact.keep(event, now=now)


def _name(review: Review) -> str:
    """Return the name of what one undo takes back: all that was kept of a review, also in several saves."""
    return f"{TABLE} {instant_to_text(review.began)}"


def said_at(entry: Entry) -> datetime:
    """Return when something was said in a review last, which later changes of its entry do not move."""
    return instant(entry.extra.get(_REVIEWED)) or entry.at
