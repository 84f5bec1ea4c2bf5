"""`sit` takes the minutes of a sitting, and needs a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.cli import program as table
from tests.cli.shell import heartwork

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


@pytest.mark.parametrize("minutes", ["4", "46", "-7", "ten", "7.5", "\u0667", "9" * 5000, ""])
def test_minutes_that_cannot_be_are_explained(minutes: str) -> None:
    answer = heartwork("sit", "--", minutes)
    assert answer.code == 2
    assert "a sitting takes whole minutes, from 5 to 45" in answer.err


def test_without_a_screen_that_is_said(tmp_path: Path) -> None:
    assert heartwork("sit", "10", "--file", tmp_path / "d.heartwork").code == 1


@pytest.mark.parametrize(("given", "minutes"), [(("12",), 12), ((), 0)])
def test_it_opens_the_app_straight_into_the_timer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: tuple[str, ...], minutes: int
) -> None:
    asked: list[Any] = []

    def opens(path: Path, **settings: Any) -> int:
        asked.append((path, settings))
        return 0

    monkeypatch.setattr(table, "at_a_terminal", lambda: True)
    monkeypatch.setattr("heartwork.app.run", opens)
    path = tmp_path / "d.heartwork"
    assert heartwork("sit", *given, "--file", path).code == 0
    ((opened, settings),) = asked
    assert opened == path
    assert settings["minutes"] == minutes
    assert settings["argv"] == ("--file", str(path))
