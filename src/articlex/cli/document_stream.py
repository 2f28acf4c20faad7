"""Articles as a stream of text: one document, or several that stay distinguishable."""

from __future__ import annotations

from dataclasses import dataclass, replace

from articlex.article import Article
from articlex.write.control import escape_controls
from articlex.write.formats import FORMATS
from articlex.write.options import RenderOptions


@dataclass(slots=True)
class DocumentStream:
    """Turns articles into text, one after the other. ``many``: there may be more than one."""

    format: str
    options: RenderOptions
    many: bool = False
    #: Documents so far, if there may be many.
    count: int = 0

    def document(self, name: str, article: Article, source: str | None) -> str:
        """The text to write for ``article``, read from the input ``name``; "" if there is none.

        ``source`` is the record's field of that name: where the article is from.
        """
        form = FORMATS[self.format]
        document = form.write(article, replace(self.options, source=source))
        if not document:
            return document
        head = form.head(self.options) if not self.count else ""
        if not self.many:
            return head + document
        lead = form.lead(self.count, escape_controls(name))
        self.count += 1
        return head + lead + document

    def end(self) -> str:
        """The text that ends the stream. If none of many articles could be read, an empty document."""
        form = FORMATS[self.format]
        if not self.many:
            return ""
        return form.end if self.count else form.head(self.options) + form.begin + form.end
