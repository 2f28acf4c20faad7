"""The printed dates of a page, and what speaks for each being the day on which the article was published.

Works on raw page text and on HTML alike: what the markup adds is a few features more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from articlex.dates.elements import (
    MODIFIED_WORDS,
    PUBLISHED_WORDS,
    changed_days,
    set_apart,
    time_texts,
)
from articlex.dates.fold import plain
from articlex.dates.hebrew import HUNDREDS
from articlex.dates.labels import is_date_label, label_after, label_before
from articlex.dates.lifespans import ends_life
from articlex.dates.moments import with_moment
from articlex.dates.parse import find_dates, parse_date
from articlex.dates.relative import MAX_CHARS
from articlex.dates.value import Found, Hints, hinted
from articlex.page import Block, Form, Hidden, Kind, Page, Role, Wrap
from articlex.read.html.attributes import AUTHOR_WORDS
from articlex.regex import LETTER, regex
from articlex.signs import signs_of

#: A year of one of the calendars, or two digits that may be one. What lacks both has no date.
_MAYBE = regex(
    r"(?:199|20[0-9]|13[6-9]|14[0-6]|25[3-9])[0-9]|[0-9]\s?[./\-]\s?[0-9]{2}(?![0-9])|年|년|['’][0-9]{2}(?![0-9])"
    r"|[0-9][\s-][^\W\d]{3,12}\.?[\s-][0-9]{2}(?![0-9])|[\u0e01-\u0e4e]\.?\s?[0-9]{2}(?![0-9])"
    rf"|[RHS][0-9]{{1,2}}[./]|{HUNDREDS}"
)
#: Where a lost line break has stuck a date to the word before it: "HealthDecember 22", "Ann3/4/2025".
_GLUED = regex(
    r"(?<=[^\W\d_A-Z])(?=[A-Z][^\W\d_]{2,10}\.? [0-9]{1,2}, ?(?:19|20)[0-9]"
    r"|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20))"
)
#: A year that is not cut to two digits; one of an East Asian era may have one or two.
_WHOLE_YEAR = regex(r"\d{4}|[年년]")
_DIGITS = regex(rf"\d[\d年]|[〇零○一二三四五六七八九十元]年[一二三四五六七八九十]|{HUNDREDS}[א-ת\"'׳״”]")
_UNSEEN = Hidden.TEMPLATE | Hidden.DATA
#: Of a longer block, this much of its beginning is read: a dateline opens a paragraph.
_HEAD = 120
#: Blocks with a date that are looked at; a page with more is a table or a list.
_MOST = 120

#: Dates that the markup of one block states, at most.
_MOST_STATED = 8

#: Characters of a headline.
_TITLE = (25, 160)

#: Roles whose dates are not those of the article. In raw page text the dateline often stands in the run of
#: short lines that is the menu, so NAV speaks against a date there and does not rule it out.
_ELSEWHERE_IN_TEXT = frozenset(
    {Role.COMMENT, Role.RELATED, Role.LANGUAGE_MENU, Role.CONSENT, Role.PROMO, Role.PAGINATION}
)
_ELSEWHERE = _ELSEWHERE_IN_TEXT | {Role.NAV}
#: Words of class and id of an element that says since when somebody has been a member: phpBB has it beside
#: each post, other boards have "joindate", "member-since".
_JOINING = (
    frozenset({"joined"}),
    frozenset({"joindate"}),
    frozenset({"join", "date"}),
    frozenset({"member", "since"}),
)
#: A word of the class of the <blockquote> that each of these sites has its posts in on other pages.
_POSTS = frozenset({"tweet", "twitter", "instagram", "tiktok", "bluesky", "mastodon", "reddit"})
#: Blocks above and below the headline in which they do not rule a date out either.
_ABOVE, _BELOW = 4, 8


class Candidate(NamedTuple):
    """A printed date. ``label`` is "published", "updated" or ""; ``features`` are those of FEATURES."""

    found: Found
    block: int
    label: str
    features: dict[str, float]


def candidates(page: Page, hints: Hints) -> list[Candidate]:
    """All printed dates of a page that may be the article's, in page order."""
    stated = _stated(page, hints)
    dated = list(islice(_dated_blocks(page, hints, stated), _MOST))
    if not dated:
        return []
    context = _Context(page, dated, stated, changed_days(page, hints))
    found = [candidate for block, text, dates in dated for candidate in context.read(block, text, dates)]
    return list(_ranked(found)) if found else []


