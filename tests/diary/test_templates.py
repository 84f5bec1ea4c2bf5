"""Own templates: kept, listed by name, changed, deleted; whatever a document holds, it can be listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.diary.errors import NothingToKeep
from heartwork.diary.templates import TEMPLATES
from heartwork.model.template import Template
from tests.diary.made import NOW, after, documents, put

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.diary.templates import Templates


@pytest.fixture
def templates(diary: Diary) -> Templates:
    return diary.templates


def test_a_template_is_kept_under_its_name_and_text_as_they_are_cleaned(templates: Templates) -> None:
    key = templates.keep(Template(" Evening\n", "## Today\x1b[31m\r\n\r\n[/oops]"), now=NOW).id
    assert templates.all() == [Template("Evening", "## Today\n\n[/oops]", key)]


def test_they_are_listed_by_name_without_regard_to_case_and_accents(templates: Templates) -> None:
    for name in ("zoo", "Évening", "abc", ""):
        templates.keep(Template(name, "fine"), now=NOW)
    assert [template.title for template in templates.all()] == ["abc", "Évening", "fine", "zoo"]


def test_changing_one_keeps_what_is_not_known_here(diary: Diary, templates: Templates) -> None:
    put(diary, TEMPLATES, "t", {"name": "Evening", "body": "x", "colour": "blue"})
    (old,) = templates.all()
    templates.keep(Template("Morning", "y", old.id), now=after(1))
    assert templates.all() == [Template("Morning", "y", "t")]
    assert documents(diary, TEMPLATES)["t"]["colour"] == "blue"


@pytest.mark.parametrize("body", ["", " \n\t", "\x1b[31m"])
def test_one_without_a_text_is_not_kept(body: str, templates: Templates) -> None:
    with pytest.raises(NothingToKeep):
        templates.keep(Template("Name", body), now=NOW)
    assert templates.all() == []


def test_a_deleted_one_is_gone_and_its_id_is_known_as_erased(diary: Diary, templates: Templates) -> None:
    key = templates.keep(Template("Evening", "x"), now=NOW).id
    assert templates.drop(key, now=after(1))
    assert templates.all() == []
    assert key in documents(diary, "erased")
    assert not templates.drop(key, now=after(2))
    assert not templates.drop("nobody", now=after(2))
    assert "nobody" not in documents(diary, "erased")


def test_undo_is_for_the_journal_and_passes_them_by(diary: Diary, templates: Templates) -> None:
    templates.keep(Template("Evening", "x"), now=NOW)
    assert diary.undo(now=after(1)) is None


@pytest.mark.parametrize("row", [{}, {"name": 5, "body": []}, {"name": "a\nb", "body": None}])
def test_a_document_of_wrong_sorts_is_listed_all_the_same(
    row: dict[str, object], diary: Diary, templates: Templates
) -> None:
    put(diary, TEMPLATES, "t", row)
    (found,) = templates.all()
    assert (found.body, found.id) == ("", "t")
