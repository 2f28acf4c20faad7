"""Documents that office programs have exported, and prints that a converter has made into HTML.

Their titles are often paragraphs in large type, not headings, and the <title> is empty or the name of a file.
LibreOffice has the header and footer of its sheets in a <div> with that title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from lxml import etree

from articlex.read.html.element_text import text_below
from articlex.read.html.preparation.type_sizes import (
    CLASS,
    OF_HEADING,
    USUAL,
    size_of,
    sizes_of_classes,
    style_rules,
)
from articlex.read.html.tree import Element, begins_with_text, classes_of, empty, has_tail
from articlex.regex import regex

#: The name of such a program in a <meta>, and the bytes of a page in which it must stand.
_PROGRAM = regex(
    rb"(?i)<meta\s[^>]{0,200}"
    rb"(?:LibreOffice|OpenOffice|odf2xhtml|Microsoft Word|Word\.Document|pdftohtml|AbiWord)"
)
_MOST_HEAD = 4000
#: A part of each of these names, in small letters: most pages have none, which takes a fifth of the time of
#: the pattern to find out.
_IN_PROGRAMS = (b"office", b"odf2xhtml", b"microsoft word", b"word.document", b"pdftohtml", b"abiword")
#: Signs of Google Docs: at the beginning of the style sheet of an export, and behind it within these bytes.
_GOOGLE = (b"lst-kix_", b"themes.googleusercontent.com/fonts")
_BEHIND_STYLE, _MOST_STYLE = b"doc-content", 60_000

#: A <title> that does not name the document: a file with its path or its extension, or a placeholder.
_FILE = regex(
    r"(?i)(?:[a-z]:)?[\\/]\S.*[\\/][^\s\\/]*|\S.*\.(?:docx?|odt|rtf|pdf|indd|qxd|wpd|pages|dvi|tex)"
    r"|microsoft word - .*|-? ?no title specified|untitled(?:[- ]?\d*)?"
)
_TITLE = regex(r"(?i)(?:paragraph-|Mso|P?-)?Title\Z")
#: How many times as large as the text a title is, at least, and the characters of the longest.
_LARGER, _LONGEST = 1.2, 250
#: Characters of the first paragraph of the text, and lines above it among which the title is looked for.
_PARAGRAPH, _MOST_ABOVE = 150, 12
_DEEPEST = 40
#: Lines among which the only bold one is the title, where none is larger.
_FIRST = 3
#: How a style sheet sets text apart inside a line.
_SET_APART = regex(
    r"(?<![\w-])(?:font-weight:\s*(?:bold|bolder|[6-9]00)|font-style:\s*italic|vertical-align:\s*(?:super|sub))"
)
#: Links to a comment on a draft, and back from there, in Word and Google Docs.
_TO_COMMENT, _FROM_COMMENT = regex(r"#(?:_msocom_|cmnt)\d+\Z"), regex(r"#(?:_msoanchor_|cmnt_ref)\d+\Z")
#: The id of a table of contents, classes of its paragraphs, and that of the menu made of it.
_CONTENTS, _OF_CONTENTS = "Table of Contents", regex(r"(?:MsoToc|paragraph-Contents_20_)\d\Z")
_MADE = "contents"
#: Classes of paragraphs that quote.
_QUOTING = regex(
    r"(?i)(?:Mso(?:Intense)?Quote|paragraph-(?:Quotations|(?:Intense_20_)?Quote|Block_20_Text))\Z"
)


class _Line(NamedTuple):
    """A paragraph or a heading with its text, and the size of its smallest letters in points."""

    element: Element
    text: str
    size: float


def is_export(data: bytes) -> bool:
    """Whether the source of a page, in UTF-8, says that such a program has made it."""
    head = data[:_MOST_HEAD].lower()
    if any(name in head for name in _IN_PROGRAMS) and _PROGRAM.search(data, 0, _MOST_HEAD):
        return True
    return any(sign in head for sign in _GOOGLE) or data.rfind(_BEHIND_STYLE, 0, _MOST_STYLE) >= 0


def tell_parts(root: Element) -> None:
    """Mark the parts of an exported document as those of a web page: its title a heading, quotations, a table
    of contents, the header and footer of its sheets; drop a <title> that is the name of a file."""
    body = root.find("body")
    if body is not None:
        _set_foot_apart(root, body)
    _set_contents_apart(root)
    for element in root.iter("title"):
        if _FILE.fullmatch((element.text or "").strip()):
            element.text = ""
    for element in root.iter("p"):
        if any(map(_QUOTING.match, classes_of(element))):
            element.tag = "blockquote"
    title = _title(list(_lines(root)))
    if title is not None:
        title.tag = "h1"
    _set_apart(root)


def _set_foot_apart(root: Element, body: Element) -> None:
    """Move header and footer of the sheets, and comments on a draft, into a <footer> at the end."""
    parts = [div for div in root.iter("div") if div.get("title") in ("header", "footer")]
    if any(len(div.keys()) > 1 for div in parts):
        parts = []
    for div in parts:
        del div.attrib["title"]
    parts += _comments(root)
    if parts and not any(has_tail(part) for part in parts):
        foot = etree.SubElement(body, "footer")
        for part in parts:
            foot.append(part)


def _comments(root: Element) -> list[Element]:
    """The paragraphs of comments on a draft; the marks in the text that lead there are emptied."""
    blocks: dict[Element, None] = {}
    for link in list(root.iter("a")):
        href = link.get("href") or ""
        if _TO_COMMENT.match(href):
            empty(link)
            link.tag = "span"
        elif _FROM_COMMENT.match(href):
            block = next(link.iterancestors("p"), None)
            if block is not None:
                blocks[block] = None
    return list(blocks)


def _set_contents_apart(root: Element) -> None:
    """Make a <nav> of the table of contents: of its element, or of its paragraphs, known by their classes."""
    for div in root.iter("div"):
        if (div.get("id") or "").startswith(_CONTENTS):
            div.tag = "nav"
    for line in list(root.iter("p")):
        if not any(map(_OF_CONTENTS.match, classes_of(line))):
            continue
        before = line.getprevious()
        if before is None or before.tag != "nav" or before.get("class") != _MADE:
            before = etree.Element("nav")
            before.set("class", _MADE)
            line.addprevious(before)
        before.append(line)


def _set_apart(root: Element) -> None:
    """Write into the style of each <span> whether its class is bold, in italics, raised or lowered by the
    style sheets: such programs write no <b> and <sup>."""
    rules: dict[str, str] = {}
    for rule in style_rules(root):
        if found := _SET_APART.findall(rule[2]):
            for name in CLASS.findall(rule[1]):
                rules[name] = ";".join(part.replace(" ", "") for part in found)
    if not rules:
        return
    # A heading is bold as it is.
    headed = {span for heading in root.iter(*OF_HEADING) for span in heading.iter("span")}
    for element in root.iter("span"):
        if element in headed:
            continue
        for name in classes_of(element):
            if name in rules:
                element.set("style", f"{rules[name]};{element.get('style') or ''}")


def _title(lines: list[_Line]) -> Element | None:
    """The paragraph above the text that is the title by its class, or the largest; else None."""
    above = list(takewhile(lambda line: len(line.text) < _PARAGRAPH, lines[:_MOST_ABOVE]))
    if not above or any(line.element.tag == "h1" for line in above):
        return None
    for line in above:
        if any(map(_TITLE.match, classes_of(line.element))):
            return line.element
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    (usual, _), *_ = sizes.most_common(1)
    largest = max(line.size for line in above)
    if largest >= _LARGER * usual:
        found = [line for line in above if line.size == largest]
    else:
        found = [line for line in above[:_FIRST] if _is_bold(line.element)]
    if len(found) != 1:
        return None
    (title,) = found
    return title.element if title.element.tag == "p" and len(title.text) <= _LONGEST else None


def _is_bold(line: Element) -> bool:
    """Whether all text of a paragraph stands in <b> or <strong>."""
    bold = " ".join(text_below(part) for part in line.iter("b", "strong"))
    return bool(bold.split()) and bold.split() == text_below(line).split()


def _lines(root: Element) -> Iterator[_Line]:
    rules = sizes_of_classes(root)
    for element in root.iter("p", "h1", "h2", "h3", "h4", "h5", "h6"):
        if text := text_below(element):
            own = size_of(element, USUAL, rules)
            yield _Line(element, text, min(_letters(element, own, rules, 0), default=own))


def _letters(element: Element, size: float, rules: Mapping[str, float], level: int) -> Iterator[float]:
    """The size in points of each piece of text in an element, in which that of its own text is ``size``."""
    if begins_with_text(element):
        yield size
    for child in element:
        if isinstance(child.tag, str) and level < _DEEPEST:
            yield from _letters(child, size_of(child, size, rules), rules, level + 1)
        if has_tail(child):
            yield size
