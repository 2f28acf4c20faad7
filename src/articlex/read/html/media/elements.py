"""Handlers of elements that hold a picture or an emoji; see :mod:`articlex.read.html.elements`."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from articlex.character_classes import visible
from articlex.page import Hidden, Run, Style, Wrap
from articlex.placeholders import is_nothing
from articlex.read.html.apart.neighbours import ICON
from articlex.read.html.attributes import conceals, number_of
from articlex.read.html.formulas.sources import image_run
from articlex.read.html.media.images import (
    escaped_images,
    image_address,
    is_emoji,
    names_file,
    shows_nothing,
)
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import Attributes, Element
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Pixels of the shorter side of an icon and of a divider, and of the longer one of what is no icon: a formula
#: is as low, but wide.
_MOST_ICON, _MOST_DIVIDER, _LEAST_WIDE = 48, 12, 200
#: How many elements up a button is looked for.
_MOST_IN_BUTTON = 3
_TAG = regex(r"</?[A-Za-z][^<>]*>")


def image(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """An <img>: a picture, a formula or an emoji. A lazy picture and its copy in <noscript> are one."""
    formula = image_run(attributes)
    if formula is not None:
        walker.add_run(formula, state)
        return
    alternative = _alternative(attributes)
    # Before its address, as boards have all emoji in one file.
    if not state.mute and is_emoji(attributes, alternative):
        walker.add_text(alternative, state)
        return
    source = image_address(attributes, element)
    if not source or state.mute:
        return
    is_icon = _is_icon(attributes, source, state) or _is_of_button(element, source) or shows_nothing(source)
    is_icon = is_icon or _is_concealed(attributes, source)
    if is_icon and (state.level or walker.walks_around):
        return
    if names_file(alternative, source):
        alternative = ""
    if not _is_copy(walker.image, source, alternative, attributes, state):
        style = state.style | Style.ICON if is_icon else state.style
        walker.add_run(Run(alternative, style, state.href, source), state)
    walker.image = (source, alternative, state.hidden)


def _alternative(attributes: Attributes) -> str:
    """The alternative text of a picture; "" if there is none. It may be escaped twice, or "null"."""
    # (In Confluence, "alt" is the name of the emoji: "(tick)".)
    text = " ".join(attributes.get("data-emoji-fallback", attributes.get("alt", "")).split())
    if not text:
        return ""
    if "&" in text:
        text = html.unescape(text)
    if "</" in text:  # a caption with its markup: of a text on "<br>" no tag is closed
        text = " ".join(_TAG.sub(" ", text).split())
    text = visible(text)
    return "" if is_nothing(text) else text


def _is_icon(attributes: Attributes, source: str, state: State) -> bool:
    """Whether a picture is marked as decorative, by an empty alternative text, and is an icon or a drawing.

    A drawing with a caption, or a large one, is content nevertheless.
    """
    if attributes.get("alt") != "":
        return False
    if ICON.search(attributes.get("class", "")):
        return True
    sides = [number_of(attributes.get(side), 0) for side in ("width", "height")]
    if _is_drawing(source):
        is_in_figure = bool(state.within) and state.within[-1].wrap is Wrap.FIGURE
        return bool(state.level) or not (is_in_figure or max(sides) >= _LEAST_WIDE)
    stated = [side for side in sides if side > 0]
    most = _MOST_DIVIDER if max(sides) >= _LEAST_WIDE else _MOST_ICON
    return bool(stated) and min(stated) <= most


def _is_concealed(attributes: Attributes, source: str) -> bool:
    """Whether a style hides the picture itself, a counter or one for print, and no script is to show it."""
    if "style" not in attributes or not conceals(attributes["style"]):
        return False
    return source == attributes.get("src", "").strip() and "onload" not in attributes


def _is_drawing(source: str) -> bool:
    return source.partition("?")[0].endswith(".svg")


def _is_of_button(element: Element, source: str) -> bool:
    """Whether a picture is a drawing in a button."""
    if not _is_drawing(source):
        return False
    around = element.getparent()
    for _ in range(_MOST_IN_BUTTON):
        if around is None or around.tag in BLOCK:
            break
        around = around.getparent()
    return around is not None and around.tag == "button"


def _is_copy(
    before: tuple[str, str, int], source: str, alternative: str, attributes: Attributes, state: State
) -> bool:
    """Whether an image and the one ``before`` it are a lazy image and its copy in <noscript>.

    In Zhihu the copy comes first, and the lazy image states its address beside that of a larger file.
    """
    address, text, hidden = before
    same = source == address or (text != "" and alternative == text)
    same = same or (address != "" and address in attributes.values())
    return same and bool((hidden | state.hidden) & Hidden.NOSCRIPT)


def amp_image(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """An image in AMP, a block with what is shown until it has loaded, and a copy in <noscript>."""
    walker.flush()
    image(walker, element, attributes, state)
    return PLAIN


def noscript(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | None:
    """What is shown without scripts: read and flagged; or the images that stand in it as escaped markup."""
    state = state.flagged(Hidden.NOSCRIPT)
    images = escaped_images(element)
    for each in images:
        image(walker, each, {str(name): str(value) for name, value in each.items()}, state)
    return None if images else state
