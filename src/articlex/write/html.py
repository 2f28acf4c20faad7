"""The article as semantic HTML, made from its blocks: no markup of the page is copied."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from articlex.write.control import strip_controls
from articlex.write.options import DEFAULTS, RenderOptions

if TYPE_CHECKING:
    from articlex.article import Article


def write_fragment(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The body as HTML without the frame of a document."""
    paragraphs = [f"<p>{escape(block.text)}</p>" for block in article.body if block.text]
    return strip_controls("\n".join(paragraphs))