def _dated_blocks(
    page: Page, hints: Hints, stated: Mapping[int, list[Found]]
) -> Iterator[tuple[Block, str, list[Found]]]:
    """Each block with dates, its text as the dates count in it, and the dates."""
    headline = headline_index(page)
    elements = time_texts(page)
    beside = range(0) if headline is None else range(headline - _ABOVE, headline + _BELOW)
    for block in page.blocks:
        machine = stated.get(block.index)
        head = block.text if len(block.text) <= _HEAD * 2 else block.text[:_HEAD]
        # "3 hours ago" has no figures that look like a date.
        aged = hints.reference is not None and len(head) <= MAX_CHARS
        # What costs least is asked first: most blocks of a page have no figure.
        if not (aged or machine or _DIGITS.search(head)) or _is_elsewhere(page, block, beside):
            continue
        text = _unglued(plain(set_apart(head, elements.get(block.index, ()))))
        printed = find_dates(text, hinted(hints, head)) if aged or _MAYBE.search(text) else []
        dates = [_as_stated(found, machine) for found in printed] if machine else printed
        if machine and not printed:
            dates = machine[:1]
        if dates:
            yield block, text, dates


def _is_elsewhere(page: Page, block: Block, beside: range) -> bool:
    """Whether a date in a block is not that of the article, whatever it says; ``beside`` is the headline."""
    if block.kind is Kind.CODE or block.hidden & _UNSEEN:
        return True
    words = page.nodes[block.node].words
    if words and any(joining.issubset(words) for joining in _JOINING):
        return True
    if block.within and _is_embedded(page, block):
        return True
    flat = page.form is Form.TEXT
    if page.role(block.index) in (_ELSEWHERE_IN_TEXT if flat else _ELSEWHERE) and block.index not in beside:
        return True
    return flat and _is_of_quotation(page, block)


def _is_embedded(page: Page, block: Block) -> bool:
    """Whether a block stands in a post on another site, which that site's program shows on the page."""
    node = page.nodes[block.node]
    while node.parent >= 0:
        if node.tag == "blockquote" and not _POSTS.isdisjoint(node.words):
            return True
        node = page.nodes[node.parent]
    return False


def _unglued(text: str) -> str:
    """``text`` with a blank before each date that is stuck to a word."""
    return _GLUED.sub(" ", text) if "20" in text or "19" in text else text


def _is_of_quotation(page: Page, block: Block) -> bool:
    """Whether a block of a letter quotes another one, or says who wrote what is quoted below it."""
    within = [container for container in block.within if container.wrap is Wrap.QUOTE]
    if within or not block.text.endswith((":", "：")) or block.index + 1 == len(page.blocks):
        return bool(within)
    return any(container.wrap is Wrap.QUOTE for container in page.blocks[block.index + 1].within)


def _is_labelled_behind(text: str, dates: Sequence[Found]) -> bool:
    """Whether the label of each date stands behind it: "2024年5月6日 公開 2024年5月7日 更新"."""
    return bool(label_after(text[dates[-1].end :])) and not label_before(text[: dates[0].start])


def _as_stated(found: Found, machines: Sequence[Found]) -> Found:
    """``found`` as a day that an element states for machines, if day and month are exchanged, or if what
    stands beside the printed day hides it and leaves the month ("20 January 202020 January 2020")."""
    first, own = machines[0].value, found.value.day_iso()
    if not found.value.day and first.day_iso().startswith(own):
        return found._replace(value=first, sure=True)
    other = found.value.swapped()
    days = {machine.value.day_iso() for machine in machines}
    if other is None or own in days or other.day_iso() not in days:
        return found
    return found._replace(value=other, sure=True)


def _stated(page: Page, hints: Hints) -> dict[int, list[Found]]:
    """The machine-readable dates of <time> and date classes, by block: for "3 hours ago" in print."""
    found: dict[int, list[Found]] = {}
    for note in page.markup.annotations:
        if note.name not in ("time", "class") or not note.content:
            continue
        known = found.get(note.block, [])
        date = parse_date(note.content, hints) if len(known) < _MOST_STATED else None
        # One element may state its date by its name and by its class.
        if date and all(date.value != other.value for other in known):
            found.setdefault(note.block, known).append(date._replace(start=0, end=0))
    return found


