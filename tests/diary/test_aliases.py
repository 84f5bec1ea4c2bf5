"""Where only aliases are to be read, no name of a person is drawn."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.mentions import whole_words
from heartwork.model.person import Person
from heartwork.model.veil import Veil
from heartwork.widgets.folded_text import FoldedText
from heartwork.widgets.marked import MarkedLine
from heartwork.widgets.notice import notice
from heartwork.widgets.plain import cut, plain, plain_line
from heartwork.widgets.veil import look_through, no_veil
from tests.diary.made import NOW, after, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

VEIL = Veil({"Martin": "M.", "Mártin B.": "M.", "Anna Maria": "the sailor", "小明": "X"}, whole_words)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Martin came.", "M. came."),
        ("It was Martin.", "It was M."),
        ("MARTIN, martin and Mártin's", "M., M. and M.'s"),
        ("Ma\u0301rtin\u0301 too", "M. too"),
        ("Martin B. is here", "M. is here"),
        ("_Martin_ **Martin**", "_M._ **M.**"),
        ("Martina and Stmartin stay", "Martina and Stmartin stay"),
        ("anna  maria, Anna\nMaria, Anna", "the sailor, the sailor, Anna"),
        ("我和小明去", "我和X去"),
        ("", ""),
    ],
)
def test_a_name_is_read_as_its_alias_and_as_a_whole_word(text: str, read: str) -> None:
    assert VEIL.over(text) == read


@given(st.text(st.sampled_from("Marti nB.\u0301ßéÅx\n小明"), max_size=40))
def test_what_no_name_touches_stays_as_it_is(text: str) -> None:
    spans = [*VEIL.spans(text)]
    assert all(0 <= begin < end <= len(text) for begin, end, _ in spans)
    assert [begin for begin, _, _ in spans] == sorted(begin for begin, _, _ in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    if not spans:
        assert VEIL.over(text) is text


def test_nobody_at_all_is_behind_no_veil() -> None:
    assert Veil({}, whole_words).over("Martin") == "Martin"
    assert Veil({"M.": "M."}, whole_words).over("M. came") == "M. came"


@pytest.fixture
def veiled() -> Iterator[Diary]:
    diary = Diary.in_memory()
    look_through(diary.aliases.veil)
    diary.folk.keep(Person("Martin", ("the captain",)), now=NOW)
    yield diary
    look_through(no_veil)


def test_every_way_to_the_screen_leads_through_the_veil(veiled: Diary) -> None:
    line = MarkedLine((("I saw Mar", ""), ("tin", "strong"), (" today", "")))

    def drawn() -> list[str]:
        rows = ["".join(said for said, _ in row) for row in line.rows(60)]
        return [
            plain("Martin").plain,
            plain_line("to Martin", 20).plain,
            cut("Martin\nand I"),
            *notice("Nothing of Martin", 40, 0),
            str(FoldedText("Martin", 40).row(0)),
            *rows,
        ]

    assert sum("Martin" in each for each in drawn()) == len(drawn())
    assert veiled.aliases.turn(now=after(1))
    assert veiled.settings.value("aliases_only") is True
    assert sum("the captain" in each for each in drawn()) == len(drawn())
    assert not any("Martin" in each for each in drawn())
    key = veiled.folk.keep(Person("Zoe"), now=after(2)).id
    veiled.keep(entry("with Ben", people=("Ben",)), now=after(2))
    assert plain("Zoe, Ben").plain == "Z., B."
    veiled.folk.trash([key], now=after(2))
    assert plain("Zoe").plain == "Z."
    veiled.set("aliases_only", value=False, now=after(3))
    assert plain("Martin, Zoe").plain == "Martin, Zoe"
