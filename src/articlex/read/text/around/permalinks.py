"""Headings of documentation in raw page text: each ends with the sign of a permalink, a link to itself.

Sphinx, MkDocs and their followers print "Installation¶", some of their themes "Installation#" or a character
of Font Awesome. The same sign follows what they define, a function or an option, which is no heading.
Starlight prints a line of its own below each heading: "Section titled “Installation”".
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from articlex.read.text.lines import Line
from articlex.regex import LETTER, regex

SIGNS = "¶\uf0c1#"
#: The one of them that also ends names ("C#"), encloses lines, and heads the column of numbers in a table.
_HASH = "#"
#: Fewest signs of a page that has permalinks.
_FEWEST = 2
#: Characters of the longest heading, and of the longest line that is too short to be one with a hash.
_LONGEST, _LEAST = 120, 3
#: A definition: a qualified name, an option, a signature or its keyword.
_DEFINED = regex(
    r"[(\[{=<>]|[^\W\d][._:]\w|(?:^|[ ,])--?\w|^(?:async|class|classmethod|static|staticmethod|abstract|"
    r"property|exception|final|type|enum|const|data|module|struct|macro|func|def) "
)
#: The sign, with the link number that lynx prints before it, or the "Â" of a wrong charset.
_END = regex(r"(?:\[\d{1,4}\])?(?:[ \t\xa0Â]?[¶\uf0c1]|(?<=\S)#)\Z")

#: Most characters around the heading in a line that quotes it; what may precede a heading (the hashes of
#: Markdown, a link number); quotation marks.
_AROUND = 60
_BEFORE = regex(r"(?:#{1,6} |\[\d{1,4}\])")
_MARKS = frozenset("“„”«»「」『』《》")


def without_names(lines: list[Line]) -> tuple[list[Line], list[Line], set[int]]:
    """``lines`` without those that quote the heading right above, if several do so with the same words around
    it; those lines; and the numbers of the lines that these headings are."""
    found: dict[int, tuple[str, str]] = {}
    for place, (above, line) in enumerate(pairwise(lines), 1):
        heading, text = above.text, line.text
        is_near = -_AROUND < len(text) - len(heading) <= _AROUND
        may_quote = is_near and (heading in text or heading[0] in "#[")
        if may_quote and (around := _around(heading, text)):
            found[place] = around
    label, times = Counter(found.values()).most_common(1)[0] if found else ((), 0)
    if times < _FEWEST or not LETTER.search("".join(label)):
        return lines, [], set()
    names = {place for place, around in found.items() if around == label}
    headings = {lines[place - 1].number for place in names}
    shown = [
        line._replace(gap=max(line.gap, 1)) if line.number in headings else line
        for place, line in enumerate(lines)
        if place not in names
    ]
    return shown, [lines[place] for place in sorted(names)], headings


def _around(heading: str, text: str) -> tuple[str, str] | None:
    """What precedes and follows the heading in a line that quotes it, with the quotation marks; else None."""
    name = _BEFORE.sub("", heading, 1) if heading[0] in "#[" else heading
    if not name or name not in text:
        return None
    before, _, after = _BEFORE.sub("", text, 1).partition(name)
    quoted = before.rstrip()[-1:] in _MARKS and after.lstrip()[:1] in _MARKS
    return (before, after) if quoted else None


def without_permalinks(lines: list[Line]) -> tuple[list[Line], set[int]]:
    """``lines`` without the signs of permalinks, and the numbers of the lines that are headings."""
    ends = Counter(line.text[-1] for line in lines if line.text[-1] in SIGNS and _is_signed(line.text))
    signs = {sign for sign, count in ends.items() if count >= _FEWEST}
    if not signs:
        return lines, set()
    shown: list[Line] = []
    headings: set[int] = set()
    for line in lines:
        # Where each text node has a line, the sign is on one of its own.
        is_alone = line.text in signs and line.text != _HASH and not line.gap
        is_alone = is_alone and bool(shown) and _END.sub("", shown[-1].text) != ""
        signed = shown.pop() if is_alone else line
        has_sign = is_alone or (line.text[-1] in signs and _is_signed(line.text))
        text = _END.sub("", signed.text) if has_sign else signed.text
        if text and has_sign:
            signed = signed._replace(text=text, raw=_END.sub("", signed.raw))
            if _is_heading(text):
                headings.add(signed.number)
                signed = signed._replace(gap=max(signed.gap, 1))
        shown.append(signed)
    return shown, headings


def _is_signed(text: str) -> bool:
    """Whether the sign that ends a line may be that of a permalink."""
    name = text[:-1].rpartition(" ")[2]
    return text[-1] != _HASH or (text[0] != _HASH and len(name) > 1 and len(text) > _LEAST)


def _is_heading(text: str) -> bool:
    """Whether a text with a permalink is a heading: it has words, and does not look like a definition."""
    is_short = len(text) <= _LONGEST and text[0] not in "#*->"
    is_named = " " in text or not text[0].islower()
    return is_short and is_named and LETTER.search(text) is not None and not _DEFINED.search(text)
