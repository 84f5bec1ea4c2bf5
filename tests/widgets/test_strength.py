from __future__ import annotations

import pytest

from heartwork.widgets.strength import Strength, guesses, judge


@pytest.mark.parametrize(
    ("passphrase", "tries", "strength"),
    [
        ("", 0, Strength.TOO_SHORT),
        ("1234567", 1e30, Strength.TOO_SHORT),
        ("12345678", 1e3, Strength.WEAK),
        ("12345678", 1e12, Strength.FAIR),
        ("x" * 14, 1e3, Strength.WEAK),
        ("x" * 15, 1e3, Strength.FAIR),
        ("x" * 15, 1e16, Strength.STRONG),
        # Counted as it is normalised before it opens anything: one ligature here is three letters.
        ("ﬃ" * 3, 1e3, Strength.WEAK),
        ("e\u0301" * 7, 1e30, Strength.TOO_SHORT),
    ],
)
def test_a_passphrase_is_judged_by_length_and_guesses(
    passphrase: str, tries: float, strength: Strength
) -> None:
    assert judge(passphrase, tries) is strength


def test_six_words_drawn_by_chance_are_strong() -> None:
    words = "orbit cactus glove mimic tunnel fabric"
    assert judge(words, guesses(words)) is Strength.STRONG


def test_a_common_password_is_weak() -> None:
    assert judge("password1", guesses("password1")) is Strength.WEAK


def test_ten_thousand_characters_are_judged_by_their_first_hundred() -> None:
    assert guesses("ab" * 5_000) == guesses("ab" * 50)
    assert guesses("") == 0
