"""The candidates for the headline of raw page text: lines, and parts of those with separators.

A page has hundreds of lines, so there are two steps: cheap features sieve those near the top and near the
places where the body may begin (:mod:`articlex.titles.text.lines`), and the lines that are left are compared
with the text (:mod:`articlex.titles.text.features`).
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.lines import greets
from articlex.bylines.picture_credits import ends_with_credit
from articlex.page import Block, Page, Role
from articlex.punctuation import SUPERSCRIPT_DIGITS
from articlex.read.text.measures import columns
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.listed_days import listed_titles
from articlex.signs.quotations import is_quoted, leads_to_quotation
from articlex.signs.wiki_source import says_source
from articlex.titles.candidate import Candidate
from articlex.titles.no_headlines import is_no_headline
from articlex.titles.site_names import is_host
from articlex.titles.text.choice import line_chances
from articlex.titles.text.features import describe
from articlex.titles.text.lines import Lines, read_lines
from articlex.titles.text.printed_line import printed
from articlex.titles.trim import POINTS_ON, Parts, clean_title, split_title, trailed_steps
from articlex.tokens import fold

#: Lines that the net over lines leaves. The headline is printed by one of the first 16, or by a part of one,
#: on as many pages as it was by one of 32 that trees had left (0.930 of 1,879), and 16 cost half.
MAX_LINES = 16
#: Columns of the longest headline; none of 2,000 has more than 260.
LONGEST = 300
#: Parts of a line, at most; with more it is a menu.
MAX_PARTS = 6
#: Lines that the trees have taken for the headline where no other was likelier: copyright notices,
#: affiliations with the sign of a footnote, links up or back ("↑ Back to the top", "^ permalink"), and
#: pictures as text browsers print them ("[spacer]").
_NO_HEADLINE = regex(
    r"(?i)(?:copyright\W*)?(?:[©ⓒ]|\(c\)\s*\d{4})|copyright\W{0,3}\d{4}|\[[\w.-]+\]\Z"
    + rf"|\^ |[{SUPERSCRIPT_DIGITS}↑⬆⇧▲⤴←⇦]"
)
#: One of a row of buttons: "[Date Prev][Date Next][Thread Index]".
_BUTTON = regex(r"\[[^\[\]]*+\]")
#: An address behind a colon or a bracket: "View this letter in your browser: https://…".
_LEADS = regex(r"[:：(<\[] ?<?https?://\S+ ?[)>\]]*$")


def text_candidates(page: Page) -> list[Candidate]:
    """The candidates of a page of raw text with their features, in the order of the page."""
    lines = read_lines(page, signs_of(page))
    return candidates_of(page, lines, line_chances(lines))


def candidates_of(page: Page, lines: Lines, chances: Sequence[float]) -> list[Candidate]:
    """The candidates in the likeliest lines, in the order of the page; ``chances`` are those of ``lines``.

    A text that several lines print has the features of the likeliest.
    """
    found: dict[str, Candidate] = {}
    values = lines.values
    likeliest = sorted(range(len(chances)), key=lambda place: -chances[place])[:MAX_LINES]
    for place in likeliest:
        block = page.blocks[lines.indices[place]]
        text = printed(block)
        key = fold(text)
        if not key or columns(text) > LONGEST or _is_no_title(text) or _is_of_another(page, block):
            continue
        candidate = found.get(key)
        if candidate is None:
            candidate = found[key] = Candidate(text, key)
            candidate.features.update(zip(lines.names, values[place].tolist(), strict=True))
        candidate.blocks.append(block.index)
        candidate.features["lines"] = len(candidate.blocks)
        candidate.line_chance += chances[place]
    paths = [key for key, candidate in found.items() if _is_path(page, candidate)]
    _add_parts(lines.head, found, paths)
    for key in paths:
        del found[key]
    describe(page, signs_of(page), lines, list(found.values()))
    for candidate in found.values():
        candidate.blocks.sort()
    return sorted(found.values(), key=lambda candidate: candidate.blocks[0])


def _is_no_title(text: str) -> bool:
    """Whether a line is a notice, a row of links, a greeting, a caption or the like, whatever the page."""
    if _NO_HEADLINE.match(text) or _LEADS.search(text):
        return True
    is_row = text[0] == "[" and text[-1] == "]" and not _BUTTON.sub("", text).strip()
    return is_row or greets(text) or ends_with_credit(text) or is_no_headline(text)


def _is_of_another(page: Page, block: Block) -> bool:
    """Whether a line is part of a quotation or leads to one, names a source, or is the title of another story
    in a list."""
    if is_quoted(block) or leads_to_quotation(page, block):
        return True
    return says_source(page, block.index) or block.index in listed_titles(page)


def _is_path(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate is a breadcrumb, of which only the last step may be the headline: it is marked as
    one, all separators are those of breadcrumbs ("首页 > 新闻 > 正文"), or it has three steps, and the first
    is a host ("lists.example.org - boards - 2019")."""
    parts, signs = _split_path(candidate.text)
    is_marked = all(page.role(index) is Role.BREADCRUMB for index in candidate.blocks)
    points_on = all(sign.strip() in POINTS_ON for sign in signs)
    return len(parts) > 1 and (is_marked or points_on or (len(parts) > 2 and is_host(parts[0])))


def _split_path(text: str) -> Parts:
    """The steps of a breadcrumb."""
    steps = trailed_steps(text)
    return Parts(tuple(steps), ("/ ",) * (len(steps) - 1)) if steps else split_title(text)


def _add_parts(head: Block | None, found: dict[str, Candidate], paths: Sequence[str]) -> None:
    """Add parts of lines with separators; those of the first line, ``head``, which may be the <title>, have
    features of their own. Of breadcrumbs, whose keys are ``paths``, only the last step is added."""
    for candidate in list(found.values()):
        is_head = head is not None and candidate.blocks[0] == head.index
        is_path = candidate.key in paths
        split = _split_path(candidate.text) if is_path else split_title(candidate.text)
        count = len(split.parts)
        if not 1 < count <= MAX_PARTS:
            continue
        cuts = [("last", count - 1, count)] if is_path else _cuts(count)
        for name, first, last in cuts:
            text = clean_title(split.joined(first, last))
            key = fold(text)
            if not key:
                continue
            part = found.get(key)
            if part is None:
                part = found[key] = Candidate(text, key, [candidate.blocks[0]])
                part.features.update(candidate.features)
                part.features["part"] = 1.0
            feature = f"head-{name}" if is_head else f"line-{name}"
            part.features[feature] = float(count)
            if name == "prefix":
                part.features[f"{feature}-rest"] = count - last


def _cuts(count: int) -> list[tuple[str, int, int]]:
    """Name, start and end of each run of parts, of ``count``, that may be the headline."""
    cuts = [("prefix", 0, last) for last in range(1, count)]
    return [*cuts, ("last", count - 1, count), *([("suffix", 1, count)] if count > 2 else [])]
