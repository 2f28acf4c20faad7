"""What tells a thread, which always has an author, from pages that nobody signs."""

from __future__ import annotations

from collections import Counter

from articlex.authors.gathering import Authors, dated_lines
from articlex.bylines.given import has_given_name
from articlex.bylines.persons import is_handle
from articlex.page import Form, Page
from articlex.page_kinds import FORUM
from articlex.regex import DIGIT, WORD, regex
from articlex.signs import once_a_page, signs_of

#: Characters of the longest line that may be furniture of a post.
_SHORT = 60
#: How often a user name stands on a page, at most; a word that is there more often is a button.
_MOST_TIMES = 40
_CLOCK = regex(r"(?<![\d:.])\d{1,2}:\d\d(?![\d:])")
_NUMBER = regex(r"#\s?\d{1,5}\Z")
#: Last blocks of a page among which the program is named, and characters of the longest such notice.
_FOOT, _NOTICE = 20, 200
#: Of a line that each post has: how often it stands, at least, and as a share of the most frequent line; and
#: how many such lines there are. With two of them, 495 pages of `wcxb-dev` and `forums` would lose three
#: authors.
_LEAST_POSTS, _EACH_POST, _LEAST_LABELS = 4, 0.8, 3
#: Words for boards and threads: those of addresses, and those of other scripts.
_WORDS = FORUM | frozenset(
    "форум форума форуме форумы тема темы φόρουμ פורום منتدى منتديات फ़ोरम "
    "フォーラム 掲示板 论坛 論壇 포럼 게시판".split()
)
#: Programs that run boards; the foot of a page names them.
_ENGINES = (
    "phpbb xenforo vbulletin discourse mybb nodebb flarum invision punbb fluxbb bbpress woltlab yabb lemmy "
    "smf vanilla"
).split()


def thread_features(page: Page) -> dict[str, float]:
    """Counts of posts, posters and words for boards in raw page text; {} for HTML."""
    if page.form is not Form.TEXT:
        return {}
    replies = clocks = numbers = 0
    times: dict[str, int] = {}
    lines: list[str] = []
    last = ""
    for block, label in zip(page.blocks, signs_of(page).labels, strict=True):
        text = block.text
        if not 0 < len(text) <= _SHORT:
            continue
        if label:
            replies += label == "reply"
            continue
        if " " not in text and is_handle(text):
            # Of two in a row, the first is the text of a portrait.
            times[text] = times.get(text, 0) + (text != last)
            numbers += text[0] == "#" and _NUMBER.match(text) is not None
        elif ":" in text and _CLOCK.search(text):
            clocks += 1
        lines.append(text)
        last = text
    foot = " ".join(block.text.lower() for block in page.blocks[-_FOOT:] if len(block.text) < _NOTICE)
    found = set(WORD.findall(foot))
    return {
        "thread:replies": float(replies),
        "thread:clocks": float(clocks),
        "thread:numbers": float(numbers),
        "thread:words": float(_with_words("\n".join(lines).lower())),
        "thread:posters": float(sum(1 < each <= _MOST_TIMES for each in times.values())),
        "thread:engine": float(not found.isdisjoint(_ENGINES)),
        "thread:dates": float(len(dated_lines(page))),
    }


def is_of_each_post(page: Page, candidate: Authors) -> bool:
    """Whether a candidate of raw page text is only a line that each post has: a rank, a button.

    Such lines stand about as often as the most frequent line without a figure, and there are several; a
    poster stands less often. A known given name may stand above each story of a list of one author, and so
    may a name above a biography.
    """
    name = candidate.names[0]
    if "bio-below" in candidate.features:
        return False
    if page.form is not Form.TEXT or not candidate.blocks or has_given_name(name):
        return False
    if any(page.blocks[index].text != name for index in candidate.blocks):
        return False
    times = _times(page)
    least = max(_LEAST_POSTS, _EACH_POST * max(times.values(), default=0))
    return times[name] >= least and sum(count >= least for count in times.values()) >= _LEAST_LABELS


@once_a_page
def _times(page: Page) -> Counter[str]:
    """How often each short line without a figure stands; single letters are portraits and left out."""
    with_digits = set(signs_of(page).with_digits)
    return Counter(
        block.text
        for block in page.blocks
        if 1 < len(block.text) <= _SHORT and not (block.index in with_digits and DIGIT.search(block.text))
    )


def _with_words(lines: str) -> int:
    """How many of the lines have a word for a board or a thread. Most pages have none."""
    found: set[int] = set()
    for word in _WORDS:
        start = lines.find(word)
        while start >= 0:
            end = start + len(word)
            if not lines[end : end + 1].isalpha() and not (start and lines[start - 1].isalpha()):
                found.add(lines.rfind("\n", 0, start))
            start = lines.find(word, end)
    return len(found)
