"""What AsciiDoc replaces before it reads a row: attributes, conditionals, references to sections
(https://docs.asciidoctor.org/asciidoc/latest/attributes/document-attributes/)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from articlex.regex import regex

ATTRIBUTE = regex(r":([\w-]+):(?: +(.*))?\Z")
_USE = regex(r"(\\?)\{([\w-]+)\}")
#: Characters of the longest value that is filled in: values may hold values, and grow tenfold with each row.
_LONGEST_VALUE = 400
#: Attributes that every document has: signs, and how it is converted, stated as for HTML.
_SIGNS = "nbsp zwsp deg plus apos lsquo rsquo ldquo rdquo amp lt gt vbar caret tilde asterisk backtick"
_GIVEN = dict(zip(_SIGNS.split(), "\xa0\u200b°+'‘’“”&<>|^~*`", strict=True)) | dict.fromkeys(
    ("backend-html5", "basebackend-html", "doctype-article", "asciidoctor", "empty"), ""
)
#: A condition on the rows up to its end; whether one that compares values holds is not asked.
_IF, _ENDIF = regex(r"if(n?)def::([^\[\s]+)\[\]\Z"), "endif::"
_IFEVAL = "ifeval::"
#: A title of a section, an anchor above it, and a reference without words of its own.
_SECTION = regex(r"={2,6} +(\S.*)")
_ANCHOR = regex(r"\[\[([^\],]+)(?:,[^\]]*)?\]\]\Z|\[#([\w:-]+)[^\]]*\]\Z")
_REFERENCE = regex(r"<<#?([^<>,\n]{1,200})>>|xref:#?([^\s\[]{1,200})\[\]")
_NO_WORD = regex(r"[^\w]+")


def filled(row: str, stated: Mapping[str, str]) -> str:
    """``row`` with the values of the attributes that it refers to: "{version}" → "2.1". A backslash
    before one keeps it."""

    def value(found: re.Match[str]) -> str:
        name = found[2].casefold()
        known = stated.get(name, _GIVEN.get(name))
        if known is None or len(known) > _LONGEST_VALUE:
            return found[0]
        return f"{{{found[2]}}}" if found[1] else known

    return _USE.sub(value, row) if "{" in row else row


def prepared(rows: Sequence[str], stated: dict[str, str]) -> list[str]:
    """``rows`` as they are read: without what a condition leaves out, with the values of attributes, also of
    those that a row states, and with the titles of sections in place of their names."""
    shown = list(_chosen(rows, stated))
    titles = dict(_titles(shown))

    def title(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        return titles.get(name.strip(), found[0])

    return [_REFERENCE.sub(title, row) for row in shown] if titles else shown


def _chosen(rows: Sequence[str], stated: dict[str, str]) -> Iterator[str]:
    hidden: list[bool] = []  # for each open condition, whether it leaves out what follows
    for row in rows:
        if row.startswith(_ENDIF):
            del hidden[-1:]
        elif found := _IF.match(row.rstrip()):
            names = re.split("[,+]", found[2].casefold())
            hidden.append(any(name in stated or name in _GIVEN for name in names) == bool(found[1]))
        elif row.startswith(_IFEVAL):
            hidden.append(False)
        elif not any(hidden):
            row = filled(row, stated)
            if found := ATTRIBUTE.match(row):
                stated[found[1].casefold()] = (found[2] or "").strip()
            yield row


def _titles(rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names by which sections are referred to, and their titles."""
    anchor = ""
    for row in map(str.strip, rows):
        if found := _SECTION.match(row):
            yield found[1], found[1]
            yield f"_{_NO_WORD.sub('_', found[1].casefold()).strip('_')}", found[1]
            if anchor:
                yield anchor, found[1]
        elif row:
            found = _ANCHOR.match(row)
            anchor = (found[1] or found[2]) if found else ""
