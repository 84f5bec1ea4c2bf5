"""The reading pane."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.binding import Binding

from heartwork import themes
from heartwork.widgets.reading import MEASURE, Page, ReadingPane
from tests.widgets.hosts import HOSTILE, MEGABYTES, SIZES, Host, controls, seen

if TYPE_CHECKING:
    from textual.pilot import Pilot

PAGE = Page(
    id="1",
    when="Sunday 22 November, 21:14 · Berlin",
    mood=2,
    ache="ache 6",
    feelings=("tired", "tender"),
    tags=("night",),
    state="saved",
    title="The café on the corner",
    body="I walked past it without stopping.\n\n  It was lit.",
    foot="214 words · written in 9 minutes",
)
NUMBERED = Page(id="n", body="\n".join(f"line {number}" for number in range(500)), foot="the end")


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_page_says_when_how_and_what() -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(70, 16)) as pilot:
        pane.show(PAGE)
        await pilot.pause()
        assert seen(pane)[:11] == [
            "Sunday 22 November, 21:14 · Berlin                   ▂ low · ache 6",
            "tired, tender · #night · saved",
            "",
            "The café on the corner",
            "",
            "I walked past it without stopping.",
            "",
            "  It was lit.",
            "",
            "214 words · written in 9 minutes",
            "",
        ]


async def test_a_narrow_page_puts_the_mood_on_a_line_of_its_own() -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(40, 16)) as pilot:
        pane.show(PAGE)
        await pilot.pause()
        assert seen(pane)[:3] == [
            "Sunday 22 November, 21:14 · Berlin",
            "▂ low · ache 6",
            "tired, tender · #night · saved",
        ]


async def test_what_was_not_said_takes_no_line() -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(40, 6)) as pilot:
        pane.show(Page(id="1", when="Sunday", body="words"))
        await pilot.pause()
        assert seen(pane) == ["Sunday", "", "words", "", "", ""]
        pane.show(Page(id="1", when="Sunday", ache="ache 6"))
        await pilot.pause()
        assert seen(pane)[0].split() == ["Sunday", "ache", "6"]


async def test_without_a_page_it_says_so() -> None:
    pane = ReadingPane(empty="Nothing is open.")
    async with Host(pane).run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        assert "Nothing is open." in "".join(seen(pane))
        pane.show(PAGE)
        pane.show(None)
        pane.say_when_empty("[/oops]")
        await press(pilot, "down", "end", "home", "pagedown")
        assert pane.page is None
        assert "[/oops]" in "".join(seen(pane))


async def test_keys_scroll_to_every_line_and_to_the_foot() -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(40, 10)) as pilot:
        pane.show(NUMBERED)
        await press(pilot, "down", "j", "down", "up", "k")
        assert seen(pane)[1] == "line 0"
        await press(pilot, "pagedown")
        assert seen(pane)[0] == "line 8"
        await press(pilot, "pageup", "end")
        assert seen(pane)[-1] == "the end"
        assert seen(pane)[-3] == "line 499"
        await press(pilot, "home")
        assert seen(pane)[2] == "line 0"


async def test_lines_are_never_wider_than_an_eye_can_follow() -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(300, 20)) as pilot:
        pane.show(replace(PAGE, body="word " * 500))
        await pilot.pause()
        assert max(cell_len(line) for line in seen(pane)) <= MEASURE


async def test_the_same_entry_shown_again_keeps_its_place_and_another_one_starts_at_the_top() -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(40, 10)) as pilot:
        pane.show(NUMBERED)
        await press(pilot, "pagedown", "pagedown")
        place = seen(pane)[0]
        pane.show(replace(NUMBERED, state="saved", title=""))
        await pilot.pause()
        assert abs(int(place.split()[1]) - int(seen(pane)[0].split()[1])) <= 1
        pane.show(replace(NUMBERED, id="other"))
        await pilot.pause()
        assert "line 0" in seen(pane)


async def test_resizing_keeps_the_line_at_the_top() -> None:
    pane = ReadingPane()
    body = "\n".join(f"start{number} " + "word " * 30 for number in range(400))
    async with Host(pane).run_test(size=(60, 12)) as pilot:
        pane.show(Page(id="1", body=body))
        await pilot.pause()
        pane.scroll_to(y=1_000, animate=False)
        await pilot.pause()
        first = next(line for line in seen(pane) if line.startswith("start")).split()[0]
        for size in ((30, 12), (1, 1), (120, 40), (60, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        lines = seen(pane)
        assert any(line.startswith(first) for line in lines)


async def test_searched_words_are_marked() -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(60, 12)) as pilot:
        pane.show(PAGE, needles=["cafe", "lit"])
        await pilot.pause()
        strips = [pane.render_line(y) for y in range(12)]
        marked = [part.text for strip in strips for part in strip if part.style and part.style.underline]
        assert marked == ["café", "lit"]


async def test_a_long_when_goes_on_in_the_next_line_and_none_of_it_is_cut() -> None:
    pane = ReadingPane()
    night = replace(PAGE, when="Thursday 26 November 2026, 02:10 (counts for Wednesday) · Berlin")
    async with Host(pane).run_test(size=(46, 12)) as pilot:
        pane.show(night)
        await pilot.pause()
        first, second, third = seen(pane)[:3]
        assert f"{first} {second}".startswith(night.when)
        assert second.endswith("▂ low · ache 6")
        assert third == "tired, tender · #night · saved"
        pane.show(replace(night, mood=None, ache="", title=""))
        await pilot.pause()
        assert seen(pane)[2:5] == ["tired, tender · #night · saved", "", "I walked past it without stopping."]


async def test_ascii_only_draws_ascii_only() -> None:
    pane = ReadingPane(ascii_only=True)
    async with Host(pane).run_test(size=(60, 12)) as pilot:
        pane.show(
            Page(
                id="1", when="Sunday", mood=1, ache="ache 6", feelings=("tired",), state="saved", body="words"
            )
        )
        await pilot.pause()
        assert "".join(seen(pane)).isascii()


async def test_the_mood_is_drawn_in_the_colour_of_the_theme() -> None:
    pane = ReadingPane()
    app = Host(pane)
    async with app.run_test(size=(60, 12)) as pilot:
        pane.show(PAGE)
        for theme in (themes.DARK, themes.LIGHT, "nord"):
            app.theme = theme
            await pilot.pause()
            mood = next(part for part in pane.render_line(0) if "low" in part.text)
            assert mood.style
            assert mood.style.color
            assert mood.style.color.get_truecolor().hex.upper() == app.theme_variables["mood-2"]


async def test_markdown_is_rendered_and_searched_words_are_marked_in_it() -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(60, 20)) as pilot:
        pane.show(Page(id="1", body="# Home\n- the *lo*ng **way**\n\n> so"), needles=["long"])
        await pilot.pause()
        assert seen(pane)[2:7] == ["Home", "• the long way", "", "│ so", ""]
        parts = [part for y in range(20) for part in pane.render_line(y) if part.style]
        assert [part.text for part in parts if part.style and part.style.bold] == ["Home", "lo", "ng", "way"]
        assert [part.text for part in parts if part.style and part.style.italic] == ["lo"]


async def test_the_names_of_people_and_the_answer_to_a_letter_have_their_places() -> None:
    pane = ReadingPane()
    letter = replace(PAGE, people=("M.", "[Anna]"), answer="Today I *can* read it.", body="Dear me")
    async with Host(pane).run_test(size=(70, 16)) as pilot:
        pane.show(letter)
        await pilot.pause()
        assert seen(pane)[1] == "tired, tender · about M., [Anna] · #night · saved"
        assert seen(pane)[5:12] == [
            *("Dear me", "", "What you answered later", "", "Today I can read it.", ""),
            "214 words · written in 9 minutes",
        ]


async def test_resizing_keeps_a_line_of_the_answer_at_the_top() -> None:
    pane = ReadingPane()
    body, answer = ("\n".join(f"- {word} {n} " + "more " * 20 for n in range(300)) for word in ("one", "two"))
    async with Host(pane).run_test(size=(60, 12)) as pilot:
        pane.show(Page(id="1", body=body, answer=answer))
        await press(pilot, "end", "pageup", "pageup")
        first = next(line for line in seen(pane) if line.startswith("• two")).split()[2]
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert abs(int(first) - int(next(line.split()[2] for line in seen(pane) if "• two" in line))) <= 1


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_only_words_at_any_size(size: tuple[int, int]) -> None:
    pane = ReadingPane(empty=HOSTILE["closing markup"])
    app = Host(pane)
    async with app.run_test(size=size) as pilot:
        for name, text in HOSTILE.items():
            everywhere = Page(name, text, 3, text, (text,) * 2, (text,) * 2, text, text, text, text)
            everywhere = replace(everywhere, people=(text,), answer=text)
            pane.show(everywhere, needles=["after", "日"])
            await press(pilot, "end")
            for y in range(pane.size.height):
                strip = pane.render_line(y)
                assert strip.cell_length == cell_len(strip.text) == pane.scrollable_content_region.width
                assert controls(strip.text) == []
        assert app.is_running


@pytest.mark.parametrize("body", MEGABYTES.values(), ids=MEGABYTES)
async def test_a_megabyte_opens_scrolls_and_ends(body: str) -> None:
    pane = ReadingPane()
    async with Host(pane).run_test(size=(100, 30)) as pilot:
        pane.show(Page(id="1", body=body, foot="the end"))
        await pilot.pause()
        for key in ("pagedown", "pagedown", "pageup"):
            await press(pilot, key)
        await press(pilot, "end")
        assert seen(pane)[-1] == "the end"


async def test_a_page_may_be_shown_before_there_is_a_screen() -> None:
    pane = ReadingPane()
    pane.show(PAGE)
    async with Host(pane).run_test(size=(70, 16)) as pilot:
        await pilot.pause()
        assert "The café on the corner" in seen(pane)


def test_every_key_has_a_name_and_says_what_it_does() -> None:
    for binding in ReadingPane.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.id.startswith("reading.")
        assert binding.tooltip
