"""Headlines of threads in raw page text, where the likeliest line is the name of the board, a button or a
notice above the thread, or has the kind of the thread before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from articlex.page import Page
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.asked import begins_with_asked
from articlex.signs.stamps import holds_stamp
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.trim import POINTS_ON, split_title
from articlex.tokens import fold, width

#: Words for boards, with which their names end.
_BOARDS = (
    *("forum", "forums", "board", "boards", "foro", "foros", "форум", "φόρουμ", "פורום", "منتدى"),
    *("フォーラム", "掲示板", "论坛", "論壇", "포럼", "게시판"),
)
#: The kind of a thread in brackets before its headline.
_KIND = regex(r"[\[【［][^\]】］]{1,20}[\]】］]\s*")
#: Columns of the shortest headline that tells by itself that another line has it.
_LEAST = 16
#: Lines above the headline among which a path stands, and steps of it, at least.
_PATH_ABOVE, _LEAST_STEPS = 16, 3
#: Characters of the longest line with the day of a post; such lines of a thread, at least; lines from the
#: first of them down to the headline in the post.
_LONGEST_STAMP, _LEAST_STAMPS, _IN_POST = 100, 3, 8
#: The chance of the line that is taken, at least.
_LEAST_CHANCE = 0.03
_ASKS = ("?", "？", "؟", ";")


def past_board_name(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line between the likeliest of all and the first post, if that ends with a word for boards
    ("The harbour forum") and posts with their days stand below."""
    best = ranked[0].candidate
    if not best.key.endswith(_BOARDS):
        return None
    stamps = list(islice(_stamps(page, best.blocks[-1]), _LEAST_STAMPS))
    if len(stamps) < _LEAST_STAMPS:
        return None
    between = range(best.blocks[-1] + 1, stamps[0])
    return next(
        (
            each
            for chance, each in ranked[1:]
            if chance >= _LEAST_CHANCE and each.blocks[0] in between and not each.key.endswith(_BOARDS)
        ),
        None,
    )


def past_ask_button(page: Page, ranked: Ranked) -> Candidate | None:
    """The question right above the likeliest line, if that is none and the next line says when it was asked:
    "Which key is it?", "Ask a question", "Asked 3 May 2024"."""
    best = ranked[0].candidate
    first, below = best.blocks[0], best.blocks[-1] + 1
    if (
        best.text.endswith(_ASKS)
        or below >= len(page.blocks)
        or not begins_with_asked(page.blocks[below].text)
    ):
        return None
    return next(
        (each for _, each in ranked[1:] if first - 1 in each.blocks and each.text.endswith(_ASKS)), None
    )


def past_notice(page: Page, ranked: Ranked) -> Candidate | None:
    """The line that stands above the likeliest and again in the first post, right below its day, if the
    likeliest stands above that day alone: boards greet whoever reads for the first time."""
    best, signs = ranked[0].candidate, signs_of(page)
    stamps = list(islice(_stamps(page, best.blocks[0]), _LEAST_STAMPS))
    if (
        len(best.blocks) > 1
        or len(stamps) < _LEAST_STAMPS
        or not signs.has_text_between(best.blocks[0], stamps[0])
    ):
        return None
    for chance, each in ranked[1:]:
        above, below = each.blocks[0], each.blocks[-1]
        if chance < _LEAST_CHANCE or not above < best.blocks[0] < below or width(each.text) < _LEAST:
            continue
        first = next(_stamps(page, above), below)
        if best.blocks[0] < first < below <= first + _IN_POST:
            return each
    return None


def _stamps(page: Page, above: int) -> Iterator[int]:
    """The lines below block ``above`` that date a post."""
    for index in signs_of(page).with_digits:
        text = page.blocks[index].text
        if index > above and len(text) <= _LONGEST_STAMP and holds_stamp(text):
            yield index


def past_kind(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line without the kind of the thread in brackets before it, if the first line of the page
    begins with the rest, or the last step of a path above says it, be it cut off; or without all that stands
    before that step: "[Wanted] An old pump"."""
    best = ranked[0].candidate
    label = _KIND.match(best.text)
    rest = best.text[label.end() :] if label else ""
    steps = list(_last_steps(page, best.blocks[0]))
    whole = next((step for step in steps if width(step) >= _LEAST and best.text.endswith(step)), "")
    rest = whole or rest
    if rest == best.text:
        return None
    if fold(rest) and (_begins_page(page, best, rest) or any(_is_step(rest, step) for step in steps)):
        return replace(best, text=rest, key=fold(rest))
    return None


def _begins_page(page: Page, best: Candidate, rest: str) -> bool:
    """Whether the first line of the page, a <title>, begins with ``rest``."""
    head = next((block for block in page.blocks if block.text), None)
    return head is not None and head.index not in best.blocks and fold(head.text).startswith(fold(rest))


def _last_steps(page: Page, below: int) -> Iterator[str]:
    """The last step of each path among the lines above block ``below``."""
    for block in page.blocks[max(below - _PATH_ABOVE, 0) : below]:
        if POINTS_ON.isdisjoint(block.text):
            continue
        split = split_title(block.text)
        if len(split.parts) >= _LEAST_STEPS and all(sign.strip() in POINTS_ON for sign in split.seps):
            yield split.parts[-1]


def _is_step(rest: str, step: str) -> bool:
    """Whether a step of a path says ``rest``, or its beginning before the sign of a cut."""
    if fold(step) == fold(rest):
        return True
    cut = step.rstrip(" .…")
    return cut != step and width(cut) >= _LEAST and rest.startswith(cut.rstrip())
