"""Documents in light markups that are made into Markdown: Org, AsciiDoc, reStructuredText, MediaWiki,
pages of the Unix manual, and notebooks of Jupyter.

Only a text that opens as such a document does is taken for one; a flattened page never does.
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
    """The Markdown, with front matter, of the document that ``text`` is; None if it is none."""
    if text.lstrip("\ufeff \t\r\n").startswith("{") and (found := notebook(text)):
        return found
    if len(text) > _LONGEST:
        return None
    rows = text.expandtabs(8).replace("\r\n", "\n").strip("\ufeff\n").split("\n")
    return org(rows) or manual_page(rows) or asciidoc(rows) or restructured_text(rows) or mediawiki(rows)
