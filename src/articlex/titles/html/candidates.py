"""The candidates for the headline of an HTML page: what markup states, what headings print, and parts of it.

Of "Headline - Section | Site", as <title>, og:title or the main heading may be, "Headline", "Headline -
Section" and "Section | Site" are candidates, too; their features (:mod:`articlex.titles.html.features`)
decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.data.title_labels import TITLE_LABELS
from articlex.facts import first_value, stated_by_markup
from articlex.page import Block, Field, Page, Style
from articlex.punctuation import COLONS
from articlex.signs import Place, signs_of
from articlex.titles.candidate import Candidate
from articlex.titles.html.features import describe, describe_heading
from articlex.titles.page_site import page_site
from articlex.titles.site_names import SiteNames, is_site
from articlex.titles.trim import Parts, clean_title, one_line, resolved, split_by_site, without_page
from articlex.tokens import fold, word_count

#: Headings from the top that are candidates; later ones belong to sections or to other articles.
MAX_HEADINGS = 16
#: Headings right above the running text that are candidates in any case.
_NEAR_HEADINGS = 3
#: Characters of the longest headline. The longest gold titles of the corpora have 250.
MAX_CHARS = 400
#: Words of a title that need not be weighed, as sources agree on it, at least.
_MIN_AGREED = 3
#: Parts of a title, at most; with more it is a list of keywords.
MAX_PARTS = 6
#: Characters of a label such as "Title:", with its colon, at most.
_MAX_LABEL = 16
#: What stands between a kicker and the rest of a heading.
_BEHIND_KICKER = "".join(COLONS) + " "

#: The language with a blank before each colon. Of 6 such titles in it in the corpora, the colon is a
#: separator in one; of 15 in other languages, in 14.
_SPACED_COLONS = "fr"
#: What the reasons of facts are called in features; others go by their own name.
_SOURCES = {"twitter-card": "twitter", "title-element": "title"}
#: The separator behind the headline as the value of a feature: a number for each kind.
_SEPARATORS = {
    "|": 1.0, "｜": 1.0, "丨": 1.0, "ㅣ": 1.0, "-": 2.0, "–": 3.0, "—": 3.0, "·": 4.0, "»": 4.0,
    ":": 5.0,
}  # fmt: skip
_OTHER_SEPARATOR = 6.0

#: Candidates by their keys.
Found = dict[str, Candidate]


def agreed(page: Page) -> Candidate | None:
    """The candidate that the main h1, <title> and another source agree on, or None."""
    site = page_site(page)
    first = (block for block in page.blocks if block.level == 1 and block.text)
    main = next((block for block in first if _may_be_main(page, block, site)), None)
    key = fold(printed(main)) if main else ""
    if main is None or word_count(key) < _MIN_AGREED:
        return None
    facts = [fact for fact in stated_by_markup(page, Field.TITLE) if fold(str(fact.value)) == key]
    sources = {fact.source for fact in facts}
    return Candidate(str(facts[0].value), key, [main.index], facts) if sources > {"title"} else None


def html_candidates(page: Page) -> list[Candidate]:
    """The candidates of a page with their features: stated ones, then headings, then parts."""
    site = page_site(page)
    found: Found = {}
    _add_facts(page, found)
    headings = [block for block in page.blocks if block.level and block.text]
    main = _add_headings(page, site, headings, found)
    titles = (fact for fact in page.facts if fact.field is Field.TITLE)
    og = next((fact.raw for fact in titles if fact.source == "opengraph"), "")
    spaced = first_value(page, Field.LANGUAGE).startswith(_SPACED_COLONS)
    for name, raw in (("title", page.markup.title), ("og", og), ("h1", main.text if main else "")):
        split = split_by_site(clean_title(raw), site)
        _add_parts(found, name, _with_colon(split, site) if spaced else split)
    candidates = list(found.values())
    describe(page, site, headings, candidates, main)
    return candidates


def _add(found: Found, text: str, feature: str = "", value: float = 1.0) -> Candidate | None:
    """The candidate that says ``text``, with the feature added; None if the text can be no title."""
    key = fold(text)
    if not key or len(text) > MAX_CHARS:
        return None
    candidate = found.get(key)
    if candidate is None:
        candidate = found[key] = Candidate(text, key)
    if feature:
        candidate.features[feature] = value
    return candidate


def _add_facts(page: Page, found: Found) -> None:
    """Add what the markup states, and whether the site's name has been trimmed from it."""
    for fact in stated_by_markup(page, Field.TITLE):
        candidate = _add(found, str(fact.value), f"from:{_SOURCES.get(fact.reason, fact.reason)}")
        if candidate is None:
            continue
        candidate.facts.append(fact)
        cut = "untrimmed" if fold(clean_title(fact.raw)) == candidate.key else "trimmed"
        candidate.features[cut] = candidate.features.get(cut, 0.0) + 1.0
        if fact.block is not None and fact.block < len(page.blocks):
            candidate.blocks.append(fact.block)


