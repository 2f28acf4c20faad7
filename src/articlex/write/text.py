"""The body as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlex.article import Article


def write_text(article: Article) -> str:
    """The kept blocks with a blank line between them; no headline, no markup."""
    return "\n\n".join(block.text for block in article.body if block.text)
