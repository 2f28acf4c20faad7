"""AsciiDoc to Markdown (https://docs.asciidoctor.org/asciidoc/latest/)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from articlex.read.light_markup.asciidoc_tables import cells_of
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
    table,
    translated,
    with_box,
)
from articlex.regex import regex

_ATTRIBUTE = regex(r":!?([\w-]+)!?:(?: +(.*))?\Z")
_METAS = {"author": "authors", "revdate": "date", "lang": "language", "description": "description"}
_AUTHOR = regex(r"([^<>;]*[^<>; ])(?: *<[^<>;]*>)?\Z")
_DAY = regex(r"(?:v[\w.]++,?)?([^:]*\d{4}[^:]*)(?::.*)?\Z")
#: What only this markup has below its title: a section, an entry of the document header, a block, an image.
_SIGN = regex(r"={2,6} \S|:!?[\w-]+!?:(?: |\Z)|\[(?:source|NOTE|quote|cols)\b|\|===\Z|(?:image|include)::\S")
_USE = regex(r"\{([\w-]+)\}")
_BEFORE, _AFTER = r"(?<![\w*_`])", r"(?![\w*_`])"
_MARKS = regex(
    r"image:(?P<picture>[^\s\[:]+)\[[^\]]{0,400}\]|footnote:\[(?P<aside>[^\]]{0,2000})\]"
    r"|<<[^<>,\n]+, ?(?P<plain_2>[^<>]+)>>|xref:[^\s\[]+\[(?P<plain_3>[^\]]{0,400})\]"
    r"|(?:link:)?(?P<address>(?:(?<=link:)[^\s\[]|https?://[^\s\[<>]|mailto:[^\s\[<>])[^\s\[<>]*)"
    r"\[(?P<label>[^\]]{0,400}?)\^?\]"
    rf"|{_BEFORE}(?:`\+?(?=\S)(?P<code>[^`\n]+?)\+?`"
    rf"|(?P<two>\*\*?)(?=[^\s*])(?P<strong>[^*]{{1,400}})(?<=\S)(?P=two)"
    rf"|(?P<one>__?)(?=[^\s_])(?P<emphasis>[^_]{{1,400}})(?<=\S)(?P=one)"
    r"|\[\.line-through\]#(?=\S)(?P<deleted>[^#\n]{1,400})(?<=\S)#"
    r"|\[[^\[\]\n]{1,80}\]#(?=\S)(?P<plain_4>[^#\n]{1,400})(?<=\S)#"
    rf"|#(?=\S)(?P<highlighted>[^#\n]{{1,400}})(?<=\S)#){_AFTER}"
    r"|\^(?P<raised>[^\s^]{1,80})\^|~(?P<lowered>[^\s~]{1,80})~"
    r"| (?P<broken>\+)(?=\n)"
)
_ITEM_SIGNS = {"*": "-", "-": "-", ".": COUNTED, "<": COUNTED}
_CREDIT = regex(r"\[(?:quote|verse), *([^\]]+)\]")
_ADMONITION = regex(r"\[(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]")
_LANGUAGE = regex(r"\[(?:source|listing)?(?:%\w+)*, ?([\w+#-]+)")


def asciidoc(rows: Sequence[str]) -> str | None:
    """The Markdown of a document that opens with "= Title" and has another mark of AsciiDoc; else None."""
    start = next((place for place, row in enumerate(rows) if row.strip() and row[:2] != "//"), 0)
    if not rows[start].startswith("= ") or not any(map(_SIGN.match, rows[start + 1 :])):
        return None
    end = next((place for place in range(start, len(rows)) if not rows[place].strip()), len(rows))
    stated, authors = _header(rows[start + 1 : end])
    metas = {ours: [stated[name]] for name, ours in _METAS.items() if stated.get(name)}
    metas["authors"] = authors or metas.get("authors", [])
    body = [_filled(row, stated) for row in rows[end:]]
    return document(_filled(rows[start][2:].strip(), stated), metas, translated(body, _ASCIIDOC), _ASCIIDOC)


def _header(rows: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """The attributes that a document states below its title, and the authors on the first of these rows."""
    stated: dict[str, str] = {}
    authors: list[str] = []
    for place, row in enumerate(rows):
        if found := _ATTRIBUTE.match(row):
            stated[found[1].casefold()] = (found[2] or "").strip()
        elif not place:
            authors = [name[1].strip() for each in row.split(";") if (name := _AUTHOR.match(each.strip()))]
        elif day := _DAY.match(row):
            stated.setdefault("revdate", day[1].strip())
    return stated, authors


def _filled(row: str, stated: Mapping[str, str]) -> str:
    """``row`` with the attributes that it refers to replaced by their values: "{version}" → "2.1"."""
    return _USE.sub(lambda found: stated.get(found[1].casefold(), found[0]), row) if "{" in row else row


def _title(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    return Made(["", f"**{marked(found[1], markup.marks)}**", ""], place + 1)


def _block(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """What is between two equal delimiters: code, a comment or passthrough, a quotation, or other text."""
    fence = rows[place].strip()
    end = closing(rows, place + 1, lambda row: row == fence)
    if end is None:
        return None
    inner = rows[place + 1 : end]
    if fence[0] in "-." and fence != "--":
        language = _LANGUAGE.match(rows[place - 1]) if place else None
        return Made(fenced(inner, language[1] if language else ""), end + 1)
    if fence[0] in "/+":
        return Made([], end + 1)
    shown = translated(inner, markup.deeper())
    above = rows[place - 1] if place else ""
    if fence[0] == "_":
        credit = _CREDIT.match(above)
        told = f"— {marked(credit[1].strip(), markup.marks)}" if credit else ""
        return Made(quoted([*shown, "", told] if told else shown), end + 1)
    label = _ADMONITION.match(above)
    return Made(["", *([f"**{label[1].capitalize()}**", ""] if label else ()), *shown, ""], end + 1)


def _code(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A fenced block as in Markdown, which AsciiDoc has too."""
    end = closing(rows, place + 1, lambda row: row == "```")
    return Made(fenced(rows[place + 1 : end], found[1]), end + 1) if end is not None else None


