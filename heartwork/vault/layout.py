"""The header's bytes: 512 of them, twice, at the start of every vault (FORMAT.md, "Bytes")."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

from heartwork.vault.errors import HeaderDamaged, HostileVault, NewerVault, NotAVault

MAGIC = b"\x89HWD\r\n\x1a\n"
VERSION = 1
HEADER_SIZE = 512
FRAMES_START = 2 * HEADER_SIZE
FRAME_MAGIC = b"HWfr"
SLOTS = 4
SLOT_SIZE = 96
SIGNED_SIZE = 464
SUMMED_SIZE = 496

EMPTY, PASSPHRASE, RECOVERY = 0, 1, 2
ARGON2ID, HKDF = 1, 2
RAW, NFKC = 0, 1

MAX_GENERATION = (1 << 63) - 1
MAX_ITERATIONS = 64
MAX_LANES = 16
MAX_MEMORY_KIB = 2 * 1024 * 1024
MAX_WORK_KIB = 8 * 1024 * 1024
"""Iterations times memory that a reader is willing to spend on one slot."""

_PREFIX = struct.Struct(">8sHHI")
_BODY = struct.Struct(f">8sHHI16sQ32s{SLOTS * SLOT_SIZE}s8s")
_SLOT = struct.Struct(">BBBBII4s16s12s48s4s")
_KDF_OF = {PASSPHRASE: ARGON2ID, RECOVERY: HKDF}


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: the master key, sealed under a key made from a passphrase or from recovery words."""

    type: int = EMPTY
    kdf: int = 0
    norm: int = RAW
    lanes: int = 0
    iterations: int = 0
    memory_kib: int = 0
    salt: bytes = bytes(16)
    nonce: bytes = bytes(12)
    sealed: bytes = bytes(48)

    def pack(self) -> bytes:
        """Return the slot's 96 bytes."""
        numbers = (self.type, self.kdf, self.norm, self.lanes, self.iterations, self.memory_kib)
        return _SLOT.pack(*numbers, bytes(4), self.salt, self.nonce, self.sealed, bytes(4))

    @property
    def bound(self) -> bytes:
        """The first 32 bytes, which are associated data of the sealed key."""
        return self.pack()[:32]

    @classmethod
    def parse(cls, data: bytes) -> Slot:
        """Read a slot; raises HostileVault for what no writer of this format writes."""
        kind, kdf, norm, lanes, iterations, memory, gap, salt, nonce, sealed, rest = _SLOT.unpack(data)
        slot = cls(kind, kdf, norm, lanes, iterations, memory, salt, nonce, sealed)
        if any(gap) or any(rest):
            raise HostileVault("a key slot uses reserved bytes")
        if slot.type != EMPTY:
            slot._refuse_hostile()
        return slot

    def _refuse_hostile(self) -> None:
        if _KDF_OF.get(self.type) != self.kdf or self.norm not in (RAW, NFKC):
            raise HostileVault("a key slot has an unknown type")
        if self.kdf != ARGON2ID:
            return
        if not 1 <= self.iterations <= MAX_ITERATIONS or not 1 <= self.lanes <= MAX_LANES:
            raise HostileVault("a key slot asks for more work than any honest diary")
        if not 8 * self.lanes <= self.memory_kib <= MAX_MEMORY_KIB:
            raise HostileVault("a key slot asks for an impossible amount of memory")
        if self.iterations * self.memory_kib > MAX_WORK_KIB:
            raise HostileVault("a key slot asks for more work than any honest diary")


@dataclass(frozen=True, slots=True)
class Header:
    """Who the file is, which rewrite this is, and the key slots."""

    file_id: bytes
    generation: int
    epoch_salt: bytes
    slots: tuple[Slot, ...]

    def pack(self) -> bytes:
        """Return the 464 bytes that the header's HMAC covers."""
        slots = b"".join(slot.pack() for slot in self.slots).ljust(SLOTS * SLOT_SIZE, b"\0")
        numbers = (MAGIC, VERSION, HEADER_SIZE, 0)
        return _BODY.pack(*numbers, self.file_id, self.generation, self.epoch_salt, slots, bytes(8))

    @classmethod
    def parse(cls, signed: bytes) -> Header:
        """Read 464 bytes whose checksum holds; raises HostileVault or NewerVault."""
        _, version, length, flags, file_id, generation, salt, slots, gap = _BODY.unpack(signed)
        if version != VERSION or flags:
            raise NewerVault("the file was made by a newer heartwork")
        if length != HEADER_SIZE or any(gap):
            raise HostileVault("the header uses reserved bytes")
        if generation > MAX_GENERATION:
            raise HostileVault("the header counts more rewrites than any honest diary")
        pieces = (slots[at : at + SLOT_SIZE] for at in range(0, len(slots), SLOT_SIZE))
        return cls(file_id, generation, salt, tuple(Slot.parse(piece) for piece in pieces))


@dataclass(frozen=True, slots=True)
class SignedHeader:
    """A header as it stands in the file, with the HMAC that only a holder of the master key can make."""

    header: Header
    signed: bytes
    mac: bytes

    def pack(self) -> bytes:
        """Return one 512-byte copy."""
        body = self.signed + self.mac
        return body + hashlib.sha256(body).digest()[:16]


def read_headers(start: bytes) -> tuple[list[SignedHeader], bool]:
    """Return the header copies worth trying, and whether one copy needs healing.

    `start` is the first 1028 bytes, or fewer: two copies and the mark of the first frame. Raises
    NotAVault, NewerVault, HostileVault or HeaderDamaged.
    """
    copies = [start[:HEADER_SIZE], start[HEADER_SIZE:FRAMES_START]]
    sound = [copy for copy in copies if _sums_up(copy)]
    if not sound:
        _explain(start, copies)
    headers: list[SignedHeader] = []
    for copy in dict.fromkeys(sound):
        signed = copy[:SIGNED_SIZE]
        headers.append(SignedHeader(Header.parse(signed), signed, copy[SIGNED_SIZE:SUMMED_SIZE]))
    return headers, copies[0] != copies[1]


def _sums_up(copy: bytes) -> bool:
    if len(copy) < HEADER_SIZE or not copy.startswith(MAGIC):
        return False
    return hashlib.sha256(copy[:SUMMED_SIZE]).digest()[:16] == copy[SUMMED_SIZE:]


def _explain(start: bytes, copies: list[bytes]) -> None:
    marked = [copy for copy in copies if copy.startswith(MAGIC)]
    if not marked:
        if start and MAGIC.startswith(start[:8]):
            raise HeaderDamaged("the file ends inside its header")
        if start[FRAMES_START:] == FRAME_MAGIC:
            raise HeaderDamaged("both copies of the header are damaged")
        raise NotAVault("the file is not a heartwork diary" if start else "the file is empty")
    claims = [_PREFIX.unpack_from(copy)[1::2] for copy in marked if len(copy) >= _PREFIX.size]
    unknown = [claim for claim in claims if claim != (VERSION, 0)]
    # One flipped bit cannot reach both copies: only a file that says so throughout is a newer one.
    if claims and len(unknown) == len(claims) and len(set(claims)) == 1 and _whole(copies, marked):
        raise NewerVault("the file was made by a newer heartwork")
    raise HeaderDamaged("both copies of the header are damaged")


def _whole(copies: list[bytes], marked: list[bytes]) -> bool:
    return len(marked) == len(copies) or not copies[1]
