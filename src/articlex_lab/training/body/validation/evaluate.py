"""Scores of predictions: word F1 and snippet F1 of the blocks that the extractor would keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from articlex_lab.scores.metrics import SnippetCounts, add, snippet_counts
from articlex_lab.tables import render
from articlex_lab.training.body.samples.dataset import Sample
from articlex_lab.training.body.validation.prediction import Prediction


class SampleScore(NamedTuple):
    """Precision, recall and F1 of one page, in words; its snippet counts if it is one of ``snippets``."""

    sample: Sample
    precision: float
    recall: float
    f1: float
    snippets: SnippetCounts


def bag_scores(sample: Sample, kept: Any) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words of the blocks ``kept`` (bool [blocks]) against the gold text."""
    parts = [tokens for tokens, keep in zip(sample.tokens, kept, strict=True) if keep]
    found = np.concatenate(parts) if parts else np.zeros(0, np.int32)
    if not len(found) or not len(sample.gold):
        both = float(not len(found) and not len(sample.gold))
        return both, both, both
    size = int(max(found.max(), sample.gold.max())) + 1
    shared = np.minimum(np.bincount(found, minlength=size), np.bincount(sample.gold, minlength=size)).sum()
    precision, recall = shared / len(found), shared / len(sample.gold)
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def score_page(page: Prediction) -> SampleScore:
    """The score of one page under the extractor's own choice of blocks."""
    sample, kept = page.sample, page.kept
    snippets = SnippetCounts()
    if sample.texts:  # those of ``snippets`` alone have their texts
        text = "\n".join(text for text, keep in zip(sample.texts, kept, strict=True) if keep)
        snippets = snippet_counts(text, sample.wanted, sample.unwanted)
    return SampleScore(sample, *bag_scores(sample, kept), snippets)


def ceiling(sample: Sample) -> float:
    """Word F1 of the best choice of blocks by their labels: those of which more than half is gold."""
    return bag_scores(sample, sample.in_gold)[2]


def summary(scores: Iterable[SampleScore]) -> dict[str, dict[str, float]]:
    """Mean scores by corpus, and by kind for wcxb-dev; for ``snippets`` snippet F1."""
    groups: dict[str, list[SampleScore]] = defaultdict(list)
    for score in scores:
        groups[score.sample.corpus].append(score)
        if score.sample.corpus == "wcxb-dev":
            groups[f"wcxb-dev {score.sample.kind}"].append(score)
    return {name: _means(group) for name, group in sorted(groups.items())}


def _means(group: Sequence[SampleScore]) -> dict[str, float]:
    counts = add(score.snippets for score in group)
    if group[0].sample.corpus == "snippets":
        return {"pages": len(group), "snippet_f1": counts.f1, "wrong": counts.wrong, "missed": counts.missed}
    return {
        "pages": len(group),
        "f1": float(np.mean([score.f1 for score in group])),
        "precision": float(np.mean([score.precision for score in group])),
        "recall": float(np.mean([score.recall for score in group])),
        "ceiling": float(np.mean([ceiling(score.sample) for score in group])),
    }


def table(results: dict[str, dict[str, float]]) -> str:
    """The :func:`summary` as a table."""
    head = list(dict.fromkeys(name for row in results.values() for name in row))
    rows = [[where, *(_cell(row.get(name)) for name in head)] for where, row in results.items()]
    return render(["corpus", *head], rows)


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.3f}"
