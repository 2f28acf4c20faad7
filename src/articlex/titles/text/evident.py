"""Headlines of raw page text that are evident from the lines around, whatever the models say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from articlex.bylines.given import begins_as_name
from articlex.bylines.impossible import is_name
from articlex.bylines.label_tests import is_label, may_be_labelled
from articlex.bylines.lines import LABELLED_SHAPES, read_line
from articlex.bylines.persons import is_person
from articlex.data.bylines import byline_words
from articlex.dates.labels import is_date_label
from articlex.dates.parse import find_dates
from articlex.page import Block, Kind, Page
from articlex.punctuation import COLONS, SUPERSCRIPT_DIGITS, split_at_colon
from articlex.ranking import Weighed
from articlex.regex import DIGIT, regex
from articlex.signs import signs_of
from articlex.signs.replies import is_reply, replies_by_mark
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.no_headlines import is_dateline
from articlex.titles.text.candidates import LONGEST
from articlex.titles.text.printed_line import printed
from articlex.titles.trim import split_title
from articlex.tokens import fold

_HEADING = Kind.HEADING  # see articlex.page

#: The chance from which on a name above a date is a headline, of a page about somebody.
SURE = 0.5
#: Characters of the longest line that is a date. Of 5,637 flattened pages with a title three had a date for
#: it, all wrongly.
_LONGEST_DATE = 40
#: The same with a label: "Last modified on Tue 7 May 2024 09.10 BST".
_LONGEST_LABELLED = 80
#: What may stand behind a date at the end of its line.
_AROUND_DATE = " .,:;|()[]-–—"
#: Words of the longest label that is in no list.
_MOST_LABEL = 4
#: How shapes of bylines with a byline word at the start begin.
_LABELLED = ("by-", "colon-", "word-")
#: Footnote signs behind the authors of a paper.
_NOTE_SIGNS = frozenset(SUPERSCRIPT_DIGITS)
#: Replies in a thread by which its subject is told, at least, and their mark in mail, folded.
_LEAST_REPLIES, _MARK = 2, "re"
#: A label of one word and a colon behind it, or apart from it.
_LABEL_AND_COLON = 2
#: A reporter in brackets, with the paper and the town: "【合眾報／記者王小明／台北報導】".
_REPORTER = regex("[【〔［][^【〔［]{0,8}[记記]者[^】〕］]{2,24}[】〕］]")
#: Lines above a byline among which the headline is looked for.
_ABOVE = 3
#: Bytes of running text above a heading that make it one of a section.
_TEXT_ABOVE = 200
#: Items of a menu, at least; the share of a heading that is links if it is one.
_LEAST_ITEMS, _LINKED = 3, 0.9
#: The chance of a heading of the second level that gives way to the only one of the first. Of 1,114 pages
#: flattened to Markdown, of which 955 had their title, such headings have that of 23 more and lose none where
#: the likeliest line is of the third level or none; where it is of the second, seven and none below this
#: chance, two and seven above.
_UNLIKELY = 0.4
#: Lines from a date with the minutes to read down to the text, a button among them, and up to the headline:
#: the author, perhaps twice, and portraits stand between. The chance of that headline, at least.
_ABOVE_TEXT, _ABOVE_DAY, _LEAST_CHANCE = 4, 5, 0.01


def evident_headline(page: Page, ranked: Ranked) -> Candidate | None:
    """The headline that replies, Markdown, or a byline or date in its place point at.

    In that order: the subject of a thread, the only first heading, the line above the likeliest one if that
    is a byline or a name above a date, and any line that is no date if the likeliest is one.
    """
    if len(ranked) < 2:
        return None
    return (
        _answered(page, ranked)
        or _sole_heading(page, ranked)
        or _signed(ranked)
        or _named(page, ranked)
        or _dated(ranked)
    )


def _answered(page: Page, ranked: Ranked) -> Candidate | None:
    """The subject of a thread, which stands above each reply behind a mark: "Re: The bridge opens".

    Two replies are needed: the page of a single one in a mail archive prints the subject below, in a link.
    """
    marked = replies_by_mark(page)
    if len(marked) < _LEAST_REPLIES:
        return None
    replies = [(block.index, block.text, fold(block.text)) for block in marked]
    best = ranked[0].candidate.key
    for _, each in ranked:
        found = [index for index, text, said in replies if is_reply(text, said, each.key)]
        if best.startswith(each.key + " "):
            # "FAQ: The bridge" heads a section of "The bridge: opening hours and ways".
            ends = {index for index, _, said in replies if said == f"{_MARK} {each.key}"}
            found = [index for index in found if index in ends]
        if len(found) >= _LEAST_REPLIES and each.blocks[0] < found[0]:
            return each
    return _subject_of_mails(page, marked[0].index, [said for _, _, said in replies])


def _subject_of_mails(page: Page, end: int, replies: Sequence[str]) -> Candidate | None:
    """The line above block ``end`` that several of ``replies``, folded lines, have behind the mark of mail
    (RFC 5322): the sieve of lines may have lost it. Other marks are labels as well: "List: EUR 34"."""
    mark = f"{_MARK} "
    times = Counter(said.removeprefix(mark) for said in replies if said.startswith(mark))
    subjects = {said for said, count in times.items() if count >= _LEAST_REPLIES and " " in said}
    for block in page.blocks[:end] if subjects else ():
        subject = printed(block) if 0 < len(block.text) <= LONGEST else ""
        key = fold(subject)
        if key in subjects:
            return Candidate(subject, key, [block.index])
    return None


def _sole_heading(page: Page, ranked: Ranked) -> Candidate | None:
    """The only heading of the first level in a page that is Markdown, unless it is the site's name. Headings
    that are links, and text above, count where the likeliest line is a lesser heading, or none."""
    headings = [block for block in page.blocks if block.level == 1 and block.kind is _HEADING]
    plain = [block for block in headings if not _is_link(block)]
    if len(plain) != 1 or not plain[0].lines[0].lstrip().startswith("# "):
        return None
    sole = plain[0].index
    if _heads_a_menu(page, sole) or _is_stated_behind(page, sole, ranked[0].candidate):
        return None
    outranks = _outranks(page, sole, ranked[0])
    is_first = len(headings) == 1 and signs_of(page).prose_before[sole] < _TEXT_ABOVE
    if not is_first and not outranks:
        return None
    found = next((each for _, each in ranked if sole in each.blocks and not _is_part(page, each)), None)
    if found is None and outranks:
        text = printed(plain[0])
        return Candidate(text, fold(text), [sole]) if fold(text) else None
    return found


def _is_link(block: Block) -> bool:
    """Whether nearly all of a block is links."""
    return block.link_chars >= _LINKED * len(block.text)


def _outranks(page: Page, sole: int, likeliest: Weighed[Candidate]) -> bool:
    """Whether the heading ``sole`` of the first level, below the links of a page's head, outranks the
    likeliest line: that is no heading, one of the third level or below, or an unlikely one."""
    if sum(block.links > 0 for block in page.blocks[:sole]) < _LEAST_ITEMS:
        return False
    levels = {page.blocks[index].level for index in likeliest.candidate.blocks}
    if 1 in levels:
        return False
    return 2 not in levels or likeliest.chance < _UNLIKELY


def _heads_a_menu(page: Page, sole: int) -> bool:
    """Whether the heading ``sole`` is the site's name: it is printed above as well, and a menu and another
    heading follow before any running text."""
    text, items = page.blocks[sole].text, 0
    if all(block.text != text for block in page.blocks[:sole]):
        return False
    prose = signs_of(page).prose
    for block in takewhile(lambda block: not prose[block.index], page.blocks[sole + 1 :]):
        items += block.kind is Kind.LIST_ITEM
        if block.kind is _HEADING and block.level > 1:
            return items >= _LEAST_ITEMS
    return False


def _is_stated_behind(page: Page, sole: int, best: Candidate) -> bool:
    """Whether the heading ``sole`` is the site's name: the first line, a <title>, has it behind the likeliest
    line, which stands below the heading: "Old ropes :: Harbour Days"."""
    first, *others = split_title(page.blocks[0].text).parts
    if not others or best.blocks[-1] <= sole or fold(first) != best.key:
        return False
    return fold(page.blocks[sole].text) in map(fold, others)


def _is_part(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate is only a part of its line: it is shorter by more than two characters."""
    return len(candidate.text) < len(page.blocks[candidate.blocks[0]].text) - 2


