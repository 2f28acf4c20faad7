"""Names below raw page text that a byline above it outranks."""

import pytest

import articlex
from articlex.authors.candidates import author_candidates
from articlex.authors.impostors.outranked import signers_over_below
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

HEAD = "News\nSport\nCulture\nWeather\n\nHarbour town keeps its night ferry\n\n"
BODY = (
    "The night ferry that has crossed the mouth of the Calder since 1911 will go on running after residents "
    "voted by two to one for a small tax to pay for it, the council said on Monday.\n\n"
    "The operator said in spring that the four crossings between ten in the evening and four in the morning "
    "lost a hundred thousand pounds a year, and that it would end them in the autumn.\n\n"
    "Under the plan each household pays a pound a month, and the eleven pubs along the front add a penny to "
    "every pasty that they sell after dark, which the bakers of the town had offered to do.\n\n"
)
RELATED = "More of this\n\nThe tide mill turns again\n\n12.08.2022 – by James Matthews\n\n"
COMMENTS = "Opinions (1)\n\nPeter Marsh\n\nI like that.\n\nAnswer\n"


def authors(text):
    return articlex.extract(text).authors


def test_a_byline_below_the_headline_outranks_that_of_a_related_story():
    line = "18.08.2022, 16:42 | Reading time: 4 min | By Catherine Fuller\n\n"
    assert authors(HEAD + line + BODY + RELATED) == ("Catherine Fuller",)


def test_a_name_right_behind_the_text_outranks_one_among_comments():
    text = HEAD + "18.08.2022, 16:42\n\n" + BODY + "Susan Fuller\n\nShare Copy link\n\n" + COMMENTS
    assert authors(text) == ("Susan Fuller",)


CATHERINE, JAMES = ("Catherine Fuller",), ("James Matthews",)
MENU = "of this"  # of "More of this", a candidate as any other here
PAGES = {
    "a label right below the headline": (
        HEAD + "By Catherine Fuller\n\n" + BODY + RELATED,
        {CATHERINE},
        {JAMES, (MENU,)},
    ),
    "a label two lines further down": (
        HEAD + "Ferry\n\nTown\n\nBy Catherine Fuller\n\n" + BODY + RELATED,
        {CATHERINE},
        {JAMES, (MENU,)},
    ),
    "a name without a label": (HEAD + "Catherine Fuller\n\n" + BODY + RELATED, set(), set()),
    "the one who signs is named below, too": (
        HEAD + "By Catherine Fuller\n\n" + BODY + "12.08.2022 – by Catherine Fuller and James Matthews\n\n",
        set(),
        set(),
    ),
    "nobody signs": (HEAD + BODY + RELATED + COMMENTS, set(), set()),
}


@pytest.mark.parametrize(("text", "signers", "below"), PAGES.values(), ids=PAGES)
def test_who_signs_and_who_stands_below(text, signers, below):
    page = marked_before("byline", read_page(text, form="text"))
    candidates = author_candidates(page)
    found = ({candidates[place].names for place in places} for places in signers_over_below(page, candidates))
    assert tuple(found) == (signers, below)
