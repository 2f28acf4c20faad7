"""Articles as a stream of text: one document, or several that can be told apart again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from articlex.article import Article


def _markdown(article: Article) -> str:
    return article.markdown


def _text(article: Article) -> str:
    return article.text + "\n" if article.text else ""


def _json(article: Article) -> str:
    return json.dumps(article.to_dict(), ensure_ascii=False, indent=2) + "\n"


def _json_line(article: Article) -> str:
    return json.dumps(article.to_dict(), ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[Article], str]] = {
    "md": _markdown,
    "json": _json,
    "jsonl": _json_line,
    "txt": _text,
}

#: The line before each document where the format itself has none that tells documents apart.
_HEADERS = {"md": "<!-- {} -->\n\n", "html": "<!-- {} -->\n", "txt": "==> {} <==\n\n"}


@dataclass(slots=True)
class Rendering:
    """Turns articles into text, one after the other. ``many``: more than one may come."""

    format: str
    many: bool = False
    count: int = 0

    def item(self, name: str, article: Article) -> str:
        """The text to write for ``article``, which was read from ``name``; "" if it has none."""
        document = FORMATS[self.format](article)
        if not self.many or not document:
            return document
        self.count += 1
        if self.format == "json":
            return ("[\n" if self.count == 1 else ",\n") + document.rstrip("\n")
        header = _HEADERS.get(self.format)
        if header is None:
            return document
        gap = "\n" if self.count > 1 else ""
        return gap + header.format(name.replace("--", "- -")) + document

    def close(self) -> str:
        """What ends the stream."""
        if self.format != "json" or not self.many:
            return ""
        return "\n]\n" if self.count else "[]\n"
