"""Cookie and privacy consent: the banner and its buttons."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from articlex.options import Options
from articlex.page import Kind, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.signs.cookies import speaking_of_cookies
from articlex.signs.runs import grouped
from articlex.stages.contract import Output, Stage, mark_unknown
from articlex.stages.parts.consent_dialogs import consent_dialogs

REASONS = {
    "consent-element": "The block stands in an element that is named after consent or cookies.",
    "consent-text": "The block speaks of cookies, and a button to accept or decline them is near.",
    "consent-button": "A button to accept, decline or set cookies, beside such a text.",
    "consent-dialog": "Part of a dialog: a text that speaks of cookies, what stands around it, and buttons.",
    "consent-panel": "One of several blocks around the text that speak of cookies, as the text does not.",
}

#: So many blocks of running text that speak of cookies make them the subject of the page.
_SUBJECT = 4
#: How many blocks away from the text its buttons may stand.
_REACH = 3
#: A panel of settings, which raw page text shows without element names: at least so many blocks that speak of
#: cookies, each at most so many behind the one before, begin among the page's first blocks or end in its last
#: part. Elsewhere at least so many blocks are running text, and at most one in so many speaks of cookies. Of
#: the 1,138 blocks of such panels on 58 pages in raw text two are gold, of 231 on 27 in HTML none.
_PANEL, _PANEL_REACH, _PANEL_TOP, _PANEL_FOOT = 3, 6, 3, 0.7
_LEAST_TEXT, _TEXT_EACH = 3, 10


def run(page: Page, options: Options) -> Output:
    """Mark consent banners."""
    signs = signs_of(page)
    named = dict.fromkeys(signs.at[Place.CONSENT], "consent-element")
    yield from mark_unknown(page, Role.CONSENT, named, 0.95)
    texts = speaking_of_cookies(page)
    reasons = dict.fromkeys(_panels(signs, texts), "consent-panel")
    labelled = signs.labelled.get("consent", [])
    buttons = [index for index in labelled if page.blocks[index].kind is not Kind.HEADING]
    if texts and sum(signs.prose[index] for index in texts) < _SUBJECT:
        dialogs = dict.fromkeys(consent_dialogs(page, texts, buttons), "consent-dialog")
        # A row of links to the rules of a site says nothing itself.
        said = [index for index in texts if 2 * page.blocks[index].link_chars < len(page.blocks[index].text)]
        reasons = _banners(signs, said, buttons) | dialogs | reasons
    others = {index: reason for index, reason in reasons.items() if index not in named}
    yield from mark_unknown(page, Role.CONSENT, others, 0.85)


def _banners(signs: Signs, texts: list[int], buttons: list[int]) -> dict[int, str]:
    """Texts about cookies with buttons near them, and those buttons, with the reasons."""
    texts = [index for index in texts if _is_banner(signs, index, buttons)]
    near = (index for index in buttons if _within_reach(index, texts))
    return dict.fromkeys(near, "consent-button") | dict.fromkeys(texts, "consent-text")


def _panels(signs: Signs, texts: list[int]) -> list[int]:
    """Indices of all blocks of panels of settings; ``texts`` are the blocks that speak of cookies."""
    size = len(signs.prose)
    blocks = {
        index
        for group in grouped(texts, _PANEL_REACH)
        if len(group) >= _PANEL and (group[0] <= _PANEL_TOP or group[-1] >= _PANEL_FOOT * size)
        for index in range(group[0], group[-1] + 1)
    }
    if not blocks:
        return []
    elsewhere = [index for index, is_prose in enumerate(signs.prose) if is_prose and index not in blocks]
    speaking = len(set(texts).intersection(elsewhere))
    is_aside = len(elsewhere) >= _LEAST_TEXT and speaking * _TEXT_EACH <= len(elsewhere)
    return sorted(blocks) if is_aside else []


def _is_banner(signs: Signs, index: int, buttons: list[int]) -> bool:
    """Whether a text has a button near it, or two if it is beside running text, the last of them below it."""
    near = [button for button in _within_reach(index, buttons) if button != index]
    if signs.is_outside(index):
        return bool(near)
    return len(near) > 1 and near[-1] > index and not signs.first < index < signs.last


def _within_reach(index: int, others: list[int]) -> list[int]:
    """Those of the sorted indices that are near ``index``."""
    return others[bisect_left(others, index - _REACH) : bisect_right(others, index + _REACH)]


STAGE = Stage(name="consent", run=run, reasons=REASONS, sets=frozenset({Role.CONSENT}))
