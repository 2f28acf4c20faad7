"""What each HTML element is to the reader.

An element that is in none of these sets is inline. The sets follow the rendering section of the HTML
standard (https://html.spec.whatwg.org/multipage/rendering.html): what a browser's default style sheet shows
as a block ends the block before it. So does <marquee>, a box as wide as what is around it.
"""

from __future__ import annotations

from articlex.page import Style

#: Elements that end the block before them and get a :class:`~articlex.page.Node`.
BLOCK = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header heading hgroup html legend li
    listing main marquee menu nav ol optgroup option p pre search section select summary table tbody td
    textarea tfoot th thead tr ul xmp""".split()
)

#: Elements whose content is never text that a page shows. libxml2 reads the content of those marked
#: "raw" in the standard as one string, so no article can hide below them.
NEVER_TEXT = frozenset("script style noembed noframes datalist".split())

#: Elements of which only an address is read.
EMBED = frozenset("iframe video audio object embed amp-iframe amp-video amp-audio".split())

#: HTML elements that end foreign content (HTML standard, 13.2.6.5): an unclosed <svg> ends here.
ENDS_SVG = BLOCK | frozenset("b big br code em hr i img ruby s small span strike strong sub sup tt u".split())

_OF_STYLE = {
    Style.EM: "em i cite dfn var",
    Style.STRONG: "strong b",
    Style.CODE: "code tt samp",
    Style.KBD: "kbd",
    Style.DEL: "del s strike",
    Style.INS: "ins",
    Style.MARK: "mark",
    Style.SUB: "sub",
    Style.SUP: "sup",
    Style.QUOTE: "q",
    Style.RUBY: "rt",
}
#: The style of the text in an inline element, by its tag.
INLINE_STYLE = {tag: style for style, tags in _OF_STYLE.items() for tag in tags.split()}

#: The levels of headings. <heading> is that of a patent office's XML (WIPO ST.36), which sites keep in HTML,
#: below an <h2> "Description".
HEADING_LEVEL = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "heading": 3}

#: Custom elements are inline to a browser, but nearly all are styled as blocks; those whose name ends in one
#: of these words stand in running text: "relative-time".
_INLINE_CUSTOM = frozenset(
    "emoji icon time ago link span text mark highlight tooltip badge spoiler term".split()
)


def is_block(tag: str) -> bool:
    """Whether ``tag`` ends the block before it."""
    if tag in BLOCK:
        return True
    return "-" in tag and tag.rsplit("-", 1)[1] not in _INLINE_CUSTOM
