"""What the body has left out though it might be main content, with the kept blocks that it would belong to.

These are sentences, headings, whole lists and tables, all without a link, and admonitions. The stage
``attached`` adds those that stand inside the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from articlex.facts import author_blocks, best_value
from articlex.page import KEPT, Block, Field, Kind, Node, Page, Role
from articlex.page_kinds import page_kind
from articlex.punctuation import CLOSES, COLONS, SENTENCE_ENDS
from articlex.signs import signs_of
from articlex.signs.quotations import in_quotation
from articlex.stages.parts.kept_headings import text_below
from articlex.tokens import fold

_PARAGRAPH, _HEADING, _CAPTION = Kind.PARAGRAPH, Kind.HEADING, Kind.CAPTION  # see articlex.page
_TITLE, _BODY = Role.TITLE, Role.BODY  # see articlex.page

#: Bytes of UTF-8 of the shortest sentence between two blocks of the body, and the least probability of a
#: sentence or heading to be main content: below that are notices that a script shows, and what posts of a
#: thread quote. Of 1,075 headings from 0.1 on, on sites not fitted on, 67 % are gold (64 % of those up to
#: 0.15, and 49 % of those below 0.1); word F1 is the same within 0.0005 but for `forums` (0.812 to 0.811),
#: snippet F1 goes from 0.9403 to 0.9407.
_SENTENCE, _CHANCE = 25, 0.1

#: Blocks from a heading to the text of its section, and characters of the least that is one. Of the headings
#: that were left out above such a text in the same element, but not right above it, 43 of 46 are gold (two
#: thirds of the pages); where the text is in another element 22 of 30, with more blocks between them half of
#: them, and in threads, where they are names and ranks, few.
_NEAR, _LONG = 8, 60

#: The least of lists and tables right between kept blocks of one element. (None of 1,868 annotated pages has
#: one below :data:`_CHANCE`, which definitions of a word or two are.)
_LISTED_CHANCE = 0.01

#: Tags of lists, and items of the longest one. Of 560 pages of the corpora 18 have a list that was left out
#: whole between kept text, or behind a kept colon, all of them gold; of six at the end of an element five are
#: gold.
_LISTED = frozenset({"ul", "ol", "dl", "table"})
_MOST_ITEMS = 60
#: The least probability of what announces kept code, a list or a table in the same element. Above code all
#: of 13 read so; above lists 22 of 23 are gold, and none of four with less.
_LEAST_LEAD = {Kind.CODE: 0.1, Kind.LIST_ITEM: 0.3, Kind.TABLE: 0.3}
#: The class of a note, a warning or a tip in a box of its own: Docutils, Sphinx, Docusaurus, MkDocs. Of 14
#: blocks in such boxes with a title that were left out of the text around them 11 are gold.
_BOX = frozenset({"admonition"})
#: The same in newsletters and notes: Ghost, Notion. If it has a link it leads elsewhere as often as not, on
#: seven pages of six corpora.
_CALLOUT = frozenset({"callout"})
#: The least share of a block of labels of tabs that is links.
_LABELS = 0.8
#: Characters of the longest label of a listing, and blocks of the largest box that shows one in several
#: languages.
_CODE_LABEL, _MOST_LISTINGS = 30, 20
#: Characters of the longest line of links to the file and the host of a listing, most of it links.
_CODE_LINKS, _LINKED = 60, 0.5
#: The least probability of a sample beside a section.
_SAMPLE = 0.05
#: Elements around a list of definitions that hold nothing else, at most.
_MOST_WRAPPERS = 4
#: Blocks of the largest element around a table and its captions.
_MOST_IN_BOX = 3

_DROPPED = frozenset({Role.BOILERPLATE})
#: Roles of what is not kept, and has no name as a part of the page: the scorer dropped it, or a stage that
#: knows why did, or nothing has been said of it.
NAMELESS = _DROPPED | {Role.UNKNOWN}
#: A label in the middle of the text, as that of a box for subscribers, may have made a footer of the rest.
LEFT_OUT = _DROPPED | {Role.FOOTER}


class Whole(NamedTuple):
    """A list or table that was left out whole, or what was left out of a box: its blocks, the block before it
    and the one behind it (-1 if it ends the element around it)."""

    items: tuple[int, ...]
    before: int
    after: int


def lists_left_out(page: Page) -> Iterator[Whole]:
    """The lists and tables without links that might be main content and were left out, most of them whole."""
    for number in signs_of(page).elements.tagged(_LISTED):
        node = page.nodes[number]
        is_table = node.tag == "table"
        whole = _with_caption(page, node) if is_table else _wrapped(page, node)
        around = page.nodes[whole.parent]
        is_amid = whole.last < around.last and page.role(whole.last) in KEPT
        chance = _LISTED_CHANCE if is_amid else _CHANCE
        items = _table_left_out(page, node, chance) if is_table else _items_left_out(page, whole, chance)
        if items and whole.first > around.first:
            yield Whole(items, _before(page, whole.first), whole.last if whole.last < around.last else -1)


def leads_left_out(page: Page) -> Iterator[tuple[int, int]]:
    """The paragraphs that were left out, end in a colon and have no link, each with the block right below it:
    code, or a list or table in the same element."""
    for block in page.blocks:
        if block.kind is _PARAGRAPH and block.text.endswith(COLONS) and not block.within:
            below = text_below(page, block.index)
            least = _LEAST_LEAD.get(below.kind) if below else None
            if below is None or least is None or not may_be_kept(page, block, _DROPPED):
                continue
            parent = page.nodes[block.node].parent
            node = page.nodes[below.node]
            is_beside = parent in (node.parent, page.nodes[node.parent].parent)
            if is_beside and 1.0 - page.marks[block.index].score >= least:
                yield block.index, below.index


def _before(page: Page, index: int) -> int:
    """The block before one, or before the labels of tabs between both: links to places on the page alone."""
    label = page.blocks[index - 1]
    if not label.links or label.link_chars < _LABELS * len(label.text) or page.role(index - 1) in KEPT:
        return index - 1
    within = all(run.href.startswith("#") for run in label.runs if run.href)
    return max(index - 2, 0) if within else index - 1


def _items_left_out(page: Page, node: Node, chance: float) -> tuple[int, ...]:
    """What was left out of a list right behind another block; () if there is a link, or a block with less
    than this ``chance`` to be main content."""
    if not 0 < node.last - node.first <= _MOST_ITEMS or not _is_beside(page, node.first - 1, node.parent):
        return ()
    items = [block for block in page.blocks[node.first : node.last] if block.text]
    left = [block for block in items if page.role(block.index) not in KEPT]
    if len(left) < len(items) and any(block.links for block in items):
        return ()
    are_likely = all(may_be_kept(page, block, _DROPPED, chance) for block in left)
    return tuple(block.index for block in left) if are_likely else ()


def boxes_left_out(page: Page) -> Iterator[Whole]:
    """What was left out of each box that is named an admonition and has more than a title, or is a callout
    without links; a block stands before the box in the element around it."""
    for number in signs_of(page).elements.called(_BOX | _CALLOUT):
        node = page.nodes[number]
        blocks = [block for block in page.blocks[node.first : node.last] if block.text]
        is_callout = _BOX.isdisjoint(node.words)
        if (is_callout and any(block.links for block in blocks)) or (not is_callout and len(blocks) < 2):
            continue
        items = tuple(block.index for block in blocks if page.role(block.index) in _DROPPED)
        if items and len(blocks) <= _MOST_ITEMS and node.first > page.nodes[node.parent].first:
            yield Whole(items, node.first - 1, node.last)


def _table_left_out(page: Page, node: Node, chance: float) -> tuple[int, ...]:
    """The block of a data table, perhaps behind its caption, that was left out but might be kept; else ()."""
    block = page.blocks[node.last - 1]
    is_table = 0 < node.last - node.first <= 2 and block.kind is Kind.TABLE
    return (block.index,) if is_table and may_be_kept(page, block, _DROPPED, chance) else ()


def _with_caption(page: Page, node: Node) -> Node:
    """The outermost element around a table that holds nothing else but captions: page builders, and style
    sheets that let wide tables scroll, have an element or two for a table."""
    while node.parent > 0:
        around = page.nodes[node.parent]
        if around.last - around.first > _MOST_IN_BOX:
            break
        beside = (*page.blocks[around.first : node.first], *page.blocks[node.last : around.last])
        if any(block.kind is not _CAPTION for block in beside):
            break
        node = around
    return node


def _wrapped(page: Page, node: Node) -> Node:
    """The outermost element that holds a list of definitions and nothing else: DocBook has one around each.
    (Other lists so wrapped are facts on cards as often as not.)"""
    if node.tag == "dl":
        for _ in range(_MOST_WRAPPERS):
            around = page.nodes[node.parent]
            if around.parent <= 0 or (around.first, around.last) != (node.first, node.last):
                break
            node = around
    return node


def code_box(page: Page, code: Block, kept: Collection[int]) -> range:
    """The blocks of the outermost element around a listing that holds nothing else but listings and labels
    that are left out: names of files and languages, a button to copy."""
    found = range(code.index, code.index + 1)
    for node in page.around(code):
        inside = range(node.first, node.last)
        if len(inside) > _MOST_LISTINGS or not all(
            index in found or _is_of_listing(page.blocks[index], kept) for index in inside
        ):
            break
        found = inside
    return found


def is_beside_section(page: Page, code: Block, kept: Collection[int]) -> bool:
    """Whether the innermost element around code that has kept blocks is a section, which begins with a kept
    heading or the headline: manuals of programs print samples in a column beside each section, below it in
    the source.

    Of 12 listings that half of the annotated pages leave out 9 are gold, and none stands so.
    """
    mark = page.marks[code.index]
    if mark.role not in _DROPPED or 1.0 - mark.score < _SAMPLE:
        return False
    for node in page.around(code):
        inside = [block for block in page.blocks[node.first : node.last] if block.text]
        if any(block.index in kept for block in inside):
            is_kept = inside[0].index in kept or page.role(inside[0].index) is _TITLE
            return node.tag != "body" and inside[0].level > 0 and is_kept
    return False


def _is_of_listing(block: Block, kept: Collection[int]) -> bool:
    if block.kind is Kind.CODE or not block.text:
        return True
    most = _CODE_LINKS if block.link_chars >= _LINKED * len(block.text) else _CODE_LABEL
    return block.index not in kept and not block.level and len(block.text) <= most


def _is_beside(page: Page, index: int, around: int) -> bool:
    """Whether the element of a block is ``around`` or stands right in it."""
    node = page.blocks[index].node
    return node == around or page.nodes[node].parent == around


def may_be_kept(page: Page, block: Block, roles: frozenset[Role], chance: float = _CHANCE) -> bool:
    """Whether a block has one of ``roles``, no link, and some chance to be main content."""
    mark = page.marks[block.index]
    return mark.role in roles and not block.links and 1.0 - mark.score >= chance


def follows(page: Page, one: Whole, kept: set[int]) -> bool:
    """Whether a list or table belongs to a kept text before it: it stands inside the text, or ends it."""
    text = page.blocks[one.before].text.rstrip()
    if one.before not in kept or not text:
        return False
    return one.after in kept or one.after < 0 or text[-1] in COLONS


def _is_sentence_left_out(page: Page, block: Block) -> bool:
    """Whether a paragraph is a sentence without a link, left out although it might be main content."""
    if not may_be_kept(page, block, LEFT_OUT):
        return False
    if block.within and not in_quotation(block):
        return False
    text = block.text.rstrip(f"{CLOSES} ")
    if in_quotation(block):
        # Who is quoted may stand behind the last sentence.
        return len(text.encode()) >= _SENTENCE
    # Thai and Lao write no full stop.
    return len(text.encode()) >= _SENTENCE and (text[-1] in SENTENCE_ENDS or "\u0e00" <= text[-1] <= "\u0eff")


def sentences_left_out(page: Page) -> dict[int, frozenset[int]]:
    """The sentences that were left out, each with its nearest siblings before and behind it that were not.

    Siblings are blocks with text that have an element for themselves, in the same element as the sentence (or
    as the whole quotation that it stands in). Elements of several blocks between them, as a box for
    subscribers, are passed over. But for threads, which quote what their posts say, those of a quotation are
    the nearest blocks of the body in the element around it and its wrappers.
    """
    sentences = [
        block for block in page.blocks if block.kind is _PARAGRAPH and _is_sentence_left_out(page, block)
    ]
    if not sentences:
        return {}
    siblings_in = _alone(page, {block.index for block in sentences})
    body = [mark.block for mark in page.marks if mark.role is _BODY and page.blocks[mark.block].text]
    found: dict[int, frozenset[int]] = {}
    for block in sentences:
        if in_quotation(block) and page_kind(page).kind != "forum":
            found.update(_around_quotation(page, block, body))
            continue
        siblings = siblings_in.get(_outermost(page, block).parent, [])
        before, after = bisect_left(siblings, block.index) - 1, bisect_right(siblings, block.index)
        if before >= 0 and after < len(siblings):
            found[block.index] = frozenset((siblings[before], siblings[after]))
    return found


def headings_left_out(page: Page, first: int) -> dict[int, frozenset[int]]:
    """The headings that were left out behind the headline, or else behind the ``first`` kept block, each with
    the next block that has text and the running text of its section, any of which may be kept."""
    titles = (mark.block for mark in page.marks[:first] if mark.role is _TITLE)
    authors = author_blocks(page)
    title = fold(best_value(page, Field.TITLE) or "")
    in_thread = page_kind(page).kind == "forum"

    def below(heading: Block) -> Iterator[int]:
        yield from _right_below(page, heading)
        # What says the headline again is the head of the page.
        if not in_thread and not (title and title in fold(heading.text)):
            yield from _section(page, heading)

    return {
        block.index: frozenset(below(block))
        for block in page.blocks[next(titles, first) :]
        if block.kind is _HEADING and block.index not in authors and may_be_kept(page, block, LEFT_OUT)
    }


def _right_below(page: Page, heading: Block) -> tuple[int, ...]:
    """The next block that has text, if there is one."""
    below = text_below(page, heading.index)
    return (below.index,) if below else ()


def _section(page: Page, heading: Block) -> Iterator[int]:
    """The long paragraphs, items and the like near below a heading in the element around it, up to a heading
    of a higher level, or to one of its own that is kept: those of cards and boxes part no sections."""
    around = next((node for node in page.around(heading) if node.last - node.first > 1), None)
    if around is None:
        return
    near = (block for block in page.blocks[heading.index + 1 : around.last] if block.text)
    for block in islice(near, _NEAR):
        if block.kind is not _HEADING:
            if len(block.text) >= _LONG and 2 * block.link_chars < len(block.text):
                yield block.index
        elif block.level < heading.level or (block.level == heading.level and page.role(block.index) in KEPT):
            return


def _alone(page: Page, left_out: Collection[int]) -> dict[int, list[int]]:
    """The blocks with text that have an element for themselves, in order, by the parent of that, but for
    those ``left_out``."""
    found: dict[int, list[int]] = {}
    for block in page.blocks:
        node = page.nodes[block.node]
        if block.text and node.last - node.first == 1 and block.index not in left_out:
            found.setdefault(node.parent, []).append(block.index)
    return found


def _outermost(page: Page, block: Block) -> Node:
    """The element of the quotation around the block, or the block's own."""
    quotations = (each for each in reversed([*page.around(block)]) if each.tag == "blockquote")
    return next(quotations, page.nodes[block.node])


def _around_quotation(page: Page, block: Block, body: Sequence[int]) -> Iterator[tuple[int, frozenset[int]]]:
    """A block of a quotation with the nearest blocks of the ``body`` on both sides of that: in the element
    around it, or around all that hold nothing else, as those of page builders."""
    node = _outermost(page, block)
    first, last = node.first, node.last
    while node.parent > 0 and _is_quotation(page, node, first, last):
        node = page.nodes[node.parent]
    start, end = bisect_left(body, node.first), bisect_left(body, node.last)
    before, after = bisect_left(body, first) - 1, bisect_left(body, last)
    if start <= before and after < end:
        yield block.index, frozenset((body[before], body[after]))


def _is_quotation(page: Page, node: Node, first: int, last: int) -> bool:
    """Whether an element holds nothing but a quotation, which goes from ``first`` up to ``last``, and who is
    quoted in the caption of a figure."""
    beside = map(page.blocks.__getitem__, chain(range(node.first, first), range(last, node.last)))
    return all(not block.text or block.kind is _CAPTION for block in beside)
