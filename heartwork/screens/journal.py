"""The journal: the timeline, the page beside it, and everything that starts there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content import help_for
from heartwork.content.journal_words import journal_words
from heartwork.content.words import door, editor
from heartwork.model.labels import tags_in
from heartwork.screens.finding import Finding
from heartwork.screens.letter_desk import LetterDesk
from heartwork.screens.looking_back import LookingBack
from heartwork.screens.question import AskLine
from heartwork.screens.versions import VersionsScreen, earlier_texts, told

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.diary import Change
    from heartwork.model.place import Place

_NOT_IN_TRASH = {"write", "edit", "star", "tag", "trash", "versions", "put_away", "letter"}


class JournalScreen(LetterDesk, LookingBack, Finding):
    """Every entry by time; writing, reading, finding, trashing and taking back start here."""

    HELP = help_for("journal")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, key_display=display, id=f"journal.{name}", tooltip=tooltip)
        for key, action, said, shown, display, name, tooltip in (
            ("escape", "back", "Back", True, None, "back", "Back to the whole list"),
            ("s", "star", "Star", False, None, "star", "Star what is marked, or take the star away"),
            ("number_sign", "tag", "Tag", False, "#", "tag", "Tag what is marked, or take tags away"),
            ("d", "trash", "Trash", True, None, "trash", "Put what is marked in the trash"),
            ("t", "show_trash", "Trash", False, None, "show_trash", "Show the trash, or leave it"),
            ("r", "restore", "Take back out", True, None, "restore", "Take what is marked out of the trash"),
            ("v", "versions", "Versions", False, None, "versions", "Earlier texts of the entry"),
            ("u", "undo", "Undo", False, None, "undo", "Take the last change back"),
        )
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back only where there is one, and in the trash only what can be done there."""
        if action == "back":
            return self.has_class("-reading") or self.narrowed or bool(self.timeline.marked)
        if action == "restore":
            return self.in_trash
        if action in _NOT_IN_TRASH:
            return not self.in_trash
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go back a step: from the page to the list, from marks and what was found to everything."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
        elif self.timeline.marked:
            self.done()
        else:
            self.stop_finding()
        self.set_focus(self.timeline)
        self.refresh_bindings()

    def welcome(self, place: Place) -> None:
        """Say what there is to say of an opened diary, go on where the person was, and look back."""
        super().welcome(place)
        self.remind()

    # --- writing ---------------------------------------------------------------------------------

    @work
    async def action_versions(self) -> None:
        """Compare the earlier texts of the highlighted entry, and bring one back if it is wanted."""
        if (key := self.place) is None or not self.may_edit(key):
            return
        entry, words = self._diary.entry(key), editor().versions
        if not earlier_texts(entry):
            self.toast(words.none)
            return
        screen = VersionsScreen(entry, clock=self._clock, ascii_only=self._diary.settings.ascii_only)
        if (back := await self.app.push_screen_wait(screen)) is not None:
            again = replace(entry, title=back.title, body=back.body)
            if self.change(lambda: self._diary.keep(again, now=self._clock())):
                self.toast(words.restored.format(time=told(entry, back)))

    # --- what is done to one or to several -------------------------------------------------------------

    def action_star(self) -> None:
        """Star what is meant; where all of it has a star, take the stars away."""
        ids = self.chosen
        starred = not all(self._diary.entry(key).starred for key in ids)
        verb = partial(self._diary.star, ids, starred=starred, now=self._clock())
        words = journal_words().several
        self._all(verb, ids, None, words.starred if starred else words.unstarred)

    @work
    async def action_tag(self) -> None:
        """Ask for tags, and give them to what is meant; a dash before one takes it away."""
        words, ids = journal_words().several, self.chosen
        if not ids:
            return
        title = words.tag_title_one if len(ids) == 1 else words.tag_title.format(count=len(ids))
        said = await self.app.push_screen_wait(AskLine(title, words.tag_line, "", _not_a_tag))
        if said:
            pieces = said.split()
            add = [_tag(piece) for piece in pieces if not piece.startswith("-")]
            gone = [_tag(piece[1:]) for piece in pieces if piece.startswith("-")]
            verb = partial(self._diary.tag, ids, add=add, remove=gone, now=self._clock())
            self._all(verb, ids, None, words.tagged)

    def action_trash(self) -> None:
        """Put what is meant in the trash."""
        ids = self.chosen
        verb = partial(self._diary.trash, ids, now=self._clock())
        self._all(verb, ids, editor().trashed, journal_words().several.trashed)

    def action_restore(self) -> None:
        """Take what is meant out of the trash."""
        ids = self.chosen
        verb = partial(self._diary.restore, ids, now=self._clock())
        self._all(verb, ids, editor().brought_back, journal_words().several.restored)

    def _all(self, verb: partial[Change], ids: list[str], one: str | None, several: str) -> None:
        """Do something to some entries as one change, and say so."""
        if not ids or not self.change(verb):
            return
        self.done()
        if len(ids) > 1:
            self.toast(several.format(count=len(ids)))
        elif one is not None:
            self.toast(one.format(words=self.quote(ids[0])))

    def action_show_trash(self) -> None:
        """Show the trash in the place of the list, or the list again."""
        self.done()
        if self.in_trash:
            self.show_everything()
        else:
            self.filter_by(self.TRASH, door().empty.in_trash)

    def action_undo(self) -> None:
        """Take the last change back."""
        change = self.change(lambda: self._diary.undo(now=self._clock()))
        if change is None:
            self.toast(editor().nothing_to_undo)
        elif change.ids:
            self.refresh_list(keep=change.id)
            self.toast(self._undone(change))

    def _undone(self, change: Change) -> str:
        """Return the words for taking a change back, which say where the entry is now."""
        words = editor()
        if len(change.ids) > 1:
            return journal_words().several.taken_back.format(count=len(change.ids))
        said = {"trashed": words.brought_back, "kept": words.trashed_again}.get(change.verb, words.taken_back)
        return said.format(words=self.quote(change.id))


def _tag(piece: str) -> str:
    return piece.removeprefix("#")


def _not_a_tag(said: str) -> str:
    """Return what is wrong with a line of tags, or nothing."""
    for piece in said.split():
        tag = _tag(piece.removeprefix("-"))
        if tags_in(f"#{tag}") != (tag,):
            return journal_words().several.no_tag.format(word=piece)
    return ""
