"""Make the pictures of `screenshots/` from the demo diary: `python -m tests.looks.screenshots`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "screenshots"
NOW = datetime(2026, 11, 24, 21, 8, tzinfo=UTC)
LARGE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)

_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """One screenshot: its name, the size of the terminal, the keys that lead there, and the theme."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    light: bool = False
    door: str = ""


PICTURES = (
    Picture("door-first-visit", USUAL, door="none"),
    Picture("door", USUAL, door="some"),
    Picture("today-120x40", LARGE),
    Picture("today-80x24", USUAL),
    Picture("today-80x24-light", USUAL, light=True),
    Picture("today-60x20", SMALL),
    Picture("review", USUAL, ("r", "3", "enter", "2", "4", "enter", "1", "1", "3")),
    Picture("review-end", USUAL, ("r", "3", "enter", "2", "enter", "1", "1", "enter", "1", "2", "enter")),
    Picture("journal-120x40-dark", LARGE, ("2",) + ("down",) * 5),
    Picture("journal-120x40-light", LARGE, ("2",) + ("down",) * 5, light=True),
    Picture("journal-80x24", USUAL, ("2",) + ("down",) * 4),
    Picture("journal-60x20", SMALL, ("2",) + ("down",) * 2),
    Picture("reading-80x24", USUAL, ("2",) + ("down",) * 5 + ("enter",)),
    Picture("find", USUAL, ("2", "slash", *"anna")),
    Picture("writing", USUAL, ("2",) + ("down",) * 5 + ("e", "f2", "tab")),
    Picture("check-in", USUAL, ("2", "m", "2", "enter", "1", "3")),
    Picture("calendar", LARGE, ("2", "c", "up", "left")),
    Picture("letter", LARGE, ("2", "slash", *"shoes", "enter", "home")),
    Picture("letter-ways", USUAL, ("2", "l")),
    Picture("details", USUAL, ("2",) + ("down",) * 5 + ("e", "f3")),
    Picture("ways-in", USUAL, ("2", "n", "f4", "down")),
    Picture("put-away", USUAL, ("2", "p")),
    Picture("trash", USUAL, ("2", "space", "space", "d", "t")),
    Picture("mementos-120x40", LARGE, ("3", "down", "down")),
    Picture("mementos-80x24-light", USUAL, ("3", "down", "down"), light=True),
    Picture("mementos-60x20", SMALL, ("3", "down")),
    Picture("memento", USUAL, ("3", *("down",) * 4, "enter")),
    Picture("memento-farewell", USUAL, ("3", "down", "space", "tab")),
    Picture("memento-lists", USUAL, ("3", "x")),
    Picture("goals-120x40", LARGE, ("4", "right")),
    Picture("goals-80x24-light", USUAL, ("4", "right", "right"), light=True),
    Picture("goals-60x20", SMALL, ("4", "right", "right")),
    Picture("goal-carried", LARGE, ("4", "right", "g", "right", "down")),
    Picture("goal", USUAL, ("4", "right", "right", "enter")),
    Picture("grief-120x40", LARGE, ("5", "down", "down", "down", "down")),
    Picture("grief-80x24-light", USUAL, ("5", "down", "down"), light=True),
    Picture("grief-60x20", SMALL, ("5", "down")),
    Picture("sitting", USUAL, ("5", "t", "7", "enter", "wait:900", "enter", "wait:300", "b")),
    Picture("urge", LARGE, ("exclamation_mark", "7", "enter", "w")),
    Picture("contact", USUAL, ("5", "l")),
    Picture("contact-calendar", LARGE, ("5", "l", "c")),
    Picture("circle", USUAL, ("5", "a")),
    Picture("practices-120x40", LARGE, ("6", "down")),
    Picture("practices-80x24-light", USUAL, ("6", "down"), light=True),
    Picture("practices-60x20", SMALL, ("6",)),
    Picture("practice", USUAL, ("6", "enter", "enter", "enter", *"quiet", "comma")),
    Picture("shelves", USUAL, ("6", "x")),
    Picture("shelf", USUAL, ("6", "x", "enter")),
    Picture("settings", USUAL, ("comma",)),
    Picture("support", USUAL, ("0",)),
)


async def take(picture: Picture, folder: Path) -> str:
    """Return a picture as SVG, without a font that would be fetched from elsewhere."""
    from heartwork.app import HeartworkApp
    from heartwork.diary import Diary
    from heartwork.diary.demo import demo_diary
    from heartwork.vault import KdfCost

    path = folder / f"{picture.name}.heartwork"
    demo = None
    if picture.door == "some":
        Diary.create(path, "an invented passphrase", cost=KdfCost(1, 64, 1)).close()
    elif not picture.door:
        demo = demo_diary(NOW, "Europe/Berlin")
        demo.set("theme", "heartwork-light" if picture.light else "heartwork-dark", now=NOW)
    app = HeartworkApp(path, demo=demo, clock=lambda: NOW)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(0.2)
        await pilot.press(*picture.keys)
        await pilot.pause(0.6)
        app.diary_is_real = False
        svg = app.export_screenshot()
    return _FONT.sub("", svg).replace("<svg ", '<svg xml:space="preserve" ', 1)


def main() -> None:
    """Make every picture anew."""
    os.environ["TZ"] = "Europe/Berlin"
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {f"XDG_{name}_HOME": folder for name in ("STATE", "DATA", "CONFIG", "CACHE")}
        for picture in PICTURES:
            text = asyncio.run(take(picture, Path(folder)))
            (FOLDER / f"{picture.name}.svg").write_text(text, encoding="utf-8")
            print(picture.name)


if __name__ == "__main__":
    main()
