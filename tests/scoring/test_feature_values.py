"""What the features that weigh most in the models say of seven blocks: one row of the table a feature.

The blocks are headline, two paragraphs, a related story, another one that is cut off, a label, and the label
again in the footer.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import log1p

import pytest

from articlex.page import Fact, Field, Form, Mark, Role
from articlex.read import read_page
from articlex.scoring.characters import CODE
from articlex.scoring.features import Matrix, build_matrix

TITLE = "Rain on the harbour"
FIRST = (
    "Rain fell all night on the harbour, and every boat came home before the storm reached the pier today."
)
SECOND = "By noon the harbour was dry again; the boats lay on the mud, and nobody in town had slept at all."
SOURCES = {
    Form.HTML: f"<article class=story><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    "<aside><ul><li><a href=/a>Boats 24</a><li><a href=/b>Storms…</a><li>Rain</ul></aside>"
    "<footer><p>Rain</p></footer>",
    Form.TEXT: f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nBoats 24\nStorms…\nRain\n\nRain\n",
}
#: Characters of the seven blocks, and of all.
SIZES = (19, 101, 97, 8, 7, 4, 4)
ALL = sum(SIZES)
ROLES = (Role.TITLE, Role.UNKNOWN, Role.UNKNOWN, Role.RELATED, Role.RELATED, Role.UNKNOWN, Role.FOOTER)
STOP, DIGIT, LOWER, UPPER = (CODE[name] for name in ("stop", "digit", "lower", "upper"))

#: Feature and its value for each block, or the one that it has for all of them.
BOTH: dict[str, float | list[float]] = {
    "size": [log1p(size) for size in SIZES],
    "tokens": [log1p(count) for count in (4, 19, 21, 2, 1, 1, 1)],
    "share_digit": [0, 0, 0, 2 / 8, 0, 0, 0],
    "share_upper": [1 / size for size in SIZES],
    "first_class": UPPER,
    "last_class": [LOWER, STOP, STOP, DIGIT, STOP, LOWER, LOWER],
    "commas": [0, 1, 2, 0, 0, 0, 0],
    "good": [0, 101, 97, 0, 0, 0, 0],
    # Words in common, of all that either has.
    "title_overlap": [1, 4 / 17, 3 / 20, 0, 0, 1 / 4, 1 / 4],
    "title_overlap[-1]": [-1, 1, 4 / 17, 3 / 20, 0, 0, 1 / 4],
    "share_digit[-2]": [-1, -1, 0, 0, 0, 1 / 4, 0],
    "ends_ellipsis[+1]": [0, 0, 0, 1, 0, 0, -1],
    "role_any": [1, 0, 0, 1, 1, 0, 1],
    "endings_left": [3, 3, 3, 2, 1, 1, 0],
    # Of the places of a window, those beyond the ends of the page among them.
    "window_3_roles": [2 / 7, 3 / 7, 3 / 7, 4 / 7, 3 / 7, 3 / 7, 3 / 7],
    "window_20_roles": 4 / 41,
    "window_20_stops": log1p(3),
    "copy": [0, 0, 0, 0, 0, 0, 1],
    "copy_run": [0, 0, 0, 0, 0, 0, log1p(4)],
    "place": [0, 1, 2, 3, 4, 5, 6],
    "place_share": [place / 7 for place in range(7)],
    "text_before": [sum(SIZES[:place]) / ALL for place in range(7)],
    "in_run": [0, 1, 1, 0, 0, 0, 0],
    "past_run": [-2, -1, 0, 1, 2, 3, 4],
    "run_share": 1,
    "since_headline": [0, 1, 2, 3, 4, 5, 6],
    "good_since_headline": [0, 0, log1p(101), *4 * [log1p(198)]],
    # Terms that some other block of the text has, of the block's own and two.
    "cohesion_text": [3 / 5, 4 / 18, 4 / 17, 0, 0, 0, 0],
    "cohesion_core": [3 / 5, 4 / 18, 4 / 17, 0, 0, 0, 0],
    "cohesion_title": [0, 1, 2 / 3, 0, 0, 0, 0],
    "cohesion_opening_around": [11 / 44, 11 / 46, 11 / 48, 11 / 48, 11 / 48, 8 / 43, 4 / 25],
    "page_blocks": log1p(7),
    "page_size": log1p(ALL),
    "page_good": 198 / ALL,
    "page_long": log1p(2),
    "page_longest": log1p(101),
    "page_stops": 3 / ALL,
    "page_letters": 0,
    "page_roles": 4 / 7,
}
HTML: dict[str, float | list[float]] = {
    # 1 for the element itself, less by a fifth for each step up.
    "t_footer": [0, 0, 0, 0, 0, 0, 0.8],
    "t_aside": [0, 0, 0, 0.64, 0.64, 0.64, 0],
    "t_form": 0,
    "role_footer": [0, 0, 0, 0, 0, 0, 1],
    "hidden_template": 0,
    "in_description": [0, 1, 0, 0, 0, 0, 0],
    "link_density[+1]": [0, 0, 1, 1, 0, 0, -1],
    "depth": [4, 4, 4, 5, 5, 5, 4],
    "title_up": [0, 1, 1, 2, 2, 2, 2],
    "longest_up": [1, 0, 1, 2, 2, 2, 2],
    "in_90": [1, 1, 1, 0, 0, 0, 0],
    "holds_30": 1 / 7,
    "vote_parent": [1, 1, 1, 0, 0, 0, 0],
    # Half of what the article has, less where the page is links.
    "vote_grandparent": [*3 * [(1 - 15 / (ALL + 1)) / 2], 0, 0, 0, (1 - 15 / (ALL + 1)) / 2],
    "shape_share": [share / ALL for share in (19, 202, 202, 19, 19, 19, 202)],
    "path_share": [share / ALL for share in (19, 198, 198, 19, 19, 19, 4)],
    "repeat_count": [0, 0, 0, *3 * [log1p(3)], 0],
    "page_ps": log1p(3),
    "page_links": 15 / ALL,
    "page_is_article": 1,
    "page_is_recipe": 0,
}
TEXT: dict[str, float | list[float]] = {
    "gap": [0, 1, 1, 1, 0, 0, 1],
    "indent": 0,
    "shape_share": [30 / ALL, *3 * [210 / ALL], 30 / ALL, 30 / ALL, 210 / ALL],
    "shape_count": [log1p(count) for count in (3, 4, 4, 4, 3, 3, 4)],
    "window_3_size": [log1p(size) for size in (225, 232, 236, ALL, 221, 120, 23)],
    "window_20_short": 4 / 7,
    "window_50_short": 4 / 7,
    "size_rank": [rank / 7 for rank in (4, 6, 5, 3, 2, 0, 1)],
    "good_5_before": [0, 0, log1p(101), *4 * [log1p(198)]],
}
CASES = [
    pytest.param(form, name, value, id=f"{form}-{name}")
    for form, own in ((Form.HTML, HTML), (Form.TEXT, TEXT))
    for name, value in {**BOTH, **own}.items()
]


@cache
def _matrix(form: Form) -> Matrix:
    page = read_page(SOURCES[form], form=form.value)
    facts = (Fact(Field.TITLE, TITLE, "title", "", "", 0.5), Fact(Field.DESCRIPTION, FIRST, "", "", "", 0.5))
    marks = tuple(Mark(index, role, "") for index, role in enumerate(ROLES))
    markup = replace(page.markup, json_ld=['{"@type": "NewsArticle"}'])
    matrix = build_matrix(replace(page, facts=facts, marks=marks, markup=markup))
    assert matrix is not None
    return matrix


@pytest.mark.parametrize(("form", "name", "wanted"), CASES)
def test_a_feature_is_what_its_name_says(form: Form, name: str, wanted: float | list[float]) -> None:
    matrix = _matrix(form)
    found = matrix.values[:, matrix.names.index(name)].tolist()
    assert found == pytest.approx(wanted if isinstance(wanted, list) else 7 * [wanted], abs=1e-5)
