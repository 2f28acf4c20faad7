"""Pages without an article: errors, checks for robots, logins, empty searches, parked domains.

Marks no block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.data.labels import normal
from articlex.facts import is_stated, stated_by_markup
from articlex.options import Options
from articlex.page import Fact, Field, Form, Kind, Page
from articlex.punctuation import SENTENCE_ENDS
from articlex.regex import LETTER, regex
from articlex.signs import headline_block, signs_of
from articlex.stages.contract import Output, Stage
from articlex.stages.parts.stand_ins import stand_in
from articlex.titles.trim import split_title

REASONS = {
    "error-title": "The title, a heading or a line says that no such page exists, or that the server failed.",
    "error-status": "The title, a heading or a line is the status of a failed request, by number and name.",
    "error-number": "A line is the number of a failed request, beside a line that says so in words.",
    "check-title": "The title, a heading or a line asks whether a robot reads the page.",
    "check-widget": "A page with next to no text and links holds the widget or the script of a check.",
    "gone": "The title or a heading says that something is no longer available.",
    "login": "The title, a heading or a line says that one has to log in.",
    "empty-search": "The headline, or a line right below it, says that nothing was found.",
    "error-class": "The whole page has the class of an error page, a login or maintenance.",
    "message": "An element has the name that programs give to a message in place of a page.",
    "parked": "A page with next to no text is what a company shows at a domain for sale.",
    "file-list": "The title is that of a list of files as web servers print it.",
}

#: Running text of the longest error page, in bytes of UTF-8.
_MAX_PROSE = 700
#: Characters of the longest line that is read, and lines of raw page text that are.
_MAX_CHARS, _MAX_LINES = 90, 60
#: An HTML page of so few blocks may say it in a paragraph, as the short pages of servers and proxies do.
_FEW_BLOCKS = 6
#: The confidence of the verdict: of all pages of the corpora, none with an article got it.
_CONFIDENCE = 0.95

#: The same as _MAX_PROSE for raw page text on which only the number says it.
_MAX_NUMBERED = 300

#: Blocks below the headline in which a search without results says so, and words with which such a line may
#: begin; the level of the heading that may stand in for a headline. No annotated page has such a line there;
#: twelve have one elsewhere, as part of a search box.
_BELOW, _MOST_WORDS, _MAX_LEVEL = 3, 5, 2

#: Names of the widgets and scripts of checks in the markup, the same in all languages.
_WIDGET = regex(
    r"""["'/= ](?:g-recaptcha|h-captcha|px-captcha|cf-turnstile"""
    r"""|challenge-(?:error-text|form|platform|running|stage)|captcha-delivery|_incapsula_resource|geetest|captcha-(?:box|form|container))\b""",
    re.I,
)
#: Each of those names has one of these parts, which are sought in a fifth of the time. (None has the letters
#: i, k and s, for which the pattern, as it ignores case, takes a third form too.)
_PARTS = ("captcha", "challenge-", "cf-turn", "ncap", "geete")
#: Most links of a page that is nothing but a check. (No article of the corpora with a widget in its markup
#: has fewer than 10.)
_MAX_LINKS = 5

#: Titles of checks with so many spaces may go on: "verify you are human by completing the action below".
_MANY_SPACES = 3

_STATUS = regex(r"(?<!\d)(?:4|5)\d\d(?!\d)")
#: The codes that pages print alone, with or without a word before them.
_NUMBER = regex(r"((?:http|error|status)\W+){0,2}(404|403|410|50[0234])\W*\Z", re.I)
_FIGURES = regex(r"(?=\D*\d)[\d\W]*\Z")
#: Letters of the shortest line that says in words what the number means.
_LEAST_LETTERS = 6
#: Letters of the shortest word that it may share with a known title, and the first letter of Thai: most
#: scripts without blanks between words come behind that.
_LONG, _NO_BLANKS = 4, "\u0e00"


def run(page: Page, options: Options) -> Output:
    """State that the page has no article."""
    if is_stated(page, Field.VERDICT):
        return
    is_dated = stated_by_markup(page, Field.DATE_PUBLISHED)
    if is_dated or signs_of(page).prose_before[-1] > _MAX_PROSE:
        return
    reason, text = stand_in(page)
    if reason:
        yield Fact(Field.VERDICT, "no_article", "markup", text, reason, _CONFIDENCE)
        return
    if _is_check(page):
        yield Fact(Field.VERDICT, "no_article", "markup", "", "check-widget", _CONFIDENCE)
        return
    for text in _lines(page):
        if reason := _error_reason(text):
            yield Fact(Field.VERDICT, "no_article", "text", text, reason, _CONFIDENCE)
            return
    if empty := _empty_search(page):
        yield Fact(Field.VERDICT, "no_article", "text", empty, "empty-search", _CONFIDENCE)
    elif number := _number(page):
        yield Fact(Field.VERDICT, "no_article", "text", number, "error-number", _CONFIDENCE)


def _empty_search(page: Page) -> str:
    """The line of a search without results that says so, as the headline or right below it; "" if there is
    none."""
    title = headline_block(page)
    if title < 0:
        headings = (block.index for block in page.blocks if 0 < block.level <= _MAX_LEVEL)
        title = next(headings, len(page.blocks))
    blocks = page.blocks[title : title + 1 + _BELOW]
    shown = [block.text for block in blocks if not block.hidden and 0 < len(block.text) <= _MAX_CHARS]
    if shown and normal(shown[0]) in _known().empty:
        return shown[0]
    return next((text for text in shown[1:] if _says_empty(text)), "")


