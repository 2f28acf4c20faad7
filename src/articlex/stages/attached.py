"""What the markup attaches to the body: notes, formulas, headings, captions, terms, attributions, items."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from articlex.options import Options
from articlex.page import KEPT, Block, Form, Kind, Mark, Node, Page, Role, Style, Wrap
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.html.equations import EQUATION_NUMBER
from articlex.read.html.widgets import POEM_WORDS
from articlex.stages.contract import Output, Stage
from articlex.stages.picture_captions import picture_captions

REASONS = {
    "note": "The footnote's sign stands in a block of the body.",
    "formula": "The formula stands on a line of its own between blocks of the body.",
    "verse": "The stanza stands between blocks of the body.",
    "summary": "The block is the summary of details that are part of the body.",
    "term": "The definition that follows the term is part of the body.",
    "definition": "The definition, or the code in one, follows a kept term or definition of the same list.",
    "caption": "The block is the caption of a table that is part of the body.",
    "item": "The item stands between kept items of a plain list, of which at least half are kept.",
    "list": "The list or table without links follows a block of the body, inside a text or at its end.",
    "amid": "The sentence without a link stands between blocks of the body, in the element around them.",
    "heading": "The heading without a link stands inside the text, right above a block of the body.",
    "box-title": "The short block is the title of an admonition, of which the rest is part of the body.",
    "picture-caption": "A class calls the short block beside a kept picture or table its caption.",
    "attribution": "The short block ends a quotation of which the rest is part of the body.",
}

#: Characters of the longest attribution: a name, a work, a date.
_ATTRIBUTION = 120

#: Bytes in UTF-8 of the shortest sentence between two blocks of the body, and how likely one, or a heading,
#: has to be main content: below that are notices that a script shows, and what a post in a thread quotes. Of
#: 1,075 headings from 0.1 on, on sites not fitted on, 67 % are gold (64 % of those up to 0.15, 49 % of those
#: below); word F1 is the same within 0.0005 but for `forums` (0.812 to 0.811), snippet F1 0.9403 to 0.9407.
_SENTENCE, _CHANCE = 25, 0.1
#: What may close a quotation behind the end of a sentence.
_CLOSING = "\"'”’“»«」』)） "

#: Lists that were left out whole. Of 560 pages of the corpora 18 have one behind a kept block that goes on or
#: ends in a colon, all of them gold; of six at the end of an element five are.
#: One between two kept blocks, of which the first ends in a colon, needs no chance.
_LISTS = frozenset({"ul", "ol"})
_MOST_ITEMS = 60

#: Kinds of blocks, and structures around blocks, that the markup may attach to others.
_ALONE = frozenset({Kind.MATH, Kind.TERM, Kind.DEFINITION, Kind.CAPTION})
_DEFINING = frozenset({Kind.DEFINITION, Kind.CODE})
_WRAPS = frozenset({Wrap.FOOTNOTE, Wrap.DETAILS, Wrap.QUOTE, Wrap.DEFINITIONS})
#: Words of the class of an admonition's title, one of each.
_BOXES = frozenset({"admonition", "alert", "callout"})
_TITLES = frozenset({"heading", "title"})
_VERSE = POEM_WORDS | {"verse"}

_OPEN = frozenset({Role.UNKNOWN, Role.BOILERPLATE})
_DROPPED = frozenset({Role.BOILERPLATE})
#: A label in the middle of the text, as that of a box for subscribers, may have made a footer of its rest.
_LEFT_OUT = _DROPPED | {Role.FOOTER}


def run(page: Page, options: Options) -> Output:
    """Mark what belongs to the kept blocks, and what belongs to that."""
    added = {mark.block: mark for mark in _added(page)}
    yield from added.values()
    captions = (index for index in picture_captions(page) if index not in added)
    yield from (Mark(index, Role.CAPTION, "picture-caption", 0.8) for index in captions)


def _added(page: Page) -> Iterator[Mark]:
    kept = {mark.block for mark in page.marks if mark.role in KEPT}
    if not kept:
        return
    lists, sentences, headings = _plain_lists(page), _sentences(page), _headings(page, min(kept))
    shaped = [
        b
        for b in page.blocks
        if b.kind in _ALONE or (b.within and _is_wrapped(b)) or _is_box_title(page, b) or _is_verse(page, b)
    ]
    whole = list(_lists_left_out(page))
    while lists or shaped or sentences or headings or whole:
        found = {i: "list" for one in whole if _follows(page, one, kept) for i in one.items if i not in kept}
        found |= dict.fromkeys(_items(page, lists, kept), "item") | dict(_attached(page, shaped, kept))
        amid = [index for index, beside in sentences.items() if index not in kept and beside <= kept]
        headed = [index for index, below in headings.items() if index not in kept and below in kept]
        found = dict.fromkeys(headed, "heading") | dict.fromkeys(amid, "amid") | found
        if not found:
            return
        for index, reason in found.items():
            yield Mark(index, Role.BODY, reason, 0.8)
        kept |= found.keys()


def _plain_lists(page: Page) -> list[list[Block]]:
    """The blocks of each list that holds items alone."""
    lists: dict[int, list[Block]] = {}
    for block in page.blocks:
        for container in block.within:
            if container.wrap is Wrap.LIST:
                lists.setdefault(container.id, []).append(block)
    return [found for found in lists.values() if all(block.kind is Kind.LIST_ITEM for block in found)]


class _Whole(NamedTuple):
    """A list that was left out whole, the blocks before and behind it (-1: it ends the element around it)."""

    items: tuple[int, ...]
    before: int
    after: int


def _lists_left_out(page: Page) -> Iterator[_Whole]:
    """The lists without links of which nothing is kept, although all might be main content."""
    for node in page.nodes:
        if node.tag != "table" and node.tag not in _LISTS:
            continue
        around = page.nodes[node.parent]
        after = node.last if node.last < around.last else -1
        if node.tag == "table":
            if _is_table_left_out(page, node):
                yield _Whole((node.last - 1,), node.first - 1, after)
            continue
        if not 0 < node.last - node.first <= _MOST_ITEMS:
            continue
        if node.first == around.first or not _is_beside(page, node.first - 1, node.parent):
            continue
        items = [block for block in page.blocks[node.first : node.last] if block.text]
        least = 0.0 if after >= 0 and _is_announced(page, node) else _CHANCE
        if items and all(_may_be_kept(page, block, _DROPPED, least) for block in items):
            yield _Whole(tuple(block.index for block in items), node.first - 1, after)


def _is_announced(page: Page, node: Node) -> bool:
    """Whether what stands before an element ends in a colon, and both that and what follows are kept."""
    before, after = node.first - 1, node.last
    is_kept = page.role(before) is Role.BODY and page.role(after) is Role.BODY
    return is_kept and page.blocks[before].text.rstrip()[-1:] in COLONS


def _is_table_left_out(page: Page, node: Node) -> bool:
    """Whether an element is a table of data behind a block in the element around it, left out although it
    might be main content."""
    if not 0 < node.last - node.first <= 2 or node.first == page.nodes[node.parent].first:
        return False
    block = page.blocks[node.last - 1]
    return block.kind is Kind.TABLE and _may_be_kept(page, block, _DROPPED)


def _is_beside(page: Page, index: int, around: int) -> bool:
    """Whether a block stands right inside the element ``around``, or has an element there for itself."""
    node = page.blocks[index].node
    return node == around or page.nodes[node].parent == around


def _may_be_kept(page: Page, block: Block, roles: frozenset[Role], least: float = _CHANCE) -> bool:
    """Whether a block without a link, of one of ``roles``, was left out and might be main content, with a
    chance of ``least``."""
    mark = page.marks[block.index]
    return mark.role in roles and not block.links and 1.0 - mark.score >= least


def _follows(page: Page, one: _Whole, kept: set[int]) -> bool:
    """Whether a list belongs to a kept text before it: it stands inside the text, or ends it."""
    text = page.blocks[one.before].text.rstrip()
    if one.before not in kept or not text:
        return False
    return one.after in kept or one.after < 0 or text[-1] in COLONS


def _items(page: Page, lists: Iterable[list[Block]], kept: set[int]) -> Iterator[int]:
    """Items that the body has left out between others of their list."""
    for blocks in lists:
        held = [block.index for block in blocks if block.index in kept]
        if 2 * len(held) >= len(blocks):
            left = (block.index for block in blocks if held[0] < block.index < held[-1])
            yield from (index for index in left if index not in kept and page.role(index) in _OPEN)


def _is_wrapped(block: Block) -> bool:
    return not _WRAPS.isdisjoint([container.wrap for container in block.within])


def _attached(page: Page, shaped: Iterable[Block], kept: set[int]) -> Iterator[tuple[int, str]]:
    """(block, reason) of blocks that are attached to those in ``kept`` and not among them."""
    signs = {
        (run.href or "").rpartition("#")[2]
        for index in kept
        for run in page.blocks[index].runs
        if run.style & Style.FOOTNOTE
    }
    for block in shaped:
        if block.index not in kept and page.role(block.index) in _OPEN:
            reason = _reason(page, block, kept, signs)
            if reason:
                yield block.index, reason


def _reason(page: Page, block: Block, kept: set[int], signs: set[str]) -> str:
    """Why ``block`` is attached to the blocks in ``kept``, which hold the footnotes' ``signs``; "" if not."""
    if any(c.wrap is Wrap.FOOTNOTE and c.label in signs for c in block.within):
        return "note"
    if block.kind is Kind.MATH:
        return "formula" if _is_between(page, block.index, kept, _is_formula) else ""
    if _is_verse(page, block):
        is_lost = partial(_is_lost_verse, page, kept)
        return "verse" if _is_between(page, block.index, kept, is_lost) else ""
    if block.kind is Kind.CAPTION:
        return "caption" if block.tag == "table" and block.index + 1 in kept else ""
    if block.kind is Kind.TERM:
        return "term" if _is_defined(page, block.index, kept) else ""
    if block.kind in _DEFINING:
        return "definition" if _is_defining(page, block, kept) else ""
    if _is_box_title(page, block):
        return "box-title" if block.index + 1 in kept else ""
    if block.tag == "summary":
        return "summary" if _rest(page, block, Wrap.DETAILS) & kept else ""
    rest = _rest(page, block, Wrap.QUOTE) if len(block.text) <= _ATTRIBUTION else set()
    return "attribution" if rest and rest <= kept and max(rest) < block.index else ""