def _signed(ranked: Ranked) -> Candidate | None:
    """The likeliest of the lines right above the likeliest one, if that is a byline."""
    return _above(ranked, _ABOVE) if _names_authors(ranked[0].candidate.text) else None


def _names_authors(text: str) -> bool:
    """Whether a line is a byline: persons behind a byline word, with an agency perhaps, or with footnote
    signs; any name behind a label with a colon; or a reporter with the paper in brackets. The byline word may
    be the second label of the line: "来源：晨报 作者：王小明"."""
    if _REPORTER.fullmatch(text):
        return True
    is_noted = not _NOTE_SIGNS.isdisjoint(text)
    if not (is_noted or may_be_labelled(text) or sum(map(text.count, COLONS)) > 1):
        return False
    line = read_line(text)
    if line is None:
        return False
    if line.shape in LABELLED_SHAPES or line.names == (_behind_colon(text),):
        return True
    agencies = byline_words().agencies
    people = [name for name in line.names if name.casefold() not in agencies]
    is_labelled = line.shape.startswith(_LABELLED) and len(people) < len(line.names)
    is_signed = is_labelled or (is_noted and line.shape == "bare")
    if line.shape == "by-other" and len(people) == 1:
        # "By Example Court Reporter"
        return people[0].rpartition(" ")[2].casefold() in byline_words().jobs
    return is_signed and bool(people) and all(map(is_person, people))


