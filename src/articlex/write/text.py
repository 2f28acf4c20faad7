"""The body as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Block, Role
from articlex.write.control import strip_controls
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.table_grid import table_text

if TYPE_CHECKING:
    from articlex.article import Article


def write_text(article: Article) -> str:
    """The kept blocks with an empty line between them, without headline, captions and markup."""
    marks, caption = article.page.marks, Role.CAPTION
    running = (_shown(block) for block in article.body if marks[block.index].role is not caption)
    return strip_controls("\n\n".join(text for text in running if text))


def write_text_file(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The headline and the body as plain text, the ``txt`` format; "" without a body."""
    body = write_text(article)
    parts = [part for part in (strip_controls(article.title or ""), body) if part]
    return "\n\n".join(parts) + "\n" if body else ""


def _shown(block: Block) -> str:
    return block.text if block.table is None else table_text(block.table)
