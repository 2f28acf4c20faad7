"""The reader of HTML: a page is parsed, its tree is prepared, and then walked once."""

from __future__ import annotations

from functools import cache, partial
from typing import cast

from articlex.markup import Markup, StatedArticle
from articlex.page import Form, Hidden, Page
from articlex.read.html.assembly import Whole
from articlex.read.html.embedded.bodies import as_html, embedded_text
from articlex.read.html.embedded.state_values import join_streams
from articlex.read.html.footnotes import names_and_targets
from articlex.read.html.formulas.sources import is_typeset
from articlex.read.html.lists.tasks import has_boxes
from articlex.read.html.parsing import parse, without_controls
from articlex.read.html.preparation.archive_bar import may_have_bar, take_archive_bar
from articlex.read.html.preparation.clipped import may_be_clipped, tell_clipped
from articlex.read.html.preparation.large_type import may_be_set_in_type, tell_headline
from articlex.read.html.preparation.office import is_export, tell_parts
from articlex.read.html.preparation.page_form import unwrap_page_form
from articlex.read.html.preparation.reader_view import is_reader_view, tell_reader_view
from articlex.read.html.preparation.streamed import TAGS_OF_PARTS, is_streamed, place_streamed
from articlex.read.html.preparation.tabs import may_have_tabs, tell_panes
from articlex.read.html.tree import Element
from articlex.read.html.walk import Walker
from articlex.read.limits import check_tags


def read_html(
    source: str,
    *,
    url: str | None = None,
    encoding: str = "",
    warnings: tuple[str, ...] = (),
    utf8: bytes | None = None,
) -> Page:
    """The page in ``source``, which is HTML, however broken; ``utf8`` is the same in UTF-8, if at hand.

    Any string gives a page; without text in it, that has no blocks. ``url`` is the page's own address, by
    which links within it are known; ``encoding`` and ``warnings`` are kept as they are. Raises TooLargeError
    where there are more tags or blocks than a page may have.
    """
    data = source.encode("utf-8", "replace") if utf8 is None else utf8
    check_tags(data)
    address = (url or "").partition("#")[0]
    root, deep = parse(data)
    walker = Walker(Markup(source=source))
    if root is not None:
        try:
            walker = _walked(source, root, data, address)
        except ValueError:
            # The parser lets control characters into the tree, but lxml refuses to write them there, as a
            # step of the walk that parts two words does. Such a page is begun anew: to look for the
            # characters in every page would take 0.01 of the time.
            clean = without_controls(data)
            if clean == data:
                raise
            walker = _walked(source, cast("Element", parse(clean)[0]), clean, address)
        join_streams(walker.markup)
        _read_embedded(walker)
    markup = walker.markup
    markup.articles = [_article(walker, node, outer) for node, outer in walker.articles]
    if deep:
        warnings = (*warnings, "elements are nested deeper than the parser reads; the deepest were unwrapped")
    markup.states.sort(key=len, reverse=True)
    return Page(
        Form.HTML, tuple(walker.blocks), tuple(walker.nodes), markup, url, encoding, warnings=warnings
    )


def _walked(source: str, root: Element, data: bytes, address: str) -> Walker:
    """The walker after its walk over a page whose tree is ``root``, and whose source in UTF-8 is ``data``."""
    walker = Walker(Markup(source=source))
    # In one search of the tree: each takes 0.07 of the time of a bare parse.
    tags = {each.tag for each in root.iter("pre", *TAGS_OF_PARTS)}
    if not tags.isdisjoint(TAGS_OF_PARTS) and is_streamed(root):
        # Comments tell their places. To keep those of all pages would cost more than to parse this one again.
        root = cast("Element", parse(data, comments=True)[0])
        place_streamed(root, data)
    if "template" in tags and any("shadowrootmode" in each.attrib for each in root.iter("template")):
        from articlex.read.html.preparation.shadow import lay_out_shadow_trees

        lay_out_shadow_trees(root)
    if "pre" in tags:
        from articlex.read.html.code.heads import take_code_heads

        take_code_heads(root)
    if may_have_tabs(data):
        tell_panes(root)
    if may_be_clipped(data):
        tell_clipped(root)
    unwrap_page_form(root)
    if may_have_bar(data):
        take_archive_bar(root)
    if is_reader_view(data):
        tell_reader_view(root)
    if is_export(data):
        tell_parts(root)
    elif may_be_set_in_type(root):
        tell_headline(root)
    walker.whole = Whole(
        address=address,
        typeset=cache(partial(is_typeset, data)),
        has_boxes=cache(partial(has_boxes, root, data)),
        links=cache(partial(names_and_targets, root)),
    )
    walker.walk(root)
    return walker


def _article(walker: Walker, node: int, outer: int) -> StatedArticle:
    first, last = (walker.nodes[node].first, walker.nodes[node].last) if node >= 0 else (0, 0)
    return StatedArticle(first, last, outer)


def _read_embedded(walker: Walker) -> None:
    """Add text that the page holds as data, and does not show, as blocks behind all others."""
    fragments = embedded_text(walker.markup, walker.blocks)
    if not fragments:
        return
    source = "".join(f"<div>{as_html(text)}</div>" for text in fragments)
    root, _ = parse(without_controls(source.encode("utf-8", "replace")))
    if root is not None:
        walker.whole = walker.whole._replace(has_boxes=lambda: True)
        walker.walk(root, Hidden.DATA)
