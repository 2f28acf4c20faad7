"""Pages that programs serve in place of the one that was asked for: messages of boards and shops, logins,
maintenance, lists of files, parked domains.

The names of elements are those that the programs' own templates have, whatever the language of the site; the
addresses are those of the companies that park domains. None of 3,736 annotated pages has one of either.
"""

from __future__ import annotations

from articlex.page import Form, Page
from articlex.regex import regex
from articlex.signs import signs_of

#: Words of the names of <html>, <body> or <main> of a page that stands in for another: of error pages (also
#: Magento's, PrestaShop's, Shopify's, WordPress's), of logins (Moodle, PrestaShop, WordPress) and of
#: maintenance (Drupal, Koha, Moodle).
_OF_PAGES = tuple(
    frozenset(words.split())
    for words in (
        "error404",
        "error 404",
        "page 404",
        "template 404",
        "cms noroute",
        "cms no route",
        "pagenotfound",
        "error page",
        "template password",
        "pagelayout login",
        "login action wp core ui",
        "maintenance page",
        "opac maintenance",
        "pagelayout maintenance",
    )
)
#: Words of the names of the element that holds a message instead of a page: Discourse, Discuz, Invision,
#: MediaWiki, Simple Machines, WooCommerce, and the themes of WordPress.
_OF_MESSAGES = tuple(
    frozenset(words.split())
    for words in (
        "page not found",
        "messagetext alert error",
        "messagetext alert info",
        "el error",
        "noarticletext",
        "fatal error",
        "woocommerce no products found",
        "no results not found",
    )
)
_WHOLE = frozenset(("html", "body", "main"))
#: The same of phpBB, and of the heading in it.
_PHPBB = (frozenset(("panel", "message")), frozenset(("message", "title")))

#: What the pages of parked domains load or lead to, and the mark that networks of them leave.
_PARKED = regex(
    r"wsimg\.com/parking-lander|lander_system|data-adblockkey|sedoparking\.com|parkingcrew\.net|bodis(?:cdn)?\.com"
    r"|parklogic\.com|//(?:www\.)?(?:afternic\.com/forsale|hugedomains\.com/domain_profile|dan\.com/buy-domain)"
)
#: One of these is in each of them, and is sought first: longer ones, as pages have "park" and "domain" that
#: are not parked, and the pattern takes longer to go through a page than all of these.
_PARKED_PARTS = (
    "parking-lander", "lander_system", "adblockkey", "parking.com", "parkingcrew.net", "bodis", "parklogic",
    "afternic.com", "hugedomains.com", "dan.com/",
)  # fmt: skip
#: The titles of the lists of files that Apache, nginx, lighttpd and Python print.
_FILES = regex(r"(?:Index of|Directory listing for) /")


def stand_in(page: Page) -> tuple[str, str]:
    """The reason for which a page with little text stands in for another one, and the text that says so;
    ("", "") if it does not."""
    if title := _list_of_files(page):
        return "file-list", title
    if page.form is Form.TEXT:
        return "", ""
    elements, nodes = signs_of(page).elements, page.nodes
    if any(nodes[number].tag in _WHOLE for number in elements.called_all(*_OF_PAGES)):
        return "error-class", ""
    messages = elements.called_all(*_OF_MESSAGES)
    if any(nodes[number].tag not in _WHOLE for number in messages) or all(map(elements.called_all, _PHPBB)):
        return "message", ""
    source = page.markup.source.lower()
    is_parked = any(part in source for part in _PARKED_PARTS) and _PARKED.search(source) is not None
    return ("parked", "") if is_parked else ("", "")


def _list_of_files(page: Page) -> str:
    """The title of a list of files; in raw page text its first line."""
    if page.form is Form.TEXT:
        title = page.blocks[0].text if page.blocks else ""
        return title if _FILES.match(title) else ""
    title = page.markup.title.strip()
    shown = (block.text for block in page.blocks if block.level == 1 or block.tag in ("h1", "h2"))
    return title if _FILES.match(title) and title in shown else ""
