"""Frames: what follows the header, each sealed and chained to the one before (FORMAT.md, "Bytes")."""

from __future__ import annotations

import hmac
import secrets
import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC

from heartwork.vault.errors import HostileVault, VaultFull
from heartwork.vault.keys import frame_keys, header_mac
from heartwork.vault.layout import FRAME_MAGIC, SignedHeader

if TYPE_CHECKING:
    from heartwork.vault.layout import Header

HEAD_SIZE = 64
TAG_SIZE = 16
MAX_BODY = 32 * 1024 * 1024
"""Bytes of the largest frame body that is read or written."""

_SIGNED = 48
_LENGTH = 4
_STEP = 512
_STEPS_UNTIL = 16 * 1024
_HEAD = struct.Struct(">4sB3sQI12s16s")
_FIRST_TAG = bytes(TAG_SIZE)


class FrameType(IntEnum):
    """What a frame holds."""

    SNAPSHOT = 1
    LAST_SNAPSHOT = 2
    CHANGE = 3
    REST = 4


@dataclass(frozen=True, slots=True)
class Head:
    """An authentic frame head."""

    raw: bytes
    type: FrameType
    seq: int
    length: int
    nonce: bytes
    previous: bytes


def padded_size(size: int) -> int:
    """Return the bytes `size` bytes take when padded: steps of 512, above 16 KiB Padmé (at most 12 %)."""
    if size <= _STEPS_UNTIL:
        return -(-size // _STEP) * _STEP
    exponent = size.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (size + mask) & ~mask


def frame_size(payload: int) -> int:
    """Return the bytes of the whole frame around `payload` bytes of JSON."""
    return HEAD_SIZE + padded_size(_LENGTH + payload) + TAG_SIZE


class Epoch:
    """The keys of one generation of the file, and the place in its chain of frames."""

    def __init__(self, master_key: bytes, signed: SignedHeader) -> None:
        self.signed = signed
        self.master_key = master_key
        self.seq = 0
        self.previous = _FIRST_TAG
        head_key, body_key = frame_keys(master_key, signed.header)
        self._head_mac = HMAC(head_key, SHA256())
        self._cipher = ChaCha20Poly1305(body_key)

    @classmethod
    def begin(cls, master_key: bytes, header: Header) -> Epoch:
        """Sign a new header and stand before its first frame."""
        body = header.pack()
        return cls(master_key, SignedHeader(header, body, header_mac(master_key, header.file_id, body)))

    @property
    def header(self) -> Header:
        """The header that this epoch belongs to."""
        return self.signed.header

    def seal(self, kind: FrameType, payload: bytes) -> bytes:
        """Return the next frame around `payload`; the chain moves on only with `advance`."""
        size = _LENGTH + len(payload)
        plain = b"".join((len(payload).to_bytes(_LENGTH, "big"), payload, bytes(padded_size(size) - size)))
        length = len(plain) + TAG_SIZE
        if length > MAX_BODY:
            raise VaultFull("a single text is larger than a diary can hold")
        nonce = secrets.token_bytes(12)
        signed = _HEAD.pack(FRAME_MAGIC, kind, bytes(3), self.seq, length, nonce, self.previous)
        head = signed + self._mac(signed)
        return head + self._cipher.encrypt(nonce, plain, self.signed.mac + head)

    def advance(self, frame: bytes) -> None:
        """Stand after `frame`, which is safely in the file."""
        self.seq += 1
        self.previous = frame[-TAG_SIZE:]

    def stand(self, seq: int, previous: bytes) -> None:
        """Stand before frame `seq`, after the frame whose tag is `previous`."""
        self.seq, self.previous = seq, previous

    def head(self, raw: bytes) -> Head | None:
        """Return the frame head in 64 bytes, or None where they are not authentic.

        Raises HostileVault for an authentic head that no writer of this format writes.
        """
        if len(raw) != HEAD_SIZE or not raw.startswith(FRAME_MAGIC):
            return None
        if not hmac.compare_digest(self._mac(raw[:_SIGNED]), raw[_SIGNED:]):
            return None
        _, kind, gap, seq, length, nonce, previous = _HEAD.unpack(raw[:_SIGNED])
        if any(gap) or not FrameType.SNAPSHOT <= kind <= FrameType.REST:
            raise HostileVault("a frame uses reserved bytes")
        if not TAG_SIZE + _LENGTH <= length <= MAX_BODY:
            raise HostileVault("a frame is larger than any honest diary's")
        return Head(raw, FrameType(kind), seq, length, nonce, previous)

    def open(self, head: Head, body: bytes) -> bytes | None:
        """Return the JSON in a frame's body, or None where the body is not authentic."""
        try:
            plain = self._cipher.decrypt(head.nonce, body, self.signed.mac + head.raw)
        except InvalidTag:
            return None
        end = _LENGTH + int.from_bytes(plain[:_LENGTH], "big")
        if end > len(plain) or plain.count(0, end) != len(plain) - end:
            raise HostileVault("a frame says a wrong length")
        return plain[_LENGTH:end]

    def _mac(self, signed: bytes) -> bytes:
        mac = self._head_mac.copy()  # keyed once: a head is signed in a third of the time
        mac.update(signed)
        return mac.finalize()[:16]
