"""The article as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.write.control import strip_controls
from articlex.write.options import DEFAULTS, RenderOptions

if TYPE_CHECKING:
    from articlex.article import Article


def write_markdown(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The article as CommonMark with GFM tables, the headline first as ``#``."""
    parts = [f"# {article.title}"] if article.title else []
    parts += [block.text for block in article.body if block.text]
    return strip_controls("\n\n".join(parts) + "\n") if parts else ""
