"""The data in the pipeline: a page, its blocks, and the marks and facts of stages.

A reader makes a :class:`Page`. Stages yield :class:`Mark` and :class:`Fact`; the runner
(:mod:`articlex.pipeline`) applies them and passes on a new Page. Blocks are never edited, merged, reordered
or deleted. The only logic here looks up the role of a block and what is around it.

Tens of thousands of blocks and nodes are built a second, so they are plain slots classes and named tuples; by
contract nobody writes to one after the reader has returned. Python 3.11 takes ten times as long to find a
member of an enumeration as a constant of a module: modules that ask for one at each block make it one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from articlex.markup import Markup

if TYPE_CHECKING:
    from articlex.signs import Signs


#: Makes a named tuple of the values of all its fields, ``new_tuple(Mark, (0, ...))``, in half the time of a
#: call of its class.
new_tuple = tuple.__new__


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
    """The verdict on a block. BOILERPLATE after the last stage means: not kept, recognised by no stage."""

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
    """The metadata fields for which facts compete, named as in the JSON output."""

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
    VERDICT = "verdict"  # "ok", "uncertain" or "no_article"; the fact's score is the confidence


class Style:
    """Bits of :attr:`Run.style`, or-ed together: the inline elements in which a run stands. They are plain
    integers, because an ``enum.IntFlag`` costs a microsecond for each operation."""

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
    ICON = 32768  # of an image: it is mere decoration


class Run(NamedTuple):
    """A stretch of text in a block that stands in the same inline elements.

    ``text`` has normalised white space, except in code. ``href`` is the raw target of a link, or None.
    ``src`` is the raw address of an image, None for text; the ``text`` of an image is its alternative text,
    which is no part of the block's text.
    """

    text: str
    style: int = 0
    href: str | None = None
    src: str | None = None


def runs_text(runs: Iterable[Run]) -> str:
    """The text that runs show: that of a picture is no part of it."""
    return "".join([run.text for run in runs if run.src is None])


class Cell(NamedTuple):
    """A cell of a data table, with the spans of the markup, which the reader has bounded."""

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
    """A structure around blocks that writers print: a list, an item, a quotation.

    Blocks in the same container share its ``id``, which is unique on the page. ``number`` is the first number
    of an ordered list, or the number of an item; ``checked`` is the state of an item's check box, None
    without one. ``label`` is the anchor of a FOOTNOTE, the summary of DETAILS, the ``cite`` address of a
    QUOTE, the type of the numbers of an ordered LIST ("a", "A", "i", "I"; "" for digits), or the marker
    printed in an ITEM.
    """

    wrap: Wrap
    id: int
    ordered: bool = False
    number: int = 1
    checked: bool | None = None
    label: str = ""


def stands_in(within: tuple[Container, ...], wrap: Wrap) -> bool:
    """Whether one of the containers around a block (``Block.within``) is a ``wrap``."""
    # any() takes twice as long, and most blocks are in no container.
    return bool(within) and wrap in [container.wrap for container in within]


class Hidden:
    """Bits of :attr:`Block.hidden`: reasons why a browser does not show the block at first."""

    NOSCRIPT = 1
    TEMPLATE = 2
    STYLE = 4  # display:none, visibility:hidden, hidden, aria-hidden
    COLLAPSED = 8  # a closed tab, accordion or <details>
    DATA = 16  # stands in JSON-LD or an embedded state, not in the markup
    DIALOG = 32  # a <dialog> that is not open


@dataclass(slots=True)
class Node:
    """A block-level element around blocks.

    ``parent`` is an index into :attr:`Page.nodes` (-1 for the root, which comes first; parents precede their
    children). ``words`` are the words of class, id, role, itemprop and aria-label in lower case, split at
    camelCase, hyphens and underscores. The blocks in the element are ``page.blocks[first:last]``.
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
    """The smallest unit that is kept or dropped. ``index`` is its place in :attr:`Page.blocks`.

    * ``text``: with normalised white space, without markup. Line breaks are those that a browser shows, and
      those in code. Cells of a table are separated by tabs, its rows by line breaks. ``runs``: its pieces.
    * ``kind``: what it is by its markup or shape; ``table`` has the cells of a TABLE, ``language`` that of
      CODE, "" if unknown, and ``level`` that of a HEADING, 1-6.
    * ``node``: index of the innermost element in :attr:`Page.nodes`. ``tag``: that of the element that made
      the block, "" in raw page text.
    * ``link_chars``: characters of text inside links. ``links``: number of separate links.
    * ``within``: containers around the block, outermost first. ``hidden``: bits of :class:`Hidden`.
    * ``inline_words``: words of the classes and ids of inline elements in it, lower-cased, without repeats.
    * ``parts``: the parts of a letter in <pre>, which writers print in its place; all have its ``index``.
    * ``anchor``: the id to which footnote references and links on the page point, "" without one.
    * Only in raw page text: ``line``, the number of the first line from 1; ``indent`` in columns; ``gap``,
      the number of blank lines above; ``lines``, the original lines.
    """

    index: int
    kind: Kind
    text: str
    runs: tuple[Run, ...]
    node: int = 0
    tag: str = ""
    level: int = 0
    link_chars: int = 0
    links: int = 0
    within: tuple[Container, ...] = ()
    hidden: int = 0
    inline_words: tuple[str, ...] = ()
    table: Table | None = None
    language: str = ""
    parts: tuple[Block, ...] = ()
    anchor: str = ""
    line: int = 0
    indent: int = 0
    gap: int = 0
    lines: tuple[str, ...] = ()


