"""Keys: from a passphrase or recovery words to the master key, and from it to every other key.

Argon2id (RFC 9106), HKDF-SHA256 (RFC 5869), HMAC-SHA256 and ChaCha20-Poly1305 (RFC 8439); no options.
"""

from __future__ import annotations

import hmac
import os
import secrets
import time
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf import hkdf
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from heartwork.vault.layout import (
    ARGON2ID,
    HKDF,
    MAGIC,
    NFKC,
    PASSPHRASE,
    RAW,
    RECOVERY,
    VERSION,
    Slot,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartwork.vault.layout import (
        Header,
    )

KEY_SIZE = 32


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess at a passphrase costs: Argon2id passes, memory in KiB, lanes."""

    iterations: int = 3
    memory_kib: int = 256 * 1024
    lanes: int = 4


STANDARD_COST = KdfCost()
FRUGAL_COST = KdfCost(iterations=4, memory_kib=64 * 1024)
_QUICK, _SLOW, _MOST_ITERATIONS = 0.5, 2.0, 10
_MEMORY_NEEDED = 3 * 512 * 1024 * 1024


def normal_form(passphrase: str) -> bytes:
    """Return a passphrase as the bytes that are hashed: NFKC, UTF-8, a trailing newline cut, spaces kept."""
    line = passphrase.removesuffix("\n").removesuffix("\r")
    return unicodedata.normalize("NFKC", line).encode("utf-8", "surrogatepass")


def derive(secret: bytes, cost: KdfCost, salt: bytes) -> bytes:
    """Return the 32-byte key of a passphrase; takes about a second at the standard cost and frees the GIL."""
    kdf = Argon2id(
        salt=salt,
        length=KEY_SIZE,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return kdf.derive(secret)


def expand(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return a 32-byte key for one purpose (HKDF-SHA256)."""
    return hkdf.HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=salt, info=info).derive(key)


def calibrate(
    secret: bytes,
    salt: bytes,
    *,
    clock: Callable[[], float] = time.perf_counter,
    deriving: Callable[[bytes, KdfCost, bytes], bytes] = derive,
) -> tuple[KdfCost, bytes]:
    """Return the cost that suits this computer, and the key it makes of `secret`.

    Half a second to two seconds is the aim; a quick computer makes more passes, a small one uses less memory.
    """
    if _memory_is_short():
        return FRUGAL_COST, deriving(secret, FRUGAL_COST, salt)
    started = clock()
    try:
        key = deriving(secret, STANDARD_COST, salt)
    except MemoryError:
        return FRUGAL_COST, deriving(secret, FRUGAL_COST, salt)
    took = max(clock() - started, 1e-3)
    if took > _SLOW:
        return FRUGAL_COST, deriving(secret, FRUGAL_COST, salt)
    if took >= _QUICK:
        return STANDARD_COST, key
    passes = min(_MOST_ITERATIONS, int(STANDARD_COST.iterations * _QUICK / took) + 1)
    cost = KdfCost(passes, STANDARD_COST.memory_kib, STANDARD_COST.lanes)
    return cost, deriving(secret, cost, salt)


def _memory_is_short() -> bool:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") < _MEMORY_NEEDED
    except (AttributeError, ValueError, OSError):
        return False  # not told: the derivation itself will say, by MemoryError or by its time


def new_master_key() -> bytes:
    """Return 256 random bits."""
    return secrets.token_bytes(KEY_SIZE)


def passphrase_slot(passphrase: str, master_key: bytes, file_id: bytes, cost: KdfCost | None) -> Slot:
    """Seal the master key under a passphrase, at today's cost unless a test names another."""
    secret, salt = normal_form(passphrase), secrets.token_bytes(16)
    if cost is None:
        cost, kek = calibrate(secret, salt)
    else:
        kek = derive(secret, cost, salt)
    numbers = (cost.lanes, cost.iterations, cost.memory_kib)
    return _seal(Slot(PASSPHRASE, ARGON2ID, NFKC, *numbers, salt), kek, master_key, file_id)


def recovery_slot(entropy: bytes, master_key: bytes, file_id: bytes) -> Slot:
    """Seal the master key under the 16 bytes behind twelve recovery words."""
    slot = Slot(RECOVERY, HKDF, RAW, salt=secrets.token_bytes(16))
    return _seal(slot, _recovery_kek(entropy, slot), master_key, file_id)


def unlock_passphrase(passphrase: str, header: Header) -> bytes | None:
    """Return the master key if the passphrase opens a slot."""
    for slot in header.slots:
        if slot.type == PASSPHRASE:
            raw = passphrase.encode("utf-8", "surrogatepass")
            secret = normal_form(passphrase) if slot.norm == NFKC else raw
            cost = KdfCost(slot.iterations, slot.memory_kib, slot.lanes)
            if (key := _unseal(slot, derive(secret, cost, slot.salt), header.file_id)) is not None:
                return key
    return None


def unlock_recovery(entropy: bytes, header: Header) -> bytes | None:
    """Return the master key if the entropy of the recovery words opens a slot."""
    for slot in header.slots:
        if slot.type == RECOVERY:
            key = _unseal(slot, _recovery_kek(entropy, slot), header.file_id)
            if key is not None:
                return key
    return None


def header_mac(master_key: bytes, file_id: bytes, signed: bytes) -> bytes:
    """Return the HMAC of a header's first 464 bytes."""
    key = expand(master_key, file_id, b"heartwork/1 header")
    return hmac.digest(key, signed, "sha256")


def frame_keys(master_key: bytes, header: Header) -> tuple[bytes, bytes]:
    """Return the keys of this epoch's frame heads and frame bodies."""
    bound = header.file_id + header.generation.to_bytes(8, "big")
    head = expand(master_key, header.epoch_salt, b"heartwork/1 frame head" + bound)
    body = expand(master_key, header.epoch_salt, b"heartwork/1 frame body" + bound)
    return head, body


def _recovery_kek(entropy: bytes, slot: Slot) -> bytes:
    return expand(entropy, slot.salt, b"heartwork/1 recovery")


def _associated(slot: Slot, file_id: bytes) -> bytes:
    return MAGIC + VERSION.to_bytes(2, "big") + file_id + slot.bound


def _seal(slot: Slot, kek: bytes, master_key: bytes, file_id: bytes) -> Slot:
    nonce = secrets.token_bytes(12)
    sealed = ChaCha20Poly1305(kek).encrypt(nonce, master_key, _associated(slot, file_id))
    numbers = (slot.type, slot.kdf, slot.norm, slot.lanes, slot.iterations, slot.memory_kib)
    return Slot(*numbers, slot.salt, nonce, sealed)


def _unseal(slot: Slot, kek: bytes, file_id: bytes) -> bytes | None:
    try:
        return ChaCha20Poly1305(kek).decrypt(slot.nonce, slot.sealed, _associated(slot, file_id))
    except InvalidTag:
        return None
