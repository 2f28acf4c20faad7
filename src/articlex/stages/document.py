"""What a Markdown document still holds beside its body, when most of it is main content: all of it.

Somebody, or this program, has already made a document of the article. What the other stages would drop of it
is a list of links that belongs to it, a name below a picture, a copyright at the end. A whole page that some
tool has turned into Markdown is another thing: it has a menu, and they are right to drop much of it.
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

#: Share of the text that the other stages keep, at least. Of 536 articles that went through our own Markdown,
#: one has less; its choice of blocks was unsure the first time.
_LEAST_KEPT = 0.5
#: The score of each mark: the page is judged as a whole, and no block of it is surer than another.
_SCORE = 0.5

_KEPT = KEPT | {Role.TITLE}
#: What a page has around its article, and no document.
_FURNITURE = frozenset(
    (
        Role.NAV,
        Role.LANGUAGE_MENU,
        Role.BREADCRUMB,
        Role.PAGINATION,
        Role.CONSENT,
        Role.SHARE,
        Role.FOOTER,
    )
)

#: Entries from which on a list of links above all text is a menu; that of a document is its contents, which
#: lead to places in it.
_MENU = 8


def run(page: Page, options: Options) -> Output:
    """Mark what is not kept of a Markdown document, and state its headline."""
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
    """Whether most is main content, and nothing that a page has around its article stands around it."""
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
    """The heading that the document opens with, where no front matter states another title."""
    if not page.blocks or any(name == "og:title" for name, _ in page.markup.metas):
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
