"""The candidates for the headline of an HTML page, each with the features by which it is weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from articlex.page import Block, Field, Kind, Page
from articlex.signs import Place, signs_of
from articlex.titles.candidate import Candidate, binned, role_feature
from articlex.titles.fold import fold
from articlex.titles.trim import SiteNames, clean_title, is_site, site_names, split_title

#: Headings after this many belong to the article's sections or to other articles.
MAX_HEADINGS = 16
#: Characters of a headline at most. The longest gold titles of the corpora have 250.
MAX_CHARS = 400

_LOGO = frozenset("logo brand branding site sitename banner masthead topbar".split(" "))
_NAMED = frozenset("title headline entry post article story heading hero".split(" "))


def page_site(page: Page) -> SiteNames:
    """What the site is called, by the facts so far."""
    facts = [fact for fact in page.facts if fact.field is Field.SITENAME and fact.source != "title"]
    return site_names([str(fact.value) for fact in facts], _host(page))


def html_candidates(page: Page) -> list[Candidate]:
    """The candidates of a page, those that the markup states first, then headings in their order."""
    site = page_site(page)
    found: dict[str, Candidate] = {}
    _add_facts(page, found)
    _add_headings(page, found)
    _add_parts(page, found)
    slug = _slug(page)
    article = "A" if _is_article(page) else "N"
    rivals = _rivals(found)
    for key, candidate in found.items():
        features = candidate.features
        features.update(_likeness(key, rivals))
        if is_site(candidate.text, site):
            features.add("site")
        features.update(_shape(key, slug))
        stated, printed = len({fact.source for fact in candidate.facts}), bool(candidate.blocks)
        features.add(f"stated:{min(stated, 3)}:{'printed' if printed else 'unprinted'}")
        features |= {f"{article}:{name}" for name in features if name in _DEPEND_ON_TYPE}
    return list(found.values())


#: Features that weigh differently on articles and on other pages.
_DEPEND_ON_TYPE = frozenset(
    ("h1-only", "h1-first", "heading-2", "from:opengraph", "from:title", "whole-title", "stated:0:printed")
)


def _add_facts(page: Page, found: dict[str, Candidate]) -> None:
    for fact in page.facts:
        if fact.field is not Field.TITLE or not isinstance(fact.value, str) or fact.stage != "markup":
            continue
        key = fold(fact.value)
        if not key or len(fact.value) > MAX_CHARS:
            continue
        candidate = found.setdefault(key, Candidate(fact.value))
        candidate.facts.append(fact)
        name = fact.source if fact.reason in ("json-ld", fact.source) else fact.reason
        candidate.features.add(f"from:{name}")
        if fold(clean_title(fact.raw)) == key:
            candidate.features.add("untrimmed")
        if fact.block is not None and fact.block < len(page.blocks):
            candidate.blocks.append(fact.block)


def _add_headings(page: Page, found: dict[str, Candidate]) -> None:
    signs = signs_of(page)
    headings = [block for block in page.blocks if block.kind is Kind.HEADING and block.text]
    h1 = [block for block in headings if block.level == 1]
    before = [block.index for block in headings if block.index < signs.first]
    for number, block in enumerate([*h1[:MAX_HEADINGS], *headings[:MAX_HEADINGS]]):
        key = fold(block.text)
        if not key or len(block.text) > MAX_CHARS:
            continue
        candidate = found.setdefault(key, Candidate(" ".join(block.text.split())))
        features = candidate.features
        if block.index in candidate.blocks:
            continue
        candidate.blocks.append(block.index)
        features.add(f"heading-{block.level}")
        if block.level == 1:
            features.add("h1-first" if number == 0 else "h1-later")
            if len(h1) == 1:
                features.add("h1-only")
        if headings[0] is block:
            features.add("first-heading")
        if before and block.index == before[-1]:
            features.add("last-before-prose")
        features.add("before-prose" if block.index < signs.first else "after-prose")
        features.add(f"to-prose:{binned(abs(signs.first - block.index), (1, 3, 8, 20))}")
        features.add(role_feature(page, block.index))
        features.update(_surroundings(page, block, signs.places[block.index]))


def _surroundings(page: Page, block: Block, place: Place) -> Iterator[str]:
    if place is not Place.NONE:
        yield f"place:{place.name.lower()}"
    if block.link_chars * 5 > len(block.text) * 4:
        yield "linked"
    if block.hidden:
        yield "hidden"
    node = page.nodes[block.node]
    for _ in range(4):
        words = node.words
        if not _LOGO.isdisjoint(words):
            yield "logo-words"
        if not _NAMED.isdisjoint(words):
            yield "title-words"
        if node.parent < 0:
            break
        node = page.nodes[node.parent]


def _add_parts(page: Page, found: dict[str, Candidate]) -> None:
    """Parts of the <title> and of og:title, which may be the headline without section and slogan."""
    for source, raw in _raw_titles(page):
        split = split_title(clean_title(raw))
        count = len(split.parts)
        if count > 6:
            continue
        for last in range(1, count + 1):
            name = "whole" if last == count else "first" if last == 1 else "prefix"
            _add_part(found, split.joined(0, last), f"{name}-{source}")
        if count > 1:
            _add_part(found, split.parts[-1], f"last-{source}")
        if count > 2:
            _add_part(found, split.joined(1, count - 1), f"middle-{source}")


def _add_part(found: dict[str, Candidate], text: str, feature: str) -> None:
    text = clean_title(text)
    if key := fold(text):
        found.setdefault(key, Candidate(text)).features.add(feature)


def _raw_titles(page: Page) -> Iterable[tuple[str, str]]:
    yield "title", page.markup.title
    og = next((fact for fact in page.facts if fact.field is Field.TITLE and fact.source == "opengraph"), None)
    if og:
        yield "og", og.raw


def _is_article(page: Page) -> bool:
    for fact in page.facts:
        if fact.field is Field.PAGETYPE and "article" in str(fact.value).lower():
            return True
        if fact.field is Field.DATE_PUBLISHED:
            return True
    return False


def _shape(key: str, slug: frozenset[str]) -> Iterator[str]:
    words = key.split()
    count = len(words) if len(words) > 1 else max(1, len(key) // 4)
    yield f"words:{binned(count, (1, 2, 3, 5, 8, 13, 20))}"
    if slug:
        shared = sum(word in slug for word in words)
        yield f"slug-of-text:{binned(10 * shared // len(words), (0, 3, 6, 9))}"
        yield f"text-of-slug:{binned(10 * shared // len(slug), (0, 3, 6, 9))}"


def _rivals(found: dict[str, Candidate]) -> dict[str, str]:
    """The candidates with which the others are compared: the first h1, og:title, <title> without the site."""
    rivals: dict[str, str] = {}
    for feature, name in (("h1-first", "h1"), ("from:opengraph", "og"), ("from:title-element", "title")):
        key = next((key for key, candidate in found.items() if feature in candidate.features), "")
        if key:
            rivals[name] = key
    return rivals


def _likeness(key: str, rivals: dict[str, str]) -> Iterator[str]:
    """How much of the candidate stands in each rival and the other way round."""
    words = set(key.split())
    for name, rival in rivals.items():
        if rival == key:
            yield f"is:{name}"
            continue
        others = set(rival.split())
        shared = len(words & others)
        yield f"like:{name}:{binned(10 * shared // len(words | others), (0, 2, 4, 6, 8))}"
        if rival in key:
            yield f"holds:{name}"
        elif key in rival:
            yield f"inside:{name}"


def _host(page: Page) -> str:
    for fact in page.facts:
        if fact.field is Field.URL:
            return (urlsplit(str(fact.value)).hostname or "").removeprefix("www.")
    return ""


def _slug(page: Page) -> frozenset[str]:
    """The words of the longest part of the address's path."""
    url = page.url or next((str(fact.value) for fact in page.facts if fact.field is Field.URL), "")
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return frozenset()
    parts = [fold(part.rsplit(".", 1)[0].replace("_", " ")).split() for part in path.split("/")]
    longest = max(parts, key=len, default=[])
    return frozenset(longest) if len(longest) > 1 else frozenset()
