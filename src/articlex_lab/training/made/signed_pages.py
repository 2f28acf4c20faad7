"""Pages with lists of other stories and comments set in, whose items have their own bylines and days.

In the corpora hardly a teaser is signed and dated like the article, so that what is fitted on them alone
takes the byline of a teaser for that of the page. The gold authors and day of a page stay, whatever is set
in.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree, html

from articlex.page import Form
from articlex_lab.corpora.annotated import Record, load
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.scores.presence import contains_authors, contains_day
from articlex_lab.training.made.crowded_html import parse, up
from articlex_lab.training.made.html_lists import CONTROLS, new_element
from articlex_lab.training.made.listings import Stock, stock
from articlex_lab.training.made.plainer import make_plainer
from articlex_lab.training.made.signed_lists import Names, Said, names_of, signed_list

#: The corpora that titles and openings of other stories are from, and those that names are from.
_TOLD = ("articles", "forums", "news", "reader", "wcxb-dev")
_SIGNED = ("dates", "news", "snippets", "wcxb-dev")
#: All corpora that have a part in these pages.
SOURCES = tuple(sorted({*_TOLD, *_SIGNED}))

#: A line or element with more characters is running text, in ASCII and with other letters.
_LONG, _LONG_OTHER = 80, 40

#: Shares of the pages with a list before the headline, without the markup that states author and day, and
#: with plainer markup.
_BEFORE_SHARE, _SILENT_SHARE, _PLAINER_SHARE = 0.25, 0.4, 0.25

_CLASSES = (*[""] * 3, *"""item card box row teaser story post entry more list news media unit block c1 b2
comment reply""".split())  # fmt: skip
_META = (*[""] * 3, *"meta byline author info date by time details small sub label user".split())

_STATING = ("author", "creator", "byl", "date", "time", "publish", "modified", "updated", "byline")


class SignedPages:
    """Makes such pages; what is set in comes from corpora that may train the shipped models."""

    __slots__ = ("_names", "_stock")

    def __init__(self) -> None:
        self._stock = stock(record for record in load(_TOLD) if record.text)
        self._names = names_of(load(_SIGNED))

    def source(self, record: Record, form: Form) -> bytes | str | None:
        """The page of ``record`` in ``form`` with lists set in; None where it has no running text."""
        text = flatten(record)
        if form is Form.TEXT:
            return listed_text(record, text, self._stock, self._names)
        signed = not record.authors or contains_authors(text, record.authors)
        dated = not record.date or contains_day(text, record.date)
        made = listed_html(record, self._stock, self._names, signed and dated)
        return made.encode() if made else None


def listed_html(record: Record, have: Stock, names: Names, speaks: bool) -> str | None:
    """The page as HTML with lists set in; None where it has no running text.

    ``speaks`` says that its text names the gold authors and day, so that the markup need not.
    """
    chance = random.Random(f"{record.name} signed")
    try:
        root = parse(record)
    except etree.ParserError:  # a page without any element
        return None
    first, last = _ends(root)
    if last is None:
        return None
    for _ in range(chance.choice((1, 1, 2))):
        up(last, chance).addnext(_element_of(signed_list(record, have, names, chance), chance))
    if chance.random() < _BEFORE_SHARE:
        _outermost(first).addprevious(_element_of(signed_list(record, have, names, chance), chance))
    if speaks and chance.random() < _SILENT_SHARE:
        _silence(root)
    if speaks and chance.random() < _PLAINER_SHARE:
        make_plainer(root, chance)
    return str(html.tostring(root, encoding="unicode"))


def _ends(root: Any) -> tuple[Any, Any]:
    """The first and last paragraph of the element with most running text in its children, or (None, None)."""
    held: dict[Any, list[Any]] = {}
    for element in root.iter("p", "div", "td", "li", "blockquote"):
        text = (element.text or "") + "".join(inner.tail or "" for inner in element)
        if len(text) > (_LONG if text.isascii() else _LONG_OTHER) and element.getparent() is not None:
            held.setdefault(element.getparent(), []).append(element)
    if not held:
        return None, None
    best = max(held.values(), key=lambda each: sum(len(e.text_content()) for e in each))
    return best[0], best[-1]


def _outermost(element: Any) -> Any:
    while element.getparent() is not None and element.getparent().tag not in ("body", "html"):
        element = element.getparent()
    return element


def _element_of(items: Sequence[Sequence[Said]], chance: random.Random) -> Any:
    """One element with the items, in a shape that is drawn."""
    outer = new_element(
        chance.choice(("div", "div", "section", "aside", "ul", "ol")), "", chance.choice(_CLASSES)
    )
    inner = "li" if outer.tag in ("ul", "ol") else chance.choice(("div", "div", "article"))
    classes, meta = chance.choice(_CLASSES), chance.choice(_META)
    headline = chance.choice(("h2", "h3", "h4", "div", "a", "strong"))
    small = chance.choice(("span", "div", "p"))
    linked = chance.random() < 0.3
    if chance.random() < 0.4 and outer.tag not in ("ul", "ol"):
        outer.append(new_element(chance.choice(("h2", "h3", "div")), items[0][0].text[:20] if items else ""))
    for item in items:
        holder = etree.SubElement(outer, inner)
        if classes:
            holder.set("class", classes)
        for what, text in item:
            if what == "title":
                element = _headline(headline, text, chance)
            elif what in ("lead", "post"):
                element = new_element("p", text)
            else:
                element = new_element("time" if what == "day" and small == "span" else small, "", meta)
                _fill(element, text, linked and "name" in what, chance)
            element.tail = " "
            holder.append(element)
    return outer


def _headline(tag: str, text: str, chance: random.Random) -> Any:
    """An element with a link, or a link, to the page of a story."""
    element = new_element(tag)
    link = element if tag == "a" else etree.SubElement(element, "a")
    link.text = CONTROLS.sub("", text)
    link.set("href", f"/{chance.randint(1000, 99999)}/{chance.choice('abcdef')}.html")
    return element


def _fill(element: Any, text: str, linked: bool, chance: random.Random) -> None:
    """Put a text into an element, or into a link to the page of a member in it."""
    inside = etree.SubElement(element, "a") if linked else element
    inside.text = CONTROLS.sub("", text)
    if linked:
        inside.set("href", f"/u/{chance.randint(1, 999)}")


def _silence(root: Any) -> None:
    """Remove the markup that states authors and days."""
    for element in list(root.iter("script", "meta")):
        key = " ".join(element.get(name) or "" for name in ("name", "property", "itemprop")).casefold()
        if "json" in (element.get("type") or "") or any(word in key for word in _STATING):
            element.drop_tree()
    for element in root.iter("time"):
        element.attrib.pop("datetime", None)


def listed_text(record: Record, text: str, have: Stock, names: Names) -> str | None:
    """The flattened page ``text`` with lists set in; None where it has no running text."""
    chance = random.Random(f"{record.name} signed text")
    lines = text.split("\n")
    long = [row for row, line in enumerate(lines) if len(line) > (_LONG if line.isascii() else _LONG_OTHER)]
    if not long:
        return None
    spaced = sum(not line.strip() for line in lines) > 0.25 * len(lines)
    at = min(long[-1] + 1, len(lines))
    lines[at:at] = [
        line
        for _ in range(chance.choice((1, 1, 2)))
        for line in _lines(signed_list(record, have, names, chance), spaced, chance)
    ]
    if chance.random() < _BEFORE_SHARE:
        lines[1:1] = _lines(signed_list(record, have, names, chance), spaced, chance)
    return "\n".join(lines)


def _lines(items: Sequence[Sequence[Said]], spaced: bool, chance: random.Random) -> Iterator[str]:
    joined = chance.random() < 0.2
    apart = spaced and chance.random() < 0.5
    yield ""
    for item in items:
        texts = [" ".join(text.split()) for _, text in item]
        for text in [" ".join(texts)] if joined else texts:
            yield text
            if apart:
                yield ""
        if spaced:
            yield ""
