"""The data that flows through the pipeline: blocks, the page that holds them, and what stages say of them.

A reader makes a :class:`Page` once. Stages yield :class:`Mark` and :class:`Fact`; the runner
(:mod:`articlex.pipeline`) applies them and hands on a new Page. Blocks are never edited, merged,
reordered or deleted. There is no logic here but a look at the marks and at what stands around a block.

Blocks and nodes are built tens of thousands of times a second, so they are plain slots classes and
named tuples; by contract nobody writes to one after the reader has returned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from articlex.signs import Signs


class Form(StrEnum):
    """The form in which a page came in."""

    HTML = "html"
    TEXT = "text"


class Kind(StrEnum):
    """What a block is, by its markup or its shape; what it is *for* is its :class:`Role`."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TERM = "term"
    DEFINITION = "definition"
    CODE = "code"
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    MATH = "math"
    EMBED = "embed"
    RULE = "rule"


class Role(StrEnum):
    """The one verdict on a block. UNKNOWN after the last stage means: not kept, nobody knew why."""

    UNKNOWN = "unknown"
    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"
    NAV = "nav"
    LANGUAGE_MENU = "language_menu"
    BREADCRUMB = "breadcrumb"
    PAGINATION = "pagination"
    SHARE = "share"
    RELATED = "related"
    TAGS = "tags"
    AUTHOR_BIO = "author_bio"
    COMMENT = "comment"
    PROMO = "promo"
    CONSENT = "consent"
    LEGAL = "legal"
    FOOTER = "footer"
    BOILERPLATE = "boilerplate"


#: Roles whose blocks are printed.
KEPT = frozenset({Role.BODY, Role.CAPTION})


class Field(StrEnum):
    """The metadata fields for which facts compete. Names are those of the JSON output."""

    TITLE = "title"
    AUTHORS = "authors"
    DATE_PUBLISHED = "date_published"
    DATE_MODIFIED = "date_modified"
    SITENAME = "sitename"
    LANGUAGE = "language"
    DIRECTION = "dir"
    DESCRIPTION = "description"
    URL = "url"
    IMAGE = "image"
    TAGS = "tags"
    CATEGORIES = "categories"
    LICENSE = "license"
    ACCESS = "access"
    PAGETYPE = "pagetype"
    #: What the page is ("ok", "uncertain", "no_article"); the fact's score is the confidence.
    VERDICT = "verdict"


class Style:
    """Bits of :attr:`Run.style`: the inline elements in which a run stands, or-ed together.

    Plain integers, because an ``enum.IntFlag`` costs a microsecond for each operation.
    """

    EM = 1
    STRONG = 2
    CODE = 4
    DEL = 8
    MARK = 16
    KBD = 32
    SUB = 64
    SUP = 128
    MATH = 256  # text is LaTeX
    MATH_DISPLAY = 512  # with MATH: stands on a line of its own
    BREAK = 1024  # a hard line break; text is "\n"
    FOOTNOTE = 2048  # a reference to a footnote; href is "#id"
    RUBY = 4096  # the reading printed over the run before it; text is in parentheses
    INS = 8192
    QUOTE = 16384  # <q>
    ICON = 32768  # of an image: it tells nothing


class Run(NamedTuple):
    """A stretch of text inside one block that shares its inline elements.

    ``text`` is white-space normalised except in code. ``href`` is the raw link target or None.
    ``src`` is not None for an image alone: then it is the image's raw address and ``text`` its
    alternative text, which does not count as text of the block.
    """

    text: str
    style: int = 0
    href: str | None = None
    src: str | None = None


