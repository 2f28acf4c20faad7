"""Labels for HTML pages without a gold text: the agreement of two rule-based extractors.

On pages of `snippets` and `dates` a block that both trafilatura and readability-lxml keep is labelled as
content, one that neither keeps as none, and others get no label. That helps the scorer on origins that it was
not fitted on; docs/experiments/body.md has the figures.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from dataclasses import replace

from articlex.read import read_page
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import decode
from articlex_lab.scores.labels import align
from articlex_lab.scores.metrics import words

#: Words that both must keep, or the page is no article to them.
_LEAST = 50

#: Characters of a headline, at least.
_LEAST_TITLE = 15


def taught_labels(record: Record, blocks: Sequence[Sequence[str]]) -> list[float]:
    """For each block, given by its tokens, the mean of the shares that the two keep of it; NaN where one
    keeps more than half and the other less."""
    unknown = [math.nan] * len(blocks)
    kept = _kept(record)
    if min(map(len, kept)) < _LEAST:
        return unknown
    first, second = (align(blocks, found) for found in kept)
    return [(a + b) / 2 if (a >= 0.5) == (b >= 0.5) else math.nan for a, b in zip(first, second, strict=True)]


def taught_record(record: Record) -> Record | None:
    """``record`` with the text that both extractors keep, and a title; None where they keep too little."""
    page = read_page(record.read(), url=record.url, form="html")
    blocks = [block for block in page.blocks if block.text]
    labels = taught_labels(record, [words(block.text) for block in blocks])
    kept = [block.text for block, label in zip(blocks, labels, strict=True) if label >= 0.5]
    headings = (block.text for block in blocks if block.tag == "h1" and len(block.text) > _LEAST_TITLE)
    title = record.title or next(headings, None)
    return replace(record, text="\n".join(kept), title=title) if kept else None


def _kept(record: Record) -> tuple[list[str], list[str]]:
    raw = record.read()
    return words(_trafilatura(raw)), words(_readability(decode(raw)))


def _trafilatura(raw: bytes) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura.extract(raw, include_comments=False, include_tables=True) or ""


def _readability(source: str) -> str:
    from lxml import etree, html
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        return str(html.document_fromstring(Document(source).summary()).xpath("string()"))
    except (Unparseable, etree.LxmlError, ValueError):
        return ""
