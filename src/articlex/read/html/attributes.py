"""What an element's class, id, role, style and other attributes say about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from articlex.class_words import AUTHOR_WORDS, split_words
from articlex.memoize import memoized
from articlex.page import Hidden, Style
from articlex.read.html.scopes import BEGINS_ITEM
from articlex.read.html.state import KEEPS_LINES
from articlex.read.html.widgets import WIDGET_WORDS, role_of, widget_of
from articlex.regex import regex

#: Elements to which a style attribute may give emphasis, or take it from them.
STYLED = frozenset("span font b strong i em".split())
#: (Word states weights for other scripts too, in properties of longer names: "mso-bidi-font-weight:normal".)
_WEIGHT = regex(r"(?<![\w-])font-weight:(?:(bold|bolder|[6-9]00)|normal|lighter|[1-5]00)")
_RAISED = regex(r"(?<![\w-])vertical-align:(?:(super)|(sub))")
_SHOWN_AS_BLOCK = regex(r"(?<![\w-])display:(?:block|flex|grid|table|list-item)(?![\w-])")
_NUMBERING = regex(r"list-style(?:-type)?:(?:inside|outside)*(lower|upper)-(alpha|latin|roman)")
_TYPES = {"lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}
_SLANT = regex(r"(?<![\w-])font-style:(?:(italic|oblique)|normal)")
#: CSS, and the classes of Tailwind.
_WHITE_SPACE = regex(r"white-?space[:-](?:(pre|break-spaces)|normal|nowrap)")

#: HTML heeds nothing behind the digits: "4.5" is 4.
_NUMBER = regex(r"[ \t\n\f\r]*\+?([0-9]{1,9}+)(?!\.?[0-9]*+%|[0-9])")

#: Utility class systems put dozens of classes on an element; the telling ones come first.
_MOST_WORDS = 24

_CLOSED = frozenset("collapse collapsed accordion tab tabpanel pane".split())
_OPEN = frozenset("show in active open expanded selected".split())

#: Words of class and id that make an element worth an annotation for byline and date readers.
_BYLINE_WORDS = AUTHOR_WORDS | frozenset(
    """date dateline datetime published publish pubdate posted timestamp time updated modified
    created""".split()
)
#: Words beside which those of an author name nobody: buttons of a post, counts of posts, "powered by".
_NAMELESS = frozenset({"buttons", "count", "statistics", "power", "powered"})
#: Words that tell more than which part of the page an element is. Most elements have none of them.
_TELLING = _CLOSED | _BYLINE_WORDS | WIDGET_WORDS

#: Attributes that state what an element's text is; see :mod:`articlex.read.html.annotations`.
ANNOTATED = frozenset({"itemprop", "rel", "property"})
#: Attributes that a Look is read from, beside class.
_BESIDE_ID = frozenset({"role", "itemprop", "aria-label", "aria-hidden", "hidden"})
_LOOKED_AT = _BESIDE_ID | {"id"}
#: Attributes beside class that matter in a block-level element, and in an inline one. Three of four elements
#: have none of them.
HEEDED = ANNOTATED | BEGINS_ITEM | _LOOKED_AT | {"style"}
HEEDED_IN_LINE = HEEDED | {"name"}
#: Each element with a style is asked several questions, and many elements of a page have the same.
_REMEMBERED_STYLES = 128
#: Attributes that the shape of a Look is made of.
_SHAPING = ("class", "id", "role")


@dataclass(slots=True)
class Look:
    """What class, id, role, itemprop and aria attributes say of an element."""

    #: class, id and role as written, by which elements that repeat on a page are known.
    shape: str
    #: The words of all of these attributes.
    words: tuple[str, ...]
    #: Bits of :class:`~articlex.page.Hidden`.
    hidden: int = 0
    #: Those of the words that speak of an author or date, with blanks between them.
    byline: str = ""
    heading: bool = False
    #: Its name in :mod:`articlex.read.html.widgets`; "" for an element that is none of these.
    widget: str = ""
    #: Whether there is anything else to heed: more than ``shape`` and ``words``, or kept line feeds.
    telling: bool = True


def look_of(attributes: Mapping[str, str]) -> Look:
    """The look of an element with these attributes."""
    shape = said = " ".join([attributes[name] for name in _SHAPING if name in attributes])
    for name in ("itemprop", "aria-label"):
        if name in attributes:
            said = f"{said} {attributes[name]}"
    return _look(attributes, shape, split_words(said))


def _look(attributes: Mapping[str, str], shape: str, found: list[str]) -> Look:
    """The look of an element with this ``shape``; the words ``found`` are those of all its attributes."""
    words = tuple(found[:_MOST_WORDS])
    hidden = Hidden.STYLE if "hidden" in attributes or attributes.get("aria-hidden") == "true" else 0
    heading = role_of(attributes) == "heading"
    byline = widget = ""
    if not _TELLING.isdisjoint(found):
        if not _CLOSED.isdisjoint(words) and _OPEN.isdisjoint(words):
            hidden |= Hidden.COLLAPSED
        if "role" in attributes or not WIDGET_WORDS.isdisjoint(found):
            widget = widget_of(attributes, words)
        # What is neither seen nor heard is text that an aria-labelledby refers to.
        byline = "" if widget == "unseen" and hidden & Hidden.STYLE else _byline(attributes, words)
    telling = bool(hidden or byline or widget) or heading or "whitespace-" in shape  # see line_keeping()
    return Look(shape, words, hidden, byline, heading, widget, telling)


def _byline(attributes: Mapping[str, str], words: tuple[str, ...]) -> str:
    """Those of an element's words that speak of an author or date, with blanks between them."""
    found = [word for word in words if word in _BYLINE_WORDS]
    if "fn" in found and "fn" not in split_words(attributes.get("class", "")):
        found = [word for word in found if word != "fn"]  # "fn:1" is a note's
    if found and not _NAMELESS.isdisjoint(words):
        found = [word for word in found if word not in AUTHOR_WORDS]
    return " ".join(found)


