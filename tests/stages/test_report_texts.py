"""Entries of live reports in raw page text are kept where others are."""

from __future__ import annotations

import numpy as np

from articlex.options import Options
from articlex.pipeline import run
from articlex.read import read_page
from articlex.scoring.score import Scores
from articlex.stages.parts.posts.report_texts import report_texts

#: Lines of a flattened report below its headline: the scorer keeps those with a plus and leaves out others.
REPORT = """
- 18:20
+ The harbour master has just told us that both gates of the old lock stay closed until midnight.
- Share this update
- 17:48
+ The gauge on the quay touched four metres at half past five, and has not moved since then, he says.
- Share this update
- 14:30
- Two boats have come loose in the storm and lie across the slip, so that nobody can launch there.
- Share this update
- 09:05
- Good morning
- The wind turned in the night, and by the time the boats were back the bay had gone white.
- Load older updates
- Most read
- Below the bridge
- Readers of the evening paper have sent us a hundred pictures of the storm, and we print the best.
"""


def kept_texts(lines: str, article: float = 0.8) -> list[str]:
    """The first words of the texts in ``lines`` that are kept in the end; ``article`` is the page's chance to
    be an article."""
    signs, texts = zip(*(line.split(" ", 1) for line in lines.strip().splitlines()), strict=True)
    page = run(read_page("\n\n".join(("The storm at the lock", *texts)), form="text"), Options(), ())
    assert len(page.blocks) == len(texts) + 1
    chances = np.array([0.0, *({"+": 0.9, "-": 0.01}[sign] for sign in signs)])
    kept = chances > 0.5
    scores = Scores(list(range(len(chances))), chances, np.ones(len(chances), np.float32), article)
    kept[report_texts(page, scores, kept)] = True
    found = (block.text for block, is_kept in zip(page.blocks, kept, strict=True) if is_kept)
    return [" ".join(text.split()[:3]) for text in found]


def test_entries_of_which_nothing_is_kept_come_back() -> None:
    assert kept_texts(REPORT) == ["The harbour master", "The gauge on", "Two boats have", "The wind turned"]


def test_news_beside_an_article_of_which_one_is_kept_are_no_report() -> None:
    beside = REPORT.replace("+ The gauge", "- The gauge")
    assert kept_texts(beside) == ["The harbour master"]


def test_recordings_on_a_page_that_is_no_article_are_no_report() -> None:
    assert kept_texts(REPORT, article=0.3) == ["The harbour master", "The gauge on"]


def test_times_of_which_most_have_no_text_are_no_report() -> None:
    events = REPORT + "".join(f"- {hour:02}:15\n- A boat comes in\n" for hour in range(5, 15))
    assert kept_texts(events) == ["The harbour master", "The gauge on"]
