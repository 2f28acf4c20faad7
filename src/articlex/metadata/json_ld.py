"""JSON-LD: title, authors, publisher, sections, keywords, access and licence of the object that is this
page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from articlex.metadata.evidence import Claims, Evidence, RawNames, Source, site_value
from articlex.metadata.values import each_value, language_value, text_value
from articlex.page import Fact, Field
from articlex.read.html.embedded.item_types import WRITERS, type_names
from articlex.read.html.embedded.linked_data import Json, LinkedData, links_in, opened, people, text_in
from articlex.tokens import fold, squeeze

REASONS = {
    "json-ld": "The JSON-LD object of this page states it.",
    "json-ld-page": "A JSON-LD object of the page around the article states it.",
}

NAME = "json-ld"

#: The key for co-authors and for helpers; characters of the longest line that names all authors.
_CONTRIBUTOR, _MOST_BYLINE = "contributor", 300
#: How the type of a publisher ends: "NewsMediaOrganization".
_ORGANIZATION = "organization"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of the page's own JSON-LD objects."""
    linked = evidence.linked
    if not linked.things:
        return
    yield from _names(evidence, linked)
    yield from _place(evidence, linked)
    yield from _topics(evidence, linked)
    yield from _terms(evidence, linked)


def _names(evidence: Evidence, linked: LinkedData) -> Iterator[Fact]:
    """The title and the authors, first of the article, then of the page around it."""
    claim = evidence.claims(NAME, NAME)
    around = evidence.claims(NAME, "json-ld-page")
    for key, score in (("headline", 0.45), ("name", 0.40)):
        yield from claim.stated_title(text_in(linked.article.get(key)), score)
    yield from around.stated_title(text_in(linked.thing.get("name")), 0.32)
    yield from around.stated_title(text_in(linked.page.get("name")), 0.30)
    for key, score in zip(WRITERS, (0.48, 0.44), strict=True):
        writers = _with_contributors(evidence, _writers(evidence, linked.article.get(key)))
        yield from claim.stated_authors(writers, score, printed=False)
    for key in WRITERS:
        yield from around.stated_authors(_writers(evidence, linked.page.get(key)), 0.36, printed=False)


def _writers(evidence: Evidence, value: Any) -> list[RawNames]:
    """The names in ``value``, without the organisation that publishes the page if there are others.

    Alone it may be the author: of a press release, or in a newspaper that names nobody.
    """
    items = list(evidence.linked.items(value))
    others = [item for item in items if not _is_publisher(evidence, item)]
    return list(map(RawNames, people(evidence.linked, others or items)))


def _with_contributors(evidence: Evidence, writers: list[RawNames]) -> list[RawNames]:
    """``writers`` and the contributors of the article if one line of the page names them all.

    Ghost states only the first author as such and the others as contributors. Elsewhere contributors are
    helpers.
    """
    known = {each.raw for each in writers}
    stated = people(evidence.linked, evidence.linked.article.get(_CONTRIBUTOR))
    others = [RawNames(name) for name in stated if name not in known]
    if not writers or not others:
        return writers
    names = [each.raw for each in (*writers, *others)]
    lines = (block.text for block in evidence.blocks if len(block.text) <= _MOST_BYLINE)
    return [*writers, *others] if any(all(name in line for name in names) for line in lines) else writers


def _is_publisher(evidence: Evidence, item: Any) -> bool:
    """Whether a writer is an organisation with the name of the site or its publisher."""
    if not isinstance(item, Mapping):
        return False
    is_organization = any(name.endswith(_ORGANIZATION) for name in type_names(item.get("@type")))
    return is_organization and squeeze(text_in(item.get("name"))) in evidence.site.squeezed


