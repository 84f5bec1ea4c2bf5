"""Frames: sealed and chained, padded so that their size tells little, refused where one bit differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.vault.errors import HostileVault, VaultFull
from heartwork.vault.frames import HEAD_SIZE, MAX_BODY, Epoch, FrameType, frame_size, padded_size
from heartwork.vault.layout import Header
from tests.vectors import writer

HEADER = Header(b"f" * 16, 3, b"s" * 32, ())
MASTER = b"m" * 32


def _open(epoch: Epoch, frame: bytes) -> bytes | None:
    head = epoch.head(frame[:HEAD_SIZE])
    return epoch.open(head, frame[HEAD_SIZE:]) if head else None


@given(st.binary(max_size=40_000))
def test_what_is_sealed_is_opened_alike_and_has_the_size_that_was_told(payload: bytes) -> None:
    frame = Epoch.begin(MASTER, HEADER).seal(FrameType.CHANGE, payload)
    assert len(frame) == frame_size(len(payload))
    assert _open(Epoch.begin(MASTER, HEADER), frame) == payload


@given(st.integers(1, MAX_BODY))
def test_padding_is_in_steps_and_costs_at_most_an_eighth(size: int) -> None:
    padded = padded_size(size)
    assert size <= padded
    assert padded == writer.padded_size(size)
    if size <= 16 * 1024:
        assert padded % 512 == 0
        assert padded - size < 512
    else:
        assert padded <= size * 1.12


def test_sizes_above_the_steps_are_few() -> None:
    assert len({padded_size(size) for size in range(16 * 1024 + 1, 1024 * 1024)}) < 300


def test_no_bit_of_a_frame_can_change() -> None:
    frame = Epoch.begin(MASTER, HEADER).seal(FrameType.CHANGE, b"{}")
    reader = Epoch.begin(MASTER, HEADER)
    for bit in range(0, len(frame) * 8, 7):
        changed = bytearray(frame)
        changed[bit // 8] ^= 1 << bit % 8
        assert _open(reader, bytes(changed)) is None


@pytest.mark.parametrize(
    "other",
    [
        Header(b"F" * 16, 3, b"s" * 32, ()),
        Header(b"f" * 16, 4, b"s" * 32, ()),
        Header(b"f" * 16, 3, b"S" * 32, ()),
    ],
)
def test_a_frame_belongs_to_its_file_and_generation(other: Header) -> None:
    frame = Epoch.begin(MASTER, HEADER).seal(FrameType.CHANGE, b"{}")
    assert _open(Epoch.begin(MASTER, other), frame) is None
    assert _open(Epoch.begin(b"M" * 32, HEADER), frame) is None


def test_a_frame_belongs_to_its_header_with_its_slots() -> None:
    from heartwork.vault.layout import Slot

    frame = Epoch.begin(MASTER, HEADER).seal(FrameType.CHANGE, b"{}")
    grafted = Header(b"f" * 16, 3, b"s" * 32, (Slot(2, 2, salt=b"x" * 16),))
    assert _open(Epoch.begin(MASTER, grafted), frame) is None


def test_frames_are_numbered_and_linked_only_once_they_are_safe() -> None:
    epoch = Epoch.begin(MASTER, HEADER)
    lost = epoch.seal(FrameType.CHANGE, b"lost")
    first = epoch.seal(FrameType.CHANGE, b"kept")
    epoch.advance(first)
    second = epoch.seal(FrameType.CHANGE, b"next")
    heads = [epoch.head(frame[:HEAD_SIZE]) for frame in (lost, first, second)]
    assert [head.seq for head in heads if head] == [0, 0, 1]
    assert [head.previous for head in heads if head] == [bytes(16), bytes(16), first[-16:]]


def test_the_same_text_never_gives_the_same_bytes() -> None:
    epoch = Epoch.begin(MASTER, HEADER)
    one, other = (epoch.seal(FrameType.CHANGE, b"the same") for _ in range(2))
    assert one[HEAD_SIZE:] != other[HEAD_SIZE:]


def test_a_body_over_32_mib_is_never_written() -> None:
    with pytest.raises(VaultFull):
        Epoch.begin(MASTER, HEADER).seal(FrameType.CHANGE, bytes(MAX_BODY))


def test_an_authentic_frame_that_says_a_wrong_length_is_hostile() -> None:
    maker = writer.Writer(seed="frames")
    frame = maker.frame(3, {"x": []}, said=600)
    epoch = Epoch.begin(maker.master, Header(maker.file_id, 1, maker.salt, ()))
    epoch.signed = type(epoch.signed)(epoch.header, b"", maker.header()[464:496])
    head = epoch.head(frame[:HEAD_SIZE])
    assert head is not None
    with pytest.raises(HostileVault):
        epoch.open(head, frame[HEAD_SIZE:])
