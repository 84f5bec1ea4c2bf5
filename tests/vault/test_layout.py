"""The header's bytes: what is packed is parsed alike, and damage, strangers and newer files told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.vault.errors import HeaderDamaged, HostileVault, NewerVault, NotAVault
from heartwork.vault.layout import (
    ARGON2ID,
    FRAMES_START,
    HEADER_SIZE,
    HKDF,
    NFKC,
    PASSPHRASE,
    RAW,
    RECOVERY,
    SIGNED_SIZE,
    Header,
    SignedHeader,
    Slot,
    read_headers,
)
from tests.vectors.writer import LAST, Writer

if TYPE_CHECKING:
    from heartwork.vault.errors import VaultError

sizes = {"salt": st.binary(min_size=16, max_size=16), "nonce": st.binary(min_size=12, max_size=12)}
sealed = st.binary(min_size=48, max_size=48)
slots = st.one_of(
    st.just(Slot()),
    st.builds(
        Slot,
        type=st.just(PASSPHRASE),
        kdf=st.just(ARGON2ID),
        norm=st.sampled_from((RAW, NFKC)),
        lanes=st.integers(1, 16),
        iterations=st.integers(1, 64),
        memory_kib=st.integers(128, 131072),
        sealed=sealed,
        **sizes,
    ),
    st.builds(Slot, type=st.just(RECOVERY), kdf=st.just(HKDF), norm=st.just(RAW), sealed=sealed, **sizes),
)
headers = st.builds(
    Header,
    file_id=st.binary(min_size=16, max_size=16),
    generation=st.integers(0, 2**63 - 1),
    epoch_salt=st.binary(min_size=32, max_size=32),
    slots=st.tuples(slots, slots, slots, slots),
)


def _signed(header: Header) -> SignedHeader:
    return SignedHeader(header, header.pack(), bytes(range(32)))


@given(headers)
def test_a_header_that_is_packed_is_parsed_alike(header: Header) -> None:
    assert len(header.pack()) == SIGNED_SIZE
    assert Header.parse(header.pack()) == header
    copy = _signed(header).pack()
    assert len(copy) == HEADER_SIZE
    assert read_headers(copy * 2) == ([_signed(header)], False)


def test_the_header_is_the_one_that_another_writer_writes() -> None:
    writer = Writer(seed="layout")
    (found,), healed = read_headers(writer.header() * 2)
    assert not healed
    assert found.pack() == writer.header()
    assert found.header.file_id == writer.file_id
    assert found.header.epoch_salt == writer.salt
    assert [slot.type for slot in found.header.slots] == [PASSPHRASE, 0, 0, 0]


@pytest.mark.parametrize("bad", [0, 1])
def test_one_sound_copy_is_enough_and_the_other_wants_healing(bad: int) -> None:
    copies = [Writer(seed="one").header()] * 2
    copies[bad] = copies[bad][:50] + b"?" + copies[bad][51:]
    found, healed = read_headers(b"".join(copies))
    assert healed
    assert [each.pack() for each in found] == [copies[1 - bad]]


def test_two_sound_copies_that_differ_are_both_worth_trying() -> None:
    one, other = Writer(seed="one").header(), Writer(seed="other").header()
    found, healed = read_headers(one + other)
    assert ([each.pack() for each in found], healed) == ([one, other], True)


@pytest.mark.parametrize(
    ("start", "error"),
    [
        (b"", NotAVault),
        (b"Dear diary, " * 200, NotAVault),
        (bytes(2000), NotAVault),
        (b"\x89HW", HeaderDamaged),
        (b"\x89HWD\r\n\x1a\n", HeaderDamaged),
        (bytes(1024) + b"HWfr", HeaderDamaged),
    ],
)
def test_what_is_no_header_is_named(start: bytes, error: type[VaultError]) -> None:
    with pytest.raises(error):
        read_headers(start)


def test_a_magic_that_lost_a_carriage_return_is_no_vault_or_a_damaged_one_never_a_wrong_passphrase() -> None:
    writer = Writer()
    writer.frame(LAST, {})
    as_text = writer.file().replace(b"\r\n", b"\n")
    with pytest.raises((NotAVault, HeaderDamaged)):
        read_headers(as_text[: FRAMES_START + 4])


def test_a_newer_version_is_told_from_one_flipped_bit() -> None:
    newer = Writer().header(version=2)
    with pytest.raises(NewerVault):
        read_headers(newer * 2)
    header = Writer().header()
    flipped = header[:9] + b"\3" + header[10:]
    with pytest.raises(HeaderDamaged):
        read_headers(flipped + bytes(512))


def test_a_header_that_counts_past_what_a_rewrite_can_count_is_hostile() -> None:
    with pytest.raises(HostileVault):
        read_headers(Writer(generation=2**63).header() * 2)