def _place(evidence: Evidence, linked: LinkedData) -> Iterator[Fact]:
    """The names of the site; the address and the image of the page."""
    if name := site_value(text_value(text_in(linked.site.get("name"))), evidence.site):
        yield Fact(Field.SITENAME, name, NAME, name, "json-ld-page", 0.8)
    for name in people(linked, linked.article.get("publisher"))[:1]:
        if text := site_value(text_value(name), evidence.site):
            yield Fact(Field.SITENAME, text, NAME, name, NAME, 0.75)
    for data, reason, score in ((linked.article, NAME, 0.6), (linked.page, "json-ld-page", 0.5)):
        claim = evidence.claims(NAME, reason)
        yield from _first_address(claim, Field.URL, links_in(data, ("url", "mainEntityOfPage")), score)
        yield from _first_address(claim, Field.IMAGE, _images(linked, data), score + 0.2)


def _first_address(claim: Claims, field: Field, raws: Iterable[str], score: float) -> Iterator[Fact]:
    """The first of ``raws`` that is an address."""
    return islice((fact for raw in raws for fact in claim.stated_address(field, raw, score)), 1)


def _topics(evidence: Evidence, linked: LinkedData) -> Iterator[Fact]:
    """The description, the keywords and the sections."""
    for data, reason, score in ((linked.article, NAME, 0.75), (linked.thing, "json-ld-page", 0.5)):
        if text := text_value(text_in(data.get("description"))):
            yield Fact(Field.DESCRIPTION, text, NAME, text, reason, score)
        keywords = [_name(item) for item in linked.items(data.get("keywords"))]
        if tags := each_value(keywords):
            yield Fact(Field.TAGS, tags, NAME, ", ".join(tags), reason, score)
    sections = [_name(item) for item in linked.items(linked.article.get("articleSection"))]
    values = each_value(sections)
    if values := _without_tags(evidence, values) or values:
        yield Fact(Field.CATEGORIES, values, NAME, ", ".join(values), NAME, 0.85)


def _without_tags(evidence: Evidence, sections: tuple[str, ...]) -> tuple[str, ...]:
    """``sections`` without those that OpenGraph states as tags: some templates list both as sections."""
    tags = {fold(tag) for tag in evidence.metas.get("article:tag", ())}
    return tuple(section for section in sections if fold(section) not in tags)


def _terms(evidence: Evidence, linked: LinkedData) -> Iterator[Fact]:
    """The type, the language, the licence, and whether the text is free to read."""
    if linked.article_types:
        yield Fact(Field.PAGETYPE, linked.article_types[0], NAME, linked.article_types[0], NAME, 0.75)
    for data, reason in ((linked.article, NAME), (linked.page, "json-ld-page")):
        for item in linked.items(data.get("inLanguage")):
            if language := language_value(_name(item)):
                yield Fact(Field.LANGUAGE, language, NAME, language, reason, 0.65)
                break
        licenses = links_in(data, ("license",))
        yield from _first_address(evidence.claims(NAME, reason), Field.LICENSE, licenses, 0.85)
        stated = next(opened(data.get("isAccessibleForFree"), "@id"), None)
        free = _boolean(stated)
        parts = (part for part in linked.items(data.get("hasPart")) if isinstance(part, Mapping))
        if free is None and any(_boolean(part.get("isAccessibleForFree")) is False for part in parts):
            # Some pages that are partly paywalled state it only for that part.
            stated, free = "hasPart", False
        if free is not None:
            access = "free" if free else "paywalled"
            yield Fact(Field.ACCESS, access, NAME, str(stated), reason, 0.95)


def _name(item: Any) -> Any:
    """The name of an object; anything else as it is."""
    if not isinstance(item, Mapping):
        return item
    return text_in(item.get("name")) or text_in(item.get("alternateName")) or text_in(item)


def _images(linked: LinkedData, data: Json) -> Iterator[str]:
    """The raw addresses of images, the better keys first."""
    for key in ("image", "primaryImageOfPage", "thumbnailUrl"):
        for item in linked.items(data.get(key)):
            # An "@id" is an address only if there is no other one.
            for value in opened(item, "url", "contentUrl", "@id"):
                if isinstance(value, str):
                    yield value


def _boolean(value: Any) -> bool | None:
    """A boolean of schema.org, true, "False" or "http://schema.org/True"; None if ``value`` is none."""
    text = str(value).rsplit("/", 1)[-1].lower()
    return {"true": True, "false": False}.get(text)


SOURCE = Source(NAME, state, REASONS)
