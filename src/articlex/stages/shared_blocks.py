"""Blocks that stand on other pages of the site too, by a profile of the site (`articlex learn`).

A page that is mostly on other pages too is another copy of an article, and keeps all that it has.
"""

from __future__ import annotations

from itertools import pairwise

from articlex.facts import page_host
from articlex.options import Options
from articlex.page import Block, Mark, Page, Role
from articlex.stages.contract import Output, Stage

REASONS = {"on-other-pages": "The block stands on other pages of the site, together with the one beside it."}

#: The largest share of the kept bytes that may be taken away. Swept over 0.3, 0.5, 0.65, 0.8 and 1 (F1 in sum
#: on `multilingual` and `wcxb-dev`): HTML +1.5, +2.0, +2.3, +1.8 and -2.9, raw page text +2.9, +3.7, +4.2,
#: +4.5 and +1.2.
_MOST = 0.65


def run(page: Page, options: Options) -> Output:
    """Mark the blocks of the body that other pages of the site have as well."""
    profile = options.site_profile
    shared = profile.shared.get(page_host(page)) if profile else None
    if not shared:
        return
    # Imported here because few pages come with a profile, and its hashes cost a cold start 1.5 %.
    from articlex.site_profiles import shingles

    blocks = [block for block in page.blocks if block.text]
    pairs = zip(pairwise(blocks), shingles([block.text for block in blocks]), strict=True)
    repeated = {block.index for pair, shingle in pairs if shingle in shared for block in pair}
    kept = [block for block in blocks if page.role(block.index) is Role.BODY]
    found = [block for block in kept if block.index in repeated]
    if _bytes(found) <= _MOST * _bytes(kept):
        yield from (Mark(block.index, Role.BOILERPLATE, "on-other-pages", 0.9) for block in found)


def _bytes(blocks: list[Block]) -> int:
    return sum(len(block.text.encode()) for block in blocks)


STAGE = Stage(
    name="shared_blocks",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BOILERPLATE}),
    overrides=frozenset({Role.BODY}),
)
