"""The screens, without a terminal that nobody looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual._compositor import Compositor

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="package", autouse=True)
def drawn_when_looked_at() -> Iterator[None]:
    """Draw no frame by itself: a third of the time went into frames of which no test saw anything.

    What a test looks at is drawn for it; that frames are drawn is tried in tests/looks and tests/journeys.
    """

    def nothing(self: Compositor, *_: Any, **__: Any) -> None:
        self._dirty_regions.clear()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", nothing)
        yield