def _plain_look(shape: str, attributes: Mapping[str, str]) -> Look:
    """The look of an element that has class and id alone to look at, which together are its ``shape``.

    Nine of ten of these have no telling word, and are read in two thirds of the time.
    """
    found = split_words(shape)
    if not _TELLING.isdisjoint(found):
        return _look(attributes, shape, found)
    words = tuple(found) if len(found) <= _MOST_WORDS else tuple(found[:_MOST_WORDS])
    return Look(shape, words, telling="whitespace-" in shape)


class Looks(dict[str | None, Look]):
    """The looks of a page's elements, by class (None: no class), where they have nothing else to look at.

    These are remembered, and so are others: most elements of a page look like others on it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._others: dict[tuple[str | bool | None, ...], Look] = {}

    def __missing__(self, classes: str | None) -> Look:
        look = self[classes] = _plain_look(classes or "", {} if classes is None else {"class": classes})
        return look

    def of(self, attributes: Mapping[str, str]) -> Look:
        """The look of an element with these attributes."""
        get = attributes.get
        if _LOOKED_AT.isdisjoint(attributes):
            return self[get("class")]
        if "id" in attributes:  # not remembered: no other element has the same
            if not _BESIDE_ID.isdisjoint(attributes):
                return look_of(attributes)
            name = attributes["id"]
            return self._named(attributes, name) if "class" in attributes else _plain_look(name, attributes)
        hidden = "hidden" in attributes
        key = get("class"), get("role"), get("itemprop"), get("aria-label"), get("aria-hidden"), hidden
        look = self._others.get(key)
        if look is None:
            look = self._others[key] = look_of(attributes)
        return look

    def _named(self, attributes: Mapping[str, str], name: str) -> Look:
        """The look of an element with class and id, its ``name``: most often the look of its class with more
        words."""
        look, shape = self[attributes["class"]], f"{attributes['class']} {name}"
        words = (*look.words, *split_words(name))
        if look.telling or len(words) > _MOST_WORDS or not _TELLING.isdisjoint(words):
            return _plain_look(shape, attributes)
        return Look(shape, words, telling="whitespace-" in name)


def conceals(style: str) -> bool:
    """Whether a style attribute hides the element."""
    compact = compact_style(style)
    return "display:none" in compact or "visibility:hidden" in compact


@memoized(_REMEMBERED_STYLES)
def compact_style(style: str) -> str:
    """A style attribute in small letters and without white space, in which it is looked for declarations."""
    return "".join(style.lower().split())


def is_shown_as_block(style: str) -> bool:
    """Whether a style attribute puts an inline element on lines of its own."""
    return _SHOWN_AS_BLOCK.search(compact_style(style)) is not None


def line_keeping(style: int, attributes: Mapping[str, str]) -> int:
    """``style`` inside an element with these attributes, which may keep line feeds, or end that."""
    stated = compact_style(attributes["style"]) if "style" in attributes else ""
    if "white-space" not in stated:
        stated = attributes.get("class", "")
    found = _WHITE_SPACE.search(stated) if "space" in stated else None
    if found is None:
        return style
    return style | KEEPS_LINES if found[1] else style & ~KEEPS_LINES


def emphasis(style: int, attributes: Mapping[str, str]) -> int:
    """``style`` as the style attribute changes it: Google Docs has all its emphasis there."""
    style = line_keeping(style, attributes)
    compact = compact_style(attributes["style"])
    weight = _WEIGHT.search(compact)
    if weight:
        style = style | Style.STRONG if weight[1] else style & ~Style.STRONG
    slant = _SLANT.search(compact)
    if slant:
        style = style | Style.EM if slant[1] else style & ~Style.EM
    raised = _RAISED.search(compact)
    if raised:
        style |= Style.SUP if raised[1] else Style.SUB
    return style | Style.DEL if "line-through" in compact else style


def numbering_of(attributes: Mapping[str, str]) -> str:
    """The type of the numbers of an ordered list as HTML has it: "a", "A", "i", "I"; "" for any other."""
    stated = attributes.get("type", "").strip()
    if stated:
        return stated if stated in _TYPES.values() else ""
    found = _NUMBERING.search(compact_style(attributes["style"])) if "style" in attributes else None
    return _TYPES[f"{found[1]}-{found[2].replace('latin', 'alpha')}"] if found else ""


def number_of(stated: str | None, default: int) -> int:
    """The whole number that an attribute begins with, of up to nine digits as in CommonMark; ``default``
    without one, and for a percentage."""
    found = _NUMBER.match(stated) if stated else None
    return int(found[1]) if found else default
