"""Parse.ly: one JSON object in ``parsely-page``, or separate ``parsely-*`` tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from articlex.metadata.evidence import Evidence, Source
from articlex.page import Fact, Field
from articlex.read.html.embedded.lenient_json import loads

REASONS = {"parsely": "A Parse.ly tag states it."}

NAME = "parsely"

#: Keys of the JSON object, with the <meta> of the same meaning.
_KEYS = {
    "title": "parsely-title",
    "author": "parsely-author",
    "authors": "parsely-author",
    "section": "parsely-section",
    "tags": "parsely-tags",
    "image_url": "parsely-image-url",
    "link": "parsely-link",
}


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of the Parse.ly tags."""
    metas = {name: list(values) for name, values in evidence.metas.items() if name.startswith("parsely-")}
    if not metas:
        return
    for script in metas.pop("parsely-page", ()):
        for value in loads(script):
            if isinstance(value, Mapping):
                _add(metas, value)
    claim = evidence._replace(metas=metas).claims(NAME, NAME)
    yield from claim.title("parsely-title", score=0.40)
    yield from claim.authors("parsely-author", score=0.42)
    yield from claim.address(Field.URL, "parsely-link", score=0.7)
    yield from claim.address(Field.IMAGE, "parsely-image-url", score=0.7)
    yield from claim.list(Field.TAGS, "parsely-tags", score=0.7, one=True)
    yield from claim.list(Field.CATEGORIES, "parsely-section", score=0.8, one=True)


def _add(metas: dict[str, list[str]], page: Mapping[str, object]) -> None:
    """Add the strings in the JSON object to the contents of the <meta> elements."""
    for key, name in _KEYS.items():
        value = page.get(key)
        values = value if isinstance(value, list) else [value]
        if strings := [item for item in values if isinstance(item, str) and item.strip()]:
            metas.setdefault(name, []).extend(strings)


SOURCE = Source(NAME, state, REASONS)
