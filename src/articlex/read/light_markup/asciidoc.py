"""AsciiDoc to Markdown (https://docs.asciidoctor.org/asciidoc/latest/)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlex.read.light_markup.asciidoc_attributes import ATTRIBUTE, filled, prepared
from articlex.read.light_markup.asciidoc_tables import cells_of
from articlex.read.light_markup.inline_marks import Marks
from articlex.read.light_markup.markdown_rows import COUNTED, defined, fenced, quoted, with_box
from articlex.read.light_markup.rows import closing, dedented, is_blank, until
from articlex.read.light_markup.translation import Made, Markup, dropped, heading, rule
from articlex.regex import regex

_METAS = {"author": "authors", "revdate": "date", "lang": "language", "description": "description"}
_AUTHOR = regex(r"([^<>;]*[^<>; ])(?: *<[^<>;]*>)?\Z")
_DAY = regex(r"(?:v[\w.]++,?)?([^:]*\d{4}[^:]*)(?::.*)?\Z")
#: What only this markup has below its title: a section, an entry of the document header, a block, an image.
_SIGN = regex(r"={2,6} \S|:!?[\w-]+!?:(?: |\Z)|\[(?:source|NOTE|quote|cols)\b|\|===\Z|(?:image|include)::\S")
_BEFORE, _AFTER = r"(?<![\w*_`])", r"(?![\w*_`])"
_MARKS = Marks(
    ("picture", r"image:([^\s\[:]+)\[[^\]]{0,400}\]"),
    ("aside", r"footnote(?:ref)?:[\w-]*\[(?:\]|([^\]]{1,2000})\])"),
    # References to sections, with words of their own and without; anchors, entries of bibliography and index.
    ("plain", r"<<[^<>,\n]+, ?([^<>]+)>>"),
    ("plain", r"<<#?([^<>,\n]+)>>"),
    ("plain", r"xref:([^\s\[]+)\[\]"),
    ("plain", r"xref:[^\s\[]+\[([^\]]{1,400})\]"),
    ("entry", r"\[\[\[(?:[^\[\],\n]+,)?([^\[\],\n]+)\]\]\]"),
    ("", r"\[\[[A-Za-z_:][\w:.-]*(?:,[^\]\n]*)?\]\]"),
    ("", r"anchor:[\w:.-]+\[[^\]\n]*\]"),
    ("", r"\(\(\([^()\n]{1,200}\)\)\)"),
    ("plain", r"\(\(([^()\n]{1,200})\)\)"),
    ("", r"indexterm:\[[^\]\n]*\]"),
    ("plain", r"indexterm2:\[([^\]\n]*)\]"),
    ("", r"icon:[\w-]+\[[^\]\n]*\]"),
    ("formula", r"(?:stem|latexmath|asciimath):\[([^\]\n]{1,400})\]"),
    ("code", r"(?:kbd|btn):\[([^\]\n]{1,80})\]"),
    # A link: its words may be in quotation marks, and attributes behind them.
    (
        "address label label",
        r"(?:link:)?((?:(?<=link:)[^\s\[]|https?://[^\s\[<>]|mailto:[^\s\[<>])[^\s\[<>]*)"
        r"\[(?:\"([^\]\"]{0,400})\"(?:,[^\]]*)?|([^\]\"]{0,400}?)(?:\^|,[^\],=]*=[^\]]*)?)\]",
    ),
    ("double", r"\"`(?=\S)([^`\n]{1,400})(?<=\S)`\""),
    ("single", r"'`(?=\S)([^`\n]{1,400})(?<=\S)`'"),
    ("plain", r"(?<=\w)`(')"),
    # Marks that may stand inside a word, and those that may not.
    ("strong", r"\*\*(?=[^\s*])([^*\n]{1,400})\*\*"),
    ("emphasis", r"__(?=[^\s_])([^_\n]{1,400})__"),
    ("code", r"``([^`\n]+)``"),
    ("code", rf"{_BEFORE}`\+?(?=\S)([^`\n]+?)\+?`{_AFTER}"),
    ("strong", rf"{_BEFORE}\*(?=[^\s*])([^*]{{1,400}})(?<=\S)\*{_AFTER}"),
    ("emphasis", rf"{_BEFORE}_(?=[^\s_])([^_]{{1,400}})(?<=\S)_{_AFTER}"),
    ("deleted", rf"{_BEFORE}\[\.line-through\]#(?=\S)([^#\n]{{1,400}})(?<=\S)#{_AFTER}"),
    ("plain", rf"{_BEFORE}\[[^\[\]\n]{{1,80}}\]#(?=\S)([^#\n]{{1,400}})(?<=\S)#{_AFTER}"),
    ("highlighted", rf"{_BEFORE}#(?=\S)([^#\n]{{1,400}})(?<=\S)#{_AFTER}"),
    ("raised", r"\^([^\s^]{1,80})\^"),
    ("lowered", r"~([^\s~]{1,80})~"),
    ("broken", r" (\+)(?=\n)"),
)
_ITEM_SIGNS = {"*": "-", "-": "-", ".": COUNTED, "<": COUNTED}
_CREDIT = regex(r"\[(?:quote|verse), *([^\]]+)\]")
_FORMULA = regex(r"\[(?:stem|latexmath|asciimath)\]")
#: The alternative text of a picture, the first of its attributes or one with a name.
_ALTERNATIVE = regex(r"(?:alt=)?(?:\"([^\"]*)\"|([^,=]*)(?:,|\Z))")
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
    title = filled(rows[start][2:].strip(), stated)
    return _ASCIIDOC.document(title, metas, _ASCIIDOC.translated(prepared(rows[end:], stated)))


def _header(rows: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """The attributes that a document states below its title, and the authors on the first of these rows."""
    stated: dict[str, str] = {}
    authors: list[str] = []
    for place, row in enumerate(rows):
        if found := ATTRIBUTE.match(row):
            stated[found[1].casefold()] = (found[2] or "").strip()
        elif not place:
            authors = [name[1].strip() for each in row.split(";") if (name := _AUTHOR.match(each.strip()))]
        elif day := _DAY.match(row):
            stated.setdefault("revdate", day[1].strip())
    return stated, authors


def _title(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    return Made(["", f"**{markup.marked(found[1])}**", ""], place + 1)


def _block(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """What is between two equal delimiters: code, a comment or passthrough, a quotation, or other text."""
    fence = rows[place].strip()
    end = closing(rows, place + 1, lambda row: row == fence)
    if end is None:
        return None
    inner = rows[place + 1 : end]
    above = rows[place - 1] if place else ""
    if fence[0] in "-." and fence != "--":
        return Made(fenced(inner, _language(above)), end + 1)
    if fence[0] == "+":
        return Made(["", "$$", *inner, "$$", ""] if _FORMULA.match(above) else [], end + 1)
    if fence[0] == "/":
        return Made([], end + 1)
    shown = _quoted(inner, above, markup) if fence[0] == "_" else markup.inner(inner)
    return Made(["", *shown, ""], end + 1)


def _quoted(rows: Sequence[str], stated: str, markup: Markup) -> list[str]:
    """A quotation of ``rows`` with whom it is from, as ``stated`` above it; in verses each row stays one."""
    shown = markup.lined(rows) if stated.startswith("[verse") else markup.inner(rows)
    credit = _CREDIT.match(stated)
    return quoted([*shown, "", f"— {markup.marked(credit[1].strip())}"] if credit else shown)


def _admonition(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    return Made(["", f"**{found[1].capitalize()}**", ""], place + 1)


def _styled(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A paragraph without delimiters below a row that says what it is: code, a quotation."""
    start = until(rows, place, _is_unstated)
    end = until(rows, start, is_blank)
    if start == end or _DELIMITER.match(rows[start].rstrip()):
        return None
    if found[1] in ("quote", "verse"):
        return Made(_quoted(rows[start:end], rows[place], markup), end)
    return Made(fenced(rows[start:end], _language(rows[place])), end)


