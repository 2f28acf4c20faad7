"""Which blocks of a page stand in the summary that readability-lxml makes of it."""

from __future__ import annotations

from articlex import extract
from articlex.scoring.summary import matching_blocks

SENTENCE = "The mill wheel turned again in April, for the first time since the flood of the century took it. "


def test_a_menu_word_that_the_summary_repeats_is_not_kept() -> None:
    page = extract(f"<p>Share</p><p>Home</p><h2>Wheel</h2><p>{SENTENCE}</p><p>Share</p>", form="html").page
    assert matching_blocks(page, ["Wheel", SENTENCE, "Share"]) == {2, 3, 4}


def test_a_block_that_the_engine_has_split_is_found() -> None:
    page = extract(f"<p>{SENTENCE}{SENTENCE}</p>", form="html").page
    assert matching_blocks(page, [SENTENCE, SENTENCE]) == {0}
