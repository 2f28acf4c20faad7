"""The score of one page by one engine in one form, and means over pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median
from typing import TypeVar

from articlex_lab.corpora.annotated import Record
from articlex_lab.peers.engines import ARTICLEX, Output
from articlex_lab.scores.metrics import SnippetCounts, WordScore, add, snippet_counts, word_score

Thing = TypeVar("Thing")
Key = TypeVar("Key", bound=tuple[str, ...])

#: Scores by convention: "body" is that of the text alone, "headline" that of the text below its title.
Words = dict[str, WordScore]
Snippets = dict[str, SnippetCounts]

#: Whether the gold texts of a corpus begin with the headline. Titles within the first words of the gold text:
#: multilingual 38 of 60, forums 29 of 47; wcxb-dev 16 of 120 articles and forum threads and 102 of 300 other
#: pages, reader 7 of 71, articles 3 of 69, news 0 of 127.
HEADLINE_IN_GOLD = {
    "articles": False,
    "forums": True,
    "multilingual": True,
    "news": False,
    "reader": False,
    "snippets": False,
    "wcxb-dev": False,
}

#: Seconds of processor time over which a page counts as too slow.
SLOW = 2.0


@dataclass(frozen=True, slots=True)
class PageScore:
    """What one engine did with one page.

    Every text is scored twice, as it is and below the title. ``words`` and ``snippets`` are empty where the
    corpus has no such gold. All times are processor time: ``milliseconds`` for the text,
    ``whole_milliseconds`` for text, title, authors and date (0: the engine does not give them all).
    """

    name: str
    url: str
    corpus: str
    kind: str
    engine: str
    form: str
    flattener: str = ""
    words: Words = field(default_factory=dict)
    snippets: Snippets = field(default_factory=dict)
    milliseconds: float = 0.0
    whole_milliseconds: float = 0.0
    parse_milliseconds: float = 0.0
    verdict: str = ""
    error: str = ""

    @property
    def slow(self) -> bool:
        """Whether the page took longer than :data:`SLOW`."""
        return self.milliseconds > SLOW * 1000

    @property
    def ratio(self) -> float:
        """Time in ratio to a bare lxml parse of the same page."""
        return self.milliseconds / self.parse_milliseconds if self.parse_milliseconds else 0.0

    @property
    def whole_ratio(self) -> float:
        """The same ratio for text and metadata together."""
        return self.whole_milliseconds / self.parse_milliseconds if self.parse_milliseconds else 0.0


def score(record: Record, output: Output) -> tuple[Words, Snippets]:
    """The ``words`` and ``snippets`` of :class:`PageScore`."""
    texts = {"body": output.text, "headline": with_headline(output)}
    wanted, unwanted = record.with_snippets, record.without_snippets
    gold = record.text
    words = {} if gold is None else {name: word_score(gold, text) for name, text in texts.items()}
    counts = {name: snippet_counts(text, wanted, unwanted) for name, text in texts.items()}
    return words, counts if wanted or unwanted else {}


def with_headline(output: Output) -> str:
    """The text below the title; an empty text stays empty."""
    return f"{output.title}\n{output.text}" if output.title and output.text else output.text


@dataclass(frozen=True, slots=True)
class Mean:
    """Means over pages; ``words`` and ``snippets`` are None where no page has such gold.

    ``other_f1`` is the word F1 under the convention that is not reported. Times are medians.
    """

    pages: int
    words: WordScore | None
    other_f1: float | None
    snippets: SnippetCounts | None
    failed: int
    slow: int
    milliseconds: float
    ratio: float
    whole_ratio: float


def mean(pages: Sequence[PageScore], convention: str) -> Mean:
    """The means of some pages of one engine, under the ``convention`` "body" or "headline"."""
    other = "body" if convention == "headline" else "headline"
    scored = [page.words for page in pages if page.words]
    counted = [page.snippets for page in pages if page.snippets]
    timed = [page for page in pages if page.milliseconds]
    return Mean(
        pages=len(pages),
        words=_mean([words[convention] for words in scored]) if scored else None,
        other_f1=fmean(words[other].f1 for words in scored) if scored else None,
        snippets=add(counts[convention] for counts in counted) if counted else None,
        failed=sum(bool(page.error) for page in pages),
        slow=sum(page.slow for page in pages),
        milliseconds=median(page.milliseconds for page in timed) if timed else 0.0,
        ratio=median(page.ratio for page in timed) if timed else 0.0,
        whole_ratio=median(page.whole_ratio for page in timed) if timed else 0.0,
    )


def _mean(scores: Sequence[WordScore]) -> WordScore:
    return WordScore(*(fmean(column) for column in zip(*scores, strict=True)))


def convention(pages: Iterable[PageScore]) -> str:
    """The convention under which the pages of one engine and one corpus are reported.

    For articlex, whose text never includes the headline, that of the corpus (:data:`HEADLINE_IN_GOLD`). The
    text of a peer may include it or not, so that a peer gets the convention by which it scores better.
    """
    pages = list(pages)
    first = pages[0]
    if first.engine == ARTICLEX.name:
        return "headline" if HEADLINE_IN_GOLD.get(first.corpus, False) else "body"

    def total(name: str) -> float:
        counts = add(page.snippets[name] for page in pages if page.snippets)
        return sum(page.words[name].f1 for page in pages if page.words) + counts.f1

    return "headline" if total("headline") > total("body") else "body"


def group(things: Iterable[Thing], key: Callable[[Thing], Key]) -> dict[Key, list[Thing]]:
    """``things`` by their key, in the order in which the keys first appear."""
    groups: dict[Key, list[Thing]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return groups


def means_by_kind(pages: Sequence[PageScore]) -> dict[tuple[str, str, str, str], Mean]:
    """Means by corpus, kind, form and engine, under the convention that each corpus is reported by.

    The kind "all" is the whole corpus, and the only one of a corpus whose pages are of one kind.
    """
    means = {}
    for (corpus, form, engine), chosen in group(pages, lambda p: (p.corpus, p.form, p.engine)).items():
        reported = convention(chosen)
        kinds = group(chosen, lambda p: (p.kind,))
        means[corpus, "all", form, engine] = mean(chosen, reported)
        for (kind,), part in kinds.items():
            if len(kinds) > 1:
                means[corpus, kind, form, engine] = mean(part, reported)
    return means
