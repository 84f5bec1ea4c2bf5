"""A second reader of the vault, made from the text of FORMAT.md alone: it shares no line with heartwork."""

import hmac
import json
from collections.abc import Iterator
from hashlib import sha256
from struct import unpack, unpack_from
from typing import Any
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Unreadable(Exception):
    """Nothing that can be trusted to be a whole diary; the words say why."""


def require(condition: object, otherwise: str) -> None:
    if not condition:
        raise Unreadable(otherwise)


def expand(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"heartwork/1 " + info).derive(key)


def decrypt(key: bytes, nonce: bytes, sealed: bytes, bound: bytes) -> bytes | None:
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, bound)
    except InvalidTag:
        return None


def master_keys(header: bytes, secret: str | bytes) -> Iterator[bytes]:
    """Yield the master key from each slot that the secret opens."""
    for slot in (header[at : at + 96] for at in range(72, 456, 96) if header[at]):
        kind, kdf, norm, lanes, passes, memory = unpack_from(">BBBBII", slot)
        require(kind in (1, 2) and kdf == kind and norm < 2 and not any(slot[12:16] + slot[92:]), "hostile")
        if kind == 1 and isinstance(secret, str):
            require(0 < passes <= 64 and 0 < lanes <= 16 and 8 * lanes <= memory <= 2 << 20, "hostile")
            require(passes * memory <= 8 << 20, "hostile")
            typed = normalize("NFKC", secret.removesuffix("\n").removesuffix("\r")) if norm else secret
            argon = Argon2id(salt=slot[16:32], length=32, iterations=passes, lanes=lanes, memory_cost=memory)
            kek = argon.derive(typed.encode())
        elif kind == 2 and isinstance(secret, bytes):
            kek = expand(secret, slot[16:32], b"recovery")
        else:
            continue
        bound = b"\x89HWD\r\n\x1a\n" + header[8:10] + header[16:32] + slot[:32]
        if key := decrypt(kek, slot[32:44], slot[44:92], bound):
            yield key


def frame_at(data: bytes, at: int, mac: bytes, keys: list[bytes]) -> tuple[int, Any, bytes | None]:
    """Return the length of the frame at an offset (0: no frame), its kind, number and link, and its JSON."""
    head = data[at : at + 64]
    if head[:4] != b"HWfr" or hmac.digest(keys[0], head[:48], "sha256")[:16] != head[48:]:
        return 0, None, None
    kind, gap, seq, size, nonce, previous = unpack(">B3sQI12s16s", head[4:48])
    require(not any(gap) and 1 <= kind <= 4 and 20 <= size <= 32 << 20, "hostile")
    plain = decrypt(keys[1], nonce, data[at + 64 : at + 64 + size], mac + head)
    end = 4 + int.from_bytes((plain or bytes(4))[:4], "big")
    require(plain is None or (end <= len(plain) and not any(plain[end:])), "hostile")
    return 64 + size, (kind, seq, previous), plain and plain[4:end]


def read(data: bytes, secret: str | bytes) -> tuple[str, dict[str, Any]]:
    """Return "clean", "torn" or "bad tail", and the tables. `secret`: a passphrase, or recovery entropy."""
    sound = [copy for copy in (data[:512], data[512:1024]) if sha256(copy[:496]).digest()[:16] == copy[496:]]
    require(sound, "not a vault, or both copies of its header are damaged")
    header, mac = sound[0], sound[0][464:496]
    require(header[8:10] == b"\0\1" and header[12:16] == bytes(4), "newer")
    key = next(master_keys(header, secret), b"")
    require(key, "wrong secret")
    require(hmac.digest(expand(key, header[16:32], b"header"), header[:464], "sha256") == mac, "damaged")
    keys = [expand(key, header[40:72], part + header[16:40]) for part in (b"frame head", b"frame body")]
    tables: dict[str, Any] = {}
    at, seq, last, previous = 1024, 0, 1, bytes(16)
    while (found := frame_at(data, at, mac, keys))[2] is not None:
        kind, *place = found[1]
        require(place == [seq, previous] and kind in ((1, 2) if last == 1 else (3, 4)), "damaged")
        change = json.loads(found[2])
        tables = {name: table for name, table in tables.items() if name not in change.get("x", [])}
        for name, ids in change.get("d", {}).items():
            for each in ids:
                tables.get(name, {}).pop(each, None)
        for name, rows in change.get("s", {}).items():
            tables.setdefault(name, {}).update(rows)
        at, seq, last, previous = at + found[0], seq + 1, kind, data[at + found[0] - 16 : at + found[0]]
    rest = data[at:]
    beyond = (frame_at(rest, i, mac, keys)[2] for i in range(1, len(rest)) if rest[i : i + 4] == b"HWfr")
    require(last > 1 and all(payload is None for payload in beyond), "damaged")
    torn = len(rest) < 64 or not any(rest) or found[0] > len(rest)
    return ("torn" if torn else "bad tail") if rest else "clean", tables
