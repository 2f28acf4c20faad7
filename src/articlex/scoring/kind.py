"""Whether the page is an article at all, rather than a thread, a product, a list or a service page.

What is main content depends on that: on a list the teasers are, around an article they are not. A small
forest over features of the page and means of the features of its blocks gives the probability, and the choice
of blocks is the stricter, the higher it is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from articlex.models.forest import load_forest, log_odds, probabilities
from articlex.page import Form
from articlex.scoring.features import Matrix, places_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Features of blocks that are summed up for the page: by their mean, their largest value, and their mean over
#: running text.
_SUMMED = """w_product w_forum w_comment w_card w_list w_doc w_filter w_article w_post w_review w_answer
    t_article t_main t_form w_code w_cta w_faq w_toc w_author w_meta share_currency share_digit kind_code
    kind_table kind_list_item in_top_vote in_run repeat_count repeat_mean repeat_good title_overlap up0_links
    level share_ideograph role_any role_comment role_related role_date role_byline ends_sentence
    ends_ellipsis images_before link_density size shape_count indent gap""".split()


def page_vector(
    names: tuple[str, ...], values: NDArray[np.float32]
) -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """Names and values of the page's features, from its feature matrix [blocks, features]."""
    import numpy as np

    whole, columns, labels = _layout(names)
    good = values[:, names.index("good")]
    chosen = np.ascontiguousarray(values[:, places_of(columns, names)])
    # (Not by a product of matrices: that would wake the threads of OpenBLAS.)
    running = np.einsum("i,ij->j", good, chosen) / (good.sum() + 1.0)
    vector = np.concatenate(
        [values[0, places_of(whole, names)], chosen.mean(axis=0), chosen.max(axis=0), running]
    )
    return labels, vector.astype(np.float32)


@cache
def _layout(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Which of a matrix's columns are the page's own, which are summed up, and the names of all values."""
    whole = (*(name for name in names if name.startswith("page_")), "has_headline", "run_share")
    columns = tuple(name for name in _SUMMED if name in names)
    summed = (f"{how} {name}" for how in ("mean", "max", "running") for name in columns)
    return whole, columns, (*whole, *summed)


def article_chance(matrix: Matrix, form: Form) -> float:
    """The probability, from 0 to 1, that the page is an article."""
    forest = load_forest(f"kind-{form}")
    names, vector = page_vector(matrix.names, matrix.values)
    row = vector[places_of(forest.names, names)]
    return float(probabilities(log_odds(forest, row[None, :]))[0])