def _item(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A list item, whose level is the length of its marker."""
    before = "   " * (found[1].count(found[1][0]) - 1)
    end = place + 1
    while end < len(rows) and rows[end].strip() and not any(rule.match(rows[end]) for rule, _ in _RULES):
        end += 1
    text = " ".join((found[2], *(row.strip() for row in rows[place + 1 : end])))
    if text.startswith("[*] "):  # another way to write a box with a cross
        text = f"[x]{text[3:]}"
    return Made([with_box(f"{before}{_ITEM_SIGNS[found[1][0]]} {marked(text, markup.marks)}")], end)


def _term(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    text, end = found[2] or "", place + 1
    if not text and end < len(rows):
        text, end = rows[end].strip(), end + 1
    return (
        Made(["", marked(found[1], markup.marks), f": {marked(text, markup.marks)}"], end) if text else None
    )


def _picture(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    label = found[2].split(",")[0].strip('"')
    return Made(["", f"![{label}](<{found[1]}>)", ""], place + 1)


def _table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    fence = found[0]
    end = closing(rows, place + 1, lambda row: row == fence)
    if end is None:
        return None
    cells, has_head = cells_of(rows[place + 1 : end], fence, rows[place - 1] if place else "")
    return Made(table(cells, markup, has_head), end + 1)


_RULES = (
    (regex(r"(={2,6}) +(\S.*)"), heading),
    (regex(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--)\Z"), _block),
    (regex(r"```([\w+#-]*)\Z"), _code),
    (regex(r"[|,:]===\Z"), _table),
    (regex(r" *(\*{1,5}|-|\.{1,5}|<[\d.]{1,3}>) +(\S.*)"), _item),
    (regex(r"image::([^\s\[]+)\[([^\]]*)\]"), _picture),
    (regex(r"\.([^\s.].*)"), _title),
    (regex(r"//|\[[^\]]*\]+\Z|\+\Z|<<<\Z|[a-z]+::\S|:!?[\w-]+!?:(?: |\Z)"), dropped),
    (regex(r"(\S.{0,200}?):{2,3}(?: +(.*))?\Z"), _term),
)
_ASCIIDOC = Markup(_RULES, _MARKS)
