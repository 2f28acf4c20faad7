"""Reading: bytes in, :class:`~articlex.page.Page` out.

``source`` goes through the steps: ``decoding/`` turns the bytes into text, ``sniff`` decides between HTML and
raw page text, ``html/`` or ``text/`` turns the text into blocks. Before that, ``documents`` turns feeds and
JSON into HTML, ``light_markup/`` turns other light markup into Markdown, and ``markdown`` turns Markdown into
HTML.
"""

from __future__ import annotations

from articlex.read.source import read_page

__all__ = ["read_page"]
