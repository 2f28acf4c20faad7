"""Org, the markup of Emacs, to Markdown (https://orgmode.org/manual/)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlex.addresses import PICTURES
from articlex.read.light_markup.inline_marks import Marks
from articlex.read.light_markup.markdown_rows import defined, fenced, quoted
from articlex.read.light_markup.rows import closing, dedented, set_in, until
from articlex.read.light_markup.translation import Made, Markup, dropped, rule
from articlex.regex import regex

_KEYWORD = regex(r" *#\+(\w+): *(.*)")
#: Keywords and their names in front matter; all keywords are within so many rows, and so is a drawer.
_METAS = {"author": "authors", "date": "date", "language": "language", "description": "description"}
_FIRST = 40
_STAMP = regex(r"[<\[](\d{4}-\d\d-\d\d)[^>\]]*[>\]]\Z")
_BEGIN = regex(r"( *)#\+begin_(\w+)(?: +([\w+#-]+))?", re.IGNORECASE)
#: What keeps a row of code from being a heading or a keyword.
_COMMA = regex(r"(?<!\S),(?=\*|#\+|,)")
_VERBATIM, _GONE = frozenset(("src", "example")), frozenset(("comment", "export"))
_HEADING = regex(r"(\*{1,8}) +(?:(?:TODO|DONE) +)?(?:\[#\w\] +)?(.+?)(?: +:([\w@#%:]+):)?\Z")
#: A heading whose section is not printed, by its first word or by its tag.
_UNSEEN_WORD, _UNSEEN_TAG = "COMMENT", "noexport"
#: A row below a header that only aligns columns.
_ALIGNMENT = regex(r"\|?(?: *(?:(?:<[lrc]?\d*>|/) *)?\|)+\Z")
_BEFORE, _AFTER = r"(?<![^\s(\[{\"'–—-])", r"(?![^\s.,;:!?)\]}\"'–—-])"
_MARKS = Marks(
    ("picture", rf"\[\[(?:file:)?([^\[\]\n]+\.(?:{PICTURES}))\]\]"),
    # Links within the document, which are text, targets of such, and what is for one format alone.
    ("plain", r"\[\[(?:[*#]|id:|(?![^\[\]\n]*[/:.]))[^\[\]\n]*\]\[([^\[\]]+)\]\]"),
    ("plain plain", r"\[\[(?:[*#]([^\[\]\n]+)|([^\[\]\n/:.]+))\]\]"),
    ("plain", r"<<<([^<>\n]+)>>>"),
    ("", r"<<[^<>\n]+>>"),
    ("", r"@@[\w-]+:[^@\n]*@@"),
    ("code", r"src_[\w+-]+(?:\[[^\]\n]*\])?\{([^{}\n]+)\}"),
    ("address label", r"\[\[(?:file:)?([^\[\]\n]+)\](?:\[([^\[\]]+)\])?\]"),
    ("note", r"\[fn:([\w-]+)\]"),
    ("aside", r"\[fn:[\w-]*: *([^\[\]]{1,2000})\]"),
    ("address", r"<(https?://[^<>\s]+)>"),
    ("lowered", r"_\{([^{}\n]{1,80})\}"),
    ("raised", r"\^\{([^{}\n]{1,80})\}"),
    ("formula", r"\\\(([^\n]{1,400}?)\\\)"),
    ("displayed", r"\\\[([^\n]{1,400}?)\\\]"),
    ("displayed", r"\$\$([^$\n]{1,400})\$\$"),
    ("broken", r"(\\\\)[ \t]*(?=\n)"),
    ("named", r"\\([A-Za-z]{2,12})(?:\{\}|(?![A-Za-z{]))"),
    ("formula", r"(?<![\w$])\$(?=[^\s$])([^$\n]{1,400})(?<=\S)\$(?![\w$])"),
    ("code", rf"{_BEFORE}=(?=[^\s=])([^=\n]+)(?<=\S)={_AFTER}"),
    ("code", rf"{_BEFORE}~(?=[^\s~])([^~\n]+)(?<=\S)~{_AFTER}"),
    ("strong", rf"{_BEFORE}\*(?=[^\s*])([^*]{{1,400}})(?<=\S)\*{_AFTER}"),
    ("emphasis", rf"{_BEFORE}/(?=[^\s/])([^/]{{1,400}})(?<=\S)/{_AFTER}"),
    ("plain", rf"{_BEFORE}_(?=[^\s_])([^_]{{1,400}})(?<=\S)_{_AFTER}"),
    ("deleted", rf"{_BEFORE}\+(?=[^\s+])([^+]{{1,400}})(?<=\S)\+{_AFTER}"),
)


def org(rows: Sequence[str]) -> str | None:
    """The Markdown of a document that opens with keywords, a title among them; else None."""
    first = next((row for row in rows if row.strip() and not row.startswith("# ")), "")
    if not first.startswith("#+"):
        return None
    stated: dict[str, list[str]] = {}
    for row in rows[:_FIRST]:
        if (found := _KEYWORD.match(row)) and found[2]:
            stated.setdefault(found[1].casefold(), []).append(found[2].strip())
    if "title" not in stated:
        return None
    metas = {ours: stated[name] for name, ours in _METAS.items() if name in stated}
    metas["date"] = [_STAMP.sub(r"\1", day) for day in metas.get("date", ())]
    return _ORG.document(" ".join(stated["title"]), metas, _ORG.translated(rows))


def _heading(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    level = len(found[1])
    if found[2].startswith(_UNSEEN_WORD) or _UNSEEN_TAG in (found[3] or "").split(":"):
        ends = re.compile(rf"\*{{1,{level}}} ").match
        return Made([], until(rows, place + 1, lambda row: ends(row) is not None))
    return Made(["", f"{'#' * min(6, len(found[1]) + 1)} {markup.marked(found[2])}", ""], place + 1)


def _block(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """What stands between "#+begin_" and "#+end_": code, verse, a quotation, a comment, or other text."""
    name = found[2].casefold()
    end = closing(rows, place + 1, lambda row: row.casefold() == f"#+end_{name}")
    if end is None:
        return None
    inner = rows[place + 1 : end]
    if name in _VERBATIM:
        code = [_COMMA.sub("", row) for row in inner]
        return Made(fenced(code, found[3] or "" if name == "src" else "", len(found[1])), end + 1)
    if name == "verse":
        return Made(["", *markup.lined(inner), ""], end + 1)
    if name in _GONE:
        return Made([], end + 1)
    shown = markup.inner(inner)
    return Made(quoted(shown) if name == "quote" else ["", *shown, ""], end + 1)


def _caption(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    return Made(["", markup.marked(found[1]), ""], place + 1)


def _drawer(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    end = closing(rows, place + 1, lambda row: row.casefold() == ":end:", _FIRST)
    return Made([], end + 1) if end is not None else None


def _formula(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """An environment of TeX."""
    last = f"\\end{{{found[1]}}}"
    end = closing(rows, place, lambda row: row.endswith(last))
    return Made(["", "$$", *rows[place : end + 1], "$$", ""], end + 1) if end is not None else None


def _term(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """An item of a list of terms."""
    margin = len(found[1])
    end = set_in(rows, place + 1, margin)
    inner = markup.inner([found[3], *dedented(rows[place + 1 : end])])
    return Made(defined(markup.marked(found[2]), inner, margin), end)


def _fixed(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    end = until(rows, place, lambda row: not f"{row.strip()} ".startswith(": "))
    return Made(fenced([row.lstrip()[2:] for row in rows[place:end]]), end)


def _table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    end = until(rows, place, lambda row: not row.lstrip().startswith("|"))
    kept = [row.strip() for row in rows[place:end] if not _ALIGNMENT.match(row.strip())]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in kept if not row.startswith("|-")]
    return Made(markup.table(cells, head=len(kept) > 1 and kept[1].startswith("|-")), end)


def _note(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    return Made(["", f"[^{found[1]}]: {markup.marked(found[2])}"], place + 1)


_ORG = Markup(
    (
        (_HEADING, _heading),
        (_BEGIN, _block),
        (regex(r" *:([A-Za-z_-]+):\Z"), _drawer),
        (regex(r" *: |:\Z"), _fixed),
        (regex(r" *#\+caption(?:\[[^\]]*\])?: +(\S.*)", re.IGNORECASE), _caption),
        (regex(r"-{5,}\Z"), rule),
        (regex(r" *(?:#\+\w+:|#(?: |\Z)|(?:SCHEDULED|DEADLINE|CLOSED|CLOCK): [<\[])"), dropped),
        (regex(r" *\|"), _table),
        (regex(r"\\begin\{([a-z]{2,20}\*?)\}"), _formula),
        (regex(r"( *)[-+] (?!\[)(.{1,200}?) :: +(.*)"), _term),
        (regex(r"\[fn:([\w-]+)\] +(.*)"), _note),
    ),
    _MARKS,
)
