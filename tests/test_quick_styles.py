from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.strip import Strip
from textual.widget import Widget

import heartwork.quick_styles as quick

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Parted(Widget):
    COMPONENT_CLASSES = {"parted--seen", "parted--unseen"}  # noqa: RUF012 - as Textual has it
    DEFAULT_CSS = """
    Parted {
        height: 1;
        .parted--seen { color: #00ff00; }
        &.later .parted--seen { color: #ff0000; }
        &.later .parted--unseen { color: #0000ff; }
    }
    """

    def render_line(self, y: int) -> Strip:
        return Strip([Segment("x", self.get_component_rich_style("parted--seen"))])


class Shown(App[None]):
    def compose(self) -> ComposeResult:
        yield Parted()


def color(app: App[None]) -> str:
    line = app.screen._compositor.render_strips(app.size)[0]
    style = next(iter(line)).style
    assert isinstance(style, Style)
    assert style.color is not None
    return style.color.name


async def test_a_part_is_styled_when_it_is_drawn_and_anew_when_its_styles_change() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        await pilot.pause()
        parted = app.query_one(Parted)
        assert color(app) == "#00ff00"
        assert list(parted._component_styles) == ["parted--seen"]
        parted.add_class("later")
        await pilot.pause()
        assert color(app) == "#ff0000"
        assert parted.get_component_styles("parted--unseen").color.hex == "#0000FF"


async def test_a_part_that_no_widget_has_is_an_error() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "parted--other" not in app.query_one(Parted)._component_styles
        with pytest.raises(KeyError, match="parted--other"):
            app.query_one(Parted).get_component_styles("parted--other")


async def test_styles_are_parsed_anew_for_other_variables_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    app, parsed, module = Shown(), list[str](), cast("Any", stylesheet)
    parse = module.parse

    def noted(*args: Any, **how: Any) -> Any:
        parsed.append("")
        return parse(*args, **how)

    async with app.run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr(module, "parse", noted)
        before = app.screen.styles.background
        app.refresh_css()
        await pilot.pause()
        assert parsed == []
        app.theme = "textual-light"
        await pilot.pause()
        assert parsed
        assert app.screen.styles.background != before


def test_it_leans_on_these_parts_of_textual() -> None:
    lean: Any = Stylesheet
    assert lean._process_component_classes is quick._let_parts_wait
    assert lean.reparse is lean.parse
    assert {"set_variables", "reparse"} <= {*App.refresh_css.__code__.co_names}
    assert {"_variables", "_parse_cache"} <= {*quick._set_variables.__code__.co_names}
    assert "_process_component_classes" in Stylesheet.apply.__code__.co_names
    assert "_component_styles" in DOMNode.get_component_styles.__code__.co_names
