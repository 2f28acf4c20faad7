"""The record of an embedded state that holds the text of the page: its author and its dates.

An empty shell shows by script what stands in its state ("__NEXT_DATA__" and the like), and the text is read
from there (:mod:`articlex.read.html.embedded`). The object around that text is the article, so what it says
of its author, and when it was written and changed, is said of this page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from articlex.metadata.evidence import Evidence
from articlex.page import Hidden
from articlex.read.html.embedded import most_prose, state_values
from articlex.read.html.linked_data import Json

#: Keys by which such a record names its writers.
WRITERS = ("author", "authors", "creator", "byline")
#: Keys under which it says when it was published, and when it was changed last, without "_" and lower-cased.
PUBLISHED = frozenset(
    """publishat publishedat publishedon publisheddate datepublished firstpublishedat publishdate
    publicationdate""".split()
)
MODIFIED = frozenset("updatedat modifiedat datemodified lastmodified updateddate modifieddate".split())

#: Objects between the one that holds the string and the record: a body, its sections, a paragraph.
_MOST_BETWEEN = 4
#: Nesting of JSON that is followed.
_DEEPEST = 40


def state_record(evidence: Evidence) -> Json:
    """The object of the state that is the article; {} on pages whose text does not come from a state."""
    if not evidence.markup.states or not any(block.hidden & Hidden.DATA for block in evidence.blocks):
        return {}
    values = list(state_values(evidence.markup.states))
    texts = frozenset(most_prose(values))
    for value in values if texts else ():
        for around in _around(value, texts, ()):
            return next(filter(_tells, around[::-1][: _MOST_BETWEEN + 1]), {})
    return {}


def _around(
    value: Any, texts: frozenset[str], path: Sequence[Json], level: int = 0
) -> Iterator[Sequence[Json]]:
    """The objects around each string of ``texts``, outermost first."""
    if isinstance(value, str):
        if value in texts:
            yield path
    elif level > _DEEPEST:
        return
    elif isinstance(value, list):
        for item in value:
            yield from _around(item, texts, path, level + 1)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _around(item, texts, (*path, value), level + 1)


def _tells(record: Json) -> bool:
    signed = any(record.get(key) for key in WRITERS)
    return signed or any(key_of(key) in PUBLISHED | MODIFIED for key in record)


def key_of(key: str) -> str:
    """A key as the sets above have it: "updated_at" and "updatedAt" are "updatedat"."""
    return key.replace("_", "").replace("-", "").lower()
