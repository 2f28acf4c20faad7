"""Titles that are only the site's name or the page's address, as templates state them, and titles with the
number of an issue: another candidate, or the title without the number, comes first."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

from articlex.addresses import split_address
from articlex.facts import has_no_path, page_address
from articlex.page import Field, Page
from articlex.regex import regex
from articlex.signs import Place, signs_of
from articlex.titles.candidate import Candidate, Ranked, in_heading
from articlex.titles.page_site import page_site
from articlex.titles.site_names import SiteNames, is_site, says_site
from articlex.titles.trim import POINTS_ON, clean_title, split_title
from articlex.tokens import fold, squeeze

#: A name and an account of the fediverse: "Ann Example (@ann@social.example)".
_ACCOUNT = regex(r"[^@]{0,100}\(@[\w.-]{1,60}@[\w.-]{4,100}\)")
#: Signs between the words of an address.
_PARTING = frozenset(":/_-")
#: The number of an issue behind its title, and before it.
_NUMBER_BEHIND = regex(r"\s*\(?[#!](\d{1,7})\)?\Z")
_NUMBER_BEFORE = regex(r"#(\d{1,7})\s*[:–-]?\s*(?:\((\S.*)\)|(\S.*))\Z")
#: A <header> inside one of these is not that of the page.
_CONTENT = frozenset({"article", "main"})
#: Words of a part of a title that is the kind of the page and its number, at most: "Pull Request #412".
_MOST_KIND = 3
#: Steps of a path, at least.
_LEAST_STEPS = 3


def past_site(page: Page, ranked: Ranked) -> Candidate | None:
    """Another title if the likeliest is only the site's name or host: one that <title> states, or the h1 of
    an article. On a front page it stays, as that is called what the site is."""
    if named := _behind_site(page, ranked) or _before_section(page, ranked):
        return named
    names, host = page_site(page), split_address(page_address(page)).netloc
    if not _says_site(ranked[0].candidate.text, names, host) or has_no_path(page):
        return None
    others = [candidate for _, candidate in ranked if not is_site(candidate.text, names)]
    stated = next((candidate for candidate in others if _is_of_title(candidate)), None)
    if stated is None and _is_article(page):
        return next((candidate for candidate in others if _is_heading(page, candidate)), None)
    return stated


def _behind_site(page: Page, ranked: Ranked) -> Candidate | None:
    """The h1 below the page's <header>, if the likeliest title is the h1 inside it and <title> is the h1
    below alone or behind the other: "Harbour notes: The bridge opens"."""
    best = ranked[0].candidate
    if not any(_is_in_header(page, index) for index in best.blocks):
        return None
    rest = fold(page.markup.title).removeprefix(best.key + " ")
    named = (each for _, each in ranked[1:] if each.key == rest)
    return next((each for each in named if any(_is_below_header(page, i) for i in each.blocks)), None)


def _before_section(page: Page, ranked: Ranked) -> Candidate | None:
    """The heading in the content with which <title> begins, if <title> has the h1 of the page's <header>
    behind that, and the likeliest title is this h1 or both together: a conference above its talks, "Knots
    that hold :: Craft days :: schedule"."""
    first, *rest = map(fold, split_title(clean_title(page.markup.title)).parts)
    best = ranked[0].candidate.key if rest else ""
    name = next((part for part in rest if best in (part, f"{first} {part}")), "")
    headed = (each for _, each in ranked if name and each.key == name)
    if not any(_is_in_header(page, index) for each in headed for index in each.blocks):
        return None
    named = (each for _, each in ranked if each.key == first)
    return next((each for each in named if any(_heads_content(page, i) for i in each.blocks)), None)


def _heads_content(page: Page, index: int) -> bool:
    """Whether a block is a heading in <article> or <main>."""
    block = page.blocks[index]
    return block.level > 0 and not _CONTENT.isdisjoint(node.tag for node in page.around(block))


def _is_in_header(page: Page, index: int) -> bool:
    """Whether a block is an h1 in a <header> that is in neither <article> nor <main>."""
    block = page.blocks[index]
    tags = {node.tag for node in page.around(block)}
    return block.level == 1 and "header" in tags and tags.isdisjoint(_CONTENT)


def _is_below_header(page: Page, index: int) -> bool:
    """Whether a block is an h1 outside such a <header>."""
    return page.blocks[index].level == 1 and not _is_in_header(page, index)


def past_address(page: Page, ranked: Ranked) -> Candidate | None:
    """The h1 if the likeliest is only the end of the page's address and no heading: wikis have
    "notes:old-ropes" in <title>."""
    if not _ends_address(ranked[0].candidate.text, page):
        return None
    if in_heading(page, ranked[0].candidate):
        return None
    headings = (candidate for _, candidate in ranked[1:] if _is_heading(page, candidate))
    return next((heading for heading in headings if not is_site(heading.text, page_site(page))), None)


