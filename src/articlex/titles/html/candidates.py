"""The candidates for the headline of an HTML page: what the markup states, what headings print, and parts.

Parts are those of the <title>, of og:title and of the main heading between separators: "Headline",
"Headline - Section", "Section | Site" of "Headline - Section | Site". Which of them is the headline is
weighed by the features (:mod:`articlex.titles.html.features`).
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.addresses import host_of
from articlex.facts import first_value
from articlex.page import Block, Fact, Field, Page, Style
from articlex.punctuation import COLONS
from articlex.read.text.around.record import TITLES
from articlex.signs import Place, Signs, once_a_stage, signs_of
from articlex.titles.candidate import Candidate
from articlex.titles.html.features import describe, describe_heading
from articlex.titles.trim import (
    Parts,
    SiteNames,
    clean_title,
    end_in_brackets,
    is_site,
    one_line,
    resolved,
    site_names,
    split_by_site,
    without_page,
)
from articlex.tokens import fold, word_count

#: Headings after this many belong to the article's sections or to other articles.
MAX_HEADINGS = 16
#: Headings just above the running text that are candidates on any page.
NEAR_HEADINGS = 3
#: Characters of a headline at most. The longest gold titles of the corpora have 250.
MAX_CHARS = 400
#: Words in a text that is the title because the main h1, <title> and a third source agree.
MIN_AGREED = 3
#: A title with more parts is a list of keywords.
MAX_PARTS = 6
#: Characters of the label of a title, with its colon.
_MAX_LABEL = 16

#: The language that sets a blank before each colon. Of 6 such titles of the corpora one is parted there, of
#: 15 in other languages 14.
_SPACED_COLONS = "fr"
#: What each source of facts is called among the features; others go by their own name.
_SOURCES = {"twitter-card": "twitter", "title-element": "title"}
#: The separators that part a headline from what is not one, as a feature has them: each kind is a number.
_SEPARATORS = {
    "|": 1.0, "｜": 1.0, "丨": 1.0, "ㅣ": 1.0, "-": 2.0, "–": 3.0, "—": 3.0, "·": 4.0, "»": 4.0,
    ":": 5.0,
}  # fmt: skip
_OTHER_SEPARATOR = 6.0

Found = dict[str, Candidate]


@once_a_stage
def page_site(page: Page) -> SiteNames:
    """What the site is called, by the facts so far, or by the brackets of the <title> and a line that says no
    more than they do: a wiki's logo."""
    facts = [fact for fact in page.facts if fact.field is Field.SITENAME and fact.source != "title"]
    names = [str(fact.value) for fact in facts]
    brackets = end_in_brackets(clean_title(page.markup.title)).strip("[]")
    if brackets and any(block.text == brackets for block in page.blocks):
        names.append(brackets)
    return site_names(names, host_of(first_value(page, Field.URL)))


def agreed(page: Page) -> Candidate | None:
    """The text of the main h1, if <title> and another source state the same."""
    site, signs = page_site(page), signs_of(page)
    first = (block for block in page.blocks if block.level == 1 and block.text)
    main = next((block for block in first if _may_be_main(block, signs, site)), None)
    key = fold(printed(main)) if main else ""
    if main is None or word_count(key) < MIN_AGREED:
        return None
    facts = [fact for fact in _stated(page) if fold(str(fact.value)) == key]
    sources = {fact.source for fact in facts}
    return Candidate(str(facts[0].value), key, [main.index], facts) if sources > {"title"} else None


def html_candidates(page: Page) -> list[Candidate]:
    """The candidates of a page, those that the markup states first, then headings, then parts."""
    site, signs = page_site(page), signs_of(page)
    found: Found = {}
    _add_facts(page, found)
    headings = [block for block in page.blocks if block.level and block.text]
    main = _add_headings(page, signs, site, headings, found)
    titles = (fact for fact in page.facts if fact.field is Field.TITLE)
    og = next((fact.raw for fact in titles if fact.source == "opengraph"), "")
    spaced = first_value(page, Field.LANGUAGE).startswith(_SPACED_COLONS)
    for name, raw in (("title", page.markup.title), ("og", og), ("h1", main.text if main else "")):
        split = split_by_site(clean_title(raw), site)
        _add_parts(found, name, _with_colon(split, site) if spaced else split)
    candidates = list(found.values())
    describe(page, signs, site, headings, candidates, main)
    return candidates


def _add(found: Found, text: str, feature: str = "", value: float = 1.0) -> Candidate | None:
    """The candidate that says ``text``, made where there is none yet; None if the text cannot be a title."""
    key = fold(text)
    if not key or len(text) > MAX_CHARS:
        return None
    candidate = found.get(key)
    if candidate is None:
        candidate = found[key] = Candidate(text, key)
    if feature:
        candidate.features[feature] = value
    return candidate


def _stated(page: Page) -> Iterator[Fact]:
    """What the markup states as title."""
    return (fact for fact in page.facts if fact.field is Field.TITLE and fact.stage == "markup")


