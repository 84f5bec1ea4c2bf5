"""The shape of the house: small files, small functions, plain names, and errors that are caught by name."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import heartwork

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(heartwork.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
MOST_LINES, MOST_IN_FUNCTION = 300, 30
NAMES_NOT_USED = re.compile(r"utils?|helpers?|managers?|handle_|misc|common")
BROAD = {"Exception", "BaseException"}
BROAD_BY_DESIGN = {"textual_guard.py"}


def named(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function without its decorators and its docstring."""
    said = ast.get_docstring(function, clean=False)
    return (function.end_lineno or 0) - function.lineno + 1 - (said.count("\n") + 1 if said else 0)


def trees() -> Iterator[tuple[str, ast.Module]]:
    for file in FILES:
        yield named(file), ast.parse(file.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_a_file_has_at_most_three_hundred_lines() -> None:
    lines = {named(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_a_function_has_at_most_thirty_lines() -> None:
    long = {
        f"{name}: {function.name}": length(function)
        for name, tree in trees()
        for function in functions(tree)
        if length(function) > MOST_IN_FUNCTION
    }
    assert long == {}


def test_names_say_what_a_thing_is() -> None:
    for name, tree in trees():
        classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        names = [Path(name).stem, *classes, *(function.name for function in functions(tree))]
        parts = {part for each in names for part in (each, *each.split("_"))}
        assert not [part for part in parts if NAMES_NOT_USED.fullmatch(part) or part.startswith("handle_")], (
            name
        )


def test_no_error_is_caught_without_a_name_unless_it_is_raised_again() -> None:
    for name, tree in trees():
        if name in BROAD_BY_DESIGN:
            continue
        for caught in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)):
            kind = ast.unparse(caught.type) if caught.type else ""
            again = any(isinstance(node, ast.Raise) and node.exc is None for node in caught.body)
            assert again or (kind and kind not in BROAD), f"{name}, line {caught.lineno}"


def test_every_public_name_says_in_a_sentence_what_it_is() -> None:
    for name, tree in trees():
        assert ast.get_docstring(tree), name
        for node in tree.body:
            if (
                isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                and node.name[0] != "_"
            ):
                assert (ast.get_docstring(node) or "").strip(), f"{name}: {node.name}"


def test_only_the_guard_leans_on_private_parts_of_textual() -> None:
    for name, tree in trees():
        froms = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        plain = [
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        ]
        private = [module for module in (*froms, *plain) if module.startswith("textual") and "._" in module]
        assert name == "textual_guard.py" or not private, name


def test_colours_are_the_themes() -> None:
    sheets = [*HOUSE.rglob("*.tcss"), *(file for file in FILES if file.name != "themes.py")]
    for sheet in sheets:
        styles = sheet.read_text(encoding="utf-8")
        assert not re.search(r"(?:color|background|border)[a-z-]*:[^;\n]*#[0-9a-fA-F]{3,8}\b", styles), named(
            sheet
        )
        assert "!important" not in styles