def _behind_colon(text: str) -> str:
    """What stands behind the colon of a label for the author, in a line of a form: "글쓴이 : 홍길동"."""
    label, _, value = split_at_colon(text)
    return value.strip() if len(text) <= _LONGEST_LABELLED and is_label(label) else ""


def _named(page: Page, ranked: Ranked) -> Candidate | None:
    """The line right above the likeliest one, if that is a name above a date and not likely enough."""
    chance, best = ranked[0]
    after = best.blocks[-1] + 1
    if chance >= SURE or after >= len(page.blocks) or not begins_as_name(best.text):
        return None
    if not is_name(best.text) or not _is_date(page.blocks[after].text):
        return None
    return _above(ranked, 1)


def _dated(ranked: Ranked) -> Candidate | None:
    """The likeliest line that is no date or byline, if the likeliest one is a date."""
    if not _is_date(ranked[0].candidate.text):
        return None
    others = (each for _, each in ranked[1:] if not _is_date(each.text))
    return next((each for each in others if not _names_authors(each.text)), None)


def _is_date(text: str) -> bool:
    """Whether a line is mostly a date, with a label perhaps, or begins with date and time
    ("2024年5月12日10:20 河西网 王小明") or with a label of one word and a date ("날짜 : 13-07-15"), or is a
    label, a date and a byline ("Posted May 12, 2024 by Ann Example")."""
    if len(text) > _LONGEST_LABELLED or not DIGIT.search(text):
        return False
    dates = find_dates(text)
    if len(text) <= _LONGEST_DATE and 2 * sum(len(found.raw) for found in dates) >= len(text):
        return True
    if dates and not dates[0].start and dates[0].value.seconds is not None:
        return True
    if not dates:
        return False
    before, after = text[: dates[0].start], text[dates[-1].end :].strip(_AROUND_DATE)
    if before.endswith((": ", "：")) and len(before.split()) <= _LABEL_AND_COLON:
        return True
    if after:
        return is_date_label(before) and read_line(after) is not None
    return is_date_label(before) or _is_label_of_day(before)


def _is_label_of_day(text: str) -> bool:
    """Whether a few words with a colon have a word for a day in them: "Effective date:", "Data wejścia:"."""
    words = text.casefold().rstrip(" :：").split()
    ends = text.rstrip().endswith(COLONS)
    return ends and 1 < len(words) <= _MOST_LABEL and not byline_words().noise.isdisjoint(words)


def _above(ranked: Ranked, most: int) -> Candidate | None:
    """The likeliest of the other candidates in the ``most`` lines right above the likeliest one, or None."""
    first = ranked[0].candidate.blocks[0]
    above = range(first - most, first)
    return next((each for _, each in ranked[1:] if any(index in above for index in each.blocks)), None)


def above_minutes(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line above the date and the minutes to read ("28 Feb 2025 • 2 min read"), if the
    likeliest of all is below the start of the text, or is a byline above the date.

    Such a line stands between headline, or byline, and text. A note of a few sentences repeats little of its
    headline, and the teaser of another story below repeats much of its own.
    """
    signs = signs_of(page)
    start = next((index for index, is_prose in enumerate(signs.prose) if is_prose), None)
    if start is None or len(ranked) < 2:
        return None
    day = next(
        (i for i in range(max(start - _ABOVE_TEXT, 0), start) if is_dateline(page.blocks[i].text)), None
    )
    if day is None:
        return None
    best, lines = ranked[0].candidate, range(day - _ABOVE_DAY, day)
    if best.blocks[0] < start and not (best.blocks[0] in lines and _names_people(best.text)):
        return None
    return next(
        (each for chance, each in ranked[1:] if chance >= _LEAST_CHANCE and _is_there(each, lines)), None
    )


def _is_there(candidate: Candidate, lines: range) -> bool:
    """Whether a candidate is printed in ``lines`` only, as no section is, and is no byline."""
    return all(index in lines for index in candidate.blocks) and not _names_people(candidate.text)


def _names_people(text: str) -> bool:
    """Whether a line is nothing but names of persons, one of which begins with a known given name."""
    line = read_line(text)
    if line is None or line.shape != "bare" or not line.are_persons:
        return False
    return any(map(begins_as_name, line.names))
