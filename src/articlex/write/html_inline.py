"""Inline runs as HTML."""

from __future__ import annotations

from collections.abc import Container, Sequence
from html import escape

from articlex.page import Run, Style
from articlex.write.links import Links
from articlex.write.markup import in_elements
from articlex.write.options import RenderOptions
from articlex.write.structure import note_of

#: Element of each style, outermost first.
_ELEMENTS = (
    (Style.DEL, "del"),
    (Style.INS, "ins"),
    (Style.STRONG, "strong"),
    (Style.EM, "em"),
    (Style.MARK, "mark"),
    (Style.SUB, "sub"),
    (Style.SUP, "sup"),
    (Style.KBD, "kbd"),
    (Style.CODE, "code"),
)


def inline_html(runs: Sequence[Run], links: Links, options: RenderOptions, notes: Container[str] = ()) -> str:
    """The runs as HTML; elements that neighbours have in common are opened once.

    ``notes`` are the anchors of the footnotes in the same document.
    """

    def elements(run: Run) -> list[str]:
        return _tags(run, links, options, notes)

    return in_elements(runs, elements, lambda run: _content(run, links, options))


def _tags(run: Run, links: Links, options: RenderOptions, notes: Container[str]) -> list[str]:
    """The elements around a run, outermost first, as start tags without brackets."""
    note = note_of(run)
    is_here = note != "" and note in notes
    url = links.resolve(run.href) if run.href is not None and options.links else None
    address = f"#{note}" if is_here else url
    return elements_around(run.style, [f'a href="{escape(address)}"'] if address is not None else [])


def elements_around(style: int, link: Sequence[str]) -> list[str]:
    """The elements of the styles of a run and of its ``link``, if it has one, outermost first."""
    # A browser shows quotation marks around each <q>, so nothing may divide it.
    tags = ["q"] if style & Style.QUOTE else []
    if style & Style.BREAK:
        return tags
    if style & Style.FOOTNOTE:
        return [*tags, "sup", *link]
    return [*tags, *link, *(tag for bit, tag in _ELEMENTS if style & bit)] if style else [*tags, *link]


def text_html(run: Run) -> str:
    """The text of a run: a line break, a formula between its delimiters, or the escaped text."""
    text, style = run.text, run.style
    if style & Style.BREAK:
        return "<br>\n"
    if style & Style.MATH:
        left, right = ("\\[", "\\]") if style & Style.MATH_DISPLAY else ("\\(", "\\)")
        return f'<span class="math">{left}{escape(text, quote=False)}{right}</span>'
    return escape(text, quote=False)


def _content(run: Run, links: Links, options: RenderOptions) -> str:
    """What stands inside the elements of a run."""
    if run.src is None:
        return text_html(run)
    url = links.resolve(run.src) if options.images else None
    return f'<img src="{escape(url)}" alt="{escape(run.text)}">' if url is not None else ""
