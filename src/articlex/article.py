"""The result of an extraction: an :class:`Article`, assembled from a page after all stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from articlex.conflicts import conflicts
from articlex.facts import is_believed
from articlex.page import KEPT, Block, Fact, Field, Form, Kind, Page, Role
from articlex.tokens import fold

if TYPE_CHECKING:
    from articlex.write.options import Rendering
    from articlex.write.post import Post

_CAPTION = Role.CAPTION  # see articlex.page
#: The fields with several names.
_OF_NAMES = frozenset({Field.AUTHORS, Field.TAGS, Field.CATEGORIES})


class Verdict(StrEnum):
    """What kind of page it is: OK has an article, UNCERTAIN perhaps one; NO_ARTICLE is an error page, a front
    page and the like, and EMPTY has no text. The body of the last two is empty.
    """

    OK = "ok"
    UNCERTAIN = "uncertain"
    NO_ARTICLE = "no_article"
    EMPTY = "empty"


_WITHOUT_BODY = frozenset({Verdict.NO_ARTICLE, Verdict.EMPTY})


@dataclass(frozen=True)
class Article:
    """The article in one page, as :func:`articlex.extract` returns it.

    A field that the page does not state is None, or an empty tuple; no string is "". Dates are ISO 8601, as
    precise as on the page: ``2024-05``, ``2024-05-06``, ``2024-05-06T10:30:00``, or
    ``2024-05-06T10:30:00+02:00``.

    * ``verdict``: what kind of page it is. ``confidence``, from 0 to 1: the word F1 that the text is expected
      to have, always 0.5 with the engine "readability"; where there is none, how sure that is.
    * ``page``: the page with all blocks, their roles, and all facts.
    * ``title``: the headline as printed, without the site's name.
    * ``authors``: names of persons and organisations, in the order of the page.
    * ``date_published``, ``date_modified``: when it was published and last changed.
    * ``sitename``, ``description``, ``tags``, ``categories``, ``license``: as the page states them.
    * ``language``: BCP 47. ``dir``: direction of the script, "ltr" or "rtl".
    * ``url``: the canonical address that the page states, else the one that the caller gave.
    * ``image``: address of the main image.
    * ``access``: "free" or "paywalled", from the markup.
    * ``pagetype``: what the markup calls the page: "article", "website", a type of schema.org.
    * ``warnings``: problems and contradictions, in sentences.
    * ``provenance``: the facts of each field, the best first. It wins unless it is a date with a score below
      0.5 (:func:`articlex.facts.is_believed`).
    """

    verdict: Verdict
    confidence: float
    page: Page = field(repr=False, hash=False)
    title: str | None = None
    authors: tuple[str, ...] = ()
    date_published: str | None = None
    date_modified: str | None = None
    sitename: str | None = None
    language: str | None = None
    dir: str | None = None
    description: str | None = None
    url: str | None = None
    image: str | None = None
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    license: str | None = None
    access: str | None = None
    pagetype: str | None = None
    warnings: tuple[str, ...] = ()
    provenance: dict[Field, tuple[Fact, ...]] = field(default_factory=dict, repr=False, hash=False)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the page in document order; their roles are in ``page.marks``."""
        return self.page.blocks

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The kept blocks in document order, without the headline, as all formats print them; a letter is
        replaced by its parts, a list that only lays the page out is left out, a heading that is running text
        is none, rules and lists typed as text are such, and so are headings set in bold, and in raw page
        text what is likely a heading or an item of a list. The labels of tabs stand above what these show. A
        rule parts the posts of a thread."""
        from articlex.write.as_printed import as_printed
        from articlex.write.posts import with_rules_between

        body = body_as_read(self)
        # Each form has its own way to find headings, and none needs the other's.
        if self.page.form is Form.TEXT:
            from articlex.lost_marks.restored import with_lost_marks

            body = with_lost_marks(body, self.title or "")
        elif not self.page.markdown:
            from articlex.write.tab_labels import with_tab_labels
            from articlex.write.unmarked_headings import with_unmarked_headings

            authors = self.provenance.get(Field.AUTHORS)
            body = with_unmarked_headings(body, self.page.nodes, authors[0].block if authors else None)
            body = with_tab_labels(body, self.page)
        return with_rules_between(as_printed(body, self.title), self.posts, self.page.form)

    @cached_property
    def comments(self) -> tuple[Block, ...]:
        """The blocks of readers' comments, which do not belong to the body; none where nobody has said
        anything yet, and a label or a form stands alone."""
        from articlex.write.readers_comments import readers_comments

        return readers_comments(self.page)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The posts of a thread, each with author, date and the range of its blocks; none on other pages, and
        in raw page text where nothing tells who wrote them."""
        from articlex.write.posts import thread_posts

        return () if self.verdict in _WITHOUT_BODY else thread_posts(self.page)

    @cached_property
    def text(self) -> str:
        """The body as plain text: blocks with an empty line between them, without headline, captions and
        markup."""
        from articlex.write.text import write_text

        return write_text(self)

    @cached_property
    def markdown(self) -> str:
        """The article as Markdown (CommonMark with GFM tables), the headline first as ``#``."""
        from articlex.write.markdown import write_markdown

        return write_markdown(self)

    def render(self, name: str = "md", **options: Unpack[Rendering]) -> str:
        """The article as a document in the format ``name``, as printed by ``articlex -f``: "md", "json",
        "jsonl", "txt", "html", "csv" or "tei".

        ``options`` are the fields of :class:`~articlex.write.options.RenderOptions`: ``front_matter=True``,
        ``links=False``, ``tables="html"``, ``schema="trafilatura"``, ``fields=("title", "date")``. Raises
        UsageError for an unknown format or field, TypeError for an unknown option or a value of the wrong
        type, ValueError for an unknown value of ``tables`` or ``schema``.
        """
        from articlex.write.formats import render
        from articlex.write.options import RenderOptions

        return render(self, name, RenderOptions(**options))

    def to_dict(self) -> dict[str, Any]:
        """The record of the JSON output; ``data/article.schema.json`` is its schema."""
        from articlex.write.json import article_record

        return article_record(self)


