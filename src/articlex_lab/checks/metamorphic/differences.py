"""How the article in a changed page differs from the one in the page as it was."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from articlex.article import Article
from articlex_lab.scores.metrics import word_score

#: A body below this word F1 to the one before counts as another; a word or two of a page are no matter.
SAME = 0.98
FIELDS = ("body", "title", "authors", "day", "language")
#: What a change adds to the words of an article, and what only parts a word.
_ADDED = re.compile(r"\(?<?https?://[^\s()<>\]]*[)>]?|\[\d+\]|[_\xad\u200b]")


class Difference(NamedTuple):
    """What a change did to one page: the word F1 of the body, and the fields that are different."""

    page: str
    f1: float
    fields: frozenset[str]


def compared(page: str, before: Article, after: Article) -> Difference:
    """How the article ``after`` a change differs from the one ``before``."""
    f1 = word_score(_plain(before.text), _plain(after.text)).f1
    fields = {"body"} if f1 < SAME else set()
    fields.update(name for name in FIELDS[1:] if _value(before, name) != _value(after, name))
    return Difference(page, f1, frozenset(fields))


def _value(article: Article, field: str) -> str:
    values = {
        "title": article.title,
        "authors": ", ".join(article.authors),
        "day": (article.date_published or "")[:10],
        "language": article.language,
    }
    return " ".join(re.findall(r"\w+", _plain(values[field] or "")))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", _ADDED.sub("", text).replace("\xa0", " "))
