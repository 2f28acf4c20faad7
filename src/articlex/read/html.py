"""The reader of HTML."""

from __future__ import annotations

from lxml import html as lxml_html

from articlex.page import Block, Form, Kind, Markup, Node, Page, Run


def read_html(
    source: str, *, url: str | None = None, encoding: str = "", warnings: tuple[str, ...] = ()
) -> Page:
    """The page in ``source``, which is HTML, however broken."""
    root = lxml_html.document_fromstring(source or "<html></html>")
    texts = [" ".join("".join(map(str, el.itertext())).split()) for el in root.iter("p", "h1", "h2", "li")]
    blocks = [Block(i, Kind.PARAGRAPH, t, (Run(t),), tag="p") for i, t in enumerate(texts)]
    nodes = (Node("html", -1, 0, (), 0, len(blocks)),)
    return Page(Form.HTML, tuple(blocks), nodes, Markup(), url, encoding, warnings=warnings)
