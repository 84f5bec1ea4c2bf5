"""Before leaving: everything is saved, or the person knows; and the recovery words are offered once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from heartwork.content import trouble_with
from heartwork.content.words import door, editor
from heartwork.diary.errors import VaultError
from heartwork.screens.page import Page
from heartwork.screens.pen import pending
from heartwork.screens.question import AskLine, Question
from heartwork.screens.recovery_words import DECLINED, GIVEN, RecoveryWordsScreen
from heartwork.screens.telling import facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.app import App

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_OPEN = "open"


def recovery_is_due(diary: Diary) -> bool:
    """Tell whether recovery words wait to be offered: something is written, and nothing was decided."""
    settled = diary.settings.recovery != _OPEN or diary.read_only or diary.path is None
    return not settled and bool(not diary.empty or pending(diary))


async def all_is_saved(app: App[Any], seal: Callable[[], bool], diary: Diary, clock: Clock) -> bool:
    """Seal; where that cannot be done, ask what to do. Tell whether it is all right to leave."""
    words = editor().leave
    while not seal():
        reason = next(
            (page.trouble for page in app.screen_stack if isinstance(page, Page) and page.trouble), ""
        )
        since = diary.last_change()
        said = words.words.format(why=reason, time=f"{since.astimezone():%H:%M}" if since else "…")
        ways = [("again", words.again), ("copy", words.copy), ("anyway", words.anyway)]
        answer = await app.push_screen_wait(Question(words.title, [said], ways))
        if answer is None:
            return False
        if answer == "anyway" or (answer == "copy" and await _copied(app, diary, clock)):
            return True
    return True


async def _copied(app: App[Any], diary: Diary, clock: Clock) -> bool:
    """Save everything, with what could not be saved here, as a diary in another place."""
    words = editor().leave
    offered = Path.home() / f"heartwork copy {clock().astimezone():%Y-%m-%d %H%M}.heartwork"
    answer = await app.push_screen_wait(AskLine(words.copy, words.where, str(offered), lambda _: ""))
    if not answer:
        return False
    place = given_path(answer)
    drafts = [page.draft for page in app.screen_stack if isinstance(page, Page) and page.draft is not None]
    try:
        diary.save_copy(place, drafts, now=clock())
    except VaultError as error:
        app.notify(trouble_with(error, **facts(error, place)).text, severity="warning", markup=False)
        return False
    told = words.copied.format(path=place)
    return await app.push_screen_wait(Question(words.copy, [told], [("leave", words.anyway)])) == "leave"


def given_path(answer: str) -> Path:
    """Return a typed path, with `~` for the home folder."""
    return Path(answer).expanduser()


async def recovery_offered(app: App[Any], diary: Diary, clock: Clock) -> None:
    """Lead through the recovery words, and note what was decided."""
    answer = await app.push_screen_wait(RecoveryWordsScreen(diary))
    note_recovery(app, diary, clock, answer)


def note_recovery(app: App[Any], diary: Diary, clock: Clock, answer: str | None) -> None:
    """Keep what was decided about recovery words, unless it was nothing yet."""
    if answer in (GIVEN, DECLINED, _OPEN):
        try:
            diary.set("recovery", answer, now=clock())
        except VaultError as error:
            app.notify(trouble_with(error, **facts(error, diary.path)).text, severity="warning", markup=False)
        else:
            if answer == GIVEN:
                app.notify(door().recovery.done, markup=False)
