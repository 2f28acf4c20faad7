"""reStructuredText to Markdown (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, islice, repeat
from typing import NamedTuple

from articlex.read.light_markup.inline_marks import Marks
from articlex.read.light_markup.markdown_rows import ITEM, defined, fenced, item_sign, led, quoted
from articlex.read.light_markup.restructuredtext_lists import EXPLAINED, LETTERED, explained, lettered
from articlex.read.light_markup.restructuredtext_references import SUBSTITUTION, linked
from articlex.read.light_markup.restructuredtext_tables import grid_table, listed, simple_table
from articlex.read.light_markup.rows import dedented, indent, is_blank, set_in, until
from articlex.read.light_markup.translation import PLAIN, Made, Markup, dropped, heading, rule
from articlex.regex import regex

#: A row of one character, as is below a title; two dots or colons are none.
_ROW = regex(r"(?!\.\.\Z|::\Z)([=\-`:.'\"~^_*+#])\1+\Z")
_FIELD = regex(r":([^:\n]{1,40}):(?: +(.*))?\Z")
_METAS = {"author": "authors", "authors": "authors", "date": "date"}
#: What only this markup has: a directive, target or footnote, a role, a link, a literal; fewest of them.
_SIGN = regex(
    r"^\.\. (?:[\w:-]{1,40}::|_[^:\n]+:|\[)|:[\w:-]{1,40}:`[^`\n]+`|`[^`<>\n]+<[^<>\n]+>`_|``[^`\n]+``",
    re.MULTILINE,
)
_LEAST = 2
#: The title is within so many rows.
_FIRST = 80
_MARKS = Marks(
    ("code", r"``([^`\n]+)``"),
    ("label address", r"(?::[\w:-]{1,40}:)?`([^`<>]*[^`<>\s])\s*<([^<>\s]+)>`_?_?"),
    # Roles: those of names in programs, those that say how the text looks, and any other.
    (
        "code",
        r":(?:class|func|meth|mod|attr|data|code|literal|kbd|file|command|[\w-]{1,20}:[\w-]{1,20})"
        r":`[~!]?([^`\n]+)`",
    ),
    ("strong", r":strong:`([^`]+)`"),
    ("emphasis", r":emphasis:`([^`]+)`"),
    ("plain", r"_`([^`]+)`(?!\w)"),
    ("raised", r":sup(?:erscript)?:`([^`]+)`"),
    ("lowered", r":sub(?:script)?:`([^`]+)`"),
    ("formula", r":math:`([^`]+)`"),
    ("plain", r"(?::[\w:-]{1,40}:)?`([^`]+)`(?:__?)?"),
    ("strong", r"(?<![\w*])\*\*(?=[^\s*])([^*]{1,400})(?<=\S)\*\*(?![\w*])"),
    ("emphasis", r"(?<![\w*])\*(?=[^\s*])([^*]{1,400})(?<=\S)\*(?![\w*])"),
    ("note", r"\[#?([\w-]{1,60}|\*)\]_(?!\w)"),
    ("plain", r"\|([^\s|][^|\n]{0,80})\|_?(?!\w)"),
    ("plain", r"(?<![\w_])([A-Za-z]\w{1,60}?)__?(?!\w)"),
    # A backslash before a character, which it escapes, or before white space, which goes with it.
    ("plain", r"\\(?:(\S)|\s)"),
)
_CODE = frozenset("code-block code sourcecode parsed-literal ipython prompt doctest productionlist".split())
_PICTURES = frozenset(("image", "figure"))
#: Directives with a label of their own, and the labels that are not just their name; what others have behind
#: their name is shown as a label, or is for programs.
_ADMONITIONS = frozenset("attention caution danger error hint important note tip warning todo".split())
_LABELS = {
    "seealso": "See also",
    "versionadded": "Added in version",
    "versionchanged": "Changed in version",
    "deprecated": "Deprecated since version",
    "versionremoved": "Removed in version",
}
_QUOTATIONS = frozenset(("epigraph", "highlights", "pull-quote"))
_UNNAMED = frozenset("container rst-class only default-domain highlight tabularcolumns".split())
#: Directives that are not text.
_GONE = frozenset(
    """
    contents toctree index highlight currentmodule module raw meta include comment literalinclude automodule
    autoclass autofunction sectnum default-role role header footer testsetup graphviz plot mermaid
    """.split()
)


def restructured_text(rows: Sequence[str]) -> str | None:
    """The Markdown of a document that opens with a title or a directive and has several marks of
    reStructuredText; else None."""
    title = _document_title(rows)
    if title is None and not rows[0].startswith(".. "):
        return None
    if len(list(islice(_SIGN.finditer("\n".join(rows)), _LEAST))) < _LEAST:
        return None
    if title is None:
        return _RST.document("", {}, _RST.translated(linked(_headed(rows, 0, []))))
    place = title.end
    metas: dict[str, list[str]] = {}
    while place < len(rows):
        found = _FIELD.match(rows[place].rstrip())
        end = set_in(rows, place + 1, 0) if found else place + 1
        if found and (name := found[1].casefold()) in _METAS:
            values = [row.strip(" -*") for row in (found[2] or "", *rows[place + 1 : end])]
            metas.setdefault(_METAS[name], []).extend(filter(None, values))
        elif not found and rows[place].strip():
            break
        place = end
    rows = linked(_headed(rows, place, [title.style]))
    return _RST.document(title.text, metas, _RST.translated(rows))


class _Title(NamedTuple):
    """A title: its style, which is the character of its underline, twice if it has an overline too; its text;
    and the place of the row below it."""

    style: str
    text: str
    end: int


def _document_title(rows: Sequence[str]) -> _Title | None:
    """The title of a document, below nothing but comments, targets and fields."""
    for place, row in enumerate(rows[:_FIRST]):
        if found := _title(rows, place):
            return found
        if row.strip() and row[0] not in " :|" and not row.startswith("..") and not _ROW.match(row.rstrip()):
            return None
    return None


def _title(rows: Sequence[str], place: int) -> _Title | None:
    """The title at ``place``; None if there is none."""
    if place and rows[place - 1].strip():
        return None
    first, second, third = islice(chain(map(str.rstrip, rows[place : place + 3]), repeat("")), 3)
    if second.strip() and first == third and (row := _ROW.match(first)):
        text = second.strip()
        return _Title(row[1] * 2, text, place + 3) if len(text) <= len(first) else None
    if not first or first[0] == " " or _ROW.match(first):
        return None
    row = _ROW.match(second)
    # The underline of wide characters may be longer: it has as many columns as they take.
    return _Title(row[1], first.strip(), place + 2) if row and len(second) >= len(first) else None


def _headed(rows: Sequence[str], place: int, styles: list[str]) -> list[str]:
    """The rows from ``place`` on, with titles as headings of Markdown. A title's style tells its level, by
    the order in which styles occur; ``styles`` are those above."""
    shown: list[str] = []
    while place < len(rows):
        found = _title(rows, place)
        if not found:
            shown.append(rows[place])
            place += 1
            continue
        if found.style not in styles:
            styles.append(found.style)
        shown += ["", f"{'#' * min(6, max(2, styles.index(found.style) + 1))} {found.text}", ""]
        place = found.end
    return shown


def _directive(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A directive: code, a picture, a formula, an admonition, or what is not text."""
    margin, name, argument = len(found[1]), found[2].casefold(), found[3] or ""
    end = set_in(rows, place + 1, margin)
    first, stated = place + 1, dict[str, str]()
    while first < end and (option := _FIELD.match(rows[first].strip())):
        stated[option[1]] = option[2] or ""
        first += 1
    inner = dedented(rows[first:end]) if first < end else []
    if name in _CODE:
        return Made(fenced(inner, argument, margin), end)
    if name in _GONE:
        return Made([], end)
    cells = listed(name, stated, inner, markup)
    if cells is not None:
        return Made(["", markup.marked(argument), *cells], end)
    shown = markup.inner(inner)
    if name in _PICTURES:
        label = PLAIN.marked(stated.get("alt", ""))
        return Made(["", f"![{label}](<{argument}>)", "", *shown, ""], end)
    if name == "math":
        return Made(["", "$$", *([argument] if argument else inner), "$$", ""], end)
    shown = quoted(_credited(shown)) if name in _QUOTATIONS else [*_label(name, argument, markup), *shown]
    return Made([f"{' ' * margin}{row}" if row else "" for row in ("", *shown, "")], end)


