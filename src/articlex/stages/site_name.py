"""The name of the site, from <title>, the copyright notice or a logo, where no markup states it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import unquote

from articlex.addresses import split_address
from articlex.copyright_notices import short_notices
from articlex.facts import best_fact, best_value, page_address, page_host, ranked_facts
from articlex.options import Options
from articlex.page import Fact, Field, Page
from articlex.regex import regex
from articlex.stages.contract import Output, Stage, has_run
from articlex.stages.parts.logo import name_in_logo
from articlex.titles.holders import holder_of, name_of_holder
from articlex.titles.site_names import MOST_WORDS, is_host, may_be_site_name, site_names
from articlex.titles.trim import Parts, clean_title, split_title
from articlex.tokens import fold, jaccard, latinised, squeeze, word_count, word_set

REASONS = {
    "as-host": "It is stated and begins as the host does; the likelier name is a step of the path.",
    "behind-headline": "The title of the page ends, or begins, with it beside the headline.",
    "holder": "The notice of copyright names it, and so does a line above the text.",
    "holder-often": "The notice of copyright at the foot names it, and so do several other blocks.",
    "first-line": "The first line of the page, which a line at its foot or several anywhere name again.",
    "logo": "The picture or line at the head of the page that leads to its front page.",
    "pictured": "A picture at the head of the page says what <title> does, and the headline is another.",
    "home-link": "A line above the text leads to the root of the site.",
}

NAME = "site_name"

#: Raw page text may have the <title> among its first blocks.
_FIRST = 3
#: Words of the longest name beside a headline that only the markup states.
_FEW_WORDS = 3
#: Sources of the headline for sharing, without the name of the site.
_STATED = ("opengraph", "twitter", "json-ld")
#: A stated name is replaced up to this score, since it may be that of the publisher, and up to the second one
#: if it is a host; the new name scores so much more.
_DOUBTED, _HOST_DOUBTED, _ABOVE = 0.5, 0.6, 0.05
#: Parts and characters of the longest title: a line of more parts is a row of links or cells.
_MOST_PARTS, _MOST_TITLE = 20, 500
#: Signs that part a headline from the name although no space stands before them, with brackets around that;
#: behind a name in front of the headline; and bytes of UTF-8 of the shortest headline beside them: a shorter
#: one may be the first word of another. Of 3,736 pages 17 have the first, and 8 the second.
_CLOSE, _IN_FRONT, _LEAST_HEADLINE = regex(r"[》」】]*[-_–—]+\s*[《「【]*"), regex(r"\s?[:：]\s*\Z"), 20
_CLOSES = "》」】"
#: Blocks at the head of the page, among which its logo is, and the score of a name that it says; and how
#: similar a headline may be to that name (Jaccard): one of a town's council names the town.
_HEAD, _PICTURED, _ALIKE = 8, 0.4, 0.2
#: The program that runs a board, behind the name of the board.
_PROGRAM = regex(r"(?i)powered by\b")
#: Signs between the steps of a path, of which the last is a section.
_OF_PATHS = (">", "›", "→")


def run(page: Page, options: Options) -> Output:
    """State the name, unless a better source has."""
    if has_run(page, NAME):
        return
    best = best_fact(page, Field.SITENAME)
    if best and (named := _instead_of_section(page, best)):
        yield named
        return
    if best and best.score > _DOUBTED and not (best.score <= _HOST_DOUBTED and is_host(str(best.value))):
        return
    notices = short_notices(page.blocks)
    holders = {squeeze(name): name for name in map(holder_of, notices) if name}
    found = _in_title(page, holders, best.score + _ABOVE if best else 0.5)
    if not found and not best:
        found = name_of_holder(page, notices, holders.values()) or _all_of_title(page) or name_in_logo(page)
    if found:
        yield found


def _instead_of_section(page: Page, best: Fact) -> Fact | None:
    """Another stated name, which begins as the host does, where the ``best`` is a step of the path: "Health"
    on example.org/health/. Of 3,736 pages six have one, and it is the site on all."""
    labels = tuple(map(latinised, site_names((), page_host(page)).labels))
    steps = unquote(split_address(page_address(page)).path).split("/")
    if not labels or _sound(str(best.value)) not in map(_sound, steps):
        return None
    others = ranked_facts(page, Field.SITENAME)
    named = next((fact for fact in others if _sound(str(fact.value)).startswith(labels)), None)
    if named is None or named.value == best.value:
        return None
    return named._replace(reason="as-host", score=best.score + _ABOVE)


def _sound(name: str) -> str:
    return latinised(squeeze(name))


def _in_title(page: Page, holders: Collection[str], score: float) -> Fact | None:
    """The name beside the headline in the title of the page; ``holders`` are those of the copyright."""
    known = {*holders, *site_names((), page_host(page)).labels}
    for index, text in _titles(page):
        if len(text) <= _MOST_TITLE and (name := _beside_headline(page, text, known)):
            return Fact(Field.SITENAME, name, "title", text, "behind-headline", score, index)
    return None


def _all_of_title(page: Page) -> Fact | None:
    """All that <title> says, if a picture at the head of the page, a logo, says so too and the headline is
    another line."""
    name = clean_title(page.markup.title)
    key, headline = fold(name), best_value(page, Field.TITLE)
    if not headline or not may_be_site_name(name) or jaccard(word_set(name), word_set(headline)) > _ALIKE:
        return None
    runs = ((block.index, run) for block in page.blocks[:_HEAD] for run in block.runs if run.src is not None)
    index = next((index for index, run in runs if fold(run.text) == key), None)
    return None if index is None else Fact(Field.SITENAME, name, "title", name, "pictured", _PICTURED, index)


def _titles(page: Page) -> Iterator[tuple[int | None, str]]:
    """What may be the title with the site's name: <title>, or else the first lines with their blocks."""
    if page.markup.title.strip():
        yield None, page.markup.title
        return
    for block in page.blocks[:_FIRST]:
        yield block.index, block.text.partition("\n")[0]


