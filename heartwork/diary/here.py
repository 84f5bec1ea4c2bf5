"""Where and when this is: the zone of this computer, and where a diary lies on it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

NAME = "diary.heartwork"
VARIABLE = "HEARTWORK_FILE"


def local_zone() -> str:
    """Return the IANA name of this computer's time zone, or UTC where it has none."""
    from zoneinfo import ZoneInfoNotFoundError

    from tzlocal import get_localzone_name

    try:
        return str(get_localzone_name() or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError, LookupError):
        return "UTC"


def diary_path(given: Path | str | None = None) -> Path:
    """Return where the diary lies: as given, or as HEARTWORK_FILE says, or in the user data folder."""
    chosen = given or os.environ.get(VARIABLE)
    if chosen:
        path = Path(chosen)
        with suppress(RuntimeError):  # the home of somebody who has none here: the name stays as it is
            path = path.expanduser()
        return path.absolute()
    from platformdirs import user_data_dir

    return Path(user_data_dir("heartwork", appauthor=False)) / NAME