def _add_facts(page: Page, found: Found) -> None:
    """Add what the markup states, with whether the site's name was trimmed."""
    for fact in _stated(page):
        candidate = _add(found, str(fact.value), f"from:{_SOURCES.get(fact.reason, fact.reason)}")
        if candidate is None:
            continue
        candidate.facts.append(fact)
        cut = "untrimmed" if fold(clean_title(fact.raw)) == candidate.key else "trimmed"
        candidate.features[cut] = candidate.features.get(cut, 0.0) + 1.0
        if fact.block is not None and fact.block < len(page.blocks):
            candidate.blocks.append(fact.block)


def _add_headings(
    page: Page, signs: Signs, site: SiteNames, headings: list[Block], found: Found
) -> Candidate | None:
    """Add the headings; the first h1 that stands in no menu and is not the site's name is the main one."""
    main: Candidate | None = None
    parts: dict[int, list[str]] = {}
    for note in page.markup.annotations:
        if note.name == "heading-part":
            parts.setdefault(note.block, []).append(note.text)
    h1 = [block for block in headings if block.level == 1]
    above = [block for block in headings if block.index < signs.first]
    ranks = {block.index: rank for rank, block in enumerate(headings)}
    h1_ranks = {block.index: rank for rank, block in enumerate(h1, 1)}
    chosen = (*h1[:MAX_HEADINGS], *headings[:MAX_HEADINGS], *above[-NEAR_HEADINGS:])
    for block in dict.fromkeys(block.index for block in chosen):
        heading = page.blocks[block]
        candidate = _add(found, _as_stated(heading, page.markup.title))
        if candidate is None:
            continue
        if main is None and heading.level == 1 and _may_be_main(heading, signs, site):
            main = candidate
        features = candidate.features
        features["headings"] = features.get("headings", 0.0) + 1.0
        candidate.blocks.append(heading.index)
        if features.get("level", 7.0) > heading.level:
            describe_heading(page, signs, heading, features)
            features["rank"] = ranks[heading.index]
            features["h1-rank"] = h1_ranks.get(heading.index, 0)
            features["last-above"] = float(bool(above) and above[-1] is heading)
        if heading.level == 1 and "\n" in heading.text:
            _add_lines(found, heading.text)
        for part in parts.get(heading.index, ()):
            _add_set_apart(found, candidate, part)
    if main is None and h1:
        main = found.get(fold(printed(h1[0])))
    return main


def _as_stated(heading: Block, title: str) -> str:
    """The text of a heading, whose lines are one word after another where the <title> has no blank between
    them: where no spaces part words, a line break is none."""
    lines = heading.text.split("\n")
    joined = "".join(map(str.strip, lines))
    return joined if len(lines) > 1 and joined in title else printed(heading)


def _may_be_main(heading: Block, signs: Signs, site: SiteNames) -> bool:
    in_place = signs.places[heading.index] is Place.NONE and not heading.hidden
    return in_place and not is_site(heading.text, site)


def _add_lines(found: Found, text: str) -> None:
    """The lines of an h1 of several, one of which may be a kicker."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        _add(found, clean_title(lines[0]), "h1-line-first")
        _add(found, clean_title(" ".join(lines[1:])), "h1-lines-rest")
        _add(found, clean_title(lines[-1]), "h1-line-last")


def printed(heading: Block) -> str:
    """The text of a heading in one line, without the readings over its characters and the label of a title.

    A reference that its template escaped once too often is resolved, as it is in what the markup states; one
    that the heading is about is set as code.
    """
    runs, text = heading.runs, heading.text
    if any(run.style & Style.RUBY for run in runs):
        text = "".join(run.text for run in runs if not run.style & Style.RUBY)
    if "&" in text and not any(run.style & Style.CODE for run in runs):
        text = resolved(resolved(text))
    return _without_label(one_line(text))


def _without_label(text: str) -> str:
    """``text`` without the label of a title in front of it: "Título: El viejo puente"."""
    colon = next((place for place, sign in enumerate(text[:_MAX_LABEL]) if sign in COLONS), 0)
    is_title = colon > 0 and text[:colon].strip().casefold() in TITLES
    return (text[colon + 1 :].strip() or text) if is_title else text


def _add_set_apart(found: Found, whole: Candidate, part: str) -> None:
    """A part of a heading that an element of its own sets apart at its start or end, and the rest."""
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
    _add(found, clean_title(rest), f"apart:not-{name}", whole.features["level"])
    whole.features["apart"] = whole.features.get("apart", 0.0) + 1.0


def _with_colon(split: Parts, site: SiteNames) -> Parts:
    """``split`` with the parts beside the first colon as one again, where neither is the site's name."""
    at = next((at for at, sep in enumerate(split.seps) if sep.strip() == ":"), -1)
    if at < 0 or is_site(split.parts[at], site) or is_site(split.parts[at + 1], site):
        return split
    parts = (*split.parts[:at], split.joined(at, at + 2), *split.parts[at + 2 :])
    return Parts(parts, (*split.seps[:at], *split.seps[at + 1 :]))


def _add_parts(found: Found, source: str, split: Parts) -> None:
    """Add those parts of a title, between its separators, that may be the headline."""
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
    """The names and ranges of the parts of a title of ``count`` parts that may be the headline."""
    for last in range(1, count + 1):
        yield "whole" if last == count else "first" if last == 1 else "prefix", 0, last
    if count > 1:
        yield "last", count - 1, count
    for first in range(1, count - 1):
        yield "suffix", first, count
        yield "middle", first, first + 1
