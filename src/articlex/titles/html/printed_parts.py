"""Parts of <title> that the page prints and that are the whole headline.

Boards made of tables have "Board :: View topic - No spark" in <title>, and the topic as a link above the
posts. Others set a prefix before the topic, in an element of its own in the heading, and join both by a
hyphen in <title>. Dictionaries and databases follow up the headline with a list of keywords for search
engines: "fallow ▶ spelling, meaning, origin". Without such a list the longer text is mostly the headline: of
21 annotated pages whose only h1 is the part of a longer title before a colon, 19 have the longer one as gold.
"""

from __future__ import annotations

from dataclasses import replace

from articlex.addresses import split_address
from articlex.page import Block, Field, Page
from articlex.punctuation import COLONS, COMMAS, SENTENCE_ENDS
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.trim import split_title
from articlex.tokens import fold

#: The chance of the printed part, as a share of that of the likeliest candidate, at least.
_LEAST_RATIO = 0.25
#: A label in brackets at the start of a headline.
_LABEL = regex(r"[\[【［][^\]】］]{1,20}[\]】］]\s*")
#: Arrows and the like before such a list.
_ARROWS = frozenset("▶►▷▸➤➜→⇒»✓✔▻➔")
_COMMAS = regex("[" + "".join(COMMAS) + "]")
#: Entries of the list, at least, and words of each, at most.
_FEWEST, _MOST_WORDS = 3, 3
#: Signs of sentences, which are in no list of keywords.
_SENTENCE = SENTENCE_ENDS.union('"“”«')


def past_unprinted(page: Page, ranked: Ranked) -> Candidate | None:
    """The only candidate that is a block above the text, if no heading prints any candidate. Links to the
    front page do not count: they are logos."""
    if len(ranked) < 2 or any(candidate.blocks for _, candidate in ranked):
        return None
    # A page made of tables may have all that is above its text in a few blocks.
    above = page.blocks[: max(signs_of(page).first, 0)]
    said = {fold(block.text) for block in above if block.text and not _leads_home(block)}
    best = ranked[0].chance
    printed = [each for chance, each in ranked if each.key in said and chance >= _LEAST_RATIO * best]
    return printed[0] if len(printed) == 1 else None


def _leads_home(block: Block) -> bool:
    """Whether a block links to a front page, or to nothing."""
    hrefs = [run.href for run in block.runs if run.href is not None]
    return any(not split_address(href).path.strip("/.") and "?" not in href for href in hrefs)


def past_prefix(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest title without its first part, if another source states the rest alone, and the headings
    print both parts without the sign between them: "[Sold] An old pump" where <title> has "Sold - An old
    pump"."""
    best = ranked[0].candidate
    split = split_title(best.text)
    if not best.blocks or len(split.parts) < 2:
        return None
    if any(split.joined(0, 2) in page.blocks[index].text for index in best.blocks):
        return None
    key = fold(split.joined(1, len(split.parts)))
    facts = [fact for fact in page.facts if fact.field is Field.TITLE and fold(str(fact.value)) == key]
    return replace(best, text=str(facts[0].value), key=key, facts=facts) if facts else None


def past_label(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest title without a label in brackets before it, if <title> begins with the rest: boards link
    the kind of a thread so, "[Travels] By car to the coast"."""
    best = ranked[0].candidate
    labelled = _LABEL.match(best.text)
    if labelled is None or not best.blocks:
        return None
    rest = best.text[labelled.end() :]
    key = fold(rest)
    return replace(best, text=rest, key=key) if key and fold(page.markup.title).startswith(key) else None


def past_keywords(page: Page, ranked: Ranked) -> Candidate | None:
    """The only h1, if the likeliest title is printed nowhere and is that h1, a colon or an arrow, and a list
    of keywords."""
    if ranked[0].candidate.blocks:
        return None
    h1 = [block for block in page.blocks if block.level == 1 and block.text]
    if len(h1) != 1:
        return None
    best, key = ranked[0].candidate.text, fold(h1[0].text)
    heading = next((each for _, each in ranked[1:] if each.key == key), None)
    if heading is None or not best.startswith(heading.text):
        return None
    return heading if _lists_keywords(best[len(heading.text) :].strip()) else None


def _lists_keywords(rest: str) -> bool:
    """Whether what stands behind a headline is a colon or an arrow, and a list of keywords."""
    if rest[:1] not in _ARROWS and rest[:1] not in COLONS:
        return False
    entries = [entry.split() for entry in _COMMAS.split(rest[1:])]
    if not _SENTENCE.isdisjoint(rest) or not all(0 < len(words) <= _MOST_WORDS for words in entries):
        return False
    return len(entries) >= _FEWEST