class Mark(NamedTuple):
    """The decision of a stage on the block with the index ``block``: its ``role``, the ``reason`` (a slug, of
    which ``explain --reasons`` makes a sentence), a ``score`` from 0 to 1. The runner adds the ``stage``."""

    block: int
    role: Role
    reason: str
    score: float = 1.0
    stage: str = ""


class Fact(NamedTuple):
    """A candidate value for a metadata ``field``.

    ``value`` is a string, or a tuple of strings for AUTHORS, TAGS and CATEGORIES; dates are ISO 8601.
    ``source`` is where it was found ("json-ld", "opengraph", "byline", ...), ``raw`` the original string
    there, ``block`` the index of its block, None without one; ``reason`` and ``stage`` are as in a
    :class:`Mark`. The fact with the highest ``score`` (0-1) wins, the first one of equals, except for a date
    that is more likely wrong than right (:func:`articlex.facts.is_believed`).
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
    """The effect of a stage on a page: how many marks and facts, its error, "" or ``Type: message``, and the
    marks of earlier stages that it overrode."""

    stage: str
    marked: int
    stated: int
    error: str = ""
    replaced: tuple[Mark, ...] = ()


@dataclass(slots=True, frozen=True)
class Page:
    """A raw page: blocks in document order, and the marks and facts of the stages so far.

    * ``form``, ``encoding``: how it came in, and the codec that decoded its bytes, "" for a str.
    * ``url``: the address given by the caller, or None. ``markup``: what HTML states outside its text.
    * ``blocks``, ``nodes``: in the order of the page, each element before those in it.
    * ``marks``: the mark of each block: its role is ``marks[block.index].role``.
    * ``facts``: all candidates for metadata, as stated. ``trace``: the effect of each stage.
    * ``warnings`` of the reader: "declared charset utf-8 is wrong, read as gb18030".
    * ``signs``: what :mod:`articlex.signs` computes from the blocks; equal ones have it alike.
    * ``markdown``: whether it was a Markdown document, a notebook or a note, which was converted to HTML.
    * ``collection``: whether it was several articles in one file, such as a feed, which stand one below the
      other, each below its own title.
    * ``year``: the one in which it is read, by the clock; 0 if nobody says.
    """

    form: Form
    blocks: tuple[Block, ...] = field(hash=False)
    nodes: tuple[Node, ...] = field(hash=False)
    markup: Markup = field(hash=False)
    url: str | None = None
    encoding: str = ""
    marks: tuple[Mark, ...] = ()
    facts: tuple[Fact, ...] = ()
    trace: tuple[Step, ...] = ()
    warnings: tuple[str, ...] = ()
    signs: Signs | None = field(default=None, compare=False)
    markdown: bool = False
    collection: bool = False
    year: int = field(default=0, compare=False)

    def beside(self, index: int) -> tuple[Block, ...]:
        """The blocks right before and right behind one."""
        return (*self.blocks[max(index - 1, 0) : index], *self.blocks[index + 1 : index + 2])

    def role(self, index: int) -> Role:
        """The current role of the block ``index``."""
        return self.marks[index].role if self.marks else Role.UNKNOWN

    def around(self, block: Block) -> Iterator[Node]:
        """The elements around a block, from the innermost, which may be its own, to the root."""
        place = block.node
        while place >= 0:
            yield self.nodes[place]
            place = self.nodes[place].parent
