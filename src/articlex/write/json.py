"""The article as the record that JSON output prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articlex.article import Article


def article_record(article: Article) -> dict[str, Any]:
    """The fields of ``article`` in the order of the published schema."""
    return {"title": article.title, "text": article.text}
