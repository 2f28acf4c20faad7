"""Markdown documents that are mostly main content: they are kept whole.

Somebody, or this program, has already made a document of the article. What other stages would drop belongs to
it: a list of links, a name below a picture, a copyright at the end. A whole page that some tool has turned
into Markdown is another thing: it has a menu, and the stages are right to drop much of it.
"""

from __future__ import annotations

from itertools import takewhile

from articlex.facts import best_fact
from articlex.options import Options
from articlex.page import KEPT, Block, Fact, Field, Form, Kind, Mark, Page, Role
from articlex.stages.contract import Output, Stage

REASONS = {
    "document": "The page is a Markdown document, a notebook or a note, and most of it is main content.",
    "headline": "The heading that the Markdown document opens with.",
}

#: The share of a document that the other stages keep, at least. Of 536 articles that went through our own
#: Markdown one has less, of which the choice of blocks was unsure the first time.
_LEAST_KEPT = 0.5
#: The score of all marks: the page is judged as a whole, and no block is surer than another.
_SCORE = 0.5

_KEPT = KEPT | {Role.TITLE}
#: Roles of what stands around the article of a page, but in no document.
_FURNITURE = frozenset((Role.NAV, Role.LANGUAGE_MENU, Role.BREADCRUMB, Role.PAGINATION))
_FURNITURE |= {Role.CONSENT, Role.SHARE, Role.FOOTER}

#: A list of so many links to other pages above all text is a menu; the contents of a document lead into it.
_MENU = 8


def run(page: Page, options: Options) -> Output:
    """Mark all that is not kept of a Markdown document as its body, and state its headline."""
    if not page.markdown or not _is_document(page):
        return
    headline = _headline(page)
    for block in page.blocks:
        role = page.role(block.index)
        if block is headline:
            if role is not Role.TITLE:
                yield Mark(block.index, Role.TITLE, "headline", _SCORE)
        elif role not in _KEPT or (role is Role.TITLE and headline and block.text != headline.text):
            yield Mark(block.index, Role.BODY, "document", _SCORE)
    best = best_fact(page, Field.TITLE)
    if headline and (best is None or best.value != headline.text):
        yield Fact(Field.TITLE, headline.text, "document", headline.text, "headline", 1.0, headline.index)


def _is_document(page: Page) -> bool:
    """Whether most of the page is main content, without a menu or the like around it."""
    kept = sum(len(block.text) for block in page.blocks if page.role(block.index) in _KEPT)
    body = [mark.block for mark in page.marks if mark.role is Role.BODY]
    if (
        not body
        or kept < _LEAST_KEPT * sum(len(block.text) for block in page.blocks)
        or _opens_with_menu(page)
    ):
        return False
    around = [*page.marks[: body[0]], *page.marks[body[-1] :]]
    return not any(mark.role in _FURNITURE for mark in around)


def _opens_with_menu(page: Page) -> bool:
    """Whether a list of links to other pages stands above all other text but headings."""
    texts = (block for block in page.blocks if block.text and not block.level)
    row = [run.href for block in takewhile(_is_entry, texts) for run in block.runs]
    return sum(not href.startswith("#") for href in row if href) >= _MENU


def _is_entry(block: Block) -> bool:
    return block.kind is Kind.LIST_ITEM and block.link_chars >= len(block.text)


def _headline(page: Page) -> Block | None:
    """The heading that the document opens with, where no front matter states another title. That of a file of
    several articles is known, and it may have none."""
    if not page.blocks or page.collection or any(name == "og:title" for name, _ in page.markup.metas):
        return None
    return page.blocks[0] if page.blocks[0].level == 1 else None


STAGE = Stage(
    name="document",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.TITLE, Role.BODY}),
    overrides=frozenset(Role) - {Role.UNKNOWN},
    forms=frozenset({Form.HTML}),
)
