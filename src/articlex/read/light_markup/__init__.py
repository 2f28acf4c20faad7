"""Translates documents in other light markups into Markdown: Org, AsciiDoc, reStructuredText, MediaWiki, Unix
manual pages, and Jupyter notebooks.

A text is taken for such a document only if it opens as one does; a flattened page never does.
"""

from __future__ import annotations

from articlex.read.light_markup.asciidoc import asciidoc
from articlex.read.light_markup.manual_page import manual_page
from articlex.read.light_markup.mediawiki import mediawiki
from articlex.read.light_markup.notebook import notebook
from articlex.read.light_markup.org import org
from articlex.read.light_markup.restructuredtext import restructured_text

#: Characters of the longest document.
_LONGEST = 500_000


def as_markdown(text: str) -> str | None:
    """The document in ``text`` as Markdown, with front matter; None if it is in none of these markups. A byte
    order mark has been taken off."""
    if text.lstrip().startswith("{") and (found := notebook(text)):
        return found
    if len(text) > _LONGEST:
        return None
    plain = text.expandtabs(8) if "\t" in text else text
    rows = plain.replace("\r\n", "\n").strip("\n").split("\n")
    return org(rows) or manual_page(rows) or asciidoc(rows) or restructured_text(rows) or mediawiki(rows)
