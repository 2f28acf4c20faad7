"""What the stages go by, read off a page once: running text, labels, parts of the markup, the tail.

The runner reads the signs before the first stage; a stage takes them with :func:`signs_of`.
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
