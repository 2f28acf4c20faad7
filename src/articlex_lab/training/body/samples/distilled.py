"""Labels for raw page text without a gold text: what the scorer of HTML says of the same words.

HTML says more of a page than the text that a flattener leaves, so that the scorer of HTML is the better judge
of the two, and what it says of pages without a gold text teaches the other one (Lopez-Paz et al., "Unifying
distillation and privileged information", ICLR 2016). docs/experiments/body.md has the figures.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from articlex.page import Form, Role
from articlex.scoring.score import score_page
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.scores.metrics import words

#: Share of the words of a block that must be aligned with words of the HTML page, or it gets no label.
_LEAST_FOUND = 0.6


class Judged(NamedTuple):
    """The words of an HTML page, and for each the probability that its block is main content (NaN: its block
    is the headline, which is not part of the body)."""

    words: list[str]
    chances: list[float]


def judge(source: bytes | str, url: str | None) -> Judged:
    """What the shipped scorer of HTML says of each word of a page."""
    page = read_before("body", source, Form.HTML, url)
    judged = Judged([], [])
    scores = score_page(page)
    if scores is not None:
        for index, chance in zip(scores.rows, scores.probabilities.tolist(), strict=True):
            found = words(page.blocks[index].text)
            judged.words.extend(found)
            is_title = page.role(index) is Role.TITLE
            judged.chances.extend([math.nan if is_title else chance] * len(found))
    return judged


@lru_cache(maxsize=4)  # for the flattenings of a page, which come one after the other
def judge_record(record: Record) -> Judged:
    """What the shipped scorer of HTML says of each word of the page of a record."""
    return judge(record.read(), record.url)


def distilled_labels(judged: Judged, blocks: Sequence[Sequence[str]]) -> list[float]:
    """For each block of a flattened page, given by its tokens, the mean probability of its words on the HTML
    page; NaN where too few of them are found there.

    The words of both pages are aligned as a whole, as in :func:`articlex_lab.scores.labels.align`.
    """
    from rapidfuzz.distance import Indel

    flat = [word for block in blocks for word in block]
    chances = [math.nan] * len(flat)
    for same in Indel.opcodes(flat, judged.words):
        if same.tag == "equal":
            chances[same.src_start : same.src_end] = judged.chances[same.dest_start : same.dest_end]
    labels, start = [], 0
    for block in blocks:
        found = [chance for chance in chances[start : start + len(block)] if not math.isnan(chance)]
        start += len(block)
        is_found = bool(found) and len(found) >= _LEAST_FOUND * len(block)
        labels.append(sum(found) / len(found) if is_found else math.nan)
    return labels
