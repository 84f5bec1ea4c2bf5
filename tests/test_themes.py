"""Colours, counted: contrast as WCAG 2.2 defines it, and what an eye that sees fewer colours sees.

The three kinds of colour blindness are simulated with the matrices of Machado, Oliveira and Fernandes (2009),
severity 1.0, on linear RGB; distances are CIE 1976 differences in Lab.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.color import BLACK, WHITE, Color, rgb_to_lab
from textual.theme import BUILTIN_THEMES

from heartwork import themes
from heartwork.themes import PALETTES, THEMES, contrast, luminance, mood_variables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.theme import Theme

SEEN = {
    "every colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
GROUNDS = ("background", "surface", "panel")
LOUD = ("primary", "secondary", "accent", "warning", "error", "success")
WORDS = (
    *("foreground", "foreground-muted", "primary", "secondary", "accent", "warning", "error", "success"),
    *("text-primary", "text-secondary", "text-accent", "text-warning", "text-error", "text-success"),
    *("footer-foreground", "footer-key-foreground", "footer-description-foreground"),
    *("markdown-h1-color", "markdown-h4-color", "markdown-h6-color"),
)
OURS = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
EVERY = pytest.mark.parametrize(
    "theme",
    [theme for theme in (*THEMES, *BUILTIN_THEMES.values()) if not theme.ansi],
    ids=lambda theme: theme.name,
)


def drawn(text: str, ground: Color) -> Color:
    """Return the colour in which a variable's value is drawn on `ground`."""
    if text.startswith("auto"):
        return ground + ground.get_contrast_text(float(text.split()[1].rstrip("%")) / 100)
    return ground + Color.parse(text)


def moods(theme: Theme, palette: str) -> list[Color]:
    return [Color.parse(value) for value in mood_variables(theme, palette).values()]


def seen_with(eyes: str, colour: Color) -> tuple[float, float, float]:
    """Return in Lab what such eyes see of a colour."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in SEEN[eyes]]
    whole = [min(max(part, 0.0), 1.0) for part in mixed]
    coded = [part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in whole]
    red, green, blue = (round(part * 255) for part in coded)
    lab = rgb_to_lab(Color(red, green, blue))
    return lab.L, lab.a, lab.b


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21.0)
    assert contrast(WHITE, WHITE) == pytest.approx(1.0)
    assert contrast(Color.parse("#777777"), WHITE) == pytest.approx(4.48, abs=0.01)


def faint(theme: Theme, words: Sequence[str], grounds: Sequence[str]) -> list[str]:
    """Return which of `words` stand out too little on which of `grounds`."""
    colours = theme.to_color_system().generate()
    under = {ground: Color.parse(colours["background"]) + Color.parse(colours[ground]) for ground in grounds}
    return [
        f"{word} on {ground}"
        for word in words
        for ground, on in under.items()
        if contrast(drawn(colours[word], on), on) < 4.5
    ]


@OURS
def test_text_stands_out_on_every_ground(theme: Theme) -> None:
    assert faint(theme, WORDS, GROUNDS) == []


@OURS
def test_text_that_finds_its_own_colour_stands_out(theme: Theme) -> None:
    assert faint(theme, ("text", "text-muted"), GROUNDS) == []
    assert faint(theme, ("text",), LOUD) == []


@OURS
def test_text_stands_out_where_a_cursor_a_selection_or_a_button_is(theme: Theme) -> None:
    assert faint(theme, ("block-cursor-foreground",), ("block-cursor-background",)) == []
    assert faint(theme, ("input-cursor-foreground",), ("input-cursor-background",)) == []
    assert faint(theme, ("foreground",), ("input-selection-background", "screen-selection-background")) == []
    assert faint(theme, ("button-color-foreground",), LOUD) == []


@EVERY
@pytest.mark.parametrize("palette", PALETTES)
def test_moods_stand_out_in_every_theme_and_can_be_told_by_lightness(theme: Theme, palette: str) -> None:
    colours, five = theme.to_color_system().generate(), moods(theme, palette)
    grounds = [Color.parse(colours[name]) for name in ("background", "surface")]
    assert min(contrast(mood, ground) for mood in five for ground in grounds) >= 4.5
    assert all(luminance(heavier) < luminance(lighter) for heavier, lighter in pairwise(five))


def least_difference(theme: Theme, palette: str, eyes: str) -> float:
    """Return how far apart the two moods that look most alike are to such eyes."""
    seen = [seen_with(eyes, mood) for mood in moods(theme, palette)]
    return min(dist(one, other) for one, other in combinations(seen, 2))


@OURS
@pytest.mark.parametrize("eyes", SEEN)
def test_moods_can_be_told_apart_with_any_eyes(theme: Theme, eyes: str) -> None:
    assert least_difference(theme, "dusk", eyes) > 8.0
    assert least_difference(theme, "shore", eyes) > 7.0


@EVERY
def test_moods_differ_visibly_in_every_theme(theme: Theme) -> None:
    assert min(least_difference(theme, palette, eyes) for palette in PALETTES for eyes in SEEN) > 5.0


@pytest.mark.parametrize(
    "theme", [theme for theme in BUILTIN_THEMES.values() if theme.ansi], ids=lambda theme: theme.name
)
def test_a_terminal_s_own_colours_are_used_where_it_keeps_them(theme: Theme) -> None:
    values = mood_variables(theme)
    assert all(Color.parse(value).ansi is not None for value in values.values())
    assert len(set(values.values())) == 5


def test_an_unknown_palette_is_the_default_one() -> None:
    assert mood_variables(THEMES[0], "no such") == mood_variables(THEMES[0], themes.DEFAULT_PALETTE)


def test_each_palette_looks_different() -> None:
    assert (
        len({tuple(mood_variables(THEMES[0], palette).values()) for palette in PALETTES})
        == len(PALETTES)
        >= 2
    )


async def test_an_app_knows_both_themes_once_they_are_registered() -> None:
    app: App[None] = App()
    themes.register(app)
    async with app.run_test() as pilot:
        for name in (themes.LIGHT, themes.DARK):
            app.theme = name
            await pilot.pause()
            assert app.current_theme.name == name
            assert app.current_theme.dark == (name == themes.DARK)
