"""One schema says what a setting may hold, and a document that disagrees changes nothing else."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.theme import BUILTIN_THEMES

from heartwork import themes
from heartwork.model.days import DAY_END
from heartwork.model.settings import SETTING, SETTINGS, Settings, Sort, UnfitSetting

JUNK = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())


def test_every_row_is_whole_and_its_default_fits() -> None:
    assert len(SETTING) == len(SETTINGS)
    for row in SETTINGS:
        assert row.parse(row.default) == row.default
        assert row.parse(row.stored(row.default)) == row.default
        assert bool(row.choices) == (row.kind is Sort.CHOICE)
        assert row.hidden or (row.label and row.help)


def test_every_theme_and_palette_to_choose_exists() -> None:
    ours = {theme.name for theme in themes.THEMES}
    assert ours <= set(SETTING["theme"].choices) <= ours | BUILTIN_THEMES.keys()
    assert set(SETTING["mood_palette"].choices) == themes.PALETTES.keys()
    assert SETTING["mood_palette"].default == themes.DEFAULT_PALETTE


def test_an_empty_document_gives_the_defaults() -> None:
    settings = Settings.from_document({})
    assert (settings.theme, settings.motion, settings.auto_lock) == ("heartwork-dark", False, 5)
    assert (settings.day_end, settings.mood_palette, settings.recovery) == (DAY_END, "dusk", "open")
    assert settings.to_document() == {}


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
    ],
)
def test_a_value_is_said_in_words_that_read_back(name: str, value: str | int | time, said: str) -> None:
    assert SETTING[name].said(value) == said
    assert SETTING[name].parse(said) == value
