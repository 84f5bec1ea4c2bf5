"""One's own support plan, printed once the diary is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content import support
from heartwork.content.support_plan_words import plan_words
from heartwork.diary import Diary
from heartwork.diary.support_plan import PlanPart
from tests.cli.conftest import SECOND
from tests.cli.shell import PASSPHRASE, heartwork, opened

if TYPE_CHECKING:
    from pathlib import Path


def test_the_own_plan_is_behind_the_passphrase_and_the_rest_is_not(written: Path) -> None:
    assert opened(written, "support", "--mine").out.strip() == plan_words().none
    diary = Diary.open(written, PASSPHRASE)
    diary.support.keep(PlanPart.LINES, "143, the offered hand\nat night: 044 123", now=SECOND)
    diary.support.keep(PlanPart.SIGNS, "I stop eating", now=SECOND)
    diary.close()
    own = opened(written, "support", "--mine").out
    lines, signs = plan_words().part["lines"].name, plan_words().part["signs"].name
    assert own == f"{lines}\n\n143, the offered hand\nat night: 044 123\n\n{signs}\n\nI stop eating\n\n"
    shipped = heartwork("support", "--file", written)
    assert shipped.code == 0
    assert support().sections[0].title in shipped.out
    assert "143" not in shipped.out
