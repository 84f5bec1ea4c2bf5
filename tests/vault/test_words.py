"""Recovery words are read as people type them, and say which of them is misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.vault.errors import WrongRecoveryWords
from heartwork.vault.words import entropy_of, new_entropy, new_passphrase, words_of

ZERO = "abandon " * 11 + "about"


@given(st.binary(min_size=16, max_size=16))
def test_words_and_entropy_are_two_forms_of_one_thing(entropy: bytes) -> None:
    words = words_of(entropy)
    assert len(words.split(" ")) == 12
    assert entropy_of(words) == entropy


@pytest.mark.parametrize(
    "typed",
    [
        ZERO.upper(),
        "  " + ZERO.replace(" ", "\n") + "\n",
        ZERO.replace(" ", ", "),
        "\n".join(f"{n}. {word}" for n, word in enumerate(ZERO.split(), 1)),
        " ".join(word[:4] for word in ZERO.split()),
        "-".join(ZERO.split()),
    ],
)
def test_words_are_read_however_they_are_typed(typed: str) -> None:
    assert entropy_of(typed) == bytes(16)


def test_a_misspelt_word_is_named_by_its_place_and_not_repeated() -> None:
    with pytest.raises(WrongRecoveryWords) as raised:
        entropy_of(ZERO.replace("about", "abuot").replace("abandon", "abandom", 1))
    assert raised.value.misspelt == (1, 12)
    assert "abuot" not in str(raised.value)


@pytest.mark.parametrize("words", ["", ZERO + " about", "abandon " * 11, "abandon " * 12])
def test_words_that_do_not_belong_together_are_refused(words: str) -> None:
    with pytest.raises(WrongRecoveryWords) as raised:
        entropy_of(words)
    assert raised.value.misspelt == ()
    assert "abandon" not in str(raised.value)


def test_a_short_word_of_the_list_is_not_taken_for_the_start_of_another() -> None:
    assert len({words_of(bytes([n]) * 16).split()[0] for n in range(256)}) > 30
    with pytest.raises(WrongRecoveryWords) as raised:
        entropy_of("aban " * 11 + "abo")
    assert raised.value.misspelt == (12,)


def test_a_made_passphrase_is_six_words_and_never_the_same() -> None:
    made = {new_passphrase() for _ in range(50)}
    assert len(made) == 50
    assert all(len(each.split(" ")) == 6 for each in made)


def test_entropy_is_never_the_same() -> None:
    assert len({new_entropy() for _ in range(50)}) == 50