def _is_box_title(page: Page, block: Block) -> bool:
    """Whether the class of the block's element calls it the title of an admonition: Docutils, Docusaurus,
    GitHub, Bootstrap, Obsidian."""
    words = page.nodes[block.node].words
    is_said = not _TITLES.isdisjoint(words) and not _BOXES.isdisjoint(words)
    return is_said and 0 < len(block.text) <= _ATTRIBUTION


def _is_left_out(page: Page, block: Block) -> bool:
    """Whether a block is a sentence without a link, left out although it might be main content."""
    if block.kind is not Kind.PARAGRAPH or not _may_be_kept(page, block, _LEFT_OUT):
        return False
    if block.within and not any(container.wrap is Wrap.QUOTE for container in block.within):
        return False
    text = block.text.rstrip(_CLOSING)
    # Thai and Lao write no full stop.
    return len(text.encode()) >= _SENTENCE and (text[-1] in SENTENCE_ENDS or "\u0e00" <= text[-1] <= "\u0eff")


def _sentences(page: Page) -> dict[int, frozenset[int]]:
    """The sentences that were left out and have blocks on both sides that share the parent of their element,
    each with the nearest ones.

    Of a quotation it is the parent of the whole. What stands between in elements of its own, as a box for
    subscribers does, is passed over.
    """
    sentences = [block for block in page.blocks if _is_left_out(page, block)]
    alone = _alone(page) if sentences else {}
    found: dict[int, frozenset[int]] = {}
    for block in sentences:
        siblings = alone.get(page.nodes[_outermost(page, block)].parent, [])
        before, after = bisect_left(siblings, block.index) - 1, bisect_right(siblings, block.index)
        if before >= 0 and after < len(siblings):
            found[block.index] = frozenset((siblings[before], siblings[after]))
    return found


