"""heartwork with an ear on sockets: `SOCKETS=FILE python -m tests.journeys.offline --file PATH`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HEARD = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "imaplib.",
    "webbrowser.",
    "subprocess.",
    "os.system",
)


def listen(event: str, arguments: tuple[object, ...]) -> None:
    """Note every socket, connection, look-up, and every program that is started."""
    if event.startswith(HEARD):
        family = str(arguments[1]) if event == "socket.__new__" else ""
        with Path(os.environ["SOCKETS"]).open("a", encoding="utf-8") as notes:
            notes.write(f"{event} {family}\n")


if __name__ == "__main__":
    sys.addaudithook(listen)
    from heartwork.cli import main

    main()