class _Context:
    """What is known of the page around its dates."""

    __slots__ = ("authors", "changed", "headline", "marked", "page", "seen", "shapes", "signs", "stated")

    def __init__(
        self,
        page: Page,
        dated: Sequence[tuple[Block, str, list[Found]]],
        stated: Mapping[int, list[Found]],
        changed: Mapping[int, set[str]],
    ) -> None:
        self.page = page
        self.stated = stated
        self.changed = changed
        self.signs = signs_of(page)
        self.headline = headline_index(page)
        self.marked: dict[int, set[str]] = {}
        self.authors: set[int] = set()
        for note in page.markup.annotations:
            words = set(note.value.lower().split())
            if note.name == "time":
                words.add("time")
            if note.name == "rel":
                if note.value == "author":
                    self.authors.add(note.block)
            elif words & AUTHOR_WORDS:
                self.authors.add(note.block)
                if not words & {"time", "date", "published", "datepublished"}:
                    continue
            self.marked.setdefault(note.block, set()).update(words)
        self.shapes = Counter(self._shape(block) for block, _, _ in dated)
        #: Blocks of each shape that have been read.
        self.seen: Counter[tuple[str, str]] = Counter()

    def _shape(self, block: Block) -> tuple[str, str]:
        node = self.page.nodes[block.node]
        return node.tag, node.shape

    def _is_under_title(self, index: int) -> bool:
        """Whether a line as long as a headline stands just above."""
        above = range(max(0, index - 3), index)
        return any(
            _TITLE[0] <= len(self.page.blocks[at].text) <= _TITLE[1] and not self.signs.prose[at]
            for at in above
        )

    def read(self, block: Block, text: str, dates: list[Found]) -> Iterator[Candidate]:
        """The candidates of one block."""
        shared = self._of_block(block)
        rest = len(LETTER.findall(text)) - sum(len(LETTER.findall(found.raw)) for found in dates)
        if len(block.text) > len(text) + 80:
            rest = 400
        last = 0
        behind = _is_labelled_behind(text, dates)
        for place, found in enumerate(dates):
            before = text[last : found.start]
            label = "" if behind and place and is_date_label(before) else label_before(before)
            if not label and place == 0 and not text[: found.start].strip() and block.index:
                previous = self.page.blocks[block.index - 1].text
                label = label_before(previous) if len(previous) <= 40 else ""
            following = dates[place + 1].start if place + 1 < len(dates) else len(text)
            after = text[found.end : following]
            if not label and (behind or following == len(text) or not is_date_label(after)):
                label = label_after(after)
            if not label and found.value.day_iso() in self.changed.get(block.index, ()):
                label = "updated"
            last = found.end
            features = shared | self._of_date(found, text, rest, label, place)
            moments = [one.value for one in self.stated.get(block.index, ())]
            if ends_life(text[: found.start]):
                continue
            yield Candidate(with_moment(found, place, len(dates), moments), block.index, label, features)

    def _of_date(self, found: Found, text: str, rest: int, label: str, place: int) -> dict[str, float]:
        return {
            "label_published": float(label == "published"),
            "label_updated": float(label == "updated"),
            "alone": float(rest <= 2),
            "short": float(2 < rest <= 25),
            "medium": float(25 < rest <= 80),
            "long": float(rest > 80),
            "time": float(found.value.seconds is not None),
            "month": float(not found.value.day),
            "notice": float("©" in text or "copyright" in text.lower()),
            "guess": float(not found.sure),
            "short_year": float(len(found.raw) <= 8 and not _WHOLE_YEAR.search(found.raw)),
            "second": float(place > 0),
            "leads": float(found.start <= 2),
        }

    def _of_block(self, block: Block) -> dict[str, float]:
        index, signs = block.index, self.signs
        distance = index - self.headline if self.headline is not None else None
        words = self.marked.get(index, set())
        total = signs.prose_before[-1]
        share = signs.prose_before[index] / total if total else 0.0
        shape = self._shape(block)
        same, before = self.shapes[shape], self.seen[shape]
        self.seen[shape] += 1
        listed = same if self.page.nodes[block.node].shape else 0
        return {
            "headline_next": float(distance is not None and 0 < distance <= 3),
            "headline_near": float(distance is not None and 3 < distance <= 8),
            "headline_above": float(distance is not None and -4 <= distance < 0),
            "headline_far_above": float(distance is not None and distance < -4),
            "headline_itself": float(distance == 0),
            "no_headline": float(distance is None),
            "above_text": float(index < signs.first),
            "below_text": float(index > signs.last),
            "at_start": float(-2 <= index - signs.first < 0),
            "near_start": float(-6 <= index - signs.first < -2),
            "middle": float(0.1 < share < 0.9),
            "late": float(share >= 0.9),
            "depth": index / len(self.page.blocks),
            "under_title": float(self._is_under_title(index)),
            "near_end": float(0 < index - signs.last <= 4),
            "prose": float(signs.prose[index]),
            "nav": float(self.page.role(index) is Role.NAV),
            "elsewhere": float(self.page.role(index) in _ELSEWHERE),
            "place": float(bool(signs.places[index])),
            "tail": float(index >= signs.tail),
            "marked": float(bool(words)),
            "marked_time": float("time" in words),
            "marked_published": float(bool(words & PUBLISHED_WORDS)),
            "marked_modified": float(bool(words & MODIFIED_WORDS)),
            "byline": float(bool(self.authors & {index - 1, index, index + 1})),
            "listed": float(listed == 2),
            "listed_often": float(listed > 2),
            "listed_at": min(before, 40) / 40,
            "listed_many": min(same, 40) / 40,
            "hidden": float(bool(block.hidden)),
            "cell": float(block.kind in (Kind.TABLE, Kind.LIST_ITEM, Kind.HEADING)),
            "link": float(block.link_chars > len(block.text) / 2),
        }