def _headings(page: Page, first: int) -> dict[int, int]:
    """The headings that were left out behind the ``first`` kept block or the headline, each with the block of
    text below it."""
    titles = (block.index for block in page.blocks[:first] if page.role(block.index) is Role.TITLE)
    return {
        block.index: _text_after(page, block.index)
        for block in page.blocks[next(titles, first) :]
        if block.kind is Kind.HEADING and _may_be_kept(page, block, _LEFT_OUT)
    }


def _text_after(page: Page, index: int) -> int:
    """The next block that has text; -1: there is none."""
    after = range(index + 1, len(page.blocks))
    return next((place for place in after if page.blocks[place].text), -1)


def _alone(page: Page) -> dict[int, list[int]]:
    """By their parents the blocks with text that have an element for themselves, in order."""
    found: dict[int, list[int]] = {}
    for block in page.blocks:
        node = page.nodes[block.node]
        if block.text and node.last - node.first == 1:
            found.setdefault(node.parent, []).append(block.index)
    return found


def _outermost(page: Page, block: Block) -> int:
    """The element of the quotation around the block, or the block's own."""
    node = found = block.node
    while node >= 0:
        if page.nodes[node].tag == "blockquote":
            found = node
        node = page.nodes[node].parent
    return found


def _is_defined(page: Page, index: int, kept: set[int]) -> bool:
    """Whether the definition after the term, or after the terms that share it, or its first part, is kept."""
    after = next((b for b in page.blocks[index + 1 :] if b.kind is not Kind.TERM), None)
    if after is None or after.index not in kept:
        return False
    within = page.blocks[index].within
    return after.kind is Kind.DEFINITION or bool(within and after.within[: len(within)] == within)