def _says_empty(text: str) -> bool:
    """Whether a line is a known text for a list without entries, or begins with one of several words. A
    headline may begin with one by chance: "Nothing found after three days of search"."""
    words = normal(text).split()
    starts = (" ".join(words[:size]) for size in range(2, min(len(words), _MOST_WORDS) + 1))
    return " ".join(words) in _known().empty or any(start in _known().empty for start in starts)


def _number(page: Page) -> str:
    """The line of raw page text that is nothing but the number of a failed request; "" if there is none.

    "404", and beside it "Sorry, we can’t find that page". If other lines are numbers too, or the line beside
    it shares no word with a known title, the number counts something: "502", "Beds in the hospital". (For
    404, and in scripts without blanks between words, any sentence will do.)
    """
    if page.form is Form.HTML or signs_of(page).prose_before[-1] > _MAX_NUMBERED:
        return ""
    figures = [block for block in page.blocks if _FIGURES.match(block.text) or _NUMBER.match(block.text)]
    if len(figures) != 1 or figures[0].index >= _MAX_LINES or not _NUMBER.match(figures[0].text):
        return ""
    said = any(_says_error(block.text, figures[0].text) for block in page.beside(figures[0].index))
    return figures[0].text if said else ""


def _says_error(text: str, number: str) -> bool:
    """Whether a line beside the number of a failed request says that there is no such page."""
    if len(text) > _MAX_CHARS or len(LETTER.findall(text)) < _LEAST_LETTERS:
        return False
    if number.strip()[:1].isalpha() or not _known().words.isdisjoint(_long_words(text)):
        return True
    # The page excuses itself in a sentence; what only labels a figure is none.
    return not SENTENCE_ENDS.isdisjoint(text) and ("404" in number or max(text) >= _NO_BLANKS)


def _long_words(text: str) -> frozenset[str]:
    """The words of a line that are long enough to tell something, folded as labels are."""
    return frozenset(word for word in normal(text).split() if len(word) >= _LONG)


def _error_reason(text: str) -> str:
    """The reason for which a line is that of an error page, "" if it is none."""
    parts = [normal(part) for part in (text, *split_title(text).parts)]
    if any(part in _known().titles for part in parts):
        return "error-title"
    if any(part in _known().logins for part in parts):
        return "login"
    if any(part.endswith(_known().gone) for part in parts):
        return "gone"
    if _is_title_of_check(text):
        return "check-title"
    folded = text.casefold()
    for match in _STATUS.finditer(text):
        phrase = _known().phrases.get(match.group())
        if phrase and phrase in folded:
            return "error-status"
    return ""


def _is_title_of_check(text: str) -> bool:
    """Whether a line is the title of a check for robots, or begins with one of several words."""
    label = normal(text)
    known = _known().checks
    return label in known or any(label.startswith(one) for one in known if one.count(" ") >= _MANY_SPACES)


def _is_check(page: Page) -> bool:
    """Whether the page is a check for robots that stands in place of the page."""
    if page.form is Form.TEXT or sum(block.links for block in page.blocks) > _MAX_LINKS:
        return False
    source = page.markup.source.lower()
    return any(part in source for part in _PARTS) and bool(_WIDGET.search(page.markup.source))


def _lines(page: Page) -> Iterator[str]:
    """<title>, and the headings; of raw page text and of pages with few blocks all of the first lines."""
    yield page.markup.title.strip()[:_MAX_CHARS]
    is_plain = page.form is Form.TEXT or len(page.blocks) <= _FEW_BLOCKS
    for block in page.blocks[:_MAX_LINES] if is_plain else page.blocks:
        if (is_plain or block.kind is Kind.HEADING) and 0 < len(block.text) <= _MAX_CHARS:
            yield block.text


class _Known(NamedTuple):
    """Titles of error pages and of checks, texts for empty lists and for pages behind a login, what stands
    behind the name of something that is gone, the name of each status of failure by its number, and the
    longer words of those titles."""

    titles: frozenset[str]
    checks: frozenset[str]
    empty: frozenset[str]
    logins: frozenset[str]
    gone: tuple[str, ...]
    phrases: dict[str, str]
    words: frozenset[str]


@cache
def _known() -> _Known:
    """The titles, checks and statuses of the word list, read once."""
    rows = [line.split("\t") for line in read_data("error_titles.tsv").splitlines()]
    texts = {code: frozenset(text.split("|")) for code, text in rows}
    checks, empty, logins = texts.pop("check"), texts.pop("empty"), texts.pop("login")
    gone = tuple(f" {end}" if end[0] < _NO_BLANKS else end for end in texts.pop("gone"))
    titles = frozenset[str]().union(*(known for code, known in texts.items() if not code.isdigit()))
    words = frozenset[str]().union(*map(_long_words, titles))
    return _Known(
        titles, checks, empty, logins, gone, {code: text for code, text in rows if code.isdigit()}, words
    )


STAGE = Stage(name="error_page", run=run, reasons=REASONS)
