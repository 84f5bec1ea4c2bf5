"""The journal's list, driven with keys and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.binding import Binding

from heartwork.widgets.timeline import Timeline
from tests.widgets.hosts import HOSTILE, SIZES, Host, Rows, controls, many, row, seen

if TYPE_CHECKING:
    from textual.pilot import Pilot


KINDS = (Timeline.Highlighted, Timeline.Opened)


def told(app: Host) -> list[str]:
    """Return what the list told since it was last asked, as kind and id."""
    said = [f"{type(one).__name__} {one.id}" for one in app.told if isinstance(one, KINDS)]
    app.told.clear()
    return said


class TimelineHost(Host):
    """A host that notes what a timeline tells."""

    def on_row_list_highlighted(self, message: Timeline.Highlighted) -> None:
        assert message.control is self.widget
        self.told.append(message)

    def on_row_list_opened(self, message: Timeline.Opened) -> None:
        assert message.control is self.widget
        self.told.append(message)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_keys_move_the_highlight_and_enter_opens() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 12)) as pilot:
        timeline.show(many(100))
        await pilot.pause()
        assert told(app) == ["Highlighted 0"]
        await press(pilot, "down", "j", "up", "k", "down", "enter")
        assert told(app) == [
            *("Highlighted 1", "Highlighted 2", "Highlighted 1", "Highlighted 0", "Highlighted 1"),
            "Opened 1",
        ]
        await press(pilot, "end", "home")
        assert told(app) == ["Highlighted 99", "Highlighted 0"]
        await press(pilot, "up")
        assert told(app) == []
        await press(pilot, "pagedown", "pagedown", "pageup")
        assert told(app) == ["Highlighted 11", "Highlighted 22", "Highlighted 11"]
        assert timeline.current == "11"


async def test_every_page_moves_however_small_the_list_is() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(30, 1)) as pilot:
        timeline.show(many(200, every=1))
        await press(pilot, "pagedown", "pagedown")
        assert timeline.current == "2"
        await press(pilot, "pageup", "pageup")
        assert timeline.current == "0"


async def test_the_highlighted_row_is_always_in_view_with_a_pointer() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 7)) as pilot:
        timeline.show(many(100, every=10))
        for key in ("down",) * 12 + ("pagedown", "end", "pageup", "home", "end", "up"):
            await press(pilot, key)
            pointed = [line for line in seen(timeline) if line.startswith("▸")]
            assert len(pointed) == 1
            assert pointed[0].endswith(f"entry {timeline.current}")


async def test_a_row_scrolled_out_of_view_comes_back_with_the_next_key() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 7)) as pilot:
        timeline.show(many(100))
        await pilot.pause()
        timeline.scroll_to(y=50, animate=False)
        await press(pilot, "up")
        assert seen(timeline)[1].startswith("▸")


async def test_months_stand_as_headings_before_their_first_row() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 7)) as pilot:
        timeline.show(Rows("012345", months=[(0, "November 2026"), (2, "October 2026"), (2, "empty month")]))
        await pilot.pause()
        lines = seen(timeline)
        assert [lines[0], lines[3], lines[4]] == [" November 2026", " October 2026", " empty month"]
        assert lines[1].endswith("entry 0")
        assert lines[5].endswith("entry 2")
        await press(pilot, "end", "home")
        assert seen(timeline)[0] == " November 2026"


async def test_a_day_is_said_once_and_again_at_the_top_of_the_view() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 4)) as pilot:
        timeline.show(Rows([str(place) for place in range(20)]))
        await pilot.pause()
        assert [line[2:7].strip() for line in seen(timeline)] == ["24 Tu", "", "23 Mo", ""]
        timeline.scroll_to(y=1, animate=False)
        await pilot.pause()
        assert [line[2:7].strip() for line in seen(timeline)] == ["24 Tu", "23 Mo", "", "22 Su"]


async def test_only_rows_in_view_are_built() -> None:
    timeline, rows = Timeline(), many(100_000)
    app = TimelineHost(timeline)
    async with app.run_test(size=(120, 40)) as pilot:
        timeline.show(rows)
        await press(pilot, "down", "pagedown", "end", "pageup", "home")
        assert timeline.move_to("50000")
        await pilot.pause()
        assert timeline.current == "50000"
        assert len(set(rows.asked)) < 8 * 40


async def test_showing_other_rows_keeps_the_cursor_on_its_entry() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        timeline.show(many(100), keep="40")
        await pilot.pause()
        assert told(app) == ["Highlighted 40"]
        place = next(y for y, line in enumerate(seen(timeline)) if line.startswith("▸"))
        timeline.show(Rows(["new", *(str(at) for at in range(100))]))
        await pilot.pause()
        assert told(app) == []
        assert timeline.current == "40"
        assert seen(timeline)[place].startswith("▸")


async def test_an_entry_that_is_gone_leaves_the_cursor_to_its_neighbour() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        timeline.show(Rows("abcdef"), keep="c")
        timeline.show(Rows("abdef"))
        await pilot.pause()
        assert told(app) == ["Highlighted c", "Highlighted d"]
        timeline.show(Rows("ab"))
        assert timeline.current == "b"
        timeline.show(Rows(""))
        await press(pilot, "down", "up", "end", "home", "pagedown", "pageup", "enter")
        assert timeline.current is None


async def test_rows_may_come_after_none() -> None:
    timeline = Timeline()
    async with TimelineHost(timeline).run_test(size=(60, 10)):
        timeline.show(Rows(""))
        timeline.show(Rows("ab"))
        assert timeline.current == "a"
        assert timeline.move_to("b")
        assert not timeline.move_to("c")


async def test_rows_may_be_shown_before_there_is_a_screen() -> None:
    timeline = Timeline()
    timeline.show(many(100), keep="70")
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        assert any(line.startswith("▸") and line.endswith("entry 70") for line in seen(timeline))
        assert told(app) == ["Highlighted 70"]


async def test_a_click_highlights_and_a_second_one_opens() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        timeline.show(many(100))
        await pilot.pause()
        told(app)
        await pilot.click(timeline, offset=(5, 3))
        assert told(app) == ["Highlighted 2"]
        await pilot.click(timeline, offset=(5, 0))
        assert told(app) == []
        await pilot.double_click(timeline, offset=(5, 5))
        assert told(app) == ["Highlighted 4", "Opened 4"]


async def test_a_click_beyond_the_last_row_does_nothing() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        timeline.show(Rows("ab"))
        await pilot.pause()
        told(app)
        await pilot.double_click(timeline, offset=(5, 8))
        assert told(app) == []


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_only_words_at_any_size(size: tuple[int, int]) -> None:
    made = {name: row(text, aside=text, mood=3) for name, text in HOSTILE.items()}
    months = [(place, text) for place, text in enumerate(HOSTILE.values())]
    timeline = Timeline(empty=HOSTILE["closing markup"])
    app = TimelineHost(timeline)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        timeline.show(Rows(list(made), made, months=months), needles=["after", "日"])
        await press(pilot, "end", "home", "pagedown", "down", "enter")
        for y in range(timeline.size.height):
            strip = timeline.render_line(y)
            assert strip.cell_length == cell_len(strip.text) == timeline.scrollable_content_region.width
            assert controls(strip.text) == []
        assert app.is_running
        assert app.return_code is None


async def test_resizing_down_to_one_cell_and_back_keeps_the_place() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(80, 24)) as pilot:
        timeline.show(many(1_000), keep="500")
        for size in (*SIZES, *reversed(SIZES), (80, 24)):
            await pilot.resize_terminal(*size)
            await press(pilot, "down", "up")
        await pilot.pause()
        assert timeline.current == "500"
        assert any(line.startswith("▸") and line.endswith("entry 500") for line in seen(timeline))


def test_every_key_has_a_name_and_says_what_it_does() -> None:
    for binding in Timeline.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.id.startswith("timeline.")
        assert binding.tooltip


async def test_space_marks_an_entry_and_goes_on_to_the_next() -> None:
    timeline = Timeline()
    app = TimelineHost(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        timeline.show(many(3))
        timeline.focus()
        await pilot.press("space", "space")
        assert timeline.marked == {timeline._rows.id_at(0), timeline._rows.id_at(1)}
        assert timeline.cursor == 2
        lines = [timeline.render_line(y).text for y in range(4)]
        assert sum("●" in line for line in lines) == 2
        await pilot.press("up", "space")
        assert timeline.marked == {timeline._rows.id_at(0)}
