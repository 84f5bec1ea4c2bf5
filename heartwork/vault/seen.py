"""What was last seen of each diary on this computer: an older copy in its place is noticed.

The record lies in the state folder, outside the vault, and holds three numbers and no content.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from heartwork.vault.files import Files
    from heartwork.vault.frames import Epoch


def _record(file_id: bytes) -> Path:
    from platformdirs import user_state_dir

    return Path(user_state_dir("heartwork", appauthor=False)) / "seen" / f"{file_id.hex()}.json"


def rolled_back(epoch: Epoch) -> bool:
    """Tell whether the file is older than the one last closed on this computer."""
    with suppress(OSError, ValueError, TypeError):
        last = orjson.loads(_record(epoch.header.file_id).read_bytes())
        if isinstance(last, dict):
            then = (last.get("generation"), last.get("seq"))
            if all(type(number) is int for number in then):
                return (epoch.header.generation, epoch.seq) < then
    return False


def remember(epoch: Epoch, files: Files) -> None:
    """Note how far the file has come; a state folder that cannot be written changes nothing."""
    path = _record(epoch.header.file_id)
    with suppress(OSError):
        if not path.parent.exists():
            files.make_folder(path.parent)
        temporary = path.with_suffix(".new")
        temporary.write_bytes(orjson.dumps({"generation": epoch.header.generation, "seq": epoch.seq}))
        temporary.chmod(0o600)
        temporary.replace(path)
