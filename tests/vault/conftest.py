"""An open vault and its path, for every test of the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.vault import Vault
from tests.faults.story import CHEAP, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diaries" / "diary.heartwork"


@pytest.fixture
def vault(path: Path) -> Iterator[Vault]:
    made, _ = Vault.create(path, PASSPHRASE, cost=CHEAP)
    yield made
    made.close()
