"""What the site wants of the reader: newsletters, subscriptions, apps, donations, adverts, pop-ups."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.addresses import host_of, same_site
from articlex.data.labels import labels, meaning_of
from articlex.facts import page_host
from articlex.options import Options
from articlex.page import Block, Form, Kind, Page, Role, Run, Style
from articlex.punctuation import COLONS
from articlex.regex import regex
from articlex.signs import Place, signs_of
from articlex.signs.networks import NETWORKS
from articlex.stages.contract import Output, Stage, mark_unknown
from articlex.stages.parts.advertisements import advertisements
from articlex.stages.parts.joined_labels import joined_adverts
from articlex.stages.parts.offers import offers

_PARAGRAPH = Kind.PARAGRAPH  # see articlex.page

REASONS = {
    "promo-element": "The block stands in an element that is named after newsletters or advertising.",
    "promo-label": "The block is an invitation to subscribe, follow or donate, outside the text.",
    "advert-label": "The block is the label of an advertisement, and nothing else.",
    "advert-line": "The label of an advertisement, joined with what that says.",
    "advert-element": "The block stands in a small element that is called or labelled an advertisement.",
    "subscription": "A short text that ends with a link to subscribe to something.",
    "appeal": "A paragraph in italics or bold as a whole that links to a newsletter or several networks.",
    "offer": "The page is not free, and the block stands in an element with the price of a subscription.",
    "popup": "The block stands in a window over the page, beside its main element.",
    "promo-line": "A short line after the article that begins with such an invitation.",
}

#: Characters of the longest line that begins with an invitation.
_MAX_LINE = 90
#: Characters of the longest advertisement that is joined with its label.
_MAX_ADVERT = 240
#: Characters of a paragraph that ends with a link to subscribe.
_MAX_SUBSCRIPTION = 300

#: Characters of the longest paragraph that as a whole is set apart and whose links ask to subscribe or to
#: follow, and how many networks it links to; these by the last but one part of their hosts ("t.me"). Of 20
#: such paragraphs on pages with a gold text one stands in that.
_MAX_APPEAL, _NETWORKS = 600, 2
_HOSTS = NETWORKS | {"t"}

#: Letters of the shortest label that counts in an address: "email" and "follow" are names of other pages.
_LEAST_NAME = 8

#: Class words of windows that open over a page. Beside ``<main>``, none of their blocks that would be kept is
#: in the gold text of six corpora; inside of it, or without it, whole articles stand in an "overlay".
_POPUPS = frozenset("popup popups popin popover modal modals lightbox overlay dialog".split())
_MAIN, _DIALOG = frozenset({"main"}), frozenset({"dialog"})

#: Words of the longest name of a page where one subscribes: "newsletter-preference-centre".
_MAX_NAME = 3

#: Words in the path of an address where one subscribes, and of one where one joins something.
_SUBSCRIBE = frozenset("newsletter newsletters subscribe subscription subscriptions".split())
_JOIN = frozenset("signup register join".split())
#: The address of a channel, not that of a post in one.
_CHANNEL = regex(r"https?://(?:(?:www\.)?(?:t|telegram)\.me/[\w+]+/?$|(?:www\.|chat\.)?whatsapp\.com/)")
_HOST = regex(r"^(?:[a-z]+:)?//[^/]*")
#: The address of an account, with the name of the site; that of a post has more parts in its path.
_ACCOUNT = regex(r"^(?:[a-z]+:)?//(?:[\w-]+\.)*([\w-]+)\.\w+(?:/[^/?#]+){0,2}/?(?:[?#]|$)")
_WORD = regex(r"[a-z]+")


def run(page: Page, options: Options) -> Output:
    """Mark promotion."""
    signs = signs_of(page)
    reasons = {}
    for index in signs.at[Place.PROMO]:
        if signs.is_outside(index) or not signs.prose[index]:
            reasons[index] = "promo-element"
    for index in signs.labelled.get("promo", ()):
        if index > signs.last or (index < signs.first and not page.blocks[index].level):
            reasons.setdefault(index, "promo-label")
    labels = signs.labelled.get("advert", ())
    for index in sorted(advertisements(page, labels)) if page.form is Form.HTML else ():
        reasons.setdefault(index, "advert-element")
    reasons |= dict.fromkeys(labels, "advert-label")
    reasons |= dict.fromkeys(sorted(offers(page)), "offer")
    reasons |= dict.fromkeys(_in_popups(page), "popup")
    reasons |= dict.fromkeys(_joined_adverts(page), "advert-line")
    for index, reason in _lines(page, signs.last + 1 if page.form is Form.TEXT else signs.tail):
        reasons.setdefault(index, reason)
    texts = {index: reason for index, reason in reasons.items() if page.blocks[index].text}
    yield from mark_unknown(page, Role.PROMO, texts, 0.85)


def _joined_adverts(page: Page) -> Iterator[int]:
    """Indices of the short lines of raw page text that begin with the label of an advertisement."""
    for block in page.blocks if page.form is Form.TEXT else ():
        if 0 < len(block.text) <= _MAX_ADVERT and any(joined_adverts(block.text)):
            yield block.index


def _in_popups(page: Page) -> Iterator[int]:
    """Indices of the blocks of windows that open over a page, such as a list of its shortcuts (HTML)."""
    nodes, elements = page.nodes, signs_of(page).elements
    popups = sorted({*elements.tagged(_DIALOG), *elements.called(_POPUPS)})
    mains = map(nodes.__getitem__, elements.tagged(_MAIN) if popups else ())
    in_main = {index for node in mains for index in range(node.first, node.last)}
    for node in map(nodes.__getitem__, popups if in_main else ()):
        inside = range(node.first, node.last)
        if in_main.isdisjoint(inside):
            yield from inside


def _lines(page: Page, tail: int) -> Iterator[tuple[int, str]]:
    """(block, reason) of paragraphs whose links ask to subscribe, and of invitations from ``tail`` on."""
    own = page_host(page)
    for block in page.blocks if page.form is Form.HTML else ():
        if not block.links:
            continue
        if len(block.text) <= _MAX_SUBSCRIPTION and _ends_with_subscription(block, own):
            yield block.index, "subscription"
        elif len(block.text) <= _MAX_APPEAL and _is_appeal(block, own):
            yield block.index, "appeal"
    for block in page.blocks[tail:]:
        if len(block.text) <= _MAX_LINE and _begins_with_invitation(block.text):
            yield block.index, "promo-line"


def _begins_with_invitation(text: str) -> bool:
    """Whether a text goes on after a label; "Email: ann@harbour.example" is an address, no invitation."""
    words = text.split(maxsplit=3)
    starts = [" ".join(words[:size]) for size in (1, 2) if len(words) > size]
    return any(meaning_of(start) == "promo" and start[-1] not in COLONS for start in starts)


def _ends_with_subscription(block: Block, own: str) -> bool:
    """Whether a paragraph ends with its only link, and that leads to where one subscribes.

    The text of the link says so, or its address. The address of a channel, or of a page where one joins
    something, is enough only if the whole paragraph is in italics or bold. ``own`` is the host of the page,
    or "".
    """
    if block.kind is not _PARAGRAPH or block.links != 1 or len(block.runs) < 2:
        return False
    runs = [run for run in block.runs if run.text.strip(" .!)")]
    if len(runs) < 2 or not runs[-1].href:
        return False
    address = runs[-1].href.lower()
    if address.startswith("mailto:"):
        return False
    path = _path(address)
    # "/nieuwsbrief"
    last = path.rstrip("/").rpartition("/")[2].replace("-", " ")
    named = len(last) >= _LEAST_NAME and labels().get(last) == "promo"
    if named or _is_named_subscription(address, own) or meaning_of(runs[-1].text) == "promo":
        return True
    joins = not _JOIN.isdisjoint(_WORD.findall(path)) or _CHANNEL.match(address) is not None
    return joins and all(_is_set_apart(run) for run in runs)


def _is_appeal(block: Block, own: str) -> bool:
    """Whether a paragraph is in italics or bold as a whole, has text beside its links, and one of these leads
    to where one subscribes, or several lead to different networks. ``own`` is the host of the page, or ""."""
    if block.kind is not _PARAGRAPH or block.link_chars >= len(block.text):
        return False
    # In most paragraphs the first run ends the search.
    if not all(_is_set_apart(run) for run in block.runs if _has_words(run)):
        return False
    runs = list(filter(_has_words, block.runs))
    if len(runs) < 2:
        return False
    addresses = [run.href.lower() for run in runs if run.href]
    if any(_is_named_subscription(address, own) for address in addresses):
        return True
    sites = {found[1] for found in map(_ACCOUNT.match, addresses) if found}
    return len(sites & _HOSTS) >= _NETWORKS


def _has_words(run: Run) -> bool:
    return any(map(str.isalnum, run.text))


def _is_named_subscription(address: str, own: str) -> bool:
    """Whether a part of the path names a subscription, in few words; in many it is the title of a story. On
    another site it ends with the word: "newsletter-tools" is the name of a program."""
    host = host_of(address)
    is_own = not host or same_site(host, own)
    parts = map(_WORD.findall, _path(address).split("/"))
    return any(
        len(part) <= _MAX_NAME and not _SUBSCRIBE.isdisjoint(part if is_own else part[-1:]) for part in parts
    )


def _path(address: str) -> str:
    """The path of an address, in which "sign-up" is one word."""
    # Behind ":~:" stand words of the text that a browser is to show.
    return _HOST.sub("", address.partition("?")[0].partition(":~:")[0]).replace("sign-up", "signup")


def _is_set_apart(run: Run) -> bool:
    """Whether a run is in italics or bold."""
    return bool(run.style & (Style.EM | Style.STRONG))


STAGE = Stage(name="promo", run=run, reasons=REASONS, sets=frozenset({Role.PROMO}))
