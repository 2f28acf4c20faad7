"""The headline of an HTML page that states and marks none: the judges of raw page text tell it by its line.

<title> is the site or the section alone on pages of town councils, old newspapers and company newsrooms, and
the headline a line of a <div> or a cell like any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.dates import find_dates
from articlex.facts import has_no_path
from articlex.page import Page
from articlex.ranking import Weighed, best_first
from articlex.signs import Place, signs_of
from articlex.titles.candidate import Candidate, Ranked, in_heading
from articlex.titles.no_headlines import heads_nothing
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold, jaccard

#: The chance below which a stated title is doubtful, and that of a line which then comes first, at least. Of
#: 3,736 annotated pages 139 have so doubtful a title that no heading prints. Three of them have another one
#: by these rules, each time the headline; without those on words and prints, and with lines from 0.3 on, 48
#: would, 38 of them wrongly.
_DOUBTFUL, _LIKELY = 0.55, 0.4
#: Words of the shortest title that is no name of a site or section; a line that has a word of such a name is
#: at least so likely.
_LONG, _SURE = 4, 0.8
#: The same where a name is all that <title> says: so many words at most, so likely and longer a line, and so
#: similar to it (Jaccard), at most. No annotated page has such a line; with two parts of <title> allowed four
#: would, two of them wrongly.
_NAME, _BESIDE_NAME, _ALIKE = 5, 0.5, 0.1


def past_doubtful(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line of the content, if it says something else than the likeliest title, no heading
    prints that, and it is doubtful and printed nowhere but in links, or a name that is all of <title>."""
    chance, best = ranked[0]
    if in_heading(page, best):
        return None
    is_name = _is_whole_name(page, best)
    is_doubtful = chance < _DOUBTFUL and not _is_printed(page, best)
    found = next(_likely_lines(page, best), None) if is_name or is_doubtful else None
    if found is None or find_dates(found.candidate.text):
        return None
    if not (is_name and _is_beside_name(found, best)) and not (is_doubtful and _is_other(found, best)):
        return None
    line = found.candidate
    return Candidate(line.text, line.key, line.blocks)


def _is_other(found: Weighed[Candidate], best: Candidate) -> bool:
    """Whether a line says something else than a doubtful title, or is far likelier than a short one."""
    is_apart = found.candidate.words.isdisjoint(best.words)
    return is_apart or (found.chance >= _SURE and len(best.words) < _LONG)


def _is_beside_name(found: Weighed[Candidate], name: Candidate) -> bool:
    """Whether a line is the headline beside a title that is only a name."""
    words = found.candidate.words
    is_longer = len(words) > len(name.words)
    return is_longer and found.chance >= _BESIDE_NAME and jaccard(words, name.words) <= _ALIKE


def _is_whole_name(page: Page, best: Candidate) -> bool:
    """Whether a title of few words is all that <title> says, and the page is not known as the front page."""
    if has_no_path(page) or len(best.words) > _NAME or fold(page.markup.title) != best.key:
        return False
    return len(split_title(clean_title(page.markup.title)).parts) == 1


def _is_printed(page: Page, best: Candidate) -> bool:
    """Whether the page prints a title, and not as a link: as a line above the text, or anywhere with more if
    it is long enough to be no name."""
    start = signs_of(page).first
    printing = [b for b in page.blocks if best.text in b.text and b.link_chars < len(b.text) - 1]
    is_long = len(best.words) >= _LONG
    return any(is_long or (b.index < start and fold(b.text) == best.key) for b in printing)


def _likely_lines(page: Page, best: Candidate) -> Iterator[Weighed[Candidate]]:
    """The lines of the content that are so likely to be the headline, the likeliest first, but for links and
    what <title> says too."""
    # Imported here because nearly all pages of HTML do without it.
    from articlex.titles.text.candidates import text_candidates
    from articlex.titles.text.choice import text_chances

    said = {fold(part) for part in split_title(clean_title(page.markup.title)).parts} | {best.key}
    lines = text_candidates(page)
    for chance, line in best_first(text_chances(lines), lines):
        if chance < _LIKELY:
            return
        if line.key not in said and not heads_nothing(line.text) and _is_of_content(page, line):
            yield Weighed(chance, line)


def _is_of_content(page: Page, line: Candidate) -> bool:
    """Whether all blocks that print a line are in no menu or other part of the page, and no links."""
    places, blocks = signs_of(page).places, [page.blocks[index] for index in line.blocks]
    return all(places[b.index] is Place.NONE and b.link_chars < len(b.text) - 1 for b in blocks)
