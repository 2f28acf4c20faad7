"""The printed dates of a page with their labels, and the features by which they are weighed as datelines.

Raw page text and HTML are treated alike; markup adds a few features.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from articlex.class_words import AUTHOR_WORDS
from articlex.copyright_notices import has_notice
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.dates.hours import spans_hours
from articlex.dates.labels import change_by, is_date_label, label_after, label_before
from articlex.dates.other_days import DUE, other_day, other_day_above
from articlex.dates.value import Found, Hints
from articlex.days.elements import MODIFIED_WORDS, PUBLISHED_WORDS, changed_days, with_moment
from articlex.days.page_clocks import is_page_clock
from articlex.days.printed import ELSEWHERE, DatedBlock, dated_blocks, headline_index, stated_dates
from articlex.days.teasers import look, without_teasers
from articlex.markup import Annotation
from articlex.page import Block, Kind, Page, Role
from articlex.regex import LETTER, regex
from articlex.signs import signs_of

#: A year that is not shortened to two digits; that of an East Asian era may have one or two.
_WHOLE_YEAR = regex(r"\d{4}|[年년]")
#: Blocks with a date that are looked at, at most: a page with more is a table or a list.
_MOST = 120

#: Characters of the shortest and of the longest line that may be a headline.
_TITLE = (25, 160)
#: Characters of the longest label in the line above a date.
_MAX_LABEL = 40
#: Blocks above the day of a thread in which its opener is named, and characters of the longest of these.
_STARTER, _MAX_STARTER = 3, 80
#: Words of annotations by which an element that names the author also prints the day.
_DAY_WORDS = frozenset(("time", "date", "published", "datepublished"))
#: A block with more unread characters than this counts as having so many letters beside its dates.
_UNREAD, _LONG = 80, 400


class Candidate(NamedTuple):
    """A printed date with the features by which it is weighed. ``label`` is "published", "updated", one of
    :data:`articlex.dates.other_days.OTHER`, or ""."""

    found: Found
    block: int
    label: str
    features: dict[str, float]


def candidates(page: Page, hints: Hints) -> list[Candidate]:
    """The printed dates that may be the day of publication, in page order."""
    stated = stated_dates(page, hints)
    first = list(islice(dated_blocks(page, hints, stated), _MOST))
    dated = without_teasers(page, first)
    if not dated:
        return []
    context = _Context(page, dated, stated, changed_days(page, hints))
    found = [candidate for one in dated for candidate in context.read(*one)]
    found = [one for one in found if one.label or not is_page_clock(page, one.block, one.found.raw)]
    return list(_ranked(found)) if found else []


class _Context:
    """Reads the candidates off the blocks of one page, in page order."""

    __slots__ = ("authors", "changed", "headline", "marked", "order", "page", "shapes", "signs", "stated")

    def __init__(
        self,
        page: Page,
        dated: Sequence[DatedBlock],
        stated: Mapping[int, list[Found]],
        changed: Mapping[int, set[str]],
    ) -> None:
        self.page = page
        self.stated = stated
        self.changed = changed
        self.signs = signs_of(page)
        self.headline = headline_index(page)
        notes = page.markup.annotations
        self.authors = {note.block for note in notes if _names_author(note)}
        #: The words of the annotations of each block, but for those on its authors alone.
        self.marked: dict[int, set[str]] = {}
        for note in notes:
            words = _words_of(note)
            if note.name == "rel" or not _names_author(note) or not words.isdisjoint(_DAY_WORDS):
                self.marked.setdefault(note.block, set()).update(words)
        #: How many blocks have each shape; the shape of each block, and how many have it before.
        self.shapes: Counter[tuple[str, str]] = Counter()
        self.order: dict[int, tuple[tuple[str, str], int]] = {}
        for one in dated:
            shape = look(page, one.block)
            self.order[one.block.index] = shape, self.shapes[shape]
            self.shapes[shape] += 1

    def _is_under_title(self, index: int) -> bool:
        """Whether a line as long as a headline, but no running text, stands among the three blocks above."""
        above = range(max(0, index - 3), index)
        return any(
            _TITLE[0] <= len(self.page.blocks[at].text) <= _TITLE[1] and not self.signs.prose[at]
            for at in above
        )

    def read(self, block: Block, text: str, dates: list[Found]) -> Iterator[Candidate]:
        """The candidates of one block."""
        shared = self._of_block(block)
        rest = len(LETTER.findall(text)) - sum(len(LETTER.findall(found.raw)) for found in dates)
        if len(block.text) > len(text) + _UNREAD:
            rest = _LONG
        moments = [one.value for one in self.stated.get(block.index, ())]
        labels = self._labels(block, text, dates)
        for place, (found, label) in enumerate(zip(dates, labels, strict=True)):
            features = shared | self._of_date(found, text, rest, label, place)
            yield Candidate(with_moment(found, place, len(dates), moments), block.index, label, features)

    def _labels(self, block: Block, text: str, dates: Sequence[Found]) -> Iterator[str]:
        """The label of each date of a block, "" if it has none.

        It stands before the date or behind it, in the line above if nothing stands before the first date, or
        in the markup. A day with a range of hours is that of an event.
        """
        last = 0
        # Whether each label stands behind its date: "2024年5月6日 公開 2024年5月7日 更新".
        behind = bool(label_after(text[dates[-1].end :])) and not label_before(text[: dates[0].start])
        for place, found in enumerate(dates):
            before = text[last : found.start]
            following = dates[place + 1].start if place + 1 < len(dates) else len(text)
            after = text[found.end : following]
            # Between two dates a label may belong to the second.
            is_next = not behind and following < len(text) and is_date_label(after)
            label = (
                self._label_before(block.index, before, place, behind)
                or ("" if is_next else label_after(after))
                or ("" if place else change_by(text[: found.start]))
                or ("updated" if found.value.day_iso() in self.changed.get(block.index, ()) else "")
            )
            # "时间" and "Date" are said of either: "时间：2024年5月25日 19:00-21:30".
            yield DUE if label in ("", "published") and spans_hours(text, found) else label
            last = found.end

    def _label_before(self, index: int, before: str, place: int, behind: bool) -> str:
        """The label in what stands ``before`` a date, or in the line above if nothing does; ``behind`` is
        whether the labels of the block stand behind their dates."""
        label = "" if behind and place and is_date_label(before) else label_before(before)
        other = other_day(before)
        if not label and not place and not before.strip() and index:
            previous = self.page.blocks[index - 1].text
            label = label_before(previous) if len(previous) <= _MAX_LABEL else ""
            other = other_day_above(previous)
        return label if other == DUE and self._begins_thread(index, before) else other or label

    def _begins_thread(self, index: int, before: str) -> bool:
        """Whether a board says beside a day, behind ``before``, who began the thread: what starts on the day
        is that, and nothing is due."""
        above = (block.text for block in self.page.blocks[max(0, index - _STARTER) : index])
        return any(_names_starter(text) for text in (before, *above) if len(text) <= _MAX_STARTER)

    def _of_date(self, found: Found, text: str, rest: int, label: str, place: int) -> dict[str, float]:
        """The features of one date: its label, how it is written, how many letters (``rest``) the block has
        beside its dates."""
        return {
            "label_published": float(label == "published"),
            "label_updated": float(label == "updated"),
            "alone": float(rest <= 2),
            "short": float(2 < rest <= 25),
            "medium": float(25 < rest <= 80),
            "long": float(rest > 80),
            "time": float(found.value.seconds is not None),
            "month": float(not found.value.day),
            "notice": float(has_notice(text)),
            "guess": float(not found.sure),
            "short_year": float(len(found.raw) <= 8 and not _WHOLE_YEAR.search(found.raw)),
            "second": float(place > 0),
            "leads": float(found.start <= 2),
        }

    def _of_block(self, block: Block) -> dict[str, float]:
        """The features of a block: where it stands, what its markup says, how many dated blocks look
        alike."""
        index, signs = block.index, self.signs
        distance = index - self.headline if self.headline is not None else None
        words = self.marked.get(index, set())
        total = signs.prose_before[-1]
        share = signs.prose_before[index] / total if total else 0.0
        shape, before = self.order[index]
        same = self.shapes[shape]
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
            "elsewhere": float(self.page.role(index) in ELSEWHERE),
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


def _names_starter(text: str) -> bool:
    """Whether a text begins with the label of who began a thread: "Thread starter ann_e"."""
    starters = byline_words().starters
    if not starters.may_begin(text):
        return False
    folded = fold_in_place(text)
    end = starters.at(folded)
    return end > 0 and not folded[end : end + 1].isalpha()


def _words_of(note: Annotation) -> set[str]:
    """The words of an annotation; the name of <time> is one."""
    words = set(note.value.lower().split())
    return words | {"time"} if note.name == "time" else words


def _names_author(note: Annotation) -> bool:
    """Whether an element names the author, by rel=author or by a word in another attribute."""
    if note.name == "rel":
        return note.value == "author"
    return not AUTHOR_WORDS.isdisjoint(_words_of(note))


def _ranked(found: list[Candidate]) -> Iterator[Candidate]:
    """The candidates with the features that compare them with each other."""
    headed = [place for place, one in enumerate(found) if below_headline(one.features)]
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


def below_headline(features: Mapping[str, float]) -> float:
    """1.0 if a date stands right or near below the headline, else 0.0."""
    return max(features["headline_next"], features["headline_near"])


def _together(f: dict[str, float]) -> dict[str, float]:
    """Products of features that say more together than apart."""
    near = below_headline(f)
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
