"""The features of the candidates for the headline of an HTML page, as numbers by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, islice
from math import copysign, log1p
from urllib.parse import unquote

from articlex.addresses import split_address
from articlex.character_classes import capitals_in, digits_in
from articlex.facts import first_value, is_stated, page_address
from articlex.page import Block, Field, Page, Role
from articlex.punctuation import has_colon
from articlex.signs import Place, signs_of
from articlex.signs.prose import opening
from articlex.titles.candidate import Candidate
from articlex.titles.site_names import SiteNames, is_site
from articlex.titles.trim import split_title
from articlex.tokens import fold, jaccard, width, word_count, words_of

#: Characters of running text in which the candidates' words are sought, and of each paragraph.
MAX_PROSE, MAX_PARAGRAPH = 3_000, 1_500
#: Elements around a heading that are looked at.
_MAX_ANCESTORS = 5

#: Words in class and id for logos, and for headlines and articles.
_LOGO = frozenset("logo brand branding site sitename banner masthead topbar".split(" "))
_NAMED = frozenset("title headline entry post article story heading hero".split(" "))
_PLACES = [
    (place, f"place:{place.name.lower()}")
    for place in (
        Place.NAV, Place.FOOTER, Place.BREADCRUMB, Place.RELATED, Place.CONSENT, Place.COMMENTS, Place.PROMO,
        Place.CONTENTS,
    )
]  # fmt: skip
_AROUND = frozenset((Role.RELATED, Role.PROMO, Role.COMMENT, Role.CONSENT, Role.FOOTER, Role.LEGAL))
#: Candidates with which the others are compared, and a feature of each; pairs that are compared.
_RIVALS = (("og", "from:opengraph"), ("title", "from:title"), ("ld", "from:json-ld"))
_PAIRS = (("h1", "og"), ("h1", "title"), ("og", "title"), ("h1", "ld"))
#: How a candidate ends, as the value of a feature.
_ENDS = {
    ".": 1.0, "。": 1.0, "?": 2.0, "!": 2.0, "？": 2.0, "！": 2.0, "؟": 2.0, ":": 3.0, "：": 3.0,
    ",": 3.0,
}  # fmt: skip


def _signed_log(value: int) -> float:
    """The logarithm of one plus a distance, with the sign of the distance."""
    return copysign(log1p(abs(value)), value)


def describe_heading(page: Page, heading: Block, features: dict[str, float]) -> None:
    """Add where a heading stands and what its elements are called."""
    index, signs = heading.index, signs_of(page)
    place, role = signs.places[index], page.role(index)
    features["level"] = heading.level
    features["to-prose"] = _signed_log(signs.first - index)
    features["to-core"] = _signed_log(signs.core.first - index)
    features["position"] = index / len(page.blocks)
    for each, name in _PLACES:
        features[name] = float(place is each)
    features["role"] = float(role is not Role.UNKNOWN)
    features["role:nav"] = float(role is Role.NAV)
    features["role:around"] = float(role in _AROUND)
    features["linked"] = heading.link_chars / len(heading.text)
    features["hidden"] = float(heading.hidden > 0)
    features["lines"] = heading.text.count("\n")
    own = page.nodes[heading.node]
    features["siblings"] = log1p(own.last - own.first)
    named = 0.0
    for step, node in enumerate(islice(page.around(heading), _MAX_ANCESTORS)):
        if node.tag in ("article", "main", "header"):
            features[f"in:{node.tag}"] = 1.0
        if not _LOGO.isdisjoint(node.words):
            features["logo-words"] = 1.0
        if not _NAMED.isdisjoint(node.words):
            named += 1.0 if step else 2.0
    features["title-words"] = named


def describe(
    page: Page,
    site: SiteNames,
    headings: Sequence[Block],
    candidates: Sequence[Candidate],
    main: Candidate | None,
) -> None:
    """Add features of the words, the sources and the rivals of each candidate, and of the page."""
    rivals = _rivals(candidates, main)
    shared = _page_features(page, headings, candidates, rivals)
    slug = _slug(page)
    prose = _prose_words(page)
    about = frozenset(words_of(first_value(page, Field.DESCRIPTION)))
    texts = {candidate.text for candidate in candidates}
    plain = Counter([block.text for block in page.blocks if block.text in texts and not block.level])
    shared["slug"] = len(slug)
    shared["description"] = len(about)
    for candidate in candidates:
        features = candidate.features
        features.update(shared)
        _sources(candidate)
        _shape(candidate, site)
        count = len(candidate.words) or 1
        if slug:
            common = len(candidate.words & slug)
            features["in-slug"], features["of-slug"] = common / count, common / len(slug)
        features["in-prose"] = len(candidate.words & prose) / count if prose else -1.0
        features["in-description"] = len(candidate.words & about) / count if about else -1.0
        features["printed-plain"] = plain[candidate.text]
        features.update(_likeness(candidate, rivals))
    _nesting(candidates)


def _rivals(candidates: Sequence[Candidate], main: Candidate | None) -> dict[str, Candidate]:
    """The main heading and what each main source states, by short names."""
    rivals = {"h1": main} if main is not None else {}
    for name, feature in _RIVALS:
        found = next((each for each in candidates if feature in each.features), None)
        if found is not None:
            rivals[name] = found
    return rivals


def _page_features(
    page: Page,
    headings: Sequence[Block],
    candidates: Sequence[Candidate],
    rivals: dict[str, Candidate],
) -> dict[str, float]:
    """Features that all candidates of a page share: its make-up, and how alike the main rivals are."""
    types = " ".join(str(fact.value) for fact in page.facts if fact.field is Field.PAGETYPE)
    depth = _depth(page_address(page))
    features = {
        "page:h1s": float(sum(block.level == 1 for block in headings)),
        "page:headings": float(len(headings)),
        "page:prose": log1p(signs_of(page).prose_before[-1]),
        "page:blocks": log1p(len(page.blocks)),
        "page:candidates": float(len(candidates)),
        "page:depth": float(depth),
        "page:types": float(bool(types)),
        "page:dated": float(is_stated(page, Field.DATE_PUBLISHED)),
        "page:authored": float(is_stated(page, Field.AUTHORS)),
    }
    for name in ("article", "product", "website"):
        features[f"page:{name}"] = float(name in types or (name == "article" and "posting" in types))
    for name in ("h1", "og", "title", "ld"):
        features[f"page:words:{name}"] = float(len(rivals[name].words)) if name in rivals else -1.0
    for one, other in _PAIRS:
        likeness = share = -1.0
        if one in rivals and other in rivals:
            words, others = rivals[one].words, rivals[other].words
            likeness, share = jaccard(words, others), len(words & others) / (len(words) or 1)
        features[f"page:{one}-like-{other}"], features[f"page:{one}-in-{other}"] = likeness, share
    return features


def _sources(candidate: Candidate) -> None:
    """Add how many sources, facts and blocks have the candidate."""
    features = candidate.features
    stated = {fact.source for fact in candidate.facts}
    features["sources"], features["facts"] = len(stated), len(candidate.facts)
    features["votes"] = sum(
        (
            "opengraph" in stated or "twitter" in stated,
            "title" in stated,
            "json-ld" in stated,
            "level" in features,
        )
    )
    features["printed"] = len(candidate.blocks)


def _shape(candidate: Candidate, site: SiteNames) -> None:
    """Add how the text is written, and whether the site's name is in it."""
    features, text = candidate.features, candidate.text
    squeezed = candidate.key.replace(" ", "")
    features["site"] = float(is_site(text, site))
    features["has-site"] = float(
        any(len(name) > 3 and name in squeezed for name in (*site.squeezed, *site.labels))
    )
    features["words"], features["width"] = word_count(candidate.key), width(text)
    features["upper"] = capitals_in(text) / len(text)
    features["digits"] = digits_in(text) / len(text)
    features["ends"] = _ENDS.get(text[-1], 0.0)
    features["parts"] = len(split_title(text).parts)
    features["colon"] = float(has_colon(text))