def _ranked(found: list[Candidate]) -> Iterator[Candidate]:
    """The candidates with what they are among each other."""
    headed = [
        place
        for place, one in enumerate(found)
        if one.features["headline_next"] or one.features["headline_near"]
    ]
    first = headed[0] if headed else 0
    days = Counter(one.found.value.day_iso() for one in found)
    oldest = min(one.found.value.day_iso() for one in found)
    newest = max(one.found.value.day_iso() for one in found)
    for place, one in enumerate(found):
        day = one.found.value.day_iso()
        one.features.update(
            first=float(place == first),
            only=float(len(days) == 1),
            few=float(1 < len(days) <= 3),
            many=float(len(days) > 8),
            again=float(days[day] > 1),
            newest=float(day == newest),
            oldest=float(day == oldest),
        )
        one.features.update(_together(one.features))
        yield one


def _together(f: dict[str, float]) -> dict[str, float]:
    """Features that say more together than apart."""
    near = max(f["headline_next"], f["headline_near"])
    bare = max(f["alone"], f["short"])
    return {
        "near_bare": near * bare,
        "first_bare": f["first"] * bare,
        "above_bare": f["headline_above"] * bare,
        "title_bare": f["under_title"] * bare,
        "start_bare": f["at_start"] * bare,
        "labelled_near": f["label_published"] * near,
        "labelled_bare": f["label_published"] * (bare + f["medium"]),
        "labelled_below": f["label_published"] * f["below_text"],
        "marked_below": f["marked"] * f["below_text"],
        "marked_first": f["marked"] * f["first"],
        "listed_near": f["listed_often"] * near,
        "listed_first": f["listed_often"] * f["first"],
        "listed_oldest": f["listed_often"] * f["oldest"],
        "first_oldest": f["first"] * f["oldest"],
        "timed_oldest": f["time"] * f["oldest"],
        "leads_prose": f["leads"] * f["long"],
        "first_title": f["first"] * f["under_title"],
    }


def headline_index(page: Page) -> int | None:
    """The block with the headline: the one marked so, else the best guess; None if there is none."""
    title = Role.TITLE
    for mark in page.marks:
        if mark.role is title:
            return mark.block
    stated = {page.markup.title, *(text for name, text in page.markup.metas if name.endswith(":title"))}
    heads = [plain(text)[:40].casefold() for text in stated if len(text) > 12]
    best = None
    for block in page.blocks:
        if block.level == 1 and block.text:
            return block.index
        if best is None and len(block.text) > 12:
            start = plain(block.text)[:40].casefold()
            if any(head.startswith(start) or start.startswith(head) for head in heads):
                best = block.index
    return best
