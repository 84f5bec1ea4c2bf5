"""A diary lies where it was said, and the zone is that of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfoNotFoundError

import pytest

from heartwork.diary.here import diary_path, local_zone
from heartwork.model.days import zone_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_given_path_counts_more_than_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HEARTWORK_FILE", str(tmp_path / "environment"))
    assert diary_path() == tmp_path / "environment"
    assert diary_path(tmp_path / "given") == tmp_path / "given"


def test_without_either_it_lies_in_the_data_folder(own_home: Path) -> None:
    path = diary_path()
    assert path.name == "diary.heartwork"
    assert path.parent.name == "heartwork"
    assert path.is_relative_to(own_home)


def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = diary_path()
    monkeypatch.setenv("HEARTWORK_FILE", "")
    assert diary_path() == usual


def test_a_relative_path_begins_here_and_a_tilde_at_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert diary_path("mine") == tmp_path / "mine"
    assert diary_path("~/mine") == own_home / "mine"


def test_the_home_of_somebody_unknown_is_a_name_as_any_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert diary_path("~no-such-person-here/x") == tmp_path / "~no-such-person-here" / "x"


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kathmandu"])
def test_the_zone_is_an_iana_name(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: zone)
    assert local_zone() == zone
    assert zone_of(local_zone()).key == zone


@pytest.mark.parametrize(
    "error", [ZoneInfoNotFoundError("?"), ValueError("?"), OSError("?"), LookupError("?")]
)
def test_a_computer_that_knows_no_zone_is_in_utc(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def lost() -> str:
        raise error

    monkeypatch.setattr("tzlocal.get_localzone_name", lost)
    assert local_zone() == "UTC"
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: None)
    assert local_zone() == "UTC"