class Cell(NamedTuple):
    """One cell of a data table, as the markup states it; spans are already bounded by the reader."""

    runs: tuple[Run, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    align: str = ""  # "", "left", "center", "right"
    #: Block content inside the cell (lists, code, several paragraphs), else empty.
    blocks: tuple[Block, ...] = ()


class Table(NamedTuple):
    """A data table: rows of cells, before spans are expanded."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0


class Wrap(StrEnum):
    """What a :class:`Container` is."""

    QUOTE = "quote"
    LIST = "list"
    ITEM = "item"
    DEFINITIONS = "definitions"
    FIGURE = "figure"
    DETAILS = "details"
    FOOTNOTE = "footnote"


class Container(NamedTuple):
    """A structure around a block that a writer must print: the list, the item, the quotation.

    Blocks of one container share its ``id``, which is unique in the page. An ordered list carries
    its first number in ``number``; an item carries its own number there, and its check box in
    ``checked`` (None: it has no box). A footnote carries its anchor in ``label``; DETAILS carries its
    summary text there; QUOTE carries the ``cite`` address there; an item the sign that the page prints in it.
    """

    wrap: Wrap
    id: int
    ordered: bool = False
    number: int = 1
    checked: bool | None = None
    label: str = ""


def stands_in(within: tuple[Container, ...], wrap: Wrap) -> bool:
    """Whether a container of the kind ``wrap`` is among those around a block, ``Block.within``."""
    # any() takes twice as long, and most blocks stand in nothing.
    return bool(within) and wrap in [container.wrap for container in within]


class Hidden:
    """Bits of :attr:`Block.hidden`: why a browser would not show the block at first sight."""

    NOSCRIPT = 1
    TEMPLATE = 2
    STYLE = 4  # display:none, visibility:hidden, hidden, aria-hidden
    COLLAPSED = 8  # a closed tab, accordion or <details>
    DATA = 16  # stands in JSON-LD or an embedded state, not in the markup


@dataclass(slots=True)
class Node:
    """An element on the way from the root to a block: one per block-level element.

    ``parent`` is an index into :attr:`Page.nodes` (-1 for the root, which comes first; a parent always
    comes before its children). ``words`` are the lower-cased words of class, id, role, itemprop and
    aria-label, split at camelCase, hyphens and underscores. The blocks below the node are
    ``page.blocks[first:last]``.
    """

    tag: str
    parent: int
    depth: int
    words: tuple[str, ...]
    first: int
    last: int
    #: The attributes class, id and role as written, joined by a space: the shape that siblings share.
    shape: str = ""


@dataclass(slots=True)
class Block:
    """The smallest thing that is kept or dropped whole. ``index`` is its place in :attr:`Page.blocks`."""

    index: int
    kind: Kind
    #: White-space normalised text without markup; line breaks kept where a browser shows them, and as
    #: written in code. A table's cells are joined by tabs, its rows by line breaks.
    text: str
    runs: tuple[Run, ...]
    #: Index of the innermost node into :attr:`Page.nodes`.
    node: int = 0
    #: Tag of the element that made the block ("" in raw page text).
    tag: str = ""
    #: Heading level 1-6, else 0.
    level: int = 0
    #: Characters of text that stand inside links.
    link_chars: int = 0
    #: Number of separate links.
    links: int = 0
    #: Structures around the block, outermost first.
    within: tuple[Container, ...] = ()
    #: Bits of :class:`Hidden`.
    hidden: int = 0
    #: Lower-cased class/id words of the inline elements inside the block, in order, without repeats.
    inline_words: tuple[str, ...] = ()
    table: Table | None = None
    #: Language of a code block ("" unknown).
    language: str = ""
    #: What a letter in <pre> holds, which writers print in its place; their ``index`` is that of the letter.
    parts: tuple[Block, ...] = ()
    #: Anchor id of the block ("" none): footnotes and in-page links point there.
    anchor: str = ""
    #: Raw page text: number of the first line (1-based), indentation in columns, blank lines before,
    #: and the lines as written.
    line: int = 0
    indent: int = 0
    gap: int = 0
    lines: tuple[str, ...] = ()


class Annotation(NamedTuple):
    """Something the markup states about a stretch of a block that metadata readers need.

    ``name`` is "time" (value: ``datetime``), "age" (an element that prints how long ago it was), "rel" (such
    as "author", "tag" or "license"), "itemprop" (value: the property), "property" (RDFa), "class" (value: a
    byline, date or hentry class), or "heading-part": an inline element inside a heading.
    ``value`` is that attribute, ``content`` a machine-readable content/datetime/title attribute or
    href, ``text`` the printed text. ``block`` is the block in which the element starts, or the one
    that follows. ``scope`` is the type of the item around it, "" if none: the nearest ``itemtype``, for a
    property of RDFa the nearest ``typeof`` too. ``article`` is the number of the nearest of
    :attr:`Markup.articles` around it, from 1; ``response``: it is inside a comment, a review or an answer.
    """

    name: str
    value: str
    text: str
    block: int
    content: str = ""
    scope: str = ""
    article: int = 0
    response: bool = False


class StatedArticle(NamedTuple):
    """An element that microdata or RDFa call a piece of writing.

    Its blocks are those from ``first`` up to ``last``, none if it is in a line; ``outer`` is the number of
    the nearest such element around it, from 1, 0 if none.
    """

    first: int
    last: int
    outer: int


@dataclass(slots=True)
class Markup:
    """What an HTML page states outside its visible text, unread. Raw page text has but the title, where a
    crawler wrote it above the page."""

    #: The page as decoded.
    source: str = field(default="", repr=False)
    #: The <title> element's text.
    title: str = ""
    #: Language and direction declared on <html> or <body>.
    lang: str = ""
    dir: str = ""
    #: <base href>.
    base: str = ""
    #: (name | property | itemprop | http-equiv, lower-cased, content) of each <meta>, in order.
    metas: list[tuple[str, str]] = field(default_factory=list)
    #: (rel, lower-cased, href, hreflang | type) of each <link>, in order.
    links: list[tuple[str, str, str]] = field(default_factory=list)
    #: Raw texts of <script type="application/ld+json">.
    json_ld: list[str] = field(default_factory=list)
    #: Raw texts of other JSON scripts (embedded state), longest first, bounded by the reader.
    states: list[str] = field(default_factory=list)
    #: Characters of those scripts together.
    state_chars: int = 0
    annotations: list[Annotation] = field(default_factory=list)
    #: What ``itemtype`` and ``typeof`` call a piece of writing, in order.
    articles: list[StatedArticle] = field(default_factory=list)


class Mark(NamedTuple):
    """A stage's decision on one block. ``stage`` is filled in by the runner."""

    block: int
    role: Role
    reason: str
    score: float = 1.0
    stage: str = ""


class Fact(NamedTuple):
    """A candidate value for one metadata field.

    ``value`` is a string, or a tuple of strings for AUTHORS, TAGS and CATEGORIES; dates are ISO 8601.
    ``source`` says where it was found ("json-ld", "opengraph", "byline", ...), ``raw`` is the string as
    found there. The fact with the highest ``score`` (0-1) wins, the first one of equals; a date that is more
    likely wrong than right does not (:func:`articlex.facts.is_believed`).
    """

    field: Field
    value: str | tuple[str, ...]
    source: str
    raw: str
    reason: str
    score: float
    block: int | None = None
    stage: str = ""


class Step(NamedTuple):
    """What one stage did to a page, computed by the runner. ``error`` is "" or ``Type: message``."""

    stage: str
    marked: int
    stated: int
    error: str = ""


@dataclass(slots=True, frozen=True)
class Page:
    """One raw page: blocks in document order, facts, and the stages' verdicts so far."""

    form: Form
    blocks: tuple[Block, ...] = field(hash=False)
    nodes: tuple[Node, ...] = field(hash=False)
    markup: Markup = field(hash=False)
    #: Address given by the caller, or None.
    url: str | None = None
    #: Name of the encoding the bytes were decoded with ("" when a str came in).
    encoding: str = ""
    #: One mark for each block; the role of a block is ``marks[block.index].role``.
    marks: tuple[Mark, ...] = ()
    facts: tuple[Fact, ...] = ()
    trace: tuple[Step, ...] = ()
    #: What the reader wants the caller to know ("declared charset utf-8 is wrong, read as gb18030").
    warnings: tuple[str, ...] = ()
    #: What the stages go by, read off the blocks once by the runner; see :mod:`articlex.signs`. Equal blocks
    #: have equal ones, and what is remembered with them is no part of the page.
    signs: Signs | None = field(default=None, compare=False)
    #: The page was a Markdown document, a notebook or a note, and is read as the HTML that it stands for.
    markdown: bool = False

    def role(self, index: int) -> Role:
        """The current role of block ``index``."""
        return self.marks[index].role if self.marks else Role.UNKNOWN

    def around(self, block: Block) -> Iterator[Node]:
        """The elements around a block: the innermost first, which may be its own, and the root last."""
        place = block.node
        while place >= 0:
            node = self.nodes[place]
            yield node
            place = node.parent
