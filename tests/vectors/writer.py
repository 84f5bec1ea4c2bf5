"""A vault written by hand, byte by byte, without any of heartwork's own code: sound ones and hostile ones.

Keys, salts and nonces come from a counter, so that the same calls make the same file.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"\x89HWD\r\n\x1a\n"
PART, LAST, CHANGE, REST = 1, 2, 3, 4


def expand(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(key)


def summed(body: bytes) -> bytes:
    """Return 496 bytes of header with their checksum."""
    return body + hashlib.sha256(body).digest()[:16]


class Writer:
    """One vault being written; every number that a header or frame holds can be given another value."""

    def __init__(self, passphrase: str = "a test vector", *, seed: str = "", generation: int = 1) -> None:
        self.seed = seed
        self.count = 0
        self.passphrase = passphrase
        self.master = self.random(32)
        self.file_id = self.random(16)
        self.salt = self.random(32)
        self.generation = generation
        self.slots: list[bytes] = [self.passphrase_slot(passphrase)]
        self.frames: list[bytes] = []
        self.seq = 0
        self.previous = bytes(16)

    def random(self, size: int) -> bytes:
        """Return the next bytes that look random and are not."""
        self.count += 1
        return hashlib.shake_256(f"{self.seed}/{self.count}".encode()).digest(size)

    def slot(self, kek: bytes, head: bytes) -> bytes:
        nonce = self.random(12)
        bound = MAGIC + struct.pack(">H", 1) + self.file_id + head
        return head + nonce + ChaCha20Poly1305(kek).encrypt(nonce, self.master, bound) + bytes(4)

    def passphrase_slot(self, passphrase: str, *, norm: int = 1) -> bytes:
        salt = self.random(16)
        kdf = Argon2id(salt=salt, length=32, iterations=1, lanes=1, memory_cost=64)
        return self.slot(
            kdf.derive(passphrase.encode()), struct.pack(">BBBBII4x16s", 1, 1, norm, 1, 1, 64, salt)
        )

    def recovery_slot(self, entropy: bytes) -> bytes:
        salt = self.random(16)
        kek = expand(entropy, salt, b"heartwork/1 recovery")
        return self.slot(kek, struct.pack(">BBBBII4x16s", 2, 2, 0, 0, 0, 0, salt))

    def header(self, *, version: int = 1, length: int = 512, flags: int = 0, gap: bytes = bytes(8)) -> bytes:
        """Return one copy, 512 bytes."""
        signed = struct.pack(
            ">8sHHI16sQ32s384s8s",
            *(MAGIC, version, length, flags, self.file_id, self.generation, self.salt),
            *(b"".join(self.slots), gap),
        )
        key = expand(self.master, self.file_id, b"heartwork/1 header")
        return summed(signed + hmac.digest(key, signed, "sha256"))

    def key(self, purpose: str) -> bytes:
        info = f"heartwork/1 frame {purpose}".encode() + self.file_id + struct.pack(">Q", self.generation)
        return expand(self.master, self.salt, info)

    def frame(
        self,
        kind: int,
        data: Any,
        *,
        said: int | None = None,
        body_length: int | None = None,
        filler: bytes = b"\0",
        gap: bytes = bytes(3),
        seq: int | None = None,
        plain: bytes | None = None,
    ) -> bytes:
        """Seal `data` (JSON, or bytes as they are) as the next frame, and keep it."""
        payload = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
        if plain is None:
            plain = struct.pack(">I", len(payload) if said is None else said) + payload
            plain += filler * (padded_size(len(plain)) - len(plain))
        nonce = self.random(12)
        length = len(plain) + 16 if body_length is None else body_length
        place = self.seq if seq is None else seq
        head = struct.pack(">4sB3sQI12s16s", b"HWfr", kind, gap, place, length, nonce, self.previous)
        head += hmac.digest(self.key("head"), head, "sha256")[:16]
        bound = self.header()[464:496] + head
        body = ChaCha20Poly1305(self.key("body")).encrypt(nonce, plain, bound)
        self.seq, self.previous = place + 1, body[-16:]
        self.frames.append(head + body)
        return head + body

    def file(self) -> bytes:
        return self.header() * 2 + b"".join(self.frames)


def padded_size(size: int) -> int:
    """Return what `size` bytes take: steps of 512 up to 16 KiB, then Padmé."""
    if size <= 16 * 1024:
        return (size + 511) // 512 * 512
    exponent = (size.bit_length() - 1).bit_length()
    step = 1 << (size.bit_length() - 1 - exponent)
    return (size + step - 1) // step * step
