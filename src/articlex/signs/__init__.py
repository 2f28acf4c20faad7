"""The signs of a page: what many stages ask about its blocks.

:class:`Signs` has what is worked out once, before the first stage runs: which blocks are running text, which
are labels ("Related", "Share"), which part of the page each stands in, where the article has ended. The
runner reads them; a stage gets them from :func:`signs_of`. What is asked less often is worked out on the
first question (:func:`once_a_page`).

A few answers depend on what earlier stages have marked, and are worked out anew when the marks have changed
(:func:`once_a_stage`): the block with the headline, and what is found beside or below it (``listed_days``,
``flat_threads``). ``wiki_source.says_source`` knows a mark by its reason.

Threads, letters and comments are looked at in several places, each for one question. How posts look is said
here (``flat_threads``, ``letters``, ``stamps``); what in a post is kept, by the stage ``thread`` with
``parts/posts``; who began a thread, in ``authors/threads``; which of what is left out are comments, by the
stages ``comments`` and ``leftovers`` with ``parts/leftovers``.
"""

from __future__ import annotations

from articlex.signs.headline import headline_block
from articlex.signs.links import link_runs
from articlex.signs.once import once_a_page, once_a_stage
from articlex.signs.places import Place
from articlex.signs.reading import Section, Signs, read_signs, signs_of
from articlex.signs.rows import is_row_of_labels
from articlex.signs.stamps import Dated

__all__ = [
    "Dated",
    "Place",
    "Section",
    "Signs",
    "headline_block",
    "is_row_of_labels",
    "link_runs",
    "once_a_page",
    "once_a_stage",
    "read_signs",
    "signs_of",
]
