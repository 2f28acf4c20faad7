"""The name of the site where no markup states it: beside the headline in <title>, in the notice of rights."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from articlex.addresses import host_of
from articlex.copyright_notices import has_notice, holder
from articlex.data.labels import labels, normal
from articlex.facts import best_address, best_fact, best_value
from articlex.options import Options
from articlex.page import Fact, Field, Page
from articlex.punctuation import COMMAS
from articlex.stages.contract import Output, Stage
from articlex.titles.trim import Parts, clean_title, is_host, site_names, split_title
from articlex.tokens import fold, squeeze, word_count

REASONS = {
    "behind-headline": "The title of the page ends, or begins, with it beside the headline.",
    "holder": "The notice of copyright names it, and so does a line above the text.",
}

NAME = "site_name"

#: Blocks at the head in which a line is the title of the whole page, or the name alone.
_FIRST, _HEAD = 3, 30
#: Words and characters of the longest name; characters of the longest notice.
_MOST_WORDS, _FEW_WORDS, _MOST_NAME, _MOST_NOTICE = 6, 3, 45, 200
#: Sources that state a headline as it is shared.
_STATED = ("opengraph", "twitter", "json-ld")
#: A name with a lower score may be that of a publisher; one that is an address may have a better one.
_DOUBTED, _HOST_DOUBTED, _ABOVE = 0.5, 0.6, 0.05
#: Signs of lists and sentences.
_NO_NAME = COMMAS | set(";；؛?？؟!！")
#: Parts and characters of a title at most: a line of more parts is a row of links, or of cells.
_MOST_PARTS, _MOST_TITLE = 20, 500
#: What stands between the steps of a path: the last one is a section.
_OF_PATHS = (">", "›", "→")


def run(page: Page, options: Options) -> Output:
    """State the name, unless something better has."""
    best = best_fact(page, Field.SITENAME)
    if best and best.stage == NAME:
        return
    if best and best.score > _DOUBTED and not (best.score <= _HOST_DOUBTED and is_host(str(best.value))):
        return
    score = best.score + _ABOVE if best else 0.5
    notices = [holder(b.text).partition(",")[0] for b in page.blocks if _may_be_notice(b.text)]
    holders = {squeeze(name): name for name in notices if _is_name(name)}
    known = {*holders, *site_names((), host_of(best_address(page))).labels}
    for index, text in _titles(page):
        if len(text) <= _MOST_TITLE and (name := _beside_headline(page, text, known)):
            yield Fact(Field.SITENAME, name, "title", text, "behind-headline", score, index)
            return
    for block in page.blocks[: _HEAD if not best else 0]:
        name = holders.get(squeeze(block.text), "") if len(block.text) <= _MOST_NAME else ""
        if name and not has_notice(block.text):
            yield Fact(Field.SITENAME, block.text, "copyright", name, "holder", 0.45, block.index)
            return


def _may_be_notice(text: str) -> bool:
    return len(text) <= _MOST_NOTICE and has_notice(text)


def _titles(page: Page) -> Iterator[tuple[int | None, str]]:
    """What may be the title of the whole page: <title>, or one of the first lines; with its block."""
    if page.markup.title.strip():
        yield None, page.markup.title
        return
    for block in page.blocks[:_FIRST]:
        yield block.index, block.text.partition("\n")[0]


def _beside_headline(page: Page, text: str, known: Collection[str]) -> str:
    """The last part of a title behind the headline, or the first before it; "" where it is no name.

    Of several parts that which has the copyright, is an address or the host, else the outermost: "Headline -
    Section - Site". Beside a headline that only the markup states stand slogans too, of more words.
    """
    split = split_title(clean_title(text))
    title = fold(best_value(page, Field.TITLE))
    # What <title> says itself may have lost another part.
    stated = {fold(str(f.value)) for f in page.facts if f.field is Field.TITLE and f.source in _STATED}
    for headlines, words in (({title}, _MOST_WORDS), (stated, _FEW_WORDS)):
        rest = _rest(split, headlines)
        own = next((part for part in rest if squeeze(part) in known or is_host(part)), next(iter(rest), ""))
        if _is_name(own) and word_count(fold(own)) <= words and not _is_other(page, own):
            return own
    return ""


def _rest(split: Parts, headlines: Collection[str]) -> list[str]:
    """The parts beside the headline, the outermost first; none where it stands at no end, or is parted from
    them as a step of a path is."""
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


def _is_name(text: str) -> bool:
    """Whether a text may be a name: short, no list, no day, none of the labels of pages."""
    is_short = 1 < len(text) <= _MOST_NAME and word_count(fold(text)) <= _MOST_WORDS
    is_worded = text[:1].isalnum() and any(map(str.isalpha, text)) and not text[:1].isdecimal()
    # In small letters are sections, and addresses.
    is_named = is_worded and (not text[:1].islower() or "." in text) and normal(text) not in labels()
    return is_short and is_named and _NO_NAME.isdisjoint(text)


def _is_other(page: Page, name: str) -> bool:
    """Whether a name is that of a section of the page, or a byline: "by Ann Example"."""
    key = fold(name)
    sections = {fold(each) for fact in page.facts if fact.field is Field.CATEGORIES for each in fact.value}
    authors = best_fact(page, Field.AUTHORS)
    names = authors.value if authors else ()
    return key in sections or any(key.endswith(f" {fold(each)}") for each in names)


STAGE = Stage(name=NAME, run=run, reasons=REASONS)
