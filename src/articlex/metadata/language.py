"""The language by the <html> element and the address: ``lang``, ``dir``, "/de/"."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.addresses import split_address
from articlex.data.languages import languages
from articlex.metadata.evidence import Evidence, Source
from articlex.metadata.values import language_value
from articlex.page import Fact, Field

REASONS = {
    "html-lang": "The lang attribute of <html> or <body> states it.",
    "html-dir": "The dir attribute of <html> or <body> states it.",
    "url-language": "The first part of the address is a language code.",
}

NAME = "html"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The language and the direction of writing that are declared."""
    markup = evidence.markup
    if language := language_value(markup.lang):
        yield Fact(Field.LANGUAGE, language, NAME, markup.lang, "html-lang", 0.7)
    if (direction := markup.dir.strip().lower()) in ("ltr", "rtl"):
        yield Fact(Field.DIRECTION, direction, NAME, markup.dir, "html-dir", 0.9)
    if evidence.url:
        first = split_address(evidence.url).path.strip("/").split("/")[0].lower()
        if first in languages().codes:
            yield Fact(Field.LANGUAGE, first, "url", evidence.url, "url-language", 0.3)


SOURCE = Source("language", state, REASONS)
