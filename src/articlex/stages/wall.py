"""Walls that stand in place of an article: consent, a check of age, a call for scripts; marks no block."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.facts import is_stated
from articlex.options import Options
from articlex.page import Block, Fact, Field, Form, Hidden, Kind, Page, Role
from articlex.signs import Signs, signs_of
from articlex.signs.cookies import speaking_of_cookies
from articlex.signs.runs import grouped
from articlex.signs.scripts import speaks_of_script
from articlex.stages.contract import Output, Stage

REASONS = {
    "needs-script": "Next to nothing is shown without a script, and what is said instead is short.",
    "asks-for-script": "A short page without links asks for a browser with scripts.",
    "asks-for-consent": "Nearly all text stands in a wall, or among cookies and the buttons to accept them.",
    "asks-for-age": "Nearly all text stands in an element that is named after a check of the reader's age.",
}

#: Most bytes of text outside of <noscript> on a page that needs scripts.
_MAX_SHOWN = 100
#: Most running text of a page that asks for scripts, and of one that asks for consent or an age, in bytes.
_MAX_NOTICE, _MAX_WALL = 700, 3000
#: Least share of the characters outside of links that speaks of scripts on such a page, and characters of one
#: on which it is enough that <title> or a heading does. A note on a language of that name speaks of it here
#: and there. (No page of the corpora is told by these.)
_MOST_SAID, _LITTLE = 2 / 3, 150
#: Most links of such a page: to the terms, to the privacy policy, to sign in; and to the offers of a wall.
_MAX_LINKS, _MOST_OF_WALL = 5, 10
#: Least share of the page's running text that stands in the wall.
_MIN_SHARE = 0.9
#: From one block of a wall that speaks of cookies or is a button to the next, at most.
_REACH = 3
#: The confidence of the verdict: of all pages of the corpora, none with an article got it.
_CONFIDENCE = 0.9

_AGE = (frozenset(("agegate",)), frozenset(("age", "gate")), frozenset(("age", "verification")))
_PAGE = frozenset({"html", "body", "main"})
#: Words for elements that ask for consent, or for money instead ("pay or okay"), in place of the page.
_WALLS = frozenset("cmp consent cookie cookies gdpr paywall wall".split())


def run(page: Page, options: Options) -> Output:
    """State that the page has no article."""
    signs = signs_of(page)
    if is_stated(page, Field.VERDICT) or not 0 < signs.prose_before[-1] <= _MAX_WALL:
        return
    links = sum(block.links for block in page.blocks)
    if links > _MOST_OF_WALL or is_stated(page, Field.DATE_PUBLISHED):
        return
    reason = "asks-for-consent" if _has_wall(page, signs) else ""
    if not reason and links <= _MAX_LINKS:
        reason = _reason(page, signs)
    if reason:
        yield Fact(Field.VERDICT, "no_article", "markup", "", reason, _CONFIDENCE)


def _reason(page: Page, signs: Signs) -> str:
    """The reason for which a page is a wall, "" if it is none."""
    if signs.prose_before[-1] <= _MAX_NOTICE:
        shown = [block for block in page.blocks if not block.hidden & Hidden.NOSCRIPT]
        is_bare = sum(len(block.text.encode()) for block in shown) <= _MAX_SHOWN
        if len(shown) < len(page.blocks) and is_bare and not _is_headed(page):
            return "needs-script"
        if _asks_for_script(page, signs, shown):
            return "asks-for-script"
    if _is_consent(page, signs):
        return "asks-for-consent"
    gates = map(page.nodes.__getitem__, signs.elements.called_all(*_AGE))
    return "asks-for-age" if any(_holds_text(signs, gate.first, gate.last) for gate in gates) else ""


def _is_headed(page: Page) -> bool:
    """Whether the headline stands in <noscript>: then, as with Flarum, so does the text, for robots."""
    titles = (block for block in page.blocks if page.role(block.index) is Role.TITLE)
    return any(block.hidden & Hidden.NOSCRIPT for block in titles)


def _asks_for_script(page: Page, signs: Signs, shown: Sequence[Block]) -> bool:
    """Whether most of the text speaks of scripts, on a page without code; or a title, if that is little.

    Where running text is ``shown`` outside of <noscript>, what that says is said beside it, not in its place.
    """
    if any(block.kind is Kind.CODE for block in page.blocks):
        return False
    asking = shown if any(signs.prose[block.index] for block in shown) else page.blocks
    heads = [page.markup.title, *(block.text for block in asking if block.level)]
    lines = [block for block in asking if block.level or signs.prose[block.index]]
    spoken = sum(len(block.text) for block in lines if speaks_of_script(block.text))
    said = sum(len(block.text) - block.link_chars for block in asking)
    return spoken >= _MOST_SAID * said or (said <= _LITTLE and any(map(speaks_of_script, heads)))


def _is_consent(page: Page, signs: Signs) -> bool:
    """Whether nearly all running text stands among blocks that speak of cookies and buttons near these.

    The blocks between them count, not the element around them: a button far from the banner, as a shop has
    one below each product, would make a wall of the whole page.
    """
    speaking = set(speaking_of_cookies(page))
    buttons = {block.index for block in page.blocks if block.tag == "button" and block.text}
    if not speaking or not buttons:
        return False
    groups = grouped(sorted(speaking | buttons), _REACH)
    return any(
        not speaking.isdisjoint(group)
        and not buttons.isdisjoint(group)
        and _holds_text(signs, group[0], group[-1] + 1)
        for group in groups
    )


def _has_wall(page: Page, signs: Signs) -> bool:
    """Whether nearly all running text stands in an element that is called a wall, with a block that speaks of
    cookies and a button."""
    for number in signs.elements.called(_WALLS):
        node = page.nodes[number]
        inside = page.blocks[node.first : node.last]
        if node.tag not in _PAGE and _holds_text(signs, node.first, node.last):
            is_asking = any(block.tag == "button" and block.text for block in inside)
            return is_asking and any(node.first <= index < node.last for index in speaking_of_cookies(page))
    return False


def _holds_text(signs: Signs, first: int, last: int) -> bool:
    """Whether nearly all running text of the page stands in the blocks from ``first`` up to ``last``."""
    inside = signs.prose_before[last] - signs.prose_before[first]
    return inside >= _MIN_SHARE * signs.prose_before[-1]


STAGE = Stage(name="wall", run=run, reasons=REASONS, forms=frozenset({Form.HTML}))
