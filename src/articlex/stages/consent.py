"""Cookie and privacy consent: the banner and its buttons."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from articlex.options import Options
from articlex.page import Block, Mark, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "consent-element": "The block stands in an element that is named after consent or cookies.",
    "consent-text": "The block speaks of cookies, and a button to accept or decline them is near.",
    "consent-button": "A button to accept, decline or set cookies, beside such a text.",
}

#: "cookie" in the scripts that do not write it in Latin letters, as the catalogues of cookie banners do.
COOKIE = (
    "cookie",
    "куки",
    "クッキー",
    "쿠키",
    "คุกกี้",
    "कुकी",
    "עוגיות",
    "ملفات تعريف الارتباط",
    "کوکی",
)
#: A banner is no essay: longer texts that speak of cookies are articles about them; shorter ones are labels.
MIN_CHARS, MAX_CHARS = 21, 900
#: Blocks of running text that speak of cookies, from which on they are the subject of the page.
SUBJECT = 4
#: How many blocks away from the text its buttons may stand.
REACH = 3


def run(page: Page, options: Options) -> Output:
    """Mark consent banners."""
    signs = signs_of(page)
    for index in signs.at[Place.CONSENT]:
        if page.role(index) is Role.UNKNOWN:
            yield Mark(index, Role.CONSENT, "consent-element", 0.95)
    buttons = signs.labelled.get("consent", [])
    if not buttons:
        return
    texts = [block.index for block in page.blocks if speaks_of_cookies(block)]
    if sum(signs.prose[index] for index in texts) >= SUBJECT:
        return
    texts = [index for index in texts if _is_banner(signs, index, buttons)]
    marked = set(texts)
    for index in texts:
        if _free(page, signs, index):
            yield Mark(index, Role.CONSENT, "consent-text", 0.85)
    for index in buttons:
        if index not in marked and _within_reach(index, texts) and _free(page, signs, index):
            yield Mark(index, Role.CONSENT, "consent-button", 0.85)


def _free(page: Page, signs: Signs, index: int) -> bool:
    return page.role(index) is Role.UNKNOWN and signs.places[index] is not Place.CONSENT


def speaks_of_cookies(block: Block) -> bool:
    """Whether a block is a short text in which a word for cookies or their choice stands."""
    text = block.text
    if not MIN_CHARS <= len(text) <= MAX_CHARS:
        return False
    folded = text.casefold()
    return any(word in folded for word in COOKIE)


def _is_banner(signs: Signs, index: int, buttons: list[int]) -> bool:
    """Whether a text with buttons near it is a banner: among running text, two buttons have to follow."""
    near = [button for button in _within_reach(index, buttons) if button != index]
    if signs.outside(index):
        return bool(near)
    return len(near) > 1 and near[-1] > index and not signs.first < index < signs.last


def _within_reach(index: int, others: list[int]) -> list[int]:
    """Those of the sorted indices that are near ``index``."""
    return others[bisect_left(others, index - REACH) : bisect_right(others, index + REACH)]


STAGE = Stage(name="consent", run=run, reasons=REASONS, sets=frozenset({Role.CONSENT}))
