"""Captions of figures that are teasers: a picture, a title that is left out, and below it links alone."""

from __future__ import annotations

from collections.abc import Container

from articlex.page import Block, Kind, Page

_CAPTION = Kind.CAPTION  # see articlex.page


def teaser_captions(page: Page, chosen: Container[int]) -> set[int]:
    """The captions that are links all through, in a <figure> with other text, of which none is ``chosen``.

    On the annotated pages there are eight such figures on seven pages, teasers of stories, videos and
    letters; without other text in them such captions are sources and names as often as teasers.
    """
    found: set[int] = set()
    for figure in (node for node in page.nodes if node.tag == "figure"):
        texts = [block for block in page.blocks[figure.first : figure.last] if block.text]
        captions = {block.index for block in texts if block.kind is _CAPTION}
        if not captions or len(captions) == len(texts):
            continue
        if all(_is_link(each) if each.kind is _CAPTION else each.index not in chosen for each in texts):
            found |= captions
    return found


def _is_link(caption: Block) -> bool:
    return caption.link_chars >= len(caption.text)