def _beside_headline(page: Page, text: str, known: Collection[str]) -> str:
    """The part of a title beside the headline that is the name of the site; "" if none is.

    Of several parts it is the one that holds the copyright, is a host or reads like that of the page, else
    the outermost: "Headline - Section - Site". Beside a headline that only the markup states a name has fewer
    words: slogans stand there too.
    """
    split = split_title(clean_title(text))
    title = fold(best_value(page, Field.TITLE))
    # (A headline that was taken from <title> may have lost more than the name.)
    stated = {fold(str(f.value)) for f in page.facts if f.field is Field.TITLE and f.source in _STATED}
    for headlines, words in (({title}, MOST_WORDS), (stated, _FEW_WORDS)):
        rest = [part for part in _rest(split, headlines) if not _PROGRAM.match(part)]
        own = next((part for part in rest if squeeze(part) in known or is_host(part)), next(iter(rest), ""))
        if may_be_site_name(own) and word_count(fold(own)) <= words and not _is_section_or_byline(page, own):
            return own
    close = _close_to_headline(clean_title(text), best_value(page, Field.TITLE))
    return close if may_be_site_name(close) and not _is_section_or_byline(page, close) else ""


def _close_to_headline(text: str, title: str) -> str:
    """What stands in the title of the page close to the whole headline: behind it after a hyphen or a low
    line ("Headline-Site"), or in front of it ("Site: Headline"); "" if that is nothing."""
    if len(title.encode()) < _LEAST_HEADLINE or len(text) <= len(title):
        return ""
    if text.startswith(title):
        *before, name = _CLOSE.split(text[len(title) :])
        return name.rstrip(_CLOSES) if before and not before[0] else ""
    name = text.removesuffix(title)
    return _IN_FRONT.sub("", name) if name != text and _IN_FRONT.search(name) else ""


def _rest(split: Parts, headlines: Collection[str]) -> list[str]:
    """The parts beside the headline, the outermost first; [] if the headline stands at neither end, or if the
    parts are steps of a path."""
    parts, seps = split
    if len(parts) > _MOST_PARTS:
        return []
    for count in range(len(parts) - 1, 0, -1):
        if fold(split.joined(0, count)) in headlines:
            return [] if seps[-1].strip() in _OF_PATHS else list(reversed(parts[count:]))
    for first in range(1, len(parts)):
        headline = fold(split.joined(first, len(parts)))
        if headline in headlines and len(parts[0]) < len(headline):
            return list(parts[:first])
    return []


def _is_section_or_byline(page: Page, name: str) -> bool:
    """Whether a name is that of a section of the page, or a byline: "by Ann Example"."""
    key = fold(name)
    sections = {fold(each) for fact in page.facts if fact.field is Field.CATEGORIES for each in fact.value}
    authors = best_fact(page, Field.AUTHORS)
    names = authors.value if authors else ()
    return key in sections or any(key.endswith(f" {fold(each)}") for each in names)


STAGE = Stage(name=NAME, run=run, reasons=REASONS)
