"""What a Markdown document still holds beside its body, when most of it is main content: all of it.

Somebody, or this program, has already made a document of the article. What the other stages would drop of it
is a list of links that belongs to it, a name below a picture, a copyright at the end. A whole page that some
tool has turned into Markdown is another thing: it has a menu, and they are right to drop much of it.
"""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Form, Mark, Page, Role
from articlex.stages.contract import Output, Stage

REASONS = {"document": "The page is a Markdown document, and most of it is main content."}

#: Share of the text that the other stages keep, at least. Of 536 articles that went through our own Markdown,
#: one has less; its choice of blocks was unsure the first time.
_MOST = 0.5

_KEPT = frozenset({Role.TITLE, Role.BODY, Role.CAPTION})
#: What a page has around its article, and no document.
_FURNITURE = frozenset(
    {
        *(Role.NAV, Role.LANGUAGE_MENU, Role.BREADCRUMB, Role.PAGINATION),
        *(Role.CONSENT, Role.SHARE, Role.FOOTER),
    }
)


def run(page: Page, options: Options) -> Output:
    """Mark what is not kept of a Markdown document."""
    if not page.markdown:
        return
    kept = sum(len(block.text) for block in page.blocks if page.role(block.index) in _KEPT)
    most = kept >= _MOST * sum(len(block.text) for block in page.blocks)
    if not kept or not most or any(mark.role in _FURNITURE for mark in page.marks):
        return
    for block in page.blocks:
        if page.role(block.index) not in _KEPT:
            yield Mark(block.index, Role.BODY, "document", _MOST)


STAGE = Stage(
    name="document",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY}),
    overrides=frozenset(Role) - _KEPT - {Role.UNKNOWN},
    forms=frozenset({Form.HTML}),
)
