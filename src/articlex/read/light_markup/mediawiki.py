"""Wikitext, the markup of MediaWiki, to Markdown (https://www.mediawiki.org/wiki/Help:Formatting)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlex.read.light_markup.translation import (
    COUNTED,
    Made,
    Markup,
    closing,
    document,
    dropped,
    fenced,
    heading,
    marked,
    quoted,
    rule,
    table,
    translated,
)
from articlex.regex import regex

#: Kinds of marks; a text that has _LEAST_KINDS of them is wikitext.
_KINDS = (
    regex(r"'''[^'\n]+'''"),
    regex(r"\[\[[^\[\]\n]+\]\]"),
    regex(r"^={2,6}[^=\n]+={2,6} *$", re.MULTILINE),
    regex(r"\{\{[^{}]*\}\}"),
    regex(r"<ref[ >]"),
)
_LEAST_KINDS = 3
#: How wikitext opens, and what a page is about: the first words in bold.
_OPENS = ("{{", "'''", "[[", "<!--", "__", "{|")
_SUBJECT = regex(r"'''([^'\n]{1,200})'''")
#: What is not text: comments, notes and galleries; and templates, the innermost of which go first.
_GONE = regex(
    r"<!--(?:(?!-->|<!--).)*+-->|<ref\b[^<>]*/>"
    r"|<(ref|gallery|timeline)\b[^<>]*(?<!/)>(?:(?!<(?:ref|gallery|timeline)\b|</\1>).)*+</\1>",
    re.DOTALL,
)
_TEMPLATE = regex(r"\{\{[^{}]*\}\}")
_DEEPEST = 12
#: A link to a page of the wiki, whose words stay, and any other: to a file, a category, or another language.
#: Links in captions go with the first pattern, so that the second finds none inside.
_PAGE_LINK = regex(r"\[\[(?::[^\[\]|\n]*\||(?:[^\[\]|\n:]|: )+\|)?([^\[\]|\n:]+(?:: [^\[\]|\n]*)?)\]\]")
_OTHER_LINK = regex(r"\[\[[^\[\]]*\]\]")
_TAG = regex(r"</?(?:div|span|small|big|center|u|p|poem|references|noinclude|onlyinclude)\b[^<>]*>")
_MARKS = regex(
    r"\[(?P<address>https?://[^\s\[\]]+)(?: (?P<label>[^\[\]\n]*))?\]|(?P<broken><br ?/?>)"
    r"|<(?:code|tt|nowiki)>(?P<code>[^<>\n]+)</(?:code|tt|nowiki)>"
    r"|<sub>(?P<lowered>[^<>\n]+)</sub>|<sup>(?P<raised>[^<>\n]+)</sup>|<(?:s|del)>(?P<deleted>[^<>\n]+)</(?:s|del)>"
    r"|<math\b[^<>]*>(?P<formula>[^\n]{1,400}?)</math>"
    r"|'{5}(?P<both>[^'\n]+)'{5}|'''(?P<strong>[^'\n]+(?:'{1,2}[^'\n]+){0,20})'''|''(?P<emphasis>[^'\n]+(?:'[^'\n]+){0,20})''"
)
_CODE = regex(r"<(syntaxhighlight|source|pre)\b(?:[^<>]*?lang=[\"']?([\w+#-]+))?[^<>]*>(.*)")
_CELL = regex(r"\|\||!!")


def mediawiki(rows: Sequence[str]) -> str | None:
    """The Markdown of wikitext, which opens with a mark and has several kinds of them; else None."""
    first = next((row for row in rows if row.strip()), "")
    source = "\n".join(rows)
    if not first.startswith(_OPENS) and not _SUBJECT.search(first):
        return None
    if sum(kind.search(source) is not None for kind in _KINDS) < _LEAST_KINDS:
        return None
    source = _GONE.sub("", source)
    for _ in range(_DEEPEST):
        source, found = _TEMPLATE.subn("", source)
        if not found:
            break
    source = _TAG.sub("", _OTHER_LINK.sub("", _PAGE_LINK.sub(r"\1", source)))
    subject = _SUBJECT.search(source)
    metas = {"title": [subject[1]]} if subject else {}
    return document("", metas, translated(source.split("\n"), _WIKI), _WIKI)


def _item(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A list item, a term, or a definition, which without a term before it is an indented paragraph."""
    sign, text = found[1][-1], found[2]
    if sign == ";":
        term, _, told = text.partition(" : ")
        definition = [f": {marked(told.strip(), markup.marks)}"] if told else []
        return Made(["", marked(term.strip(), markup.marks), *definition], place + 1)
    shown = marked(text, markup.marks)
    if sign == ":":
        defines = place and rows[place - 1].startswith(";")
        return Made([f": {shown}"] if defines else ["", shown, ""], place + 1)
    return Made([f"{'   ' * (len(found[1]) - 1)}{'-' if sign == '*' else COUNTED} {shown}"], place + 1)


def _quotation(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    inner, end = _up_to("</blockquote>", found[1], rows, place)
    return Made(quoted(translated(inner.strip().split("\n"), markup.deeper())), end) if end else None


def _up_to(tag: str, first: str, rows: Sequence[str], place: int) -> tuple[str, int]:
    """The text from ``first``, the rest of the row at ``place``, up to an end tag, and the place below it;
    "" and 0 if nothing closes it."""
    end = closing(rows, place, lambda row: row.endswith(tag))
    if end is None:
        return "", 0
    return "\n".join((first, *rows[place + 1 : end + 1])).rstrip().removesuffix(tag), end + 1


def _indented(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """Rows behind a space, which are shown as they are."""
    end = next((at for at in range(place, len(rows)) if not rows[at].startswith(" ")), len(rows))
    return Made(fenced([row[1:] for row in rows[place:end]]), end)


def _code(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    inner, end = _up_to(f"</{found[1]}>", found[3], rows, place)
    return Made(fenced(inner.split("\n"), found[2] or ""), end) if end else None


def _table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A table: "|-" begins a row, "|" and "!" a cell, whose text may follow attributes and another "|"."""
    end = closing(rows, place + 1, lambda row: row.startswith("|}"))
    if end is None:
        return None
    cells: list[list[str]] = [[]]
    head = False
    title: list[str] = []
    for row in map(str.strip, rows[place + 1 : end]):
        if row.startswith("|+"):
            title = ["", marked(row.rpartition("|+")[2].rpartition("|")[2].strip(), markup.marks)]
        elif row.startswith("|-"):
            cells.append([])
        elif row[:1] in ("|", "!"):
            head = head or (row[0] == "!" and len(cells) <= 2)
            cells[-1] += [piece.rpartition("|")[2].strip() for piece in _CELL.split(row[1:])]
        elif row and cells[-1]:
            cells[-1][-1] += f" {row}"
    return Made([*title, *table([row for row in cells if row], markup, head)], end + 1)


_WIKI = Markup(
    (
        (regex(r"(={2,6}) *([^=\s](?:.{0,300}[^=\s])?) *=+ *\Z"), heading),
        (_CODE, _code),
        (regex(r"\{\|"), _table),
        (regex(r"([*#:;]{1,6}) *(\S.*)"), _item),
        (regex(r"<blockquote\b[^<>]*>(.*)"), _quotation),
        (regex(r"-{4,}\Z"), rule),
        (regex(r" \S"), _indented),
        (regex(r"__[A-Z]+__\Z|\|\}"), dropped),
    ),
    _MARKS,
)
