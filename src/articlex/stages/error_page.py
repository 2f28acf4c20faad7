"""Error pages and checks for robots, with no article: "404 Not Found", "Robot Check"; marks no block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.data.labels import normal
from articlex.facts import is_stated
from articlex.options import Options
from articlex.page import Fact, Field, Form, Kind, Page
from articlex.punctuation import SENTENCE_ENDS
from articlex.regex import LETTER, regex
from articlex.signs import signs_of
from articlex.stages.contract import Output, Stage
from articlex.titles.trim import split_title

REASONS = {
    "error-title": "The title, a heading or a line says that no such page exists, or that the server failed.",
    "error-status": "The title, a heading or a line is the status of a failed request, by number and name.",
    "error-number": "A line is the number of a failed request, beside the line that is read as the headline.",
    "check-title": "The title, a heading or a line asks whether a robot reads the page.",
    "check-widget": "A page of next to no text and links holds a puzzle for people or a check's script.",
    "error-class": "The class of the whole page is that of an error page.",
}

#: Running text that an error page has at most, in bytes of UTF-8.
MAX_PROSE = 700
#: Characters of a line that may say it, and lines of raw text that are looked at.
MAX_CHARS, MAX_LINES = 90, 60
#: Blocks of an HTML page that may say it without a heading: what servers and proxies write is no more.
FEW_BLOCKS = 6
#: How sure the verdict is: of all pages of the corpora, it was given to none with an article.
CONFIDENCE = 0.95

#: Running text of a page on which the number alone, beside a line of words, says it; in raw page text.
MAX_NUMBERED = 300

#: Names that the widgets and scripts of checks have in the markup, whatever the language.
_WIDGET = regex(
    r"""["'/ ](?:g-recaptcha|h-captcha|px-captcha|cf-turnstile|challenge-(?:form|platform|running|stage)"""
    r"""|captcha-delivery|_incapsula_resource|geetest|captcha-(?:box|form|container))\b""",
    re.I,
)
#: Each of those names has one of these parts, which are sought in a fifth of the time. (They have none of the
#: letters i, k and s, of which Unicode has a third form beside the capital and the small one.)
_PARTS = ("captcha", "challenge-", "cf-turn", "ncap", "geete")
#: Links of a page that is nothing but a check. (Of all pages of the corpora no article with a widget in its
#: markup had fewer than 10.)
MAX_LINKS = 5

#: Spaces in the title of a check that may go on: "verify you are human by completing the action below".
_MANY_SPACES = 3

_STATUS = regex(r"(?<!\d)(?:4|5)\d\d(?!\d)")
#: The codes that pages print alone, with or without a word before them.
_NUMBER = regex(r"((?:http|error|status)\W+){0,2}(404|403|410|50[0234])\W*\Z", re.I)
_FIGURES = regex(r"(?=\D*\d)[\d\W]*\Z")
#: Letters of a line that may say in words what the number means, at least.
_LEAST_LETTERS = 6
#: Letters of a word that it shares with a known title, at least, and the first letter of Thai, behind which
#: most scripts without blanks stand.
_LONG, _NO_BLANKS = 4, "\u0e00"
#: Classes that content systems give to <html>, <body> or <main> of an error page.
_CLASSES = (frozenset(("error404",)), frozenset(("error", "404")), frozenset(("page", "404")))
_WHOLE = frozenset(("html", "body", "main"))


def run(page: Page, options: Options) -> Output:
    """State that the page has no article."""
    if is_stated(page, Field.VERDICT):
        return
    if signs_of(page).prose_before[-1] > MAX_PROSE or _is_dated(page):
        return
    named = signs_of(page).elements.named
    if any(node.tag in _WHOLE and _is_error_class(node.words) for node in named):
        yield Fact(Field.VERDICT, "no_article", "markup", "", "error-class", CONFIDENCE)
        return
    if _is_check(page):
        yield Fact(Field.VERDICT, "no_article", "markup", "", "check-widget", CONFIDENCE)
        return
    for text in _lines(page):
        if reason := error_reason(text):
            yield Fact(Field.VERDICT, "no_article", "text", text, reason, CONFIDENCE)
            return
    if number := _number(page):
        yield Fact(Field.VERDICT, "no_article", "text", number, "error-number", CONFIDENCE)


