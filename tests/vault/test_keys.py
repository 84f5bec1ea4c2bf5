"""Keys agree with published vectors; the cost suits the computer; a passphrase is what a person meant."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.vault import keys
from heartwork.vault.keys import FRUGAL_COST, STANDARD_COST, KdfCost
from heartwork.vault.layout import RECOVERY, Header

if TYPE_CHECKING:
    from heartwork.vault.layout import Slot

CHEAP = KdfCost(1, 64, 1)
FILE_ID = bytes(16)
MASTER = bytes(range(32))
FORMS: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = ("NFC", "NFD", "NFKC", "NFKD")


def _header(*slots: Slot) -> Header:
    return Header(FILE_ID, 1, bytes(32), slots)


def test_hkdf_agrees_with_rfc_5869() -> None:
    made = keys.expand(bytes([0x0B]) * 22, bytes(range(13)), bytes(range(0xF0, 0xFA)))
    assert made.hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"


def test_argon2id_agrees_with_its_reference_program() -> None:
    made = keys.derive(b"password", KdfCost(2, 65536, 1), b"somesalt")
    assert made.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_a_passphrase_opens_its_slot_and_no_other_does() -> None:
    slot = keys.passphrase_slot("letting go", MASTER, FILE_ID, CHEAP)
    assert keys.unlock_passphrase("letting go\n", _header(slot)) == MASTER
    assert keys.unlock_passphrase("letting  go", _header(slot)) is None
    assert keys.unlock_recovery(bytes(16), _header(slot)) is None


def test_entropy_opens_its_slot_and_no_other_does() -> None:
    slot = keys.recovery_slot(b"e" * 16, MASTER, FILE_ID)
    assert slot.type == RECOVERY
    assert keys.unlock_recovery(b"e" * 16, _header(slot)) == MASTER
    assert keys.unlock_recovery(b"f" * 16, _header(slot)) is None
    assert keys.unlock_passphrase("e" * 16, _header(slot)) is None


def test_a_slot_belongs_to_its_file_alone() -> None:
    slot = keys.passphrase_slot("letting go", MASTER, FILE_ID, CHEAP)
    elsewhere = Header(b"another file id.", 1, bytes(32), (slot,))
    assert keys.unlock_passphrase("letting go", elsewhere) is None


def test_the_same_passphrase_never_makes_the_same_slot() -> None:
    one, other = (keys.passphrase_slot("letting go", MASTER, FILE_ID, CHEAP) for _ in range(2))
    assert (one.salt, one.nonce, one.sealed) != (other.salt, other.nonce, other.sealed)


@given(st.text())
def test_a_passphrase_is_the_same_however_its_letters_are_composed(text: str) -> None:
    for form in FORMS:
        typed = unicodedata.normalize(form, text.rstrip("\r\n"))
        assert keys.normal_form(typed) == keys.normal_form(text.rstrip("\r\n"))


def test_spaces_are_kept_and_one_line_end_is_cut() -> None:
    assert keys.normal_form(" a b \r\n") == b" a b "
    assert keys.normal_form("a\n\n") == b"a\n"


class Derived:
    """A derivation that takes as long as it is told, by a clock of its own."""

    def __init__(self, *seconds: float) -> None:
        self.now = 0.0
        self.seconds = list(seconds)
        self.costs: list[KdfCost] = []

    def clock(self) -> float:
        return self.now

    def derive(self, secret: bytes, cost: KdfCost, salt: bytes) -> bytes:
        self.costs.append(cost)
        if self.seconds and self.seconds[0] < 0:
            self.seconds.pop(0)
            raise MemoryError
        self.now += self.seconds.pop(0) if self.seconds else 0
        return repr((secret, cost, salt)).encode()


@pytest.mark.parametrize(
    ("seconds", "cost"),
    [
        (0.8, STANDARD_COST),
        (0.5, STANDARD_COST),
        (2.0, STANDARD_COST),
        (0.3, KdfCost(6, 256 * 1024, 4)),
        (0.001, KdfCost(10, 256 * 1024, 4)),
        (2.5, FRUGAL_COST),
        (-1.0, FRUGAL_COST),
    ],
)
def test_the_cost_suits_the_computer(seconds: float, cost: KdfCost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_memory_is_short", lambda: False)
    derived = Derived(seconds)
    found, key = keys.calibrate(b"secret", b"salt", clock=derived.clock, deriving=derived.derive)
    assert found == cost
    assert key == repr((b"secret", cost, b"salt")).encode()


def test_a_computer_short_of_memory_never_tries_the_standard_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_memory_is_short", lambda: True)
    derived = Derived()
    found, _ = keys.calibrate(b"secret", b"salt", clock=derived.clock, deriving=derived.derive)
    assert (found, derived.costs) == (FRUGAL_COST, [FRUGAL_COST])


def test_no_cost_that_is_chosen_is_below_the_least() -> None:
    for cost in (STANDARD_COST, FRUGAL_COST):
        assert cost.iterations >= 3
        assert cost.memory_kib >= 64 * 1024
