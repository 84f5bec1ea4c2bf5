"""How the journal's list looks: colours, themes, marks, and what an empty one says."""

from __future__ import annotations

import pytest

from heartwork import themes
from heartwork.widgets.timeline import Timeline
from tests.widgets.hosts import Host, Rows, many, row, seen


async def test_searched_words_are_marked() -> None:
    timeline = Timeline()
    app = Host(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        timeline.show(Rows("a", {"a": row("The Café on the corner")}), needles=["cafe"])
        await pilot.pause()
        marked = [part.text for part in timeline.render_line(0) if part.style and part.style.underline]
        assert marked == ["Café"]


async def test_each_mood_has_its_glyph_its_word_and_its_colour() -> None:
    timeline = Timeline()
    app = Host(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        timeline.show(Rows("012345", {str(mood): row("x", mood=mood) for mood in range(1, 6)}), keep="0")
        await pilot.pause()
        for mood, word in enumerate(("heavy", "low", "steady", "light", "bright"), 1):
            glyph, name = (part for part in timeline.render_line(mood) if part.text[0] in "▁▂▄▆█hlsb")
            assert glyph.text[0] == "▁▂▄▆█"[mood - 1]
            assert name.text.strip() == word
            assert glyph.style
            assert glyph.style.color
            assert glyph.style.color.get_truecolor().hex.upper() == app.theme_variables[f"mood-{mood}"]


async def test_other_colours_are_drawn_as_soon_as_the_theme_changes() -> None:
    timeline = Timeline()
    app = Host(timeline)
    async with app.run_test(size=(60, 10)) as pilot:
        timeline.show(many(3))
        await pilot.pause()
        before = timeline.render_line(2)
        app.theme = themes.LIGHT
        await pilot.pause()
        after = timeline.render_line(2)
        assert before.text == after.text
        assert [part.style for part in before] != [part.style for part in after]


@pytest.mark.parametrize("theme", ["textual-dark", "nord", "solarized-light", "ansi-dark", "ansi-light"])
async def test_it_is_drawn_in_any_theme(theme: str) -> None:
    timeline = Timeline()
    async with Host(timeline, theme).run_test(size=(60, 10)) as pilot:
        timeline.show(many(3))
        await pilot.pause()
        assert "entry 0" in seen(timeline)[1]


async def test_an_empty_list_says_what_belongs_there() -> None:
    timeline = Timeline(empty="Nothing here yet. Press n to write the first line, whenever you like.")
    async with Host(timeline).run_test(size=(40, 9)) as pilot:
        await pilot.pause()
        said = " ".join(line.strip() for line in seen(timeline)).strip()
        assert said == "Nothing here yet. Press n to write the first line, whenever you like."
        timeline.say_when_empty("[/oops]")
        await pilot.pause()
        assert "[/oops]" in "".join(seen(timeline))


async def test_ascii_only_draws_ascii_only() -> None:
    timeline = Timeline(ascii_only=True)
    async with Host(timeline).run_test(size=(60, 10)) as pilot:
        timeline.show(
            Rows("ab", {"a": row("x" * 90, mood=1), "b": row("", mood=5)}, months=[(0, "May " * 40)])
        )
        await pilot.pause()
        assert "".join(seen(timeline)).isascii()
        assert seen(timeline)[1].startswith(">")