def _language(stated: str) -> str:
    found = _LANGUAGE.match(stated)
    return found[1] if found else ""


def _is_unstated(row: str) -> bool:
    return _STATED.match(row) is None


def _literal(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    end = until(rows, place, is_blank)
    return Made(fenced(rows[place:end]), end)


def _code(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A fenced block as in Markdown, which AsciiDoc has too."""
    end = closing(rows, place + 1, lambda row: row == "```")
    return Made(fenced(rows[place + 1 : end], found[1]), end + 1) if end is not None else None


def _item(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A list item, whose level is the length of its marker, with the blocks that a "+" attaches to it."""
    before = "   " * (found[1].count(found[1][0]) - 1)
    end = until(rows, place + 1, lambda row: not row.strip() or any(rule.match(row) for rule, _ in _RULES))
    text = " ".join((found[2], *(row.strip() for row in rows[place + 1 : end])))
    if text.startswith("[*] "):  # another way to write a box with a cross
        text = f"[x]{text[3:]}"
    shown = with_box(f"{before}{_ITEM_SIGNS[found[1][0]]} {markup.marked(text)}")
    attached, end = _attached(rows, end, markup)
    return Made([shown, *(f"{before}   {row}".rstrip() for row in attached)], end)


def _attached(rows: Sequence[str], place: int, markup: Markup) -> tuple[list[str], int]:
    """The Markdown of the blocks that are attached at ``place``, each behind a "+", and the place behind."""
    shown: list[str] = []
    while place + 1 < len(rows) and rows[place].strip() == "+" and rows[place + 1].strip():
        start = place + 1
        block = until(rows, start, _is_unstated)
        if block < len(rows) and _DELIMITER.match(fence := rows[block].strip()):
            last = closing(rows, block + 1, fence.__eq__)
            end = block + 1 if last is None else last + 1
        else:
            end = until(rows, block, lambda row: row.strip() in ("", "+") or _ITEM.match(row) is not None)
        shown += ["", *markup.inner(rows[start:end])]
        place = end
    return ([*shown, ""] if shown else []), place


def _term(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A term, with what stands behind it or right below."""
    end = until(rows, place + 1, lambda row: row.strip() in ("", "+") or _TERM.match(row) is not None)
    inner = [*filter(None, [found[2]]), *dedented(rows[place + 1 : end])]
    attached, end = _attached(rows, end, markup)
    shown = [*markup.inner(inner), *attached]
    return Made(defined(markup.marked(found[1].strip()), shown), end) if any(shown) else None


def _picture(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    told = _ALTERNATIVE.match(found[2])
    label = (told[1] or told[2] or "").strip() if told else ""
    return Made(["", f"![{label}](<{found[1]}>)", ""], place + 1)


def _table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    fence = found[0]
    end = closing(rows, place + 1, lambda row: row == fence)
    if end is None:
        return None
    cells, has_head = cells_of(rows[place + 1 : end], rows[place - 1] if place else "")
    return Made(markup.table(cells, has_head), end + 1)


_ITEM = regex(r" *(\*{1,5}|-|\.{1,5}|<[\d.]{1,3}>) +(\S.*)")
_TERM = regex(r"(\S.{0,200}?):{2,3}(?: +(.*))?\Z")
_DELIMITER = regex(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--)\Z")
#: A row that states something of the block below.
_STATED = regex(r"\[[^\]]*\]+\Z|\.[^\s.].*\Z")
_RULES = (
    (regex(r"(={2,6}|#{2,6}) +(\S.*)"), heading),
    (_DELIMITER, _block),
    (regex(r"```([\w+#-]*)\Z"), _code),
    (regex(r"\|===\Z"), _table),
    (_ITEM, _item),
    (regex(r"image::([^\s\[]+)\[([^\]]*)\]"), _picture),
    (regex(r"\.([^\s.].*)"), _title),
    (regex(r"\[(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\b[^\]]*\]\Z"), _admonition),
    (regex(r"\[(quote|verse|source|listing|literal)\b[^\]]*\]\Z"), _styled),
    (regex(r"//|\[[^\]]*\]+\Z|\+\Z|<<<\Z|[a-z]+::\S|:!?[\w-]+!?:(?: |\Z)"), dropped),
    (regex(r"'{3}\Z|---\Z|\*\*\*\Z"), rule),
    (_TERM, _term),
)
_ASCIIDOC = Markup(_RULES, _MARKS, _literal)
