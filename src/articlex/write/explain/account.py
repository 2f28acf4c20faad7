"""The account of a page: the role of each block and why, all competing facts, the trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from articlex.facts import is_believed
from articlex.page import Block, Fact, Field, Hidden, Kind, Mark, Page, Role
from articlex.pipeline import ORDER
from articlex.scoring.weights import Weight, weightiest_features
from articlex.set_aside import set_aside, without
from articlex.write.counts import measure

if TYPE_CHECKING:
    from articlex.article import Article

#: Innermost elements of a path that views of the whole page have: on a page nested 1,500 deep, whole paths
#: would be most of the output.
INNERMOST = 32


class Standing(StrEnum):
    """What became of a fact: the best of its field won, unless it is not believed."""

    WON = "won"
    LOST = "lost"
    DOUBTED = "doubted"


class Entry(NamedTuple):
    """A block, its mark, the reason of that as a sentence ("" if no stage knew the block), and whether it is
    part of the article."""

    block: Block
    mark: Mark
    sentence: str
    is_kept: bool

    @property
    def shown(self) -> str:
        """The text of the block; the original lines of one that the reader of raw page text has set aside."""
        block = self.block
        return block.text or ("\n".join(block.lines) if block.kind is Kind.EMBED else "")

    @property
    def hidden(self) -> list[str]:
        """Why a browser does not show the block at first."""
        # Only upper-case names: from Python 3.13 on, a class also has an attribute for its first line number.
        bits = self.block.hidden
        if not bits:
            return []
        return [name.lower() for name, value in vars(Hidden).items() if name.isupper() and bits & value]


class Claim(NamedTuple):
    """A fact, what became of it, and its reason as a sentence."""

    fact: Fact
    standing: Standing
    sentence: str

    @property
    def value(self) -> str:
        """The value in one string."""
        value = self.fact.value
        return value if isinstance(value, str) else ", ".join(value)


@dataclass(frozen=True)
class Account:
    """All that is known of a page after an extraction."""

    article: Article
    #: One for each block of the page, in order.
    entries: tuple[Entry, ...]
    #: The facts of each field, the winner first.
    claims: dict[Field, tuple[Claim, ...]]

    @property
    def page(self) -> Page:
        """The page with all blocks, marks and facts."""
        return self.article.page

    @cached_property
    def weights(self) -> dict[int, list[Weight]]:
        """The features that weighed most in the score of each block with text, by its index."""
        page = before_the_body(self.page)
        aside = set_aside(page)
        if not aside:
            return weightiest_features(page)
        rest, left = without(page, aside)
        return {left[index]: weights for index, weights in weightiest_features(rest).items()}

    @cached_property
    def words(self) -> list[int]:
        """The number of words in each block."""
        return [measure(block.text)[0] for block in self.page.blocks]

    def path(self, block: Block, most: int | None = None) -> str:
        """The elements around a block, ``html > body > main > p``; only the innermost ``most``, behind
        ``…``."""
        nodes = list(islice(self.page.around(block), most))[::-1]
        tags = [node.tag for node in nodes]
        if nodes and nodes[0].parent >= 0:
            tags.insert(0, "…")
        if block.tag and tags[-1:] != [block.tag]:
            tags.append(block.tag)
        return " > ".join(tag for tag in tags if tag)

    def reasons(self) -> Iterator[tuple[str, str, str]]:
        """(stage, slug, sentence) of each reason given on this page, in order of appearance."""
        sentences = _sentences()
        outputs: tuple[Mark | Fact, ...] = (*self.page.marks, *self.page.facts)
        given = dict.fromkeys((output.stage, output.reason) for output in outputs if output.stage)
        return ((stage, slug, sentences.get((stage, slug), "")) for stage, slug in given)


def account_of(article: Article) -> Account:
    """The account of the page of ``article``."""
    page, sentences = article.page, _sentences()
    kept = {block.index for block in article.body}

    def entry(block: Block) -> Entry:
        mark = page.marks[block.index]
        return Entry(block, mark, sentences.get((mark.stage, mark.reason), ""), block.index in kept)

    def claim(fact: Fact, place: int) -> Claim:
        best = Standing.WON if is_believed(fact) else Standing.DOUBTED
        sentence = sentences.get((fact.stage, fact.reason), "")
        return Claim(fact, Standing.LOST if place else best, sentence)

    claims = {
        name: tuple(claim(fact, place) for place, fact in enumerate(facts))
        for name, facts in article.provenance.items()
    }
    return Account(article, tuple(map(entry, page.blocks)), claims)


def before_the_body(page: Page) -> Page:
    """The page as the scorer saw it, with the marks and facts of only the stages before the body."""
    before = {stage.name for stage in takewhile(lambda stage: stage.name != "body", ORDER)}
    trace = tuple(takewhile(lambda step: step.stage in before, page.trace))
    later = page.trace[len(trace) :]
    names = {step.stage for step in later}
    replaced = {(step.stage, mark.block): mark for step in later for mark in step.replaced}

    def earlier(mark: Mark) -> Mark:
        while mark.stage in names:
            mark = replaced.get((mark.stage, mark.block), Mark(mark.block, Role.UNKNOWN, ""))
        return mark

    facts = page.facts[: sum(step.stated for step in trace)]
    return replace(page, marks=tuple(map(earlier, page.marks)), facts=facts, trace=trace)


def _sentences() -> dict[tuple[str, str], str]:
    """The sentence of each reason, by its stage and slug."""
    from articlex.engines import readability

    tables = {stage.name: stage.reasons for stage in ORDER} | {"readability": readability.REASONS}
    return {(stage, slug): text for stage, reasons in tables.items() for slug, text in reasons.items()}
