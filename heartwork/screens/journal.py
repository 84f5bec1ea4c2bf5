"""The journal: the timeline, the page beside it, and everything that starts there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.events import ScreenResume

from heartwork.content import help_for
from heartwork.content.journal_words import journal_words
from heartwork.content.words import editor
from heartwork.model.labels import spelled, tags_named
from heartwork.screens.finding import Finding
from heartwork.screens.letter_desk import LetterDesk
from heartwork.screens.looking_back import LookingBack
from heartwork.screens.putting_away import PuttingAway
from heartwork.screens.question import AskLine
from heartwork.screens.trash_bin import TrashBin
from heartwork.screens.versions import VersionsScreen, earlier_texts, told

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.model.place import Place

_SETTLED = 1.0
"""Seconds after which what comes first when somebody comes here has come."""

_NOT_IN_TRASH = {"write", "edit", "star", "tag", "versions", "put_away", "letter"}


class JournalScreen(TrashBin, PuttingAway, LetterDesk, LookingBack, Finding):
    """Every entry by time; writing, reading, finding, trashing and taking back start here."""

    HELP = help_for("journal")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="journal.back", tooltip="Back to the whole list"),
        *(
            Binding(
                key, action, said, show=False, key_display=display, id=f"journal.{action}", tooltip=tooltip
            )
            for key, action, said, display, tooltip in (
                ("s", "star", "Star", None, "Star what is marked, or take the star away"),
                ("number_sign", "tag", "Tag", "#", "Tag what is marked, or take tags away"),
                ("v", "versions", "Versions", None, "Earlier texts of the entry, compared with it"),
            )
        ),
    ]

    _looked_back = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back only where there is one, and in the trash only what can be done there."""
        if action == "back":
            return self.has_class("-reading") or self.narrowed or bool(self.timeline.marked)
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
        """Say what there is to say of an opened diary, and go on where the person was."""
        super().welcome(place)
        self.keep_trash_in_order()

    @on(ScreenResume)
    def _look_back_once(self) -> None:
        """Look back as soon as somebody comes here, once."""
        if self.is_mounted and not self._looked_back and self.app.screen is self:
            self._looked_back = True
            self.remind()
            self.set_timer(_SETTLED, self.keep_trash_in_order)

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

    # --- stars and tags ----------------------------------------------------------------------------

    def action_star(self) -> None:
        """Star what is meant; where all of it has a star, take the stars away."""
        ids = self.chosen
        starred = not all(self._diary.entry(key).starred for key in ids)
        verb = partial(self._diary.star, ids, starred=starred, now=self._clock())
        words = journal_words().several
        self.change_all(verb, ids, None, words.starred if starred else words.unstarred)

    @work
    async def action_tag(self) -> None:
        """Ask for tags, and give them to what is meant; a dash before one takes it away."""
        words, ids = journal_words().several, self.chosen
        if not ids:
            return
        title = words.tag_title_one if len(ids) == 1 else words.tag_title.format(count=len(ids))
        said = await self.app.push_screen_wait(AskLine(title, words.tag_line, "", _not_tags))
        if said:
            known = self._diary.tags()
            add = spelled(tags_named(",".join(p for p in _pieces(said) if p[0] != "-"), known), known)
            gone = [_bare(piece) for piece in _pieces(said) if piece[0] == "-"]
            verb = partial(self._diary.tag, ids, add=add, remove=gone, now=self._clock())
            self.change_all(verb, ids, None, words.tagged)
            if len(ids) == 1:
                tags = " ".join(f"#{tag}" for tag in self._diary.entry(ids[0]).tags) or words.no_tags_left
                self.toast(words.tagged_one.format(words=self.quote(ids[0]), tags=tags))


def _pieces(said: str) -> list[str]:
    """Return the parts of a line: between commas where there are any, or else between spaces."""
    return [piece for part in (said.split(",") if "," in said else said.split()) if (piece := part.strip())]


def _bare(piece: str) -> str:
    return piece.lstrip("-# ")


def _not_tags(said: str) -> str:
    """Return what is wrong with a line of tags, or nothing."""
    for piece in _pieces(said):
        if not _bare(piece):
            return journal_words().several.no_tag.format(word=piece)
    return ""
