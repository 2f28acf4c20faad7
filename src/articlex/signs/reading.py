"""The signs of a page (:class:`Signs`), read in one pass over its blocks and one over its nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from articlex.copyright_notices import begins_with_sign
from articlex.data.labels import labels, normal
from articlex.page import Kind, Node, Page
from articlex.signs.cited import cited_blocks
from articlex.signs.counted_answers import counted_answers, counted_comments, without_counter
from articlex.signs.densest import Stretch, densest
from articlex.signs.digits import blocks_with_digits
from articlex.signs.elements import Elements, read_elements
from articlex.signs.main_element import main_element
from articlex.signs.makeup import Makeup, read_makeup
from articlex.signs.once import Memory
from articlex.signs.places import Place, places, places_of_named
from articlex.signs.prose import MIN_WIDE_CHARS, is_prose
from articlex.signs.stamps import DatedRun, dated_runs

#: Characters of the longest label in the table.
_MAX_LABEL = 48

#: Labels that begin a section below the article.
_SECTION_LABELS = frozenset("related comments author tags promo advert share legal powered".split())
#: Labels after which the article does not go on, provided that little running text follows.
_TAIL_LABELS = frozenset({"related", "comments", "author", "tags", "promo"})
#: The running text after a label, as a share of what stands before it, up to which the label ends the
#: article. Author boxes, teasers and copyright notices are running text too. Half and twice of it give the
#: same texts on 64 annotated pages.
_MAX_PROSE_IN_TAIL = 0.35
#: Running text before a label that can end an article. Text is measured in bytes of UTF-8, which levels
#: the scripts that need fewer characters.
_MIN_PROSE_BEFORE_TAIL = 200
#: How often the label that ends the article may stand on the page.
_MAX_REPEATS = 2
#: What no label ends with. The items of a sentence that is set as a list end so: "comments,".
_GOES_ON = tuple(",;،؛、，；")
#: A word in an alphabetical list is no label: so many entries on both sides are in order, and so many of all
#: may read like labels, at most. (The names of a site's own pages are in order on some pages.)
_AMID_ENTRIES, _MOST_LABELS = 3, 2
#: Bytes that a stretch of running text loses for each other block in it.
_COST_OF_OTHER = 40


class Section(NamedTuple):
    """A stretch of the tail: the label at block ``first``, and what follows it up to ``last`` (excluded)."""

    meaning: str
    first: int
    last: int


class Signs(NamedTuple):
    """What is known of each block, by its index, before the first stage.

    ``prose`` tells whether it is running text; ``labels`` what it means if it is nothing but a label ("" if
    it is none); ``places`` the part of the page in which its markup puts it. ``first`` and ``last`` are the
    first and last block of running text outside the parts around the article (number of blocks and -1 if
    there is none), ``core`` those of its densest stretch. The article has ended at the label ``tail``.
    """

    prose: list[bool]
    #: Running text before each block, and last on the whole page, in bytes of UTF-8.
    prose_before: list[int]
    labels: list[str]
    places: list[Place]
    #: Blocks by their place (``at[Place.NAV]``) and by the meaning of their label, in order.
    at: Sequence[list[int]]
    labelled: Mapping[str, list[int]]
    #: Short blocks as labels are looked up (:func:`articlex.data.labels.normal`); "" for longer ones.
    short: list[str]
    first: int
    last: int
    core: Stretch
    tail: int
    sections: tuple[Section, ...]
    #: Dated items beside the text: teasers and comments.
    dated: tuple[DatedRun, ...]
    #: Blocks of entries of other pages that this one cites.
    cited: frozenset[int]
    makeup: Makeup
    #: The blocks that may hold a figure (:mod:`articlex.signs.digits`).
    with_digits: list[int]
    #: The elements by their names (:mod:`articlex.signs.elements`).
    elements: Elements
    #: The part of the page that each of ``elements.named`` names.
    named: list[Place]
    #: The element of the main content (:mod:`articlex.signs.main_element`).
    main: Node | None
    #: What :mod:`articlex.signs.once` has remembered of the page.
    memory: Memory

    def is_outside(self, index: int) -> bool:
        """Whether a block stands above or below the running text."""
        return index < self.first or index > self.last

    def has_text_between(self, one: int, other: int) -> bool:
        """Whether running text stands between two blocks."""
        return any(self.prose[min(one, other) + 1 : max(one, other)])


def signs_of(page: Page) -> Signs:
    """The signs of a page, as the runner has read them, or read now."""
    return page.signs or read_signs(page)


def read_signs(page: Page) -> Signs:
    """Read the signs of a page."""
    blocks = page.blocks
    # Most blocks are told by their length.
    prose = [len(block.text) >= MIN_WIDE_CHARS and is_prose(block) for block in blocks]
    sizes = [len(block.text.encode()) if is_text else 0 for block, is_text in zip(blocks, prose, strict=True)]
    prose_before = list(accumulate(sizes, initial=0))
    elements = read_elements(page.nodes)
    named = places_of_named(elements)
    main = main_element(page.nodes, elements, blocks)
    of_nodes = places(page.nodes, elements, named, prose_before, blocks, main)
    of_blocks = [of_nodes[block.node] for block in blocks]
    short = [normal(block.text) if len(block.text) <= _MAX_LABEL else "" for block in blocks]
    with_digits = blocks_with_digits(blocks)
    for index in with_digits:
        short[index] = without_counter(short[index])
    read = _labels(page, short, prose_before, with_digits)
    names, tail = read.names, _tail(page, read, prose_before, of_blocks)
    dated = dated_runs(blocks, sizes, with_digits)
    beside = {index for run in dated for index in range(run.first, run.last + 1)}
    beside.update(index for index, place in enumerate(of_blocks) if place)
    text = [
        index
        for index in compress(range(tail), prose)
        if index not in beside and not begins_with_sign(blocks[index].text)
    ]
    return Signs(
        prose=prose,
        prose_before=prose_before,
        labels=names,
        places=of_blocks,
        at=_by_place(of_blocks),
        labelled=_by_meaning(names),
        short=short,
        first=text[0] if text else len(blocks),
        last=text[-1] if text else -1,
        core=_core(page, text),
        tail=tail,
        sections=tuple(_sections(names, tail)),
        dated=tuple(dated),
        cited=cited_blocks(page.nodes, elements, prose_before),
        makeup=read_makeup(blocks),
        with_digits=with_digits,
        elements=elements,
        named=named,
        main=main,
        memory=Memory(),
    )


class _Labels(NamedTuple):
    """The text of each short block; what it means as a label, "" if it is none; and the labels that count the
    comments below them (:mod:`articlex.signs.counted_answers`)."""

    short: list[str]
    names: list[str]
    counted: set[int]


def _labels(page: Page, short: list[str], prose_before: list[int], with_digits: list[int]) -> _Labels:
    names = _meanings(page, short)
    counted = set(counted_answers(page.blocks, with_digits))
    for index in counted:
        names[index] = "comments"
    for label, last in [*counted_comments(page.blocks, names, with_digits, prose_before)]:
        # Ways to sort the comments, and the buttons of each, read like sections: "Author", "Share".
        names[label + 1 : last] = ["" if n in _SECTION_LABELS else n for n in names[label + 1 : last]]
        counted.add(label)
    return _Labels(short, names, counted)


def _meanings(page: Page, short: list[str]) -> list[str]:
    """What each short text means in the table of labels. One that goes on, or stands in an alphabetical list,
    is no label."""
    known = labels()
    names = [known.get(text, "") if text else "" for text in short]
    return [
        ""
        if name and (page.blocks[index].text.endswith(_GOES_ON) or _is_indexed(short, names, index))
        else name
        for index, name in enumerate(names)
    ]


def _is_indexed(short: list[str], names: list[str], index: int) -> bool:
    """Whether a label is an entry of an alphabetical list of other words, such as keywords."""
    first, last = index - _AMID_ENTRIES, index + _AMID_ENTRIES + 1
    entries = short[max(0, first) : last]
    if len(entries) < last - first or not all(one < other for one, other in pairwise(entries)):
        return False
    return bool(entries[0]) and sum(map(bool, names[first:last])) <= _MOST_LABELS


def _by_place(of_blocks: list[Place]) -> list[list[int]]:
    """The blocks of each part of the page, in order."""
    found: list[list[int]] = [[] for _ in Place]
    for index, place in enumerate(of_blocks):
        if place:
            found[place].append(index)
    return found


def _by_meaning(names: list[str]) -> Mapping[str, list[int]]:
    """The blocks of each meaning as a label, in order."""
    found: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        if name:
            found.setdefault(name, []).append(index)
    return found


def _core(page: Page, text: list[int]) -> Stretch:
    """The densest stretch of running text; from the number of blocks to -1 without any.

    The stretch with the largest sum, where running text counts its bytes and any other block costs
    ``_COST_OF_OTHER``: a stray sentence among menus is worth less than the menus between it and the text.
    """
    sizes = (len(page.blocks[index].text.encode()) for index in text)
    return densest(zip(text, sizes, strict=True), _COST_OF_OTHER) or Stretch(len(page.blocks), -1)


def _tail(page: Page, read: _Labels, prose_before: list[int], of_blocks: list[Place]) -> int:
    """The index of the first label after which the article does not go on; the number of blocks if none is.

    Left out are labels that the page repeats, which belong to posts or cards, the options of a form, and
    items amid a list. After a label that counts comments more text may follow than stands before it.
    """
    total, names = prose_before[-1], read.names
    times: Counter[str] | None = None
    labels = (index for index, name in enumerate(names) if name in _TAIL_LABELS and not of_blocks[index])
    for index in labels:
        before = prose_before[index]
        if before < _MIN_PROSE_BEFORE_TAIL or page.blocks[index].tag == "option":
            continue
        if _is_amid_items(page, names, index):
            continue
        if index in read.counted:
            return index
        if total - before > _MAX_PROSE_IN_TAIL * before:
            continue
        times = times or Counter(read.short)
        if times[read.short[index]] <= _MAX_REPEATS:
            return index
    return len(names)


def _is_amid_items(page: Page, names: list[str], index: int) -> bool:
    """Whether a block is an item of a list between two items that are no labels, so that it is no button."""
    around = page.blocks[max(0, index - 1) : index + 2]
    lists = {block.within[:-1] if block.kind is Kind.LIST_ITEM else () for block in around}
    return (
        len(around) == 3
        and len(lists) == 1
        and () not in lists
        and not (names[index - 1] or names[index + 1])
    )


def _sections(names: list[str], tail: int) -> Iterator[Section]:
    starts = [index for index in range(tail, len(names)) if names[index] in _SECTION_LABELS]
    for start, end in pairwise([*starts, len(names)]):
        yield Section(names[start], start, end)