def body_as_read(article: Article) -> Sequence[Block]:
    """The body of ``article``, with its headings as the reader has found them."""
    from articlex.write.layout_lists import without_layout_lists

    page = article.page
    if article.verdict in _WITHOUT_BODY:
        return ()
    kept = (block for block in page.blocks if page.marks[block.index].role in KEPT)
    shown = (_as_caption(b) if page.marks[b.index].role is _CAPTION else b for b in kept)
    whole = [part for block in shown for part in block.parts or (block,)]
    return without_layout_lists(whole, page.blocks)


def _as_caption(block: Block) -> Block:
    """The block as a caption; the reader may have taken it for a paragraph."""
    return block if block.kind is Kind.CAPTION else replace(block, kind=Kind.CAPTION)


def assemble(page: Page) -> Article:
    """The article in a page that has been through the pipeline."""
    provenance = _compete(page.facts)
    best = {name: facts[0] for name, facts in provenance.items() if is_believed(facts[0])}
    verdict, confidence = _verdict(page, best.pop(Field.VERDICT, None))
    # The fields of facts are named as those of an article.
    stated = {str(name): _value(fact) for name, fact in best.items()}
    stated["url"] = stated.get("url") or page.url
    if "categories" in stated and (title := fold(stated.get("title") or "")):
        # The last step of a path is the page itself.
        stated["categories"] = tuple(each for each in stated["categories"] if fold(each) != title)
    warnings = (*page.warnings, *_failures(page), *conflicts(provenance, page))
    return Article(verdict, confidence, page, warnings=warnings, provenance=provenance, **stated)


def _value(fact: Fact) -> Any:
    """The value of a fact as an article has it: names as a tuple, text as str or None."""
    if fact.field not in _OF_NAMES:
        return str(fact.value) or None
    return (fact.value,) if isinstance(fact.value, str) else fact.value


def _compete(facts: Iterable[Fact]) -> dict[Field, tuple[Fact, ...]]:
    """The facts of each field, the best first; equal ones in the order in which they were stated."""
    by_field: dict[Field, list[Fact]] = {}
    for fact in facts:
        by_field.setdefault(fact.field, []).append(fact)
    return {name: tuple(sorted(rivals, key=lambda fact: -fact.score)) for name, rivals in by_field.items()}


def _verdict(page: Page, fact: Fact | None) -> tuple[Verdict, float]:
    """(verdict, confidence) by the winning ``fact`` on the verdict."""
    if not any(block.text for block in page.blocks):
        return Verdict.EMPTY, 1.0
    if fact is None:
        return Verdict.NO_ARTICLE, 0.0
    return Verdict(str(fact.value)), fact.score


def _failures(page: Page) -> list[str]:
    return [f"stage {step.stage} failed: {step.error}" for step in page.trace if step.error]
