"""The reader of raw page text: lines become blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from itertools import count
from typing import NamedTuple

from articlex.markup import Markup
from articlex.page import Block, Container, Form, Kind, Node, Page, Run, Wrap
from articlex.read.limits import check_blocks
from articlex.read.permalinks import without_permalink
from articlex.read.text.around.edit_labels import mark_headings
from articlex.read.text.around.own_lines import own_lines
from articlex.read.text.code.blocks import markdown_code, verbatim
from articlex.read.text.code.page_code import page_code
from articlex.read.text.columns.side_by_side import NARROW, side_by_side
from articlex.read.text.composed import usual_letters
from articlex.read.text.faces import with_names_apart
from articlex.read.text.headings import (
    RULE,
    RULE_SIGNS,
    item_heading,
    markdown_heading,
    setext_heading,
)
from articlex.read.text.lines import Line, goes_on
from articlex.read.text.lists import LETTER_INDENT, NUMBERS, Marker, Nesting, find_items
from articlex.read.text.lost_breaks.line_breaks import with_line_breaks
from articlex.read.text.markdown_lines import mended
from articlex.read.text.marks.inline import InlineReader, block_text, with_pictures_apart
from articlex.read.text.marks.links import references
from articlex.read.text.marks.markdown import width_of, writes_markdown
from articlex.read.text.marks.pandoc import is_pandoc
from articlex.read.text.marks.quotes import DEEPEST, SIGN_COLUMNS, has_quotes, quote_end, unquoted
from articlex.read.text.parted.parted_items import with_signs
from articlex.read.text.parted.parted_sentences import Sentences, parted_sentences
from articlex.read.text.parted.rejoin import rejoined
from articlex.read.text.recognisers import recognisers_for
from articlex.read.text.sections import SECTION_LEVEL, plain_runs, sections
from articlex.read.text.shape import Shape, paragraph
from articlex.read.text.wrapping.indents import LEAST, MOST, evened, stepped
from articlex.read.text.wrapping.join import Joints, join, joints_of
from articlex.read.text.wrapping.pairs import needed, runs_on
from articlex.read.text.wrapping.paragraphs import SOFT_HYPHEN, flows, short_width, wrap_widths
from articlex.read.text.wrapping.ragged import flows_in
from articlex.read.text.wrapping.widths import NARROWEST

#: The warning that comes with a page that was one line.
_PARTED = "the page is one long line: line breaks are put back where lines seem to have ended"
#: Largest share of wide lines, such as headlines, on a page that is set in narrow columns.
_MAX_WIDE = 0.2
#: An item with at most so many words, bullet included, is a label: the line below does not go on with it.
_FEW_WORDS = 5
#: By how much the centres of two centred lines may differ, in half columns.
_MIDDLE = 2
_PUNCTUATION = ".,;:!?()\"'”’»"
#: Kinds whose text is taken verbatim, and kinds that need no text.
_VERBATIM = frozenset((Kind.CODE, Kind.TABLE, Kind.EMBED))
_TEXTLESS = frozenset((Kind.RULE, Kind.EMBED, Kind.IMAGE))


def read_text(
    source: str, *, url: str | None = None, encoding: str = "", warnings: tuple[str, ...] = ()
) -> Page:
    """The page in ``source``, a page that was flattened to plain text. Raises TooLargeError.

    A block is a paragraph (one line, or the re-joined lines of a hard-wrapped one), a list item, a table,
    a piece of code, a heading or a rule. Structure is read only where the evidence is strong. Columns side
    by side are read one after the other. Page headers and footers of a print, a crawler's record above the
    page, and the list of addresses that lynx appends come last, as blocks without text.
    """
    source = source if source.isascii() else usual_letters(source)
    if parted := with_line_breaks(source):
        source, warnings = parted, (*warnings, _PARTED)
    own = own_lines(source)
    blocks = _blocks(own.lines, own.code)
    blocks += _textless([(line, "") for line in own.aside], len(blocks))
    mark_headings(blocks, own.labelled)
    for heading in sections(blocks):
        heading.kind, heading.level, heading.runs = Kind.HEADING, SECTION_LEVEL, plain_runs(heading)
    root, markup = Node("", -1, 0, (), 0, len(blocks)), Markup(title=own.title)
    return Page(Form.TEXT, tuple(blocks), (root,), markup, url or own.url, encoding, warnings=warnings)


def _blocks(lines: list[Line], code: Set[int]) -> list[Block]:
    """The blocks of the page's own lines, followed by those for the addresses that lynx lists. ``code`` has
    the numbers of lines that are code."""
    listed = references(lines)
    markdown = not listed.addresses and writes_markdown(lines)
    pandoc = markdown and is_pandoc(lines)
    around = 0
    if markdown:
        lines = mended(lines, pandoc)
        around = width_of(lines)
        lines = with_names_apart(lines)
    inline = InlineReader(lines, listed.addresses, markdown, pandoc)
    addresses = [(lines[place], address) for place, address in sorted(listed.places.items())]
    shown = [line for place, line in enumerate(lines) if place not in listed.places] if addresses else lines
    parts = side_by_side(shown)
    narrowest = _narrowest(parts)
    blocks: list[Block] = []
    whole = _Whole(blocks, inline, count(1).__next__, code)
    for part in parts:
        _Builder(part, whole, narrowest=narrowest, around=around).build()
    for own in page_code(blocks):
        own.kind, own.text, own.runs = Kind.EMBED, "", ()
    blocks += _textless(addresses, len(blocks))
    return blocks


def _narrowest(parts: Sequence[Sequence[Line]]) -> int:
    """The narrowest width at which paragraphs may be wrapped. Where the page has wider text as well, the
    lines of a narrow column are teasers below each other, which must not be joined."""
    wide = sum(line.width >= NARROWEST for part in parts for line in part)
    return NARROW if len(parts) > 1 and wide <= _MAX_WIDE * sum(map(len, parts)) else NARROWEST


def _textless(listed: Sequence[tuple[Line, str]], first: int) -> Iterator[Block]:
    """Blocks without text for lines that are not the page's own, and for the addresses that lynx lists below
    a page. ``listed`` has each line with its address, "" for none; block indices begin at ``first``."""
    for index, (line, address) in enumerate(listed, first):
        runs = (Run("", href=address),) if address else ()
        yield Block(index, Kind.EMBED, "", runs, line=line.number, indent=line.indent, lines=(line.raw,))


class _Whole(NamedTuple):
    """What the builders of one page share, one for each column and each quotation: the blocks so far, the
    reader of inline markup, a source of container ids, and the numbers of lines that are code."""

    blocks: list[Block]
    inline: InlineReader
    new_id: Callable[[], int]
    code: Set[int]


class _Builder:
    """Makes the blocks of one column of a page, or of one quotation in it, in document order."""

    def __init__(
        self,
        lines: Sequence[Line],
        whole: _Whole,
        outside: tuple[Container, ...] = (),
        narrowest: int = NARROWEST,
        around: int = 0,
    ) -> None:
        """``outside`` are the containers around all of ``lines``. ``around`` is the width at which the text
        around a quotation is wrapped, for lines that are too few to show their own; 0 if unknown."""
        # Markdown needs no fitting: html2text wraps it at a known width.
        lines = (stepped(lines) or lines) if whole.inline.markdown else with_signs(evened(lines))
        self.lines = lines
        self.whole = whole
        self.blocks, self.inline, self.new_id, self.code = whole
        self.outside = outside
        self.widths = wrap_widths(lines, narrowest)
        if around:
            most = around if self.whole.inline.markdown else max(self.widths, default=0)
            self.widths = [min(width, most) or around for width in self.widths]
        self.widest = max(self.widths, default=0)
        #: Whether paragraphs may have several lines.
        self.joined = self.widest > 0 or any(line.text[-1] == SOFT_HYPHEN for line in lines)
        self.quoting = self.inline.markdown or has_quotes(lines)
        self.joints = joints_of(lines, self.widths)
        self.items = find_items(lines, self.widths)
        plain = not outside and not self.inline.markdown
        self.sentences = parted_sentences(lines, self.widths, self.code) if plain else Sentences()
        self.nesting = Nesting(self.new_id, outside)

    def build(self) -> None:
        """Add the blocks of all lines to those of the page."""
        place, markdown = 0, self.inline.markdown
        while place < len(self.lines):
            place = (
                (markdown and self._set_off(place))
                or (self.lines[place].number in self.code and self._code(place))
                or (place in self.items and self._item(place))
                or (self.lines[place].text[0] == ">" and self._quote(place))
                or (markdown and self._heading(place))
                or (place + 1 in self.sentences.going_on and self._sentence(place))
                or self._shape(place)
                or self._paragraph(place)
            )

    # Each of these adds the block that begins at a line, and returns the place of the line behind it; 0 where
    # no such block begins.

    def _added(self, shape: Shape | None, start: int) -> int:
        if not shape:
            return 0
        lines = self.lines[start : shape.end]
        self._add(shape, lines, self.nesting.continue_at(lines[0]))
        return shape.end

    def _set_off(self, start: int) -> int:
        """Code of Markdown, inside of which nothing is markup."""
        return self._added(markdown_code(self.lines, start), start)

    def _code(self, start: int) -> int:
        """Code that was put together."""
        end = start + 1
        while end < len(self.lines) and self.lines[end].number in self.code:
            end += 1
        return self._added(Shape(Kind.CODE, end, verbatim(self.lines[start:end])), start)

    def _heading(self, start: int) -> int:
        """A heading of Markdown."""
        return self._added(setext_heading(self.lines, start) or self._signed_heading(start), start)

    def _signed_heading(self, start: int) -> Shape | None:
        """A heading behind ``#``, which html2text wraps as it does a paragraph."""
        heading = markdown_heading(self.lines, start)
        if not heading:
            return None
        end = self._paragraph_end(start, None)
        written = (self.lines[start]._replace(text=heading.text), *self.lines[start + 1 : end])
        return heading._replace(end=end, text=join(written, 0, Joints()))

    def _shape(self, start: int) -> int:
        """What a recogniser sees."""
        for recognise in recognisers_for(self.lines, start, self.inline.markdown):
            if shape := recognise(self.lines, start):
                return self._added(shape, start)
        return 0

    def _quote(self, start: int) -> int:
        """All blocks of a quotation."""
        end = quote_end(self.lines, start, bool(self.outside), self.quoting)
        if end == start or len(self.outside) >= DEEPEST:
            return 0
        quote = Container(Wrap.QUOTE, self.new_id())
        within = (*self.nesting.continue_at(self.lines[start]), quote)
        inner = unquoted(self.lines[start:end])
        around = max(0, self.widths[start - 1] - SIGN_COLUMNS) if start else 0
        around = around or short_width(inner)  # the quotation in a mail may be all that is wrapped
        _Builder(inner, self.whole, within, around=around).build()
        return end

    def _item(self, start: int) -> int:
        """A list item, or the heading that is all of one."""
        marker = self.items[start]
        end = self._sentence_end(start)
        parted = end > start + 1
        end = end if parted else self._paragraph_end(start, marker)
        lines = self.lines[start:end]
        text = marker.text
        if len(lines) > 1:
            written = (lines[0]._replace(text=text), *lines[1:])
            text = self._rejoined(written) if parted else join(written, self.widths[start], self.joints)
        heading, numbered = None, marker.sign in NUMBERS
        if self.inline.markdown and (numbered or end not in self.items):
            heading = item_heading(text, self.lines, end, numbered)
        self._add(heading or Shape(Kind.LIST_ITEM, end, text), lines, self.nesting.open_item(marker))
        return end

    def _sentence(self, start: int) -> int:
        """A paragraph whose links and emphasis are on lines of their own."""
        end = self._sentence_end(start)
        return self._added(paragraph(end, self._rejoined(self.lines[start:end])), start)

    def _rejoined(self, lines: Sequence[Line]) -> str:
        return rejoined(lines, self.sentences.signs, self.sentences.kept)

    def _sentence_end(self, start: int) -> int:
        end = start + 1
        while end in self.sentences.going_on:
            end += 1
        return end

    def _paragraph(self, start: int) -> int:
        end = self._paragraph_end(start, None)
        lines = self.lines[start:end]
        within = self._around(start, end) if self.nesting.levels else self.outside
        self._add(paragraph(end, join(lines, self.widths[start], self.joints)), lines, within)
        return end

    def _around(self, start: int, end: int) -> tuple[Container, ...]:
        """The containers of a paragraph, below an item."""
        if self._is_centred(start, end) or self._is_past_list(start):
            return self.nesting.leave()
        line = self.lines[start]
        broken = self.inline.markdown and start > 0 and self.lines[start - 1].open and not line.gap
        return self.nesting.within() if broken else self.nesting.continue_at(line)

    def _is_centred(self, start: int, end: int) -> bool:
        """Whether a line is centred, as lynx sets the headline below a menu."""
        if end > start + 1 or end == len(self.lines) or not start or not self.lines[start].gap:
            return False
        before, line, following = self.lines[start - 1 : start + 2]
        apart = line.indent != before.indent and following.gap > 0 and goes_on(line.text)
        return apart and self.nesting.is_above(line, following)

    def _is_past_list(self, start: int) -> bool:
        """Whether a line is indented further than the text of the list right above it, a menu with a line for
        each item: inscriptis indents by depth, and the page is nested deeper than its menu."""
        last, before = self.items.get(start - 1), self.items.get(start - 2)
        if last is None or before is None or (last.sign, last.indent) != (before.sign, before.indent):
            return False
        line = self.lines[start]
        return line.gap > 0 and not self.lines[start - 1].gap and line.indent >= last.column + LETTER_INDENT

    def _paragraph_end(self, start: int, marker: Marker | None) -> int:
        """The place behind the paragraph that begins at ``start``, with a list marker or without."""
        end = start + 1
        if not (marker or self.joined):
            return end
        while end < len(self.lines) and end not in self.items:
            following = self.lines[end]
            if following.gap or not (
                self._flows_on(start, end, marker)
                or (marker and self._goes_on_below(start, end, marker))
                or self._is_centred_below(end)
            ):
                break
            if following.text[0] == ">" and quote_end(self.lines, end, False, self.quoting) > end:
                break  # "Ann wrote:" stands right above what Ann wrote
            if following.text[0] in RULE_SIGNS and RULE.match(following.text):
                break
            end += 1
        return end

    def _flows_on(self, start: int, place: int, marker: Marker | None) -> bool:
        """Whether the line before ``place`` is full, and the one at ``place`` goes on where that began. The
        second line of a paragraph may be indented to the text of its item, or below a term that hangs out to
        the left, as in RFCs ("staff: A board at the quay").
        """
        line, following, width = self.lines[place - 1], self.lines[place], self.widths[place - 1]
        if flows_in(line, following, width, inside=place > start + 1):
            return True
        if place > start + 1 or line.indent == following.indent:
            return False
        hangs = LEAST <= following.indent - line.indent <= MOST and runs_on(line, following)
        aligned = hangs or (marker is not None and abs(following.indent - marker.column) <= 1)
        return aligned and flows(line, following, width)

    def _is_centred_below(self, place: int) -> bool:
        """Whether the line at ``place`` goes on with a centred headline or paragraph: the line above is as
        wide as the text, and has the same centre."""
        line, following = self.lines[place - 1], self.lines[place]
        if following.indent == line.indent or following.text[0] == "[":
            return False
        if abs(line.indent + line.width - following.indent - following.width) > _MIDDLE:
            return False
        return needed(line, following) - line.indent > self.widest - _MIDDLE > 0

    def _goes_on_below(self, start: int, place: int, marker: Marker) -> bool:
        """Whether the sentence of an item goes on in the line at ``place``, right below the item's text,
        though the line above is not full: somebody broke it by hand."""
        line, following = self.lines[place - 1], self.lines[place]
        if not following.indent == marker.column > marker.indent:
            return False
        is_word = following.text.split(" ", 1)[0].strip(_PUNCTUATION).isalpha()  # not "ann.example"
        long = len(self.lines[start].text.split(None, _FEW_WORDS)) > _FEW_WORDS
        return is_word and long and runs_on(line, following)

    def _add(self, shape: Shape, lines: Sequence[Line], within: tuple[Container, ...]) -> None:
        """Append the block of a shape, and before it one of the pictures with which it begins."""
        if shape.kind in _VERBATIM:
            self._append(shape, shape.text, (Run(shape.text, href=shape.href),), lines, within)
            return
        runs = self.inline.runs(shape.text)
        if shape.kind is Kind.HEADING and len(runs) > 1:
            runs = without_permalink(runs)
        if self.inline.markdown:
            pictures, runs = with_pictures_apart(runs)
            if pictures:
                self._append(Shape(Kind.IMAGE, shape.end, ""), "", pictures, lines, within)
                if not runs:
                    return
        self._append(shape, block_text(runs), runs, lines, within)

    def _append(
        self,
        shape: Shape,
        text: str,
        runs: tuple[Run, ...],
        lines: Sequence[Line],
        within: tuple[Container, ...],
    ) -> None:
        """Append one block, unless it has no text and is of a kind that means nothing without."""
        if not text and shape.kind not in _TEXTLESS:
            return
        first, table = lines[0], shape.table
        if table and (unmarked := self.inline.table(table)):
            text, table = unmarked
        check_blocks(len(self.blocks))
        # With all values as named arguments a block takes twice the time.
        block = Block(len(self.blocks), shape.kind, text, runs)
        block.within = within
        block.lines = (first.raw,) if len(lines) == 1 else tuple([line.raw for line in lines])
        block.line, block.indent, block.gap = first.number, first.indent, first.gap
        block.level, block.table, block.language = shape.level, table, shape.language
        if len(runs) > 1 or (runs and runs[0].href is not None):  # as of few blocks
            linked = [len(run.text) for run in runs if run.href is not None and run.src is None and run.text]
            block.link_chars, block.links = sum(linked), len(linked)
        self.blocks.append(block)
