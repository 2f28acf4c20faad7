"""The breadcrumb path in JSON-LD: the sections between the home page and the page itself.

A ``BreadcrumbList`` (https://schema.org/BreadcrumbList) has steps ordered by their ``position``. On some
sites the last one is the page itself, and may then have no address. Of several paths the first counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from articlex.addresses import address_key
from articlex.data.labels import meaning_of
from articlex.metadata.evidence import Evidence, Source, canonical_address
from articlex.metadata.values import address_value, each_value, text_value
from articlex.page import Fact, Field
from articlex.read.html.embedded.linked_data import Json, links_in, text_in
from articlex.titles.trim import trim_title
from articlex.tokens import fold, squeeze

REASONS = {"breadcrumb": "It is a step of the path to this page that JSON-LD states."}

NAME = "breadcrumb"

#: A list with more steps is no path; so in :mod:`articlex.stages.breadcrumb`, which reads printed ones.
MAX_STEPS = 8


class _Step(NamedTuple):
    """The name and the address of a step, "" if it has none."""

    name: str
    address: str


def state(evidence: Evidence) -> Iterator[Fact]:
    """The sections of the page, the broadest first."""
    for thing in evidence.linked.things:
        if "breadcrumblist" in thing.types:
            steps = _inner(_steps(evidence, thing.data), evidence)
            if values := each_value([step.name for step in steps]):
                yield Fact(Field.CATEGORIES, values, NAME, " > ".join(values), NAME, 0.45)
                return


def _steps(evidence: Evidence, path: Json) -> list[_Step]:
    """The steps of a path in order; [] if they are too many."""
    items = [item for item in evidence.linked.items(path.get("itemListElement")) if isinstance(item, Mapping)]
    if len(items) > MAX_STEPS:
        return []
    return [_step(evidence, item) for item in sorted(items, key=_position)]


def _position(item: Json) -> int:
    stated = str(item.get("position", ""))
    return int(stated) if stated.isdecimal() and len(stated) < 4 else 0


def _step(evidence: Evidence, item: Json) -> _Step:
    inner: Any = evidence.linked.follow(item.get("item"))
    target = inner if isinstance(inner, Mapping) else {"url": inner}
    name = text_value(text_in(item.get("name")) or text_in(target.get("name")))
    addresses = (address_value(raw, evidence.base) for raw in links_in(target, ("url", "@id")))
    return _Step(name, next(filter(None, addresses), ""))


def _inner(steps: list[_Step], evidence: Evidence) -> list[_Step]:
    """The named steps without the home page and the page itself."""
    addresses = (evidence.url or "", canonical_address(evidence.markup), evidence.meta("og:url"))
    own = {address_key(address) for address in addresses} - {""}
    if steps and _is_home(steps[0], evidence):
        steps = steps[1:]
    if steps and (_is_titled(steps[-1].name, evidence) or address_key(steps[-1].address) in {"", *own}):
        steps = steps[:-1]
    return [step for step in steps if step.name]


def _is_home(step: _Step, evidence: Evidence) -> bool:
    """Whether a step is the home page, by its address, or by a name that means "home" or is the site's."""
    is_root = bool(step.address) and not address_key(step.address)
    return is_root or meaning_of(step.name) == "home" or squeeze(step.name) in evidence.site.squeezed


def _is_titled(name: str, evidence: Evidence) -> bool:
    """Whether ``name`` is the title of the page, or empty."""
    headline = text_in(evidence.linked.article.get("headline"))
    titles = (headline, evidence.meta("og:title"), evidence.markup.title)
    return fold(name) in {"", *(fold(trim_title(text_value(title), evidence.site)) for title in titles)}


SOURCE = Source(NAME, state, REASONS)
