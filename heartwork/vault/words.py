"""Words of the BIP-39 English list: recovery words, and passphrases made of them."""

from __future__ import annotations

import secrets
import unicodedata

from heartwork.vault.errors import WrongRecoveryWords

RECOVERY_WORDS = 12
ENTROPY_SIZE = 16
PASSPHRASE_WORDS = 6
_PREFIX = 4
"""The list's words differ in their first four letters, so that many are enough."""


def _list() -> list[str]:
    from mnemonic import Mnemonic

    words: list[str] = Mnemonic("english").wordlist
    return words


def new_passphrase() -> str:
    """Return six random words, 66 bits."""
    words = _list()
    return " ".join(secrets.choice(words) for _ in range(PASSPHRASE_WORDS))


def new_entropy() -> bytes:
    """Return the 16 random bytes behind twelve recovery words."""
    return secrets.token_bytes(ENTROPY_SIZE)


def words_of(entropy: bytes) -> str:
    """Return the twelve recovery words of 16 bytes, with single spaces."""
    from mnemonic import Mnemonic

    words: str = Mnemonic("english").to_mnemonic(entropy)
    return words


def entropy_of(words: str) -> bytes:
    """Return the bytes behind recovery words, as typed: any case, commas, numbering, four letters suffice.

    Raises WrongRecoveryWords where they are not twelve words of the list that belong together.
    """
    from mnemonic import Mnemonic

    spaced = "".join(c if c.isalpha() else " " for c in unicodedata.normalize("NFKC", words).lower())
    typed = spaced.split()
    whole = _completed(typed)
    misspelt = tuple(place for place, word in enumerate(whole, 1) if word is None)
    if misspelt:
        raise WrongRecoveryWords("some of these words are not in the list", misspelt)
    if len(typed) != RECOVERY_WORDS:
        raise WrongRecoveryWords(f"there are {len(typed)} words; recovery words are twelve")
    try:
        return bytes(Mnemonic("english").to_entropy([word for word in whole if word]))
    except ValueError:
        # The library's message repeats the words: it is not passed on.
        raise WrongRecoveryWords("these twelve words do not belong together") from None


def _completed(typed: list[str]) -> list[str | None]:
    by_start = {word[:_PREFIX]: word for word in _list()}
    likely = (by_start.get(word[:_PREFIX]) for word in typed)
    return [
        guess if guess and guess.startswith(word) else None for guess, word in zip(likely, typed, strict=True)
    ]
