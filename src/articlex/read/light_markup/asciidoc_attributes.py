"""What AsciiDoc replaces before it reads a row: attributes, conditionals, references to sections
(https://docs.asciidoctor.org/asciidoc/latest/attributes/document-attributes/)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from articlex.regex import regex

ATTRIBUTE = regex(r":(!?)([\w-]+)(!?):(?: +(.*))?\Z")
_USE = regex(r"(\\?)\{([\w-]+)\}")
#: Characters of the longest value that is filled in: values may hold values, and grow tenfold with each row.
_LONGEST_VALUE = 400
#: Attributes that every document has; those that say how it is converted are stated as for HTML.
_GIVEN = dict.fromkeys(
    ("backend-html5", "basebackend-html", "doctype-article", "asciidoctor", "empty"), ""
) | dict(
    zip(
        "nbsp zwsp deg plus cpp apos quot lsquo rsquo ldquo rdquo amp lt gt vbar caret tilde asterisk"
        " backtick startsb endsb backslash two-colons two-semicolons".split(),
        "\xa0 \u200b ° + C++ ' \" ‘ ’ “ ” & < > | ^ ~ * ` [ ] \\ :: ;;".split(" "),
        strict=True,
    )
)
_IF = regex(r"if(n?)def::([^\[\s]+)\[(.*)\]\Z")
_EVAL = regex(r"ifeval::\[ *(\S+) *(==|!=) *(\S+) *\]\Z")
_IFEVAL, _ENDIF = "ifeval::", "endif::"
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
    shown = list(_chosen(_whole(rows), stated))
    titles = dict(_titles(shown))

    def title(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        return titles.get(name.strip(), found[0])

    return [_REFERENCE.sub(title, row) for row in shown] if titles else shown


def _whole(rows: Sequence[str]) -> Iterator[str]:
    """``rows`` with the value of an attribute on one row."""
    begun = ""
    for row in rows:
        if (begun or ATTRIBUTE.match(row)) and row.rstrip().endswith(" \\"):
            begun += row.rstrip()[:-1].lstrip() if begun else row.rstrip()[:-1]
            continue
        yield begun + row.strip() if begun else row
        begun = ""


def _chosen(rows: Iterator[str], stated: dict[str, str]) -> Iterator[str]:
    hidden: list[bool] = []  # for each open condition, whether it leaves out what follows
    for row in rows:
        if row.startswith(_ENDIF):
            del hidden[-1:]
        elif found := _IF.match(row.rstrip()):
            fails = _is_stated(found[2], stated) == bool(found[1])
            if not found[3]:
                hidden.append(fails)
            elif not fails and not any(hidden):
                yield filled(found[3], stated)
        elif row.startswith(_IFEVAL):
            told = _EVAL.match(filled(row.rstrip(), stated))
            hidden.append(told is not None and (told[1] == told[3]) != (told[2] == "=="))
        elif not any(hidden):
            row = filled(row, stated)
            if found := ATTRIBUTE.match(row):
                _state(found, stated)
            yield row


def _is_stated(names: str, stated: Mapping[str, str]) -> bool:
    """Whether one of the attributes in "a,b" is stated, or all of "a+b"."""
    every = all if "+" in names else any
    return every(name in stated or name in _GIVEN for name in re.split("[,+]", names.casefold()))


def _state(found: re.Match[str], stated: dict[str, str]) -> None:
    if found[1] or found[3]:
        stated.pop(found[2].casefold(), None)
    else:
        stated[found[2].casefold()] = (found[4] or "").strip()


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
