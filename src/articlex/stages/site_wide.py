"""Keywords, descriptions and pictures that the markup states for every page of the site, not for this one.

Descriptions that are the title once more, or cut short, are replaced as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from articlex.facts import best_value, page_host, ranked_facts
from articlex.options import Options
from articlex.page import KEPT, Fact, Field, Form, Page
from articlex.stages.contract import Output, Stage
from articlex.stages.parts.pictures.stock import is_stock_picture
from articlex.titles.site_names import is_host
from articlex.tokens import fold, squeeze, tokens, word_count, words_of

REASONS = {
    "site-wide": "What the markup states is about the site, and nothing of it about this page.",
    "of-this-page": "The best of what the markup states about this page rather than the site.",
    "without-site": "What the markup states about this page, without the name of the site.",
    "title-again": "What the markup states is the title once more.",
    "in-full": "The markup states the description in full, and cut short in a better place.",
}

NAME = "site_wide"

#: Above the score of any source.
_SCORE = 0.97
#: Characters of the text that are read, and how many different words it needs to tell what the page is about.
_MOST_READ, _FEWEST_WORDS = 60_000, 80
#: Characters of the piece that is read first, at least. Swept: with 500, 1,000, 2,000, 4,000 and all at once
#: the stage took 0.32, 0.32, 0.35, 0.41 and 0.62 ms a page.
_FIRST_PIECE = 1_000
#: Fewer keywords than FEW may be topics that the text does not name. Of others such a share has to be named,
#: and the larger one from _MANY on. Of the lists on 245 pages that drops 13, all of them the site's.
_FEW, _MANY = 5, 10
_NAMED_OF_FEW, _NAMED_OF_MANY = 0.15, 0.3
#: The share of its words that the text has of a description, at least: of 190 only slogans have less.
_BORNE_OUT = 0.29
#: Letters that words of one stem share: "Bridge", "bridges". Shorter words must be the same.
_STEM = 5
#: Letters of the shortest word in ASCII that counts in a description.
_LONG_WORD = 4
#: How a description ends that was cut short, and characters of the longest one: what is longer is the text.
#: (Programs that escape a quotation mark as in a string of code end the attribute behind a backslash.)
_CUT, _MOST_DESCRIPTION = ("…", "...", "…]", "...]", "\\"), 1_000
#: So many words in the order of the text are a sentence, not a list of keywords.
_PASSAGE = 6


class _Said:
    """What the article says: its words and their stems, read as far as they are needed. ``texts`` are its
    title and its paragraphs."""

    __slots__ = ("_first", "_unread", "stems", "words")

    def __init__(self, texts: Iterator[str]) -> None:
        self.words: set[str] = set()
        self.stems: set[str] = set()
        self._first = list(islice(texts, 3))
        self._unread = _pieces(chain(self._first, texts))

    @property
    def beginning(self) -> str:
        """The title and the first paragraphs, folded."""
        return fold(" ".join(self._first))

    def shows(self, test: Callable[[], bool]) -> bool:
        """Whether ``test``, which may come true with more words but never false again, is true in the end.
        For most pages the first piece is enough."""
        while not test():
            piece = next(self._unread, None)
            if piece is None:
                return False
            words = words_of(piece)
            self.words.update(words)
            self.stems.update([word[:_STEM] for word in words])
        return True

    def has(self, word: str) -> bool:
        return word in self.words or (len(word) >= _STEM and word[:_STEM] in self.stems)

    def share(self, words: list[str]) -> float:
        return sum(map(self.has, words)) / len(words)

    def names(self, keyword: str) -> bool:
        """Whether half of the words of ``keyword`` are said."""
        words = tokens(fold(keyword))
        return bool(words) and 2 * self.share(words) >= 1


def _pieces(texts: Iterable[str]) -> Iterator[str]:
    """The first :data:`_MOST_READ` characters of ``texts``, each on a line of its own, in pieces of whole
    lines. A piece has at least twice the characters that the one before had to have."""
    lines: list[str] = []
    size, least, left = 0, _FIRST_PIECE, _MOST_READ
    for text in texts:
        lines.append(text[:left])
        size, left = size + len(text) + 1, left - len(text) - 1
        if size >= least or left <= 0:
            yield "\n".join(lines)
            lines, size, least = [], 0, 2 * least
        if left <= 0:
            return
    yield "\n".join(lines)


def run(page: Page, options: Options) -> Output:
    """State anew what is best of keywords, description and picture, if the best so far is the site's."""
    names = best_value(page, Field.SITENAME), page_host(page)
    said = _Said(_texts(page))

    def is_said(word: str) -> bool:
        return said.shows(lambda: said.has(word))

    yield from _chosen(page, Field.IMAGE, lambda fact: not is_stock_picture(str(fact.value), names, is_said))
    if said.shows(lambda: len(said.words) >= _FEWEST_WORDS):
        yield from _tags(page, said)
        yield from _description(page, lambda fact: _is_own_description(fact, said))
    else:
        yield from _description(page, lambda _: True)


