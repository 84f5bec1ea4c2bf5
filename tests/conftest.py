"""What every test stands on: nothing reaches the folders of the person who runs the tests."""

from __future__ import annotations

import inspect
import os
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.brisk import be_brisk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OURS = ("XDG_", "HEARTWORK_")


# A run that decides whether a change lands tries the same examples each time; by hand they are new ones, and
# more of them.
settings.register_profile("ci", derandomize=True, max_examples=12)
if os.environ.get("CI"):
    settings.load_profile("ci")


# These take a third of the time and say again, at more sizes and with more of everything, what others say
# once. A run that decides whether a change lands has ten minutes; by hand they all run.
LONG = (
    "tests/looks/",
    "ten_thousand",
    "test_hostile_words_and_sizes",
    "test_a_window_of_any_size",
    "test_hostile_labels_are_drawn",
    "test_any_keys_keep_every_card",
    "test_all_of_it_by_keys_alone",
    "test_any_entry_is_one_that_may_come_up",
    "test_hostile_words_are_only_words_at_any_size",
    "test_any_words_stay_in_their_column_at_any_size",
    "test_a_megabyte_",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long where a run decides whether a change lands.

    Of a test that drives an app with several parameters, it drives the first of them.
    """
    if os.environ.get("CI"):
        long = {item for item in items if any(name in item.nodeid for name in LONG)}
        for _, group in groupby(items, key=lambda item: item.nodeid.partition("[")[0]):
            same = [item for item in group if inspect.iscoroutinefunction(getattr(item, "obj", None))]
            long.update(same[1:])
        items[:] = [item for item in items if item not in long]
        config.hook.pytest_deselected(items=[*long])


def move_home(home: Path, environment: dict[str, str]) -> dict[str, str]:
    """Return `environment` with every folder of the user's inside `home`."""
    kept = {name: value for name, value in environment.items() if not name.startswith(OURS)}
    folders = {
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "appdata",
        "LOCALAPPDATA": "local",
    }
    moved = {name: str(home / folder) for name, folder in folders.items()}
    return {**kept, **moved, "HOME": str(home), "USERPROFILE": str(home)}


@pytest.fixture(scope="session", autouse=True)
def brisk() -> Iterator[None]:
    """Let Textual do only what something waits for."""
    with pytest.MonkeyPatch.context() as patch:
        be_brisk(patch)
        yield


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own."""
    home = tmp_path_factory.mktemp("home")
    moved = move_home(home, dict(os.environ))
    for name in set(os.environ) - set(moved):
        monkeypatch.delenv(name)
    for name, value in moved.items():
        monkeypatch.setenv(name, value)
    return home