def _is_defining(page: Page, block: Block, kept: set[int]) -> bool:
    """Whether a definition comes right after its kept term, and code after a kept part of its definition."""
    before = page.blocks[block.index - 1] if block.index else block
    if before.index not in kept or before.within != block.within:
        return False
    return before.kind is Kind.TERM or (block.kind is Kind.CODE and before.kind is Kind.DEFINITION)


def _is_between(page: Page, index: int, kept: set[int], is_alike: Callable[[Block], bool]) -> bool:
    """Whether the nearest blocks on both sides are kept, of which those that are alike are passed over."""
    blocks = page.blocks
    before = next((b.index for b in reversed(blocks[:index]) if not is_alike(b)), -1)
    after = next((b.index for b in blocks[index + 1 :] if not is_alike(b)), -1)
    return before in kept and after in kept


def _is_lost_verse(page: Page, kept: set[int], block: Block) -> bool:
    return block.index not in kept and _is_verse(page, block)


def _is_verse(page: Page, block: Block) -> bool:
    """Whether a class of a block's element, or of the one around it, calls it verse or a part of a poem."""
    if block.kind is not Kind.PARAGRAPH or block.links:
        return False
    node = page.nodes[block.node]
    words = node.words if node.parent < 0 else (*node.words, *page.nodes[node.parent].words)
    return not _VERSE.isdisjoint(words)


def _is_formula(block: Block) -> bool:
    return block.kind is Kind.MATH or EQUATION_NUMBER.fullmatch(block.text) is not None


def _rest(page: Page, block: Block, wrap: Wrap) -> set[int]:
    """The other blocks of the innermost container of that kind around ``block``."""
    container = next((c.id for c in reversed(block.within) if c.wrap is wrap), None)
    if container is None:
        return set()
    near = page.blocks[max(0, block.index - 50) : block.index + 50]
    return {b.index for b in near if any(c.id == container for c in b.within)} - {block.index}


STAGE = Stage(
    name="attached",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY, Role.CAPTION}),
    overrides=_LEFT_OUT,
    forms=frozenset({Form.HTML}),
)