def _label(name: str, argument: str, markup: Markup) -> list[str]:
    """What is shown above the content of the directive ``name``."""
    text = "" if name in _UNNAMED or (name == "class" and argument.islower()) else argument
    own = _LABELS.get(name) or (name.capitalize() if name in _ADMONITIONS else "")
    return [*([f"**{own}**", ""] if own else ()), markup.marked(text), ""]


def _credited(rows: Sequence[str]) -> list[str]:
    """A quotation with a dash before its last row, if that says whose words these are."""
    *others, last = "\n".join(rows).strip("\n").split("\n")
    return [*others, f"— {last.lstrip('-— ')}" if last.startswith(("--", "—")) else last]


def _quotation(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    end = set_in(rows, place + 1, 0)
    return Made(quoted(_credited(markup.inner(dedented(rows[place:end])))), end)


def _comment(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A comment, a target or a substitution: none is text. An empty one ends what is above it."""
    if rows[place].strip() == ".." and not "".join(rows[place + 1 : place + 2]).strip():
        return Made([""], place + 1)
    return Made([], set_in(rows, place + 1, indent(rows[place])))


def _pictures(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A row of substitutions alone, which are pictures such as badges."""
    return None if SUBSTITUTION.sub("", rows[place]).strip() else Made([], place + 1)


def _line(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A line of a line block, whose break is kept."""
    goes_on = place + 1 < len(rows) and rows[place + 1].startswith("| ")
    return Made([markup.marked(found[1]) + "\\" * goes_on], place + 1)


def _note(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    end = set_in(rows, place + 1, 0)
    inner = [*filter(None, [found[2]]), *dedented(rows[place + 1 : end])]
    return Made(["", *led(f"[^{found[1]}]: ", markup.inner(inner), "    "), ""], end)


def _literal(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """The row that ends a paragraph with two colons, and the literal block indented below it."""
    item = ITEM.match(rows[place])
    margin = item.end() + indent(rows[place][item.end() :]) if item else indent(rows[place])
    end = set_in(rows, place + 1, margin)
    if end <= place + 2 or rows[place + 1].strip():
        return None
    text = found[1].rstrip()
    before = item_sign(text[:margin]) if item else " " * margin
    shown = [f"{before}{markup.marked(text[margin:])}:"] if text else []
    return Made([*shown, *fenced(rows[place + 1 : end], "", margin)], end)


def _session(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    end = until(rows, place, is_blank)
    return Made(fenced(rows[place:end], "python"), end)


def _term(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A term, and its definition indented right below."""
    if place + 1 == len(rows) or not rows[place + 1].startswith("  ") or ITEM.match(rows[place]):
        return None
    if place and rows[place - 1].strip() and indent(rows[place - 1]) == 0:
        return None
    end = set_in(rows, place + 1, 0)
    inner = markup.inner(dedented(rows[place + 1 : end]))
    return Made(defined(markup.marked(rows[place].strip()), inner), end) if inner else None


_RST = Markup(
    (
        (regex(r"(#{2,6}) (.*)"), heading),
        (regex(r"( *)\.\. ([\w:-]+)::(?: +(.*))?\Z"), _directive),
        (regex(r"\.\. \[#?([\w-]+|\*)\] *(.*)"), _note),
        (regex(r" *\.\.(?: |\Z)"), _comment),
        (regex(r"\|(?! )"), _pictures),
        (regex(r"\| +(.*)"), _line),
        (regex(r"(.*)::\Z"), _literal),
        (regex(r" *>>> "), _session),
        (regex(r"={2,}(?: +={2,})+\Z"), simple_table),
        (regex(r"\+(?:-+\+)+\Z"), grid_table),
        (regex(r"-{4,}\Z"), rule),
        (regex(r"__ https?://"), dropped),
        (LETTERED, lettered),
        (EXPLAINED, explained),
        (regex(r"[^\s:.].*"), _term),
    ),
    _MARKS,
    _quotation,
)