def _tags(page: Page, said: _Said) -> Iterator[Fact]:
    """What is better than the best list of keywords so far, if that is the site's; and either one without the
    name of the site."""
    found = [*_chosen(page, Field.TAGS, lambda fact: _are_own_tags(fact, said))]
    best = next(iter(found or ranked_facts(page, Field.TAGS)), None)
    name = squeeze(best_value(page, Field.SITENAME))
    named = [tag for tag in best.value if squeeze(tag) == name] if best and name else []
    if best and len(named) == 1 < len(best.value) and not _is_topic(named[0], page_host(page), said):
        others = tuple(tag for tag in best.value if tag != named[0])
        yield best._replace(value=others, reason="without-site", score=_SCORE, stage="")
    else:
        yield from found


def _is_topic(name: str, host: str, said: _Said) -> bool:
    """Whether the name of the site may be a topic of the page all the same: the title or the first paragraphs
    have it, or it is a word that its host has not ("Security")."""
    key = fold(name)
    if word_count(key) > 1 or is_host(name) or squeeze(name) in squeeze(host):
        return key in said.beginning
    return name.isascii() or said.shows(lambda: said.names(name))


def _description(page: Page, is_own: Callable[[Fact], bool]) -> Iterator[Fact]:
    """What is better than the best description so far, if that is the title, the site's, or cut short."""
    title = fold(best_value(page, Field.TITLE))
    facts = ranked_facts(page, Field.DESCRIPTION)
    if not facts:
        return
    is_again = fold(str(facts[0].value)) == title != ""
    reason = "title-again" if is_again else "site-wide"
    found = [*_chosen(page, Field.DESCRIPTION, lambda f: fold(str(f.value)) != title and is_own(f), reason)]
    best = found[0] if found else facts[0]
    if full := [fact for fact in facts if _is_in_full(str(fact.value), str(best.value))]:
        fullest = max(full, key=lambda fact: len(str(fact.value)))
        yield fullest._replace(reason="in-full", score=_SCORE, stage="")
    else:
        yield from found


def _is_in_full(text: str, cut: str) -> bool:
    """Whether a description has more than one that was cut short, "The old bridge was cl…". Some templates
    add the title behind the sign."""
    if not cut.endswith(_CUT) or not len(cut) < len(text) <= _MOST_DESCRIPTION or text.startswith(cut):
        return False
    return fold(text).startswith(fold(cut.rstrip("….[] \\")))


def _chosen(
    page: Page, field: Field, is_own: Callable[[Fact], bool], reason: str = "site-wide"
) -> Iterator[Fact]:
    """The best fact about the page if the best of all is none; an empty fact with ``reason`` if there is
    none."""
    facts = ranked_facts(page, field)
    if not facts or is_own(facts[0]):
        return
    own = next(filter(is_own, facts[1:]), None)
    if own:
        yield own._replace(reason="of-this-page", score=_SCORE, stage="")
    else:
        nothing = "" if isinstance(facts[0].value, str) else ()
        yield Fact(field, nothing, NAME, facts[0].raw, reason, _SCORE)


def _texts(page: Page) -> Iterator[str]:
    """The title, and what is kept of the page."""
    yield best_value(page, Field.TITLE)
    for block, mark in zip(page.blocks, page.marks, strict=True):
        if mark.role in KEPT:
            yield block.text


def _are_own_tags(fact: Fact, said: _Said) -> bool:
    """Whether enough of the keywords stand in the text, and not as one of its sentences."""
    keywords = fact.value
    if len(keywords) < _FEW:
        return True
    if len(keywords) >= _PASSAGE and _is_passage(fact.raw, said):
        return False
    least = _NAMED_OF_MANY if len(keywords) >= _MANY else _NAMED_OF_FEW
    return said.shows(lambda: sum(map(said.names, keywords)) >= least * len(keywords))


def _is_passage(raw: str, said: _Said) -> bool:
    """Whether a program made a list of a sentence: "Over, the, bridge, trams, run, again"."""
    return " ".join(fold(raw).split()[: 2 * _PASSAGE]) in said.beginning


def _is_own_description(fact: Fact, said: _Said) -> bool:
    """Whether enough of the words of a description stand in the text."""
    words = tokens(fold(str(fact.value)))
    counted = [word for word in words if len(word) >= _LONG_WORD or not word.isascii()] or words
    return not counted or said.shows(lambda: said.share(counted) >= _BORNE_OUT)


STAGE = Stage(name=NAME, run=run, reasons=REASONS, forms=frozenset({Form.HTML}))
