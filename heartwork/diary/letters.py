"""Letters that are not sent: sealed until a day, read again, answered, kept or burned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.diary.documents import day, instant, instant_to_text, texts
from heartwork.diary.errors import TooEarly, UnfitLetter, UnknownEntry
from heartwork.model.entry import Kind
from heartwork.model.labels import own_tags
from heartwork.model.letter import Letter, State
from heartwork.model.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.ledger import Ledger

    Document = dict[str, object]

LETTERS, _ENTRIES, _DRAFTS = "letters", "entries", "drafts"


class Letters:
    """The letters of a diary; one has the id of its entry. `today` is the logical day, once it is known.

    Verbs raise UnknownEntry for an id that is no letter's, UnfitLetter for what its state does not allow, and
    VaultUnwritable.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.today: date | None = None

    # --- reading ---------------------------------------------------------------------------------

    def of(self, key: str) -> Letter:
        """Return what is known of the letter with this id; raises UnknownEntry."""
        if not self._is_letter(self._ledger.documents(_ENTRIES).get(key)):
            raise UnknownEntry("there is no letter by this id")
        return _letter(key, self._ledger.documents(LETTERS).get(key, {}))

    def closed(self, key: str) -> date | None:
        """Return the day a letter opens on while its words are closed; None for what is no closed letter."""
        document = self._ledger.documents(LETTERS).get(key)
        return None if document is None else _letter(key, document).closed(self.today)

    def all(self) -> list[Letter]:
        """Return every letter that is not in the trash, the newest first."""
        entries = self._ledger.documents(_ENTRIES)
        found = [key for key, row in entries.items() if self._is_letter(row) and not row.get("trashed")]
        newest = sorted(found, key=lambda key: (str(entries[key].get("at")), key), reverse=True)
        return [self.of(key) for key in newest]

    def due(self) -> list[Letter]:
        """Return the letters whose day has come and that were not read again yet, the earliest day first."""
        today = self.today
        if today is None:
            return []
        letters = (_letter(key, row) for key, row in self._ledger.documents(LETTERS).items())
        entries = self._ledger.documents(_ENTRIES)
        there = (
            letter for letter in letters if not entries.get(letter.entry, {"trashed": True}).get("trashed")
        )
        return sorted((letter for letter in there if letter.due(today)), key=lambda each: str(each.until))

    # --- changing --------------------------------------------------------------------------------

    def address(self, key: str, to: str, *, now: datetime) -> Change:
        """Say whom a letter is to; nobody named is oneself."""
        return self._write("addressed", replace(self.of(key), to=clean_line(to)), now)

    def seal(self, key: str, until: date, *, now: datetime) -> Change:
        """Close a letter's words until a day to come; a draft that is not kept goes, it would show them.

        A letter that was opened early before stays closed until its day this time.
        """
        letter = self.of(key)
        if letter.state is State.BURNED:
            raise UnfitLetter("this letter was burned: there is nothing left to seal")
        if self.today is None or until <= self.today:
            raise UnfitLetter("a letter is sealed until a day to come")
        if (closed := letter.closed(self.today)) and until < closed:
            raise UnfitLetter("a sealed letter stays closed for longer, not for less")
        with self._ledger.together():
            for draft, row in list(self._ledger.documents(_DRAFTS).items()):
                if row.get("target") == key:
                    self._ledger.write("undrafted", _DRAFTS, {draft: None}, now, undoable=False)
            return self._write("sealed", replace(letter, state=State.SEALED, until=until, asked=None), now)

    def ask_early(self, key: str, *, now: datetime) -> Change:
        """Ask to open a sealed letter before its day: it can be opened a day from now."""
        letter = self._closed_letter(key)
        if letter.early:
            raise UnfitLetter("this letter was opened early once before; now it waits for its day")
        return self._write("asked", letter if letter.asked else replace(letter, asked=now), now)

    def open(self, key: str, *, now: datetime) -> Change:
        """Open a letter whose day has come, or for whose early opening a day was waited; raises TooEarly."""
        letter = self.of(key)
        if letter.closed(self.today):
            from_then = letter.opens_early()
            if letter.early or from_then is None or now < from_then:
                raise TooEarly("this letter is still sealed")
            letter = replace(letter, early=True)
        if letter.state is not State.SEALED:
            return self._write("reread", letter, now)
        return self._write("reread", replace(letter, state=State.REREAD, reread=now, asked=None), now)

    def answer(self, key: str, words: str, *, now: datetime) -> Change:
        """Write back to the earlier self; without words an answer is taken away."""
        letter = self.of(key)
        if letter.closed(self.today):
            raise TooEarly("this letter is still sealed")
        said = clean(words).rstrip()
        state = State.REREAD if letter.state is State.SEALED else letter.state
        answered = replace(letter, state=state, answer=said, answered=now if said else None)
        return self._write("answered", answered, now)

    def keep(self, key: str, *, now: datetime) -> Change:
        """Keep a letter for good, as it is."""
        letter = self.of(key)
        if letter.closed(self.today):
            raise TooEarly("this letter is still sealed")
        if letter.state is State.BURNED:
            raise UnfitLetter("this letter was burned")
        return self._write("put by", replace(letter, state=State.KEPT), now)

    def burn(self, key: str, *, now: datetime) -> Change:
        """Erase a letter's words, earlier texts and answer: the file is written anew, and nothing undoes it.

        What stays is that there was a letter, its title and its day.
        """
        letter = replace(self.of(key), state=State.BURNED, answer="", answered=None, asked=None, until=None)
        entry = self._ledger.document(_ENTRIES, key) or {}
        own = own_tags(texts(entry.get("tags")), str(entry.get("body") or ""))  # those of the text go with it
        entry = {**entry, "body": "", "versions": [], "extra": {}, "tags": list(own)}
        drafts = [each for each, row in self._ledger.documents(_DRAFTS).items() if row.get("target") == key]
        with self._ledger.together(forget=True):
            for draft in drafts:
                self._ledger.write("undrafted", _DRAFTS, {draft: None}, now, undoable=False)
            self._ledger.write("burned", _ENTRIES, {key: entry}, now, undoable=False)
            change = self._ledger.write("burned", LETTERS, {key: _document(letter)}, now, undoable=False)
        self._ledger.forget({key, str(entry.get("run"))})  # undo would bring its words back from a practice
        return change

    def _closed_letter(self, key: str) -> Letter:
        letter = self.of(key)
        if not letter.closed(self.today):
            raise UnfitLetter("this letter is open")
        return letter

    def _write(self, verb: str, letter: Letter, now: datetime) -> Change:
        before = self._ledger.document(LETTERS, letter.entry) or {}
        return self._ledger.write(verb, LETTERS, {letter.entry: {**before, **_document(letter)}}, now)

    @staticmethod
    def _is_letter(row: Mapping[str, object] | None) -> bool:
        return row is not None and row.get("kind") == Kind.LETTER.value


def _document(letter: Letter) -> Document:
    return {
        "entry": letter.entry,
        "to": letter.to,
        "state": letter.state.value,
        "until": letter.until.isoformat() if letter.until else None,
        "asked": instant_to_text(letter.asked) if letter.asked else None,
        "early": letter.early,
        "reread": instant_to_text(letter.reread) if letter.reread else None,
        "answer": letter.answer,
        "answered": instant_to_text(letter.answered) if letter.answered else None,
    }


def _letter(key: str, row: Mapping[str, object]) -> Letter:
    """Return a document as a letter, whatever it holds."""
    to, answer, state = (row.get(name) for name in ("to", "answer", "state"))
    known = State(state) if isinstance(state, str) and state in set(State) else State.DRAFT
    return Letter(
        entry=key,
        to=clean_line(to) if isinstance(to, str) else "",
        state=known,
        until=day(row.get("until")),
        asked=instant(row.get("asked")),
        early=row.get("early") is True,
        reread=instant(row.get("reread")),
        answer=clean(answer) if isinstance(answer, str) else "",
        answered=instant(row.get("answered")),
    )
