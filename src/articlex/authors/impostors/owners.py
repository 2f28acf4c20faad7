"""Who owns the site of a page and did not write it, such as the owner of a repository, of its issues, or who
made it; the site itself, where its head prints the day; and who changed the page of another: "Updated by Bo
Sample" below "Added by Ann Example"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articlex.addresses import split_address
from articlex.authors.gathering import Authors, dated_lines, name_key
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.authors.signatures import SITE
from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.lines import read_line
from articlex.bylines.persons import is_person
from articlex.copyright_notices import MOST_NOTICE, has_notice, holder
from articlex.dates.labels import label_after
from articlex.page import Block, Page
from articlex.signs import headline_block
from articlex.signs.links import linked_names

#: Blocks from the headline on in which the author is named.
_BELOW = 4
#: The feature of a candidate beside a day.
_DATED = "line:dated"
#: The source of what a <meta> states, and blocks at the end of a page in which its maker is named.
META, _FOOT = "html-meta", 12
#: Blocks below the headline in which a byline is expected, and characters of the longest.
_BELOW_HEADLINE, _LONGEST = 3, 140


def members_over_owner(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Candidates that markup states and that stand right below the headline ("bo opened this issue") outrank
    those that a path above it names ("ann / boats")."""
    title = headline_block(page)
    below = range(title, title + _BELOW) if title >= 0 else range(0)
    signers = {place for place, each in enumerate(candidates) if each.facts and _stands_in(each, below)}
    if not signers:
        return NO_OUTRANKING
    named = {name for block in page.blocks[:title] if block.links > 1 for name in _path_names(block)}
    owners = {
        place
        for place, each in enumerate(candidates)
        if not named.isdisjoint(each.names) and not _stands_in(each, below)
    }
    return outranking(signers, owners)


def _stands_in(candidate: Authors, blocks: range) -> bool:
    places = (*candidate.blocks, *(fact.block for fact in candidate.facts if fact.block is not None))
    return any(place in blocks for place in places)


def _path_names(block: Block) -> Iterator[str]:
    """The names that a block links to the first step of a path, right before a link one step deeper."""
    for (name, address), (_, following) in pairwise(linked_names(block)):
        first, further = _steps(address), _steps(following)
        if len(first) == 1 and len(further) == 2 and further[0] == first[0] == name:
            yield name


def _steps(address: str) -> list[str]:
    return [step for step in split_address(address).path.split("/") if step]


def is_masthead(page: Page, candidate: Authors) -> bool:
    """Whether a candidate is the site, which prints its name and the day at the top: "Example Post Saturday,
    4 May 2024".

    Right above the headline it is a byline. A site may be called as its author is; then it is not if that day
    is the page's own.
    """
    title, name = headline_block(page), candidate.names[0]
    if _DATED not in candidate.features or not candidate.blocks or max(candidate.blocks) >= title - 1:
        return False
    if candidate.features.isdisjoint(SITE):
        return False
    dated = dated_lines(page)
    return not begins_as_name(name) or (bool(dated) and set(dated).isdisjoint(candidate.blocks))


def authors_over_changers(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Candidates in a byline right below the headline outrank those whom only lines on changes name. A wiki
    may say only who changed a page last."""
    below = {place for place, each in enumerate(candidates) if _changed(page, each)}
    if not below:
        return NO_OUTRANKING
    first = headline_block(page) + 1
    lines = {index for index in range(first, first + _BELOW_HEADLINE) if first and _says_who(page, index)}
    changed = {name_key(name) for place in below for name in candidates[place].names}
    # A candidate of both, joined as links of one kind, did not write the page either.
    apart = [changed.isdisjoint(map(name_key, each.names)) for each in candidates]
    signers = {
        place for place, each in enumerate(candidates) if apart[place] and not lines.isdisjoint(each.blocks)
    }
    below |= {place for place, is_apart in enumerate(apart) if not is_apart and candidates[place].blocks}
    return outranking(signers, below)


def made_site(page: Page, candidate: Authors) -> bool:
    """Whether a <meta> alone states a candidate, no known person, and the foot of the page names it behind
    whoever holds the copyright: "© 2024 Harbour Clinic. Web design: Quayworks"."""
    name = candidate.names[0]
    is_meta = bool(candidate.facts) and candidate.is_only_of(META)
    if not is_meta or len(candidate.names) > 1 or has_given_name(name):
        return False
    foot = page.blocks[-_FOOT:]
    notice = next(
        (block for block in foot if len(block.text) <= MOST_NOTICE and has_notice(block.text)), None
    )
    held = holder(notice.text) if notice else ""
    if not held or name in held or any(notice and index < notice.index for index in candidate.blocks):
        return False
    ends = (block.text.rstrip(" .") for block in foot if notice and block.index >= notice.index)
    return any(len(name) < len(text) <= MOST_NOTICE and text.endswith(name) for text in ends)


def _changed(page: Page, candidate: Authors) -> bool:
    """Whether all blocks that name a candidate begin with a label of a change ("Updated")."""
    texts = [page.blocks[index].text for index in candidate.blocks]
    return bool(texts) and all(len(text) <= _LONGEST and label_after(text) == "updated" for text in texts)


def _says_who(page: Page, index: int) -> bool:
    """Whether a block is a byline with a person and has no label of a change."""
    text = page.blocks[index].text if index < len(page.blocks) else ""
    line = read_line(text, bare=False) if 0 < len(text) <= _LONGEST else None
    return line is not None and is_person(line.names[0]) and label_after(text) != "updated"
