"""All people: who is being let go, the circle, others that were named, and who is in the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.circle_words import circle_words
from heartwork.content.trash_words import trash_words
from heartwork.insights.reach import to_reach
from heartwork.model.person import Role
from heartwork.model.text import normal
from heartwork.screens.circle_doing import WORDS_FIRST, CircleDoing, begun_people, said_of
from heartwork.screens.rooms import BY_ID, ROOMS
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines, Line
from heartwork.widgets.notices import Notices
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.person import Person
    from heartwork.screens.page import Clock


class PeopleScreen(CircleDoing):
    """Every person of the diary under what they are; escape goes back to the room."""

    HELP = circle_words().people.help
    DEFAULT_CSS = """
    PeopleScreen {
        & HeadedList { height: 1fr; padding: 0 2; }
        & .title { padding: 1 2; height: auto; color: $primary; text-style: bold; }
        &.-low .title, &.-flat .title { padding: 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", id="people.new", tooltip="Add somebody"),
        Binding("e", "edit", "Edit", id="people.edit", tooltip="Open who is under the cursor"),
        Binding("o", "reached", "Reached", id="people.reached", tooltip="You reached them today"),
        Binding(
            "p",
            "put_away",
            "Put away",
            id="people.put_away",
            tooltip="Them, and what names them, out of sight",
        ),
        Binding("d", "trash", "Trash", id="people.trash", tooltip="Put them in the trash"),
        Binding("escape", "leave", "Back", id="people.back", tooltip="Back to the room"),
    ]
    list = getters.query_one(HeadedList)
    _begun: frozenset[str] = frozenset()

    def __init__(self, diary: Diary, clock: Clock, *, only_circle: bool = False) -> None:
        """Show everybody, or after a heavy day the circle alone: no other name is met there."""
        super().__init__(diary, clock)
        self._only_circle = only_circle

    def compose_page(self) -> ComposeResult:
        """Compose the list and its keys."""
        words = circle_words().people
        yield RoomBar([(room.key, room.name) for room in ROOMS], BY_ID["grief"].name)
        yield Notices()
        yield Static(words.title, classes="title", markup=False)
        empty = words.empty_circle if self._only_circle else words.empty
        yield HeadedList(empty=empty, ascii_only=self._diary.settings.ascii_only)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show everybody."""
        self.list.words_first = WORDS_FIRST
        self.refresh_list()
        self.set_focus(self.list)

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show everybody as the diary is now."""
        self._revision = self._diary.revision
        self._begun = begun_people(self._diary)
        lines: dict[str, Line] = {}
        headings = []
        for heading, people in self._groups():
            if people:
                headings.append((len(lines), heading))
            lines |= {person.id: Line(person.name, aside=self._aside(person)) for person in people}
        self.list.ascii_only = self._diary.settings.ascii_only
        self.list.under(headings)
        self.list.show_lines(KnownLines(lines), keep=keep)
        self.refresh_bindings()

    def _groups(self) -> Iterator[tuple[str, Sequence[Person]]]:
        words, folk = circle_words().people, self._diary.folk
        everybody = sorted(folk.in_sight(), key=lambda person: (normal(person.name), person.id))
        inside = [each for each in everybody if each.role is Role.CIRCLE]
        due = to_reach(inside, self.today)
        late = {each.id for each in due}
        yield words.circle, [*due, *(each for each in inside if each.id not in late)]
        if self._only_circle:
            return
        yield words.letting_go, [each for each in everybody if each.role is Role.LETTING_GO]
        yield words.others, [each for each in everybody if each.role is None]
        yield words.trash, folk.trashed()

    def _aside(self, person: Person) -> str:
        if person.trashed is not None:
            return trash_words().left.in_row(*self._diary.visits.left(person.trashed, self._clock()))
        plainly = self._diary.settings.ascii_only
        return said_of(person, self.today, ascii_only=plainly, begun=person.id in self._begun)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with who is under the cursor."""
        if action == "put_away":
            return not self._only_circle and self._may_go_out_of_sight()
        if action in {"edit", "reached", "trash"} and self.is_mounted:
            key = self.list.current
            return key is not None and (action != "reached" or self._is_reached(key))
        return super().check_action(action, parameters)

    def _is_reached(self, key: str) -> bool:
        """Return whether somebody is one to reach: who is being let go is not, nor who is in the trash."""
        if key not in self._diary.folk:
            return False
        person = self._diary.folk.one(key)
        return person.role is not Role.LETTING_GO and person.trashed is None

    def _may_go_out_of_sight(self) -> bool:
        """Return whether there is somebody to put away; where nobody is, what is put away can be seen."""
        key = self.list.current if self.is_mounted else None
        return key is None or (key in self._diary.folk and self._diary.folk.one(key).trashed is None)

    @on(RowList.Highlighted)
    def _offer_what_fits(self) -> None:
        self.refresh_bindings()

    @on(RowList.Opened)
    @work
    async def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        if self._diary.folk.one(event.id).trashed is not None:
            self.restore_person(event.id)
        else:
            await self.open_person(event.id)

    @work
    async def action_new(self) -> None:
        """Add somebody."""
        if (key := await self.add_person(Role.CIRCLE)) is not None:
            self.refresh_list(keep=key)

    @work
    async def action_edit(self) -> None:
        """Open who is under the cursor."""
        if self.list.current is not None:
            await self.open_person(self.list.current)

    def action_reached(self) -> None:
        """Note that who is under the cursor was reached today."""
        if self.list.current is not None:
            self.reach_person(self.list.current)

    @work
    async def action_put_away(self) -> None:
        """Put who is under the cursor out of sight, with what names them; where nobody is, show what is."""
        await self.put_away_person(self.list.current)

    def action_trash(self) -> None:
        """Put who is under the cursor in the trash."""
        if self.list.current is not None:
            self.trash_person(self.list.current)

    def action_leave(self) -> None:
        """Go back to the room."""
        self.dismiss(None)
