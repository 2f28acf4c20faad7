"""The record of an embedded state that holds the text of the page: its title, authors, dates and address.

The text of a page that is rendered by script from its state ("__NEXT_DATA__" and the like) is read from there
(:mod:`articlex.read.html.embedded.bodies`). The object around that text is the article, so its author and
dates are those of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from articlex.metadata.evidence import Evidence
from articlex.page import Hidden
from articlex.read.html.embedded.bodies import beginning, most_prose
from articlex.read.html.embedded.linked_data import Json
from articlex.read.html.embedded.state_values import state_values

#: Keys of the writers, of the day of publication and of the day of the last change, as :func:`_key_of` has
#: them.
WRITERS = frozenset("author authors authorname creator byline writer writers publishedby".split())
PUBLISHED = frozenset(
    """publishat publishedat publishedon publisheddate datepublished firstpublishedat publishdate
    publicationdate firstpublicationdate pubdate date""".split()
)
MODIFIED = frozenset(
    "updatedat modifiedat datemodified lastmodified updateddate modifieddate lastpublicationdate".split()
)
#: Keys of the headline, of the string inside it in WordPress, and of the address of the page.
TITLES, _RENDERED = ("title", "headline"), "rendered"
ADDRESSES = ("link", "url", "permalink", "canonical_url")
#: Keys in which GraphQL, Strapi and Contentful wrap what a record refers to.
_WRAPPING = ("node", "nodes", "edges", "data", "attributes", "fields")
#: The key of a reference to another record in Apollo.
_REFERENCE = "__ref"
#: Keys of the name in the record of a person.
_NAMES = ("name", "displayName", "fullName", "full_name", "display_name", "title")
_MOST_PEOPLE = 20

#: Objects between the string of the text and its record (a body, its sections, a paragraph), at most.
_MOST_BETWEEN = 4
#: Levels of nested JSON that are followed.
_DEEPEST = 40


@dataclass(frozen=True)
class Record:
    """The object of the state that is the article (``data``), and the ``values`` of the whole state."""

    data: Json
    values: Sequence[Any]

    def dates(self, keys: frozenset[str]) -> Iterator[Any]:
        """The values under ``keys``, :data:`PUBLISHED` or :data:`MODIFIED`."""
        yield from (value for key, value in self.data.items() if _key_of(key) in keys)

    def writers(self) -> list[str]:
        """The names of the writers."""
        found: list[str] = []
        for key, value in self.data.items():
            if _key_of(key) in WRITERS:
                found += self._names(value, 0)
        return list(dict.fromkeys(found))[:_MOST_PEOPLE]

    def text(self, keys: Sequence[str]) -> str:
        """The first string under ``keys``, :data:`TITLES` or :data:`ADDRESSES`; "" if there is none."""
        values = (self.data.get(key) for key in keys)
        plain = (value.get(_RENDERED) if isinstance(value, dict) else value for value in values)
        return next((value for value in plain if isinstance(value, str) and value), "")

    def _names(self, value: Any, level: int) -> Iterator[str]:
        """The names in a value about people: strings, objects, and what wraps or refers to objects."""
        if isinstance(value, str):
            yield value
        elif isinstance(value, list) and level <= _MOST_BETWEEN:
            for item in value[:_MOST_PEOPLE]:
                yield from self._names(item, level + 1)
        elif isinstance(value, dict) and level <= _MOST_BETWEEN:
            referred = value.get(_REFERENCE)
            value = self._by_name.get(referred, {}) if isinstance(referred, str) else value
            name = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), None)
            if name:
                yield name
            else:
                inner = next(
                    (value[key] for key in _WRAPPING if isinstance(value.get(key), (list, dict))), ()
                )
                yield from self._names(inner, level + 1)

    @cached_property
    def _by_name(self) -> dict[str, Json]:
        """The records of the state by their names; of several with one name the first."""
        found: dict[str, Json] = {}
        for held in (held for value in self.values for held in _objects_in(value)):
            for name, record in held.items():
                if isinstance(record, dict):
                    found.setdefault(name, record)
        return found


def _objects_in(value: Any) -> Iterator[Json]:
    """The objects on the first three levels of a state, ``value`` itself first."""
    if not isinstance(value, dict):
        return
    yield value
    for held in value.values():
        if isinstance(held, dict):
            yield held
            yield from (inner for inner in held.values() if isinstance(inner, dict))


def state_record(evidence: Evidence) -> Record | None:
    """The record that holds the text; None if the text of the page does not come from a state."""
    if not evidence.markup.states or not any(block.hidden & Hidden.DATA for block in evidence.blocks):
        return None
    values = list(state_values(evidence.markup.states))
    texts = frozenset(most_prose(values, beginning(evidence.markup)))
    found = [pair for value in values if texts for pair in _around(value.data, texts, ())]
    if not found:
        return None
    # An object around only one of several texts, such as each review, does not describe the page.
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
    """Each of ``texts`` in ``value`` with the objects around it, outermost first."""
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
    """Whether an object states a writer or a date."""
    return any(record[key] and _key_of(key) in WRITERS | PUBLISHED | MODIFIED for key in record)


def _is_titled(record: Json) -> bool:
    return any(record.get(key) for key in TITLES)


def _key_of(key: str) -> str:
    """A key in lower case without "_" and "-": "updatedat" of "updated_at" and of "updatedAt"."""
    return key.replace("_", "").replace("-", "").lower()
