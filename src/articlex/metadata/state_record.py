"""The record of an embedded state that holds the text of the page: its title, author, dates and address.

An empty shell shows by script what stands in its state ("__NEXT_DATA__" and the like), and the text is read
from there (:mod:`articlex.read.html.embedded.bodies`). The object around that text is the article, so what it
says of its author, and when it was written and changed, is said of this page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from articlex.metadata.evidence import Evidence
from articlex.page import Hidden
from articlex.read.html.embedded.bodies import beginning, most_prose
from articlex.read.html.embedded.linked_data import Json
from articlex.read.html.embedded.state_values import state_values

#: Keys by which such a record names its writers, those under which it says when it was published, and when it
#: was changed last, without "_" and lower-cased.
WRITERS = frozenset("author authors authorname creator byline writer writers publishedby".split())
PUBLISHED = frozenset(
    """publishat publishedat publishedon publisheddate datepublished firstpublishedat publishdate
    publicationdate firstpublicationdate pubdate date""".split()
)
MODIFIED = frozenset(
    "updatedat modifiedat datemodified lastmodified updateddate modifieddate lastpublicationdate".split()
)
#: Those of the headline, alone or as WordPress renders it, and of the address of the page.
_TITLES, _RENDERED = ("title", "headline"), "rendered"
_ADDRESSES = ("link", "url", "permalink", "canonical_url")
#: Keys in which services wrap what a record refers to: GraphQL, Strapi, Contentful.
_WRAPPING = ("node", "nodes", "edges", "data", "attributes", "fields")
#: How Apollo refers to another record.
_REFERENCE = "__ref"
#: Other keys under which a record of a person has the name.
_NAMES = ("name", "displayName", "fullName", "full_name", "display_name", "title")
_MOST_PEOPLE = 20

#: Objects between the one that holds the string and the record: a body, its sections, a paragraph.
_MOST_BETWEEN = 4
#: Nesting of JSON that is followed.
_DEEPEST = 40


class Record(NamedTuple):
    """The object of the state that is the article, and the values of the state."""

    data: Json
    values: Sequence[Any]

    def dates(self, keys: frozenset[str]) -> Iterator[Any]:
        """What the record has under keys of a date."""
        yield from (value for key, value in self.data.items() if key_of(key) in keys)

    def writers(self) -> list[str]:
        """The names of those who wrote it."""
        found: list[str] = []
        for key, value in self.data.items():
            if key_of(key) in WRITERS:
                found += self._names(value, 0)
        return list(dict.fromkeys(found))[:_MOST_PEOPLE]

    def title(self) -> str:
        """The headline."""
        values = (self.data.get(key) for key in _TITLES)
        plain = (value.get(_RENDERED) if isinstance(value, dict) else value for value in values)
        return next((value for value in plain if isinstance(value, str) and value), "")

    def url(self) -> str:
        """The address."""
        values = (self.data.get(key) for key in _ADDRESSES)
        return next((value for value in values if isinstance(value, str) and value), "")

    def _names(self, value: Any, level: int) -> Iterator[str]:
        """The names in what a record says of people: names, objects, what wraps or refers to them."""
        if isinstance(value, str):
            yield value
        elif isinstance(value, list) and level <= _MOST_BETWEEN:
            for item in value[:_MOST_PEOPLE]:
                yield from self._names(item, level + 1)
        elif isinstance(value, dict) and level <= _MOST_BETWEEN:
            referred = value.get(_REFERENCE)
            value = self._referred(referred) if isinstance(referred, str) else value
            name = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), None)
            if name:
                yield name
            else:
                inner = next(
                    (value[key] for key in _WRAPPING if isinstance(value.get(key), (list, dict))), ()
                )
                yield from self._names(inner, level + 1)

    def _referred(self, name: str) -> Json:
        """The record that the state has under a name of its own."""
        found = (held.get(name) for value in self.values for held in _objects_in(value))
        return next((held for held in found if isinstance(held, dict)), {})


def _objects_in(value: Any) -> Iterator[Json]:
    """An object, those right in it and those in these: the first levels of a state."""
    if not isinstance(value, dict):
        return
    yield value
    for held in value.values():
        if isinstance(held, dict):
            yield held
            yield from (inner for inner in held.values() if isinstance(inner, dict))


def state_record(evidence: Evidence) -> Record | None:
    """The object of the state that is the article; None on pages whose text does not come from a state."""
    if not evidence.markup.states or not any(block.hidden & Hidden.DATA for block in evidence.blocks):
        return None
    values = list(state_values(evidence.markup.states))
    texts = frozenset(most_prose(values, beginning(evidence.markup)))
    found = [pair for value in values if texts for pair in _around(value.data, texts, ())]
    if not found:
        return None
    # What is said of one of several texts, as of each review, is not said of the page.
    around: dict[str, set[int]] = {}
    for text, path in found:
        around.setdefault(text, set()).update(map(id, path))
    shared = set.intersection(*around.values())
    nearest = [held for held in found[0][1][::-1][: _MOST_BETWEEN + 1] if id(held) in shared]
    told = next(filter(_tells, nearest), None) or next(filter(_is_titled, nearest), None)
    return Record(told, [value.data for value in values]) if told else None


def _around(
    value: Any, texts: frozenset[str], path: Sequence[Json], level: int = 0
) -> Iterator[tuple[str, Sequence[Json]]]:
    """Each string of ``texts`` with the objects around it, outermost first."""
    if isinstance(value, str):
        if value in texts:
            yield value, path
    elif level > _DEEPEST:
        return
    elif isinstance(value, list):
        for item in value:
            yield from _around(item, texts, path, level + 1)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _around(item, texts, (*path, value), level + 1)


def _tells(record: Json) -> bool:
    return any(record[key] and key_of(key) in WRITERS | PUBLISHED | MODIFIED for key in record)


def _is_titled(record: Json) -> bool:
    return any(record.get(key) for key in _TITLES)


def key_of(key: str) -> str:
    """A key as the sets above have it: "updated_at" and "updatedAt" are "updatedat"."""
    return key.replace("_", "").replace("-", "").lower()