def _likeness(candidate: Candidate, rivals: dict[str, Candidate]) -> Iterator[tuple[str, float]]:
    """Which share of the candidate's words is in each rival, and the other way round."""
    words = candidate.words
    for name, rival in rivals.items():
        if rival is candidate:
            yield f"like:{name}", 2.0
            continue
        common = len(words & rival.words)
        yield f"like:{name}", common / (len(words) + len(rival.words) - common or 1)
        yield f"in:{name}", common / (len(words) or 1)
        yield f"of:{name}", common / (len(rival.words) or 1)
        yield f"longer:{name}", float(len(words) - len(rival.words))


def _nesting(candidates: Sequence[Candidate]) -> None:
    """Add how many other candidates contain each one, and how many it contains."""
    keys = [candidate.key for candidate in candidates]
    for candidate in candidates:
        key = candidate.key
        candidate.features["held-by"] = sum([key in other for other in keys]) - 1
        candidate.features["holds"] = sum([other in key for other in keys]) - 1


def _prose_words(page: Page) -> frozenset[str]:
    """The words of the first running text, from its densest part on."""
    signs = signs_of(page)
    first = signs.core.first
    text = opening(compress(page.blocks[first:], signs.prose[first:]), MAX_PROSE)
    return frozenset(words_of(" ".join([block.text[:MAX_PARAGRAPH] for block in text])))


def _depth(url: str) -> int:
    """How many parts the path of an address has; 0 for a front page, -1 without an address."""
    address = split_address(url)
    return sum(bool(part) for part in address.path.split("/")) if any(address) else -1


def _slug(page: Page) -> frozenset[str]:
    """The words of the longest part of the path of the page's address, if it has several."""
    path = unquote(split_address(page_address(page)).path)
    parts = [fold(part.rsplit(".", 1)[0].replace("_", " ")).split() for part in path.split("/")]
    longest = max(parts, key=len, default=[])
    return frozenset(longest) if len(longest) > 1 else frozenset()
