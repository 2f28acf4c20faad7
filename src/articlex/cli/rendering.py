"""Articles as a stream of text: one document, or several that can be told apart again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from articlex.article import Article
from articlex.stderr import printable
from articlex.write.formats import FORMATS
from articlex.write.options import RenderOptions

#: The line before each of several documents, in formats that have no record to hold the name.
_HEADERS = {"md": "<!-- {} -->\n\n", "html": "<!-- {} -->\n", "txt": "==> {} <==\n\n"}


@dataclass(slots=True)
class Rendering:
    """Turns articles into text, one after the other. ``many``: more than one may come."""

    format: str
    options: RenderOptions
    many: bool = False
    count: int = 0

    def item(self, name: str, article: Article, source: str | None) -> str:
        """The text to write for ``article``, which was read from ``name``; "" if it has none.

        ``source`` is what the record says of where the article is from.
        """
        form = FORMATS[self.format]
        document = form.write(article, replace(self.options, source=source))
        if not document:
            return document
        top = form.header(self.options) if form.header is not None and not self.count else ""
        if not self.many:
            return top + document
        self.count += 1
        header = _HEADERS.get(self.format)
        if header is None:
            return top + (form.begin if self.count == 1 else form.between) + document
        gap = "\n" if self.count > 1 else ""
        # Two hyphens would end the comment.
        return gap + header.format(printable(name).replace("--", "- -")) + document

    def close(self) -> str:
        """What ends the stream."""
        form = FORMATS[self.format]
        if not self.many:
            return ""
        top = form.header(self.options) if form.header is not None else ""
        return form.end if self.count else top + form.begin + form.end
