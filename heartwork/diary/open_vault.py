"""The file behind a diary: made, opened, told about, given new keys, closed."""

from __future__ import annotations

from glob import escape
from typing import TYPE_CHECKING, Self

from heartwork.vault import Vault, look

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.vault import KdfCost, Report


class OpenVault:
    """A diary as far as it is a file; every error is the vault's own."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._first_path = vault.path

    # --- opening and closing ---------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path | str, passphrase: str, *, cost: KdfCost | None = None) -> Self:
        """Make a new diary; recovery words come later, by `renew_recovery`. Raises as the vault does."""
        vault, _ = Vault.create(path, passphrase, recovery=False, cost=cost)
        return cls(vault)

    @classmethod
    def open(
        cls,
        path: Path | str,
        passphrase: str,
        *,
        read_only: bool = False,
        rescue: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> Self:
        """Open a diary; raises as the vault does. With `rescue` a damaged one opens for reading."""
        return cls(Vault.open(path, passphrase, read_only=read_only, rescue=rescue, progress=progress))

    @staticmethod
    def look(path: Path | str) -> None:
        """Look at a diary's file without a key; raises VaultError for what no passphrase would open."""
        look(path)

    @staticmethod
    def traces(path: Path) -> bool:
        """Tell whether a diary was at `path` before: a lock file stays for ever, a damaged copy too."""
        name = escape(path.name)
        beside = (f"{name}.lock", f"{name}.damaged-*", f"{escape(path.stem)} (conflict *){path.suffix}")
        return any(True for pattern in beside for _ in path.parent.glob(pattern))

    def conflicts(self) -> list[Path]:
        """Return the diaries beside this one that were written when another program had changed it."""
        path = self.path
        return (
            [] if path is None else sorted(path.parent.glob(f"{escape(path.stem)} (conflict *){path.suffix}"))
        )

    @classmethod
    def open_with_recovery(cls, path: Path | str, words: str) -> Self:
        """Open a diary with its recovery words; raises WrongRecoveryWords, or as `open` does."""
        return cls(Vault.open_with_recovery(path, words))

    @classmethod
    def in_memory(cls) -> Self:
        """Return a diary that no file stands behind."""
        return cls(Vault.in_memory())

    def close(self) -> None:
        """Rest and let the file go; everything was saved before."""
        self._vault.close()

    # --- what it is ------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """Where it is saved; None in memory."""
        return self._vault.path

    @property
    def first_path(self) -> Path | None:
        """Where it was opened; that file is another program's once there is a conflict."""
        return self._first_path

    @property
    def report(self) -> Report:
        """What was found when it was opened."""
        return self._vault.report

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._vault.read_only

    @property
    def conflict(self) -> Path | None:
        """Where it is saved since another program changed the file; None while that has not happened."""
        return self._vault.conflict

    @property
    def newer(self) -> bool:
        """Whether it was last written by a newer heartwork; it is then read-only."""
        return self._vault.newer

    # --- keys ------------------------------------------------------------------------------------

    @property
    def has_recovery(self) -> bool:
        """Whether recovery words exist that open this diary."""
        return self._vault.has_recovery

    def renew_recovery(self) -> str:
        """Return new recovery words; the old ones no longer open this file. Raises VaultUnwritable."""
        return self._vault.renew_recovery()

    def change_passphrase(
        self, passphrase: str, *, recovery: bool = True, cost: KdfCost | None = None
    ) -> str | None:
        """Change the passphrase and return new recovery words, if asked for; raises VaultUnwritable."""
        return self._vault.change_passphrase(passphrase, recovery=recovery, cost=cost)

    def adopt_rescue(self) -> Path:
        """Put what could be read of a damaged diary in its place; return where the damaged file is kept."""
        return self._vault.adopt_rescue()
