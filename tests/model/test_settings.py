"""One schema says what a setting may hold, and a document that disagrees changes nothing else."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.theme import BUILTIN_THEMES

from heartwork import themes
from heartwork.content import moods
from heartwork.model.days import DAY_END
from heartwork.model.entry import MOODS
from heartwork.model.settings import MOOD_NAMES, SETTING, SETTINGS, Settings, Sort, UnfitSetting
from heartwork.model.text import clean_line, normal

JUNK = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())


def test_every_row_is_whole_and_its_default_fits() -> None:
    assert len(SETTING) == len(SETTINGS)
    for row in SETTINGS:
        assert row.parse(row.default) == row.default
        assert row.parse(row.stored(row.default)) == row.default
        assert bool(row.choices) == (row.kind is Sort.CHOICE)
        assert row.hidden or (row.label and row.help and row.group)
    shown = [row.group for row in SETTINGS if not row.hidden]
    assert shown == sorted(shown, key=list(dict.fromkeys(shown)).index)  # a group stands together


def test_every_theme_and_palette_to_choose_exists() -> None:
    ours = {theme.name for theme in themes.THEMES}
    assert ours <= set(SETTING["theme"].choices) <= ours | BUILTIN_THEMES.keys()
    assert set(SETTING["mood_palette"].choices) == themes.PALETTES.keys()
    assert SETTING["mood_palette"].default == themes.DEFAULT_PALETTE


def test_an_empty_document_gives_the_defaults() -> None:
    settings = Settings.from_document({})
    assert (settings.theme, settings.motion, settings.auto_lock) == ("heartwork-dark", False, 5)
    assert (settings.day_end, settings.mood_palette, settings.recovery) == (DAY_END, "dusk", "open")
    assert settings.mood_words == ("heavy", "low", "steady", "light", "bright")
    assert (settings.on_this_day, settings.on_this_day_low, settings.on_this_day_after) == (False, False, 0)
    assert not settings.ascii_only
    assert settings.to_document() == {}


def test_the_words_for_moods_are_those_that_ship_until_they_are_changed() -> None:
    assert Settings().mood_words == tuple(mood.word for mood in moods())
    assert Settings().having("mood_2", "grey").mood_words == ("heavy", "grey", "steady", "light", "bright")


@pytest.mark.parametrize("typed", ["low", "LOW", " Lów "])
def test_no_two_moods_have_one_word(typed: str) -> None:
    with pytest.raises(UnfitSetting, match="already the word for another mood"):
        Settings().having("mood_1", typed)
    again = Settings().having("mood_2", "grey").having("mood_1", typed)
    assert again.mood_words[:2] == (typed.strip(), "grey")
    with pytest.raises(UnfitSetting, match="already the word for another mood"):
        again.having("mood_2", "")  # it would be “low” again


def test_a_mood_keeps_its_own_word_when_only_its_capitals_change() -> None:
    assert Settings().having("mood_1", "Heavy").mood_words[0] == "Heavy"


def test_a_document_in_which_two_moods_have_one_word_gives_those_that_ship() -> None:
    settings = Settings.from_document({"mood_1": "grey", "mood_5": "Grey", "motion": True})
    assert settings.mood_words == Settings().mood_words
    assert settings.motion


@given(st.dictionaries(st.sampled_from(MOOD_NAMES), st.text(max_size=14)))
def test_whatever_a_document_says_the_five_words_differ_and_are_short(document: dict[str, object]) -> None:
    words = Settings.from_document(document).mood_words
    assert len({normal(word) for word in words}) == len(MOODS)
    for word in words:
        assert word == clean_line(word)
        assert 0 < cell_len(word) <= 12


def test_a_wrong_value_gives_way_to_its_default_and_the_rest_stays() -> None:
    settings = Settings.from_document({"theme": 7, "motion": "perhaps", "auto_lock": 12, "day_end": "25:00"})
    assert (settings.theme, settings.motion, settings.auto_lock) == ("heartwork-dark", False, 12)
    assert settings.day_end == DAY_END


def test_settings_of_a_newer_heartwork_are_handed_back() -> None:
    document = {"auto_lock": 10, "weather": {"on": True}, "day_end": "03:30"}
    settings = Settings.from_document(document)
    assert settings.to_document() == document
    assert settings.having("motion", "on").to_document() == {**document, "motion": True}


@given(st.dictionaries(st.sampled_from(list(SETTING)) | st.text(), JUNK))
def test_no_document_is_too_strange_to_read(document: dict[str, object]) -> None:
    settings = Settings.from_document(document)
    for row in SETTINGS:
        assert row.parse(settings.value(row.name)) == settings.value(row.name)
    again = Settings.from_document(settings.to_document())
    assert again.values == settings.values


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("theme", " Nord ", "nord"),
        ("motion", "on", True),
        ("motion", "No", False),
        ("auto_lock", "1", 1),
        ("auto_lock", "60", 60),
        ("auto_lock", "15 minutes", 15),
        ("auto_lock", "Never", 0),
        ("auto_lock", 0, 0),
        ("day_end", "4:00", time(4)),
        ("day_end", "23.30", time(23, 30)),
        ("day_end", "00:00", time(0)),
        ("on_this_day_after", "12", 12),
        ("on_this_day_after", "1 week", 1),
        ("on_this_day_after", "520 Weeks", 520),
        ("on_this_day_after", "none", 0),
        ("on_this_day_after", "0", 0),
        ("mood_1", "  leaden \n", "leaden"),
        ("mood_1", "ganz okay", "ganz okay"),
        ("mood_1", "", "heavy"),
        ("mood_1", "\u200d \u202e", "heavy"),
        ("mood_1", "\x1b[31mred\x1b[0m", "red"),
        ("mood_1", "\u202eabc\u202c", "abc"),
        ("mood_1", "twelve cells", "twelve cells"),
        ("mood_1", "日本語の日", "日本語の日"),
        ("mood_5", "[/oops]", "[/oops]"),
    ],
)
def test_what_is_typed_is_read(name: str, typed: object, value: object) -> None:
    assert SETTING[name].parse(typed) == value
    assert Settings().having(name, typed).value(name) == value


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("theme", "purple", "Theme can be one of: heartwork-dark"),
        ("theme", 3, "Theme can be one of"),
        ("motion", 1, "Motion can be on or off"),
        ("auto_lock", "0", "from 1 to 60, or the word never"),
        ("auto_lock", "61", "from 1 to 60"),
        ("auto_lock", -1, "from 1 to 60"),
        ("auto_lock", True, "from 1 to 60"),
        ("auto_lock", "\u0665", "from 1 to 60"),
        ("auto_lock", "9" * 5000, "from 1 to 60"),
        ("day_end", "24:00", "such as 04:00"),
        ("day_end", "\u0660\u0664:\u0660\u0660", "such as 04:00"),
        ("day_end", 4, "such as 04:00"),
        ("day_end", "", "such as 04:00"),
        ("on_this_day_after", "soon", "weeks up to 520, or the word none"),
        ("on_this_day_after", "521", "weeks up to 520"),
        ("on_this_day_after", -1, "weeks up to 520"),
        ("on_this_day_after", True, "weeks up to 520"),
        ("on_this_day_after", "9" * 5000, "weeks up to 520"),
        ("mood_1", "thirteen cell", "up to 12 letters"),
        ("mood_1", "日本語の日記日", "up to 12 letters"),
        ("mood_1", "e" + "\u0301" * 500, "up to 12 letters"),
        ("mood_1", 7, "up to 12 letters"),
        ("mood_1", None, "up to 12 letters"),
    ],
)
def test_what_does_not_fit_is_said_plainly(name: str, typed: object, words: str) -> None:
    with pytest.raises(UnfitSetting, match=words):
        SETTING[name].parse(typed)


def test_a_name_the_schema_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        Settings().having("colour", "blue")
    with pytest.raises(KeyError):
        Settings().value("colour")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("auto_lock", 0, "never"),
        ("auto_lock", 1, "1 minute"),
        ("auto_lock", 5, "5 minutes"),
        ("motion", False, "off"),
        ("day_end", time(4), "04:00"),
        ("theme", "nord", "nord"),
        ("on_this_day_after", 0, "none"),
        ("on_this_day_after", 1, "1 week"),
        ("on_this_day_after", 26, "26 weeks"),
        ("mood_4", "fine", "fine"),
    ],
)
def test_a_value_is_said_in_words_that_read_back(name: str, value: str | int | time, said: str) -> None:
    assert SETTING[name].said(value) == said
    assert SETTING[name].parse(said) == value