def _number(page: Page) -> str:
    """The line of raw page text that is a status and nothing else, beside a line of words; "" without one.

    "404", "Sorry, we can’t find that page". Where other lines are figures too, or the line beside has no word
    of the known titles, the number counts something: "502", "Beds in the hospital". (For 404, and in scripts
    that set no blanks between the words, a sentence will do.)
    """
    if page.form is Form.HTML or signs_of(page).prose_before[-1] > MAX_NUMBERED:
        return ""
    figures = [block for block in page.blocks if _FIGURES.match(block.text) or _NUMBER.match(block.text)]
    if len(figures) != 1 or figures[0].index >= MAX_LINES or not _NUMBER.match(figures[0].text):
        return ""
    at = figures[0].index
    beside = (*page.blocks[max(0, at - 1) : at], *page.blocks[at + 1 : at + 2])
    said = any(_says_error(block.text, figures[0].text) for block in beside)
    return figures[0].text if said else ""


def _says_error(text: str, number: str) -> bool:
    """Whether a line beside the number of a failed request says that there is no such page."""
    if len(text) > MAX_CHARS or len(LETTER.findall(text)) < _LEAST_LETTERS:
        return False
    if number.strip()[:1].isalpha() or not _known().words.isdisjoint(_long_words(text)):
        return True
    # The page excuses itself in a sentence; what only labels a figure is none.
    return not SENTENCE_ENDS.isdisjoint(text) and ("404" in number or max(text) >= _NO_BLANKS)


def _long_words(text: str) -> frozenset[str]:
    """The words of a line that are long enough to tell something, folded as labels are."""
    return frozenset(word for word in normal(text).split() if len(word) >= _LONG)


def error_reason(text: str) -> str:
    """Why a line is that of an error page; "" if it is none."""
    if any(normal(part) in _known().titles for part in (text, *split_title(text).parts)):
        return "error-title"
    if _asks_for_people(text):
        return "check-title"
    folded = text.casefold()
    for match in _STATUS.finditer(text):
        phrase = _known().phrases.get(match.group())
        if phrase and phrase in folded:
            return "error-status"
    return ""


def _asks_for_people(text: str) -> bool:
    """Whether a line is the title of a check for robots; one of several words may go on after it."""
    label = normal(text)
    known = _known().checks
    return label in known or any(label.startswith(one) for one in known if one.count(" ") >= _MANY_SPACES)


def _is_check(page: Page) -> bool:
    """Whether the page is the check that a provider puts in place of it."""
    if page.form is Form.TEXT or sum(block.links for block in page.blocks) > MAX_LINKS:
        return False
    source = page.markup.source.lower()
    return any(part in source for part in _PARTS) and bool(_WIDGET.search(page.markup.source))


def _is_dated(page: Page) -> bool:
    return any(fact.field is Field.DATE_PUBLISHED and fact.stage == "markup" for fact in page.facts)


def _is_error_class(words: tuple[str, ...]) -> bool:
    return any(known <= set(words) for known in _CLASSES)


def _lines(page: Page) -> Iterator[str]:
    """The title, and the headings, or the first lines of raw page text and of a page that has few."""
    yield page.markup.title.strip()[:MAX_CHARS]
    is_plain = page.form is Form.TEXT or len(page.blocks) <= FEW_BLOCKS
    for block in page.blocks[:MAX_LINES] if is_plain else page.blocks:
        if (is_plain or block.kind is Kind.HEADING) and 0 < len(block.text) <= MAX_CHARS:
            yield block.text


class _Known(NamedTuple):
    """Titles of error pages and of checks, the name of each status of failure by its number, and the longer
    words of those titles."""

    titles: frozenset[str]
    checks: frozenset[str]
    phrases: dict[str, str]
    words: frozenset[str]


@cache
def _known() -> _Known:
    rows = [line.split("\t") for line in read_data("error_titles.tsv").splitlines()]
    checks = frozenset(text for code, texts in rows if code == "check" for text in texts.split("|"))
    titles = frozenset(
        text for code, texts in rows if code != "check" and not code.isdigit() for text in texts.split("|")
    )
    words = frozenset[str]().union(*map(_long_words, titles))
    return _Known(titles, checks, {code: text for code, text in rows if code.isdigit()}, words)


STAGE = Stage(name="error_page", run=run, reasons=REASONS)
