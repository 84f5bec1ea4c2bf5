"""How heartwork looks: a dark and a light theme of its own, and colours of the five moods for every theme.

Contrast is that of WCAG 2.2, success criterion 1.4.3: text stands out 4.5:1 or more. The colour of a mood
keeps its hue and takes its lightness from the theme it is drawn on, so that the five can be told apart by
lightness alone, whatever colours an eye can see; glyph and word stand beside it anyway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

from heartwork.model.entry import MOODS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App

DARK: Final = "heartwork-dark"
"""The name of the dark theme: a room with one lamp."""

LIGHT: Final = "heartwork-light"
"""The name of the light theme: paper in the afternoon."""

THEMES: Final = (
    Theme(
        name=DARK,
        primary="#d3a27c",
        secondary="#9db3ab",
        accent="#dcb987",
        warning="#d9b768",
        error="#dd9a94",
        success="#a5be93",
        foreground="#e9e1d8",
        background="#1b1817",
        surface="#25211f",
        panel="#302b28",
        dark=True,
        variables={
            "text-muted": "auto 72%",
            "foreground-muted": "#b6aba0",
            "block-cursor-foreground": "#1b1817",
            "block-cursor-text-style": "bold",
            "input-selection-background": "#5b4a3d",
            "screen-selection-background": "#5b4a3d",
            "button-color-foreground": "#1b1817",
            "border": "#a9805f",
            "border-blurred": "#4a423c",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#8a5333",
        secondary="#43645b",
        accent="#7d551b",
        warning="#77570f",
        error="#94413c",
        success="#486431",
        foreground="#372f28",
        background="#faf6ef",
        surface="#f3ece1",
        panel="#eae0d2",
        dark=False,
        variables={
            "text-muted": "auto 72%",
            "foreground-muted": "#665a4f",
            "block-cursor-foreground": "#faf6ef",
            "block-cursor-text-style": "bold",
            "input-selection-background": "#e3cdb5",
            "screen-selection-background": "#e3cdb5",
            "button-color-foreground": "#faf6ef",
            "border": "#a37654",
            "border-blurred": "#d5c7b5",
        },
    ),
)
"""The themes of heartwork's own, the dark one first."""

PALETTES: Final = {
    "dusk": ("#3f55e6", "#9a5fb0", "#c4587a", "#d87f1e", "#e0b000"),
    "shore": ("#2f62d8", "#1f86b8", "#4f9a82", "#a39a3a", "#e0b800"),
    "pencil": ("#808080", "#808080", "#808080", "#808080", "#808080"),
}
"""The hues a mood can have, heaviest first; their lightness is the theme's to say."""

DEFAULT_PALETTE: Final = "dusk"
"""The palette for someone who has not chosen one."""

LEAST_CONTRAST: Final = 4.5
"""The least contrast of text, as WCAG counts it: from 1 (none) to 21 (black on white)."""

# A little over the least, so that rounding to 8 bits a channel never falls under it.
_FAINTEST_MOOD = LEAST_CONTRAST + 0.2
_STRONGEST_MOOD = 12.0
# The strongest mood stays short of pure white or black, where every hue is lost.
_NEVER_QUITE = 0.9
_BISECTIONS = 16
_LINEAR_BELOW = 0.04045

# A terminal that keeps its own sixteen colours decides itself what is legible.
_TERMINAL_HUES = ("blue", "magenta", "cyan", "green", "yellow")


def register(app: App[Any]) -> None:
    """Make heartwork's own themes known to `app`, beside those of Textual."""
    for theme in THEMES:
        app.register_theme(theme)


def luminance(colour: Color) -> float:
    """Return the relative luminance of an opaque colour, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two opaque colours, 1 (none) to 21 (black on white), as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mood_variables(theme: Theme, palette: str = DEFAULT_PALETTE) -> dict[str, str]:
    """Return `mood-1` (heaviest) to `mood-5` for `theme`: meant for `App.get_theme_variable_defaults`.

    Each is legible on the theme's background and surface. An unknown palette is the default one.
    """
    if theme.ansi:
        shade = "ansi_bright_" if theme.dark else "ansi_"
        colours: Iterable[str] = (shade + hue for hue in _TERMINAL_HUES)
    else:
        colours = _legible_moods(theme, PALETTES.get(palette, PALETTES[DEFAULT_PALETTE]))
    return {f"mood-{mood}": colour for mood, colour in zip(MOODS, colours, strict=True)}


def _legible_moods(theme: Theme, hues: Iterable[str]) -> Iterable[str]:
    """Yield each hue as light as its place among the five asks for, on the harder of the theme's grounds."""
    pole = WHITE if theme.dark else BLACK
    colours = theme.to_color_system().generate()
    grounds = [Color.parse(colours[name]) for name in ("background", "surface")]
    ground = min(grounds, key=lambda one: contrast(one, pole))
    reach = max(_FAINTEST_MOOD, min(_STRONGEST_MOOD, contrast(ground, pole) * _NEVER_QUITE))
    factor = (reach / _FAINTEST_MOOD) ** (1 / (len(MOODS) - 1))
    steps = [_FAINTEST_MOOD * factor**place for place in range(len(MOODS))]
    # Heavy is the darkest of the five in either theme: nearest to a dark ground, farthest from a light one.
    for hue, wanted in zip(hues, steps if theme.dark else reversed(steps), strict=True):
        yield _at_contrast(Color.parse(hue), ground, wanted, pole).hex


def _at_contrast(hue: Color, ground: Color, wanted: float, pole: Color) -> Color:
    """Return `hue` blended towards `pole`, or away from it, until it stands out from `ground` as wanted."""
    nears = contrast(hue, ground) < wanted
    end = pole if nears else ground
    low, high = 0.0, 1.0
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        if (contrast(hue.blend(end, middle), ground) >= wanted) == nears:
            high = middle
        else:
            low = middle
    return hue.blend(end, high if nears else low)