def _add_headings(page: Page, site: SiteNames, headings: list[Block], found: Found) -> Candidate | None:
    """Add headings, and return the main one: the first h1 of the content that is not the site's name."""
    main: Candidate | None = None
    parts = _parts_set_apart(page)
    h1 = [block for block in headings if block.level == 1]
    start = signs_of(page).first
    above = [block for block in headings if block.index < start]
    ranks = {block.index: rank for rank, block in enumerate(headings)}
    h1_ranks = {block.index: rank for rank, block in enumerate(h1, 1)}
    chosen = (*h1[:MAX_HEADINGS], *headings[:MAX_HEADINGS], *above[-_NEAR_HEADINGS:])
    for index in dict.fromkeys(block.index for block in chosen):
        heading = page.blocks[index]
        candidate = _add(found, _as_stated(heading, page.markup.title))
        if candidate is None:
            continue
        if main is None and heading.level == 1 and _may_be_main(page, heading, site):
            main = candidate
        features = candidate.features
        features["headings"] = features.get("headings", 0.0) + 1.0
        candidate.blocks.append(index)
        if features.get("level", 7.0) > heading.level:
            describe_heading(page, heading, features)
            features["rank"] = ranks[index]
            features["h1-rank"] = h1_ranks.get(index, 0)
            features["last-above"] = float(bool(above) and above[-1] is heading)
        if heading.level == 1 and "\n" in heading.text:
            _add_lines(found, heading.text)
        for part in parts.get(index, ()):
            _add_set_apart(found, candidate, part)
    if main is None and h1:
        main = found.get(fold(printed(h1[0])))
    return main


def _parts_set_apart(page: Page) -> dict[int, list[str]]:
    """By block, the parts of a heading that stand in elements of their own."""
    parts: dict[int, list[str]] = {}
    for note in page.markup.annotations:
        if note.name == "heading-part":
            parts.setdefault(note.block, []).append(note.text)
    return parts


def _as_stated(heading: Block, title: str) -> str:
    """The text of a heading in one line, without spaces for line breaks where <title> has none."""
    lines = heading.text.split("\n")
    joined = "".join(map(str.strip, lines))
    return joined if len(lines) > 1 and joined in title else printed(heading)


def _may_be_main(page: Page, heading: Block, site: SiteNames) -> bool:
    """Whether a heading is visible, in no part of the page but its content, and not the site's name."""
    in_place = signs_of(page).places[heading.index] is Place.NONE and not heading.hidden
    return in_place and not is_site(heading.text, site)


def _add_lines(found: Found, text: str) -> None:
    """Add the first line of an h1, the rest, and the last line: either end may be a kicker."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        _add(found, clean_title(lines[0]), "h1-line-first")
        _add(found, clean_title(" ".join(lines[1:])), "h1-lines-rest")
        _add(found, clean_title(lines[-1]), "h1-line-last")


def printed(heading: Block) -> str:
    """The text of a heading in one line, without ruby and without a label such as "Title:".

    Character references that were escaped twice are resolved, as in what the markup states, unless the
    heading has code in it: it may be about them.
    """
    runs, text = heading.runs, heading.text
    if any(run.style & Style.RUBY for run in runs):
        text = "".join(run.text for run in runs if not run.style & Style.RUBY)
    if "&" in text and not any(run.style & Style.CODE for run in runs):
        text = resolved(resolved(text))
    return _without_label(one_line(text))


def _without_label(text: str) -> str:
    """``text`` without a label for titles: "Título: El viejo puente" → "El viejo puente"."""
    colon = next((place for place, sign in enumerate(text[:_MAX_LABEL]) if sign in COLONS), 0)
    is_title = colon > 0 and text[:colon].strip().casefold() in TITLE_LABELS
    return (text[colon + 1 :].strip() or text) if is_title else text


def _add_set_apart(found: Found, whole: Candidate, part: str) -> None:
    """Add a part that an element sets apart at the start or end of a heading, and the rest of the heading."""
    text = whole.text
    if len(part) >= len(text):
        return
    if text.startswith(part):
        name, rest = "start", text[len(part) :]
    elif text.endswith(part):
        name, rest = "end", text[: -len(part)]
    else:
        return
    _add(found, clean_title(part), f"apart:{name}", whole.features["level"])
    _add(found, clean_title(rest).lstrip(_BEHIND_KICKER), f"apart:not-{name}", whole.features["level"])
    whole.features["apart"] = whole.features.get("apart", 0.0) + 1.0


def _with_colon(split: Parts, site: SiteNames) -> Parts:
    """``split`` with the two parts around the first colon as one again, unless one is the site's name."""
    at = next((at for at, sep in enumerate(split.seps) if sep.strip() == ":"), -1)
    if at < 0 or is_site(split.parts[at], site) or is_site(split.parts[at + 1], site):
        return split
    parts = (*split.parts[:at], split.joined(at, at + 2), *split.parts[at + 2 :])
    return Parts(parts, (*split.seps[:at], *split.seps[at + 1 :]))


def _add_parts(found: Found, source: str, split: Parts) -> None:
    """Add the parts of a title, ``source`` ("title", "og", "h1"), that may be the headline."""
    count = len(split.parts)
    if count > MAX_PARTS:
        return
    for name, first, last in _cuts(count):
        part = without_page(clean_title(split.joined(first, last)))
        candidate = _add(found, part, f"{source}:{name}", count)
        if candidate is not None and name in ("first", "prefix"):
            behind = split.seps[last - 1].strip()
            candidate.features[f"{source}:sep"] = _SEPARATORS.get(behind, _OTHER_SEPARATOR)
            candidate.features[f"{source}:rest"] = count - last


def _cuts(count: int) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of each run of parts, of ``count``, that may be the headline: ("prefix", 0, 2)."""
    for last in range(1, count + 1):
        yield "whole" if last == count else "first" if last == 1 else "prefix", 0, last
    if count > 1:
        yield "last", count - 1, count
    for first in range(1, count - 1):
        yield "suffix", first, count
        yield "middle", first, first + 1
