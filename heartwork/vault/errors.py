"""What can be wrong with a vault; every error leaves the file as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartwork.vault.report import Report


class VaultError(Exception):
    """A vault could not be opened, read or written."""


class NoVault(VaultError):
    """There is no file at this path."""


class VaultUnreadable(VaultError):
    """The operating system does not let the file be read, or the disk could not."""


class WrongPassphrase(VaultError):
    """The passphrase opens none of the key slots."""


class WrongRecoveryWords(WrongPassphrase):
    """The recovery words open no slot, or are not twelve words of the list.

    `misspelt` holds the places (from 1) of words that are not in the list.
    """

    def __init__(self, message: str, misspelt: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.misspelt = misspelt


class DamagedVault(VaultError):
    """The bytes are not what was written.

    `report` says what still reads, where the file could be unlocked.
    """

    def __init__(self, message: str, report: Report | None = None) -> None:
        super().__init__(message)
        self.report = report


class HeaderDamaged(DamagedVault):
    """Both copies of the header are damaged, so no key can be tried."""


class NewerVault(VaultError):
    """The file was made by a newer heartwork."""


class NotAVault(VaultError):
    """The file is something else, or not a file at all."""


class VaultInUse(VaultError):
    """Another process has this vault open for writing."""


class HostileVault(VaultError):
    """The file asks for what no honest writer asks for."""


class VaultUnwritable(VaultError):
    """A save did not reach the disk; what was saved before is untouched."""


class VaultFull(VaultUnwritable):
    """A save would make the file larger than this program promises to open."""


class ReadOnlyVault(VaultUnwritable):
    """The vault was opened for reading only."""
