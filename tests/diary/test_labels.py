"""Labels are counted as entries come and go, each under the spelling used most."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary.labels import Labels


def test_spellings_of_one_label_are_one_under_the_one_used_most() -> None:
    labels = Labels("tags")
    rows = {"a": {"tags": ["Café", "night"]}, "b": {"tags": ["cafe"]}, "c": {"tags": ["cafe"]}}
    labels.follow(rows, rows)
    assert labels.count() == {"cafe": 3, "night": 1}
    labels.follow(["b", "c"], {})
    assert labels.count() == {"Café": 1, "night": 1}


TAGS = st.lists(st.sampled_from(["a", "A", "á", "b", "c"]), max_size=3)


@given(st.lists(st.dictionaries(st.sampled_from("xyz"), st.none() | TAGS), max_size=8))
def test_following_is_the_same_as_counting_anew(changes: list[dict[str, list[str] | None]]) -> None:
    labels, rows = Labels("tags"), dict[str, dict[str, object]]()
    for change in changes:
        for key, tags in change.items():
            rows.pop(key, None)
            if tags is not None:
                rows[key] = {"tags": tags}
        labels.follow(change, rows)
    fresh = Labels("tags")
    fresh.follow(rows, rows)
    assert labels.count() == fresh.count()
