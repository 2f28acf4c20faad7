"""Reading: bytes in, :class:`~articlex.page.Page` out. One module per step and per form."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from articlex.options import MAX_BYTES
from articlex.page import Form, Page
from articlex.read.compression import decompress
from articlex.read.encoding import clean, decode
from articlex.read.markdown import is_markdown, markdown_html
from articlex.read.sniff import sniff_form


def read_page(
    source: bytes | str,
    *,
    url: str | None = None,
    form: Literal["auto", "html", "text"] = "auto",
    encoding: str | None = None,
    charset: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Page:
    """The page in ``source``; see :func:`articlex.extract` for arguments and errors."""
    warnings: tuple[str, ...] = ()
    if isinstance(source, bytes):
        source, encoding, warnings = decode(decompress(source, max_bytes), encoding, charset)
    else:
        source, encoding = clean(source), ""
    # A short document may have more characters in tags than outside, and is Markdown all the same.
    markdown = form != "html" and is_markdown(source)
    found = sniff_form(source) if form == "auto" else Form(form)
    if markdown:
        source, found = markdown_html(source), Form.HTML
    # Half of the reading code is for the other form.
    if found is Form.HTML:
        from articlex.read.html import read_html as reader
    else:
        from articlex.read.text import read_text as reader
    page = reader(source, url=url, encoding=encoding, warnings=warnings)
    return replace(page, markdown=True) if markdown else page
