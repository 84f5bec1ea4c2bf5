from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.binding import Binding

from heartwork.widgets.mood_scale import AcheScale, MoodScale
from tests.widgets.hosts import controls

if TYPE_CHECKING:
    from textual.app import ComposeResult

MOODS = (("▁", "heavy"), ("▂", "low"), ("▄", "steady"), ("▆", "light"), ("█", "bright"))


class Scales(App[None]):
    """Both scales, in an app whose digits would change the room."""

    BINDINGS = [Binding(str(digit), f"room({digit})") for digit in range(10)]  # noqa: RUF012  (Textual's name)

    def __init__(self, mood: int | None = None, ache: int | None = None) -> None:
        super().__init__()
        self.mood = MoodScale(MOODS, mood)
        self.ache = AcheScale(ache)
        self.told: list[int | None] = []
        self.accepted = 0
        self.rooms: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {f"mood-{step}": f"#{step}0{step}0ff" for step in range(1, 6)}

    def compose(self) -> ComposeResult:
        yield self.mood
        yield self.ache

    def on_mood_scale_chosen(self, message: MoodScale.Chosen) -> None:
        assert message.control is self.mood
        self.told.append(message.mood)

    def on_ache_scale_chosen(self, message: AcheScale.Chosen) -> None:
        assert message.control is self.ache
        self.told.append(message.ache)

    def on_scale_accepted(self) -> None:
        self.accepted += 1

    def action_room(self, room: int) -> None:
        self.rooms.append(room)


@pytest.mark.parametrize(
    ("keys", "mood", "told"),
    [
        (["1"], 1, [1]),
        (["5", "5"], 5, [5]),
        (["2", "0"], None, [2, None]),
        (["4", "backspace"], None, [4, None]),
        (["6", "7", "8", "9"], None, []),
        (["3", "9"], 3, [3]),
        (["right"], 3, [3]),
        (["left"], 3, [3]),
        (["1", "left", "right"], 2, [1, 2]),
        (["5", "right"], 5, [5]),
    ],
)
async def test_keys_choose_a_mood_and_every_digit_stays_here(
    keys: list[str], mood: int | None, told: list[int | None]
) -> None:
    app = Scales()
    async with app.run_test() as pilot:
        app.mood.focus()
        await pilot.press(*keys)
        await pilot.pause()
        assert (app.mood.value, app.told, app.rooms) == (mood, told, [])


@pytest.mark.parametrize(
    ("keys", "ache"),
    [
        (["0"], 0),
        (["1"], 1),
        (["1", "0"], 10),
        (["1", "0", "0"], 0),
        (["1", "5"], 5),
        (["2", "left", "0"], 0),
        (["9", "right", "right"], 10),
        (["0", "left"], 0),
        (["right"], 5),
        (["7", "backspace"], None),
        (["1", "backspace", "0"], 0),
    ],
)
async def test_keys_choose_an_ache(keys: list[str], ache: int | None) -> None:
    app = Scales()
    async with app.run_test() as pilot:
        app.ache.focus()
        await pilot.press(*keys)
        await pilot.pause()
        assert (app.ache.value, app.rooms) == (ache, [])
        assert app.told[-1] == ache


async def test_enter_accepts_and_tab_leaves() -> None:
    app = Scales()
    async with app.run_test() as pilot:
        app.mood.focus()
        await pilot.press("enter", "2", "enter", "tab")
        assert app.accepted == 2
        assert app.told == [2]
        assert app.ache.has_focus


async def test_a_value_set_from_outside_tells_nobody() -> None:
    app = Scales(mood=4, ache=0)
    async with app.run_test() as pilot:
        assert (app.mood.value, app.ache.value) == (4, 0)
        app.mood.value = None
        await pilot.pause()
        assert app.told == []
    assert MoodScale(MOODS, 9).value is None


async def test_a_click_chooses_the_step_under_it() -> None:
    app = Scales()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(MoodScale, offset=(14, 0))
        assert app.mood.value == 2
        await pilot.click(AcheScale, offset=(2, 0))
        assert app.ache.value == 0
        await pilot.click(AcheScale, offset=(55, 0))
        assert app.ache.value == 0


async def test_five_moods_stand_in_one_row_of_sixty_cells_with_glyph_word_and_colour() -> None:
    app = Scales(mood=2)
    async with app.run_test(size=(60, 20)):
        assert app.mood.size.height == 1
        segments = [segment for segment in app.mood.render_line(0) if segment.text.strip()]
        texts = [segment.text.strip() for segment in segments]
        assert texts == ["1 ▁ heavy", "[2 ▂ low]", "3 ▄ steady", "4 ▆ light", "5 █ bright"]
        colours = {segment.style.color for segment in segments if segment.style}
        assert len(colours) == 5


@pytest.mark.parametrize("word", ["[/oops]", "a\x1b[31mb", "\u202eabc", "e" + "\u0301" * 40, "two\nlines"])
async def test_a_word_of_a_persons_own_is_drawn_as_plain_text_on_one_line(word: str) -> None:
    app = Scales()
    app.mood = MoodScale([("▁", word), *MOODS[1:]], 1)
    async with app.run_test(size=(100, 20)) as pilot:
        app.mood.focus()
        drawn = app.mood.render_line(0).text
        assert controls(drawn) == []
        assert drawn.count("\u0301") <= 4
        assert "2 ▂ low" in drawn
        await pilot.press("2")
        assert "[2 ▂ low]" in app.mood.render_line(0).text


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (12, 30), (2000, 500)])
async def test_scales_stand_any_size(size: tuple[int, int]) -> None:
    app = Scales(mood=1)
    async with app.run_test(size=size) as pilot:
        app.mood.focus()
        await pilot.press("right", "tab", "1", "0")
        assert (app.mood.value, app.ache.value) == (2, 10)
