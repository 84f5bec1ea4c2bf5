"""What Textual works out again and again about styles, worked out when it is needed.

Textual styles every part of a widget, as the cursor of a field or the guides of a list, whenever anything
about the widget changes: half of the time that its styles take. Most parts are never drawn. And for each room
that is entered first it parses the styles of all widgets anew, twice, though no variable has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

if TYPE_CHECKING:
    from textual.css.styles import RenderStyles

_KINDS: Final = 1024
_set_variables: Final = Stylesheet.set_variables


class _Parts(dict[str, "RenderStyles"]):
    """The styles of a widget's parts by their names; those that nothing asked for are not in it yet."""

    def __init__(self, sheet: Stylesheet, whole: DOMNode, names: frozenset[str]) -> None:
        super().__init__()
        self._sheet, self._whole, self._names = sheet, whole, names

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __missing__(self, name: str) -> RenderStyles:
        part = DOMNode(classes=name)
        part._attach(self._whole)  # noqa: SLF001 - a part is styled as a child that is not in the tree
        self._sheet.apply(part)
        self[name] = part.styles
        return part.styles


def _let_parts_wait(sheet: Stylesheet, node: DOMNode) -> None:
    """Forgets the styles of a node's parts, and has it drawn if one of those that it used changed."""
    names = node._get_component_classes()  # noqa: SLF001 - only Textual's own code asks for it
    if names:
        before = node._component_styles  # noqa: SLF001 - as above
        parts = node._component_styles = _Parts(sheet, node, names)  # noqa: SLF001 - as above
        if not isinstance(before, _Parts) or any(parts[name] != each for name, each in before.items()):
            node.refresh()


def remember_kinds(sheet: Stylesheet) -> None:
    """Has a sheet keep what it parsed for 1024 kinds of widgets: Textual's 64 are too few for so many."""
    sheet._parse_cache.grow(_KINDS)  # noqa: SLF001 - no public way


def _take_variables(sheet: Stylesheet, variables: dict[str, str]) -> None:
    """Takes other variables; with the same ones, what was parsed stays parsed."""
    if variables != sheet._variables:  # noqa: SLF001 - no public way
        _set_variables(sheet, variables)


RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]  # Textual's own calls `id`
cast("Any", Stylesheet)._process_component_classes = _let_parts_wait  # noqa: SLF001 - there is no hook
cast("Any", Stylesheet).set_variables = _take_variables
cast("Any", Stylesheet).reparse = Stylesheet.parse  # it knows what is parsed, where `reparse` forgets it
