"""Buyers' reviews on the page of a product: elements of one look, each with a rating.

The mark is evidence for the scorer, not the last word: reviews that are all that a page says stay. With this
stage behind the body, and overriding it, a product page of `wcxb-dev` lost all of its text and a service page
most of it.
"""

from __future__ import annotations

from typing import NamedTuple

from articlex.options import Options
from articlex.page import Form, Mark, Page, Role
from articlex.prices import PRICE
from articlex.punctuation import STARS
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.elements import is_any_in
from articlex.signs.looks import looks_with_unnamed
from articlex.stages.contract import Output, Stage

REASONS = {
    "review": "One of several elements of one look that each have a rating and a text, on a page that states"
    " a product.",
}

#: So many elements of a look have to be reviews, and such a share of all that have the look.
_MIN_REVIEWS, _MIN_RATED = 2, 0.6
#: Bytes of UTF-8 of the shortest text of a review, and blocks of the longest review.
_MIN_TEXT, _MAX_BLOCKS = 40, 40

#: Words of class and id around a rating, whose stars are mostly pictures.
_RATING_WORDS = frozenset("rating ratings star stars review reviews".split())
#: Stars, "4.5 / 5", or "5 out of 5" in words: "דורג 5 מתוך 5".
_RATING = regex(
    rf"[{STARS}]{{2}}|(?<!\d)[0-5](?:[.,]\d)?(?:\s*/\s*|\s(?:[^\W\d_]{{1,8}}\s){{1,2}})5(?![\d.,])"
)
_PRODUCT = regex(
    r'"@type"\s*:\s*(?:\[\s*)?"(?:https?://schema\.org/)?'
    r'(?:Product|ProductGroup|SoftwareApplication|MobileApplication|Book)"'
)


def run(page: Page, options: Options) -> Output:
    """Mark the blocks of the reviews."""
    if not _states_product(page):
        return
    for index in sorted(_in_reviews(page)):
        if page.role(index) is Role.UNKNOWN and page.blocks[index].text:
            yield Mark(index, Role.COMMENT, "review", 0.8)


def _in_reviews(page: Page) -> set[int]:
    """Indices of the blocks in elements of one look of which most are reviews."""
    traits = _traits(page)
    if not (traits.rated or traits.ratings) or not traits.texts:
        return set()
    found: set[int] = set()
    for nodes in looks_with_unnamed(page):
        nodes = [number for number in nodes if not is_any_in(traits.headlines, page.nodes[number])]
        reviews = sum(_is_review(page, number, traits) for number in nodes)
        if reviews >= max(_MIN_REVIEWS, _MIN_RATED * len(nodes)):
            for node in map(page.nodes.__getitem__, nodes):
                found.update(range(node.first, node.last))
    return found


def _states_product(page: Page) -> bool:
    """Whether the markup says that the page is that of a product."""
    markup = page.markup
    if any(name == "og:type" and "product" in content.lower() for name, content in markup.metas):
        return True
    if any(note.scope.lower().endswith("/product") for note in markup.annotations):
        return True
    return any(_PRODUCT.search(source) for source in markup.json_ld)


class _Traits(NamedTuple):
    """What tells reviews: the nodes named after ratings and those around them, and the indices of blocks that
    are h1, have a price, have a rating, have a text."""

    rated: frozenset[int]
    #: The product itself may have stars and the look of a review, but it has the headline.
    headlines: list[int]
    prices: list[int]
    ratings: list[int]
    texts: list[int]


def _traits(page: Page) -> _Traits:
    """What tells reviews, read once because a block stands in elements of many looks."""
    with_digits = [page.blocks[index] for index in signs_of(page).with_digits]
    return _Traits(
        _rated(page),
        [block.index for block in page.blocks if block.level == 1],
        [block.index for block in with_digits if PRICE.search(block.text)],
        [block.index for block in with_digits if _RATING.search(block.text)],
        [
            b.index
            for b in page.blocks
            if len(b.text.encode()) >= _MIN_TEXT and 2 * b.link_chars < len(b.text)
        ],
    )


def _rated(page: Page) -> frozenset[int]:
    """The nodes named after ratings, and those around them."""
    found: set[int] = set()
    for rated in signs_of(page).elements.called(_RATING_WORDS):
        number = rated
        while number >= 0 and number not in found:
            found.add(number)
            number = page.nodes[number].parent
    return frozenset(found)


def _is_review(page: Page, number: int, traits: _Traits) -> bool:
    """Whether a node holds a rating, a text, and no price, which cards of other products have."""
    node = page.nodes[number]
    if node.last - node.first > _MAX_BLOCKS or is_any_in(traits.prices, node):
        return False
    return (number in traits.rated or is_any_in(traits.ratings, node)) and is_any_in(traits.texts, node)


STAGE = Stage(
    name="reviews", run=run, reasons=REASONS, sets=frozenset({Role.COMMENT}), forms=frozenset({Form.HTML})
)
