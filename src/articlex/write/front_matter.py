"""YAML front matter, a flat record. A string that YAML could take for anything else is in double quotes."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from articlex.regex import regex
from articlex.write.control import strip_controls

if TYPE_CHECKING:
    from articlex.article import Article

#: A string that needs no quotes: it begins with a letter and has no syntax of YAML in it.
_PLAIN = regex(r"[^\W\d_](?:[\w ’.,()/–—-]|'(?=\w)|:(?=//))*(?<! )")
#: The fields, which are those of the article, but for one that has another name there.
_FIELDS = tuple(
    "title authors date date_modified url sitename description language categories tags image license".split()
)
_OURS = {"date": "date_published"}
#: Fields that are YAML dates if they state a day, as programs that read front matter expect.
_DAYS = frozenset({"date", "date_modified"})
#: Words that YAML takes for other values. "no" is also the code of a language.
_RESERVED = frozenset("y n yes no on off true false null none nan inf".split())

#: Line breaks of YAML 1.1, and characters that it does not allow.
_SPECIAL = regex("[\u0085\u2028\u2029\ufeff\ufffe\uffff]")


def front_matter(article: Article) -> str:
    """The metadata between two lines of ``---``; "" for a page with neither metadata nor body."""
    fields = ((name, getattr(article, _OURS.get(name, name))) for name in _FIELDS)
    lines = [line for name, value in fields if value for line in _entry(name, value)]
    return "\n".join(("---", *lines, "---", "")) if lines or article.body else ""


def _entry(name: str, value: str | tuple[str, ...]) -> list[str]:
    """The lines of one field."""
    if name in _DAYS and isinstance(value, str) and _is_day(value):
        return [f"{name}: {value}"]
    if isinstance(value, str):
        return [f"{name}: {_scalar(value)}"]
    return [f"{name}:", *(f"  - {_scalar(item)}" for item in value)]


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED:
        return text
    quoted = json.dumps(strip_controls(text), ensure_ascii=False)
    return _SPECIAL.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