def past_account(page: Page, ranked: Ranked) -> Candidate | None:
    """What <title> states, if the likeliest title is only the account that posted, as Mastodon has it for
    sharing, and <title> has more than that: "Ann Example: “The crane sang.”"."""
    account = ranked[0].candidate
    if not _ACCOUNT.fullmatch(account.text):
        return None
    stated = (each for _, each in ranked[1:] if _is_of_title(each))
    return next((each for each in stated if account.text not in each.text), None)


def past_path(page: Page, ranked: Ranked) -> Candidate | None:
    """The last step if the likeliest title is a heading that prints a path of three steps, and the markup
    states the last: "Harbour notes 〉News 〉The bridge opens"."""
    best = ranked[0].candidate
    parts, signs = split_title(best.text)
    if len(parts) < _LEAST_STEPS or any(sign.strip() not in POINTS_ON for sign in signs):
        return None
    last = fold(parts[-1])
    stated = next((each for _, each in ranked[1:] if each.key == last and each.facts), None)
    return replace(stated, blocks=best.blocks) if stated else None


def past_board(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest title without the board behind it, "Leaves curl up > Questions", if the page prints the
    board alone and the rest in another heading, perhaps behind a label."""
    best = ranked[0].candidate
    parts, signs = split_title(best.text)
    if len(parts) != 2 or signs[0].strip() not in POINTS_ON:
        return None
    topic, board = map(fold, parts)
    said = [(fold(block.text), block) for block in page.blocks if 0 < len(block.text) <= len(best.text)]
    topics = [block.index for key, block in said if block.level and key != best.key and key.endswith(topic)]
    if not topics or not any(key == board for key, _ in said):
        return None
    return replace(best, text=parts[0], key=topic, blocks=topics)


def past_number(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest title without the number of an issue: "The ferry leaves early #412".

    It has to be the number of the page: the address ends with it, or a part of <title> is a word and the
    number, "The ferry leaves early · Issue #412 · harbour/ferries".
    """
    best = ranked[0].candidate
    parted = _without_number(best.text)
    if parted is None or not _is_own_number(page, parted[1]):
        return None
    known = next((candidate for _, candidate in ranked if candidate.text == parted[0]), None)
    return known or replace(best, text=parted[0], key=fold(parted[0]))


def _without_number(title: str) -> tuple[str, str] | None:
    """A title without the number of an issue at its end or start, and the number; None if it has none.
    Trackers write "#412 (The ferry leaves early)", too."""
    if "#" not in title and "!" not in title:
        return None
    if (behind := _NUMBER_BEHIND.search(title)) and behind.start():
        return title[: behind.start()], behind[1]
    before = _NUMBER_BEFORE.match(title)
    return (before[2] or before[3], before[1]) if before else None


def _is_own_number(page: Page, number: str) -> bool:
    """Whether ``number`` is that of the page, by its address or by a part of its <title>."""
    path = split_address(page_address(page)).path.rstrip("/")
    if path.rpartition("/")[2] == number:
        return True
    parts = (part.split() for part in split_title(clean_title(page.markup.title)).parts[1:])
    return any(len(words) <= _MOST_KIND and words[-1:] == [f"#{number}"] for words in parts)


def _ends_address(title: str, page: Page) -> bool:
    """Whether a title is words with signs of addresses between them, and the page's address ends with it."""
    if _PARTING.isdisjoint(title[1:-1]) or any(map(str.isspace, title)):
        return False
    url = page_address(page)
    return bool(url) and squeeze(unquote(url)).endswith(squeeze(title))


def _says_site(title: str, names: SiteNames, host: str) -> bool:
    """Whether a title is exactly the site's name, a label of its host, or the host."""
    name = _without_www(title)
    is_host = squeeze(name) == squeeze(_without_www(host))
    return bool(squeeze(name)) and (is_host or says_site(name, names))


def _without_www(host: str) -> str:
    return host.casefold().removeprefix("www.")


def _is_article(page: Page) -> bool:
    """Whether the markup calls the page an article. On other pages the h1 may be a slogan."""
    kinds = (str(fact.value) for fact in page.facts if fact.field is Field.PAGETYPE)
    return any("article" in kind or "posting" in kind for kind in kinds)


def _is_of_title(candidate: Candidate) -> bool:
    return any(fact.source == "title" for fact in candidate.facts)


def _is_heading(page: Page, candidate: Candidate) -> bool:
    """Whether an h1 above the text, in no part of the page but its content, prints a candidate."""
    signs = signs_of(page)
    return any(
        page.blocks[index].level == 1 and signs.places[index] is Place.NONE and index < signs.first
        for index in candidate.blocks
    )
