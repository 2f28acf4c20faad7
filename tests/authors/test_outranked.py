"""Names below raw page text that a byline above it or at its end outranks."""

import articlex

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


def test_whom_a_label_calls_the_writer_outranks_whom_the_next_calls_the_editor():
    line = "Written by: CH Web Desk\n\nEdited by: Susan Fuller\n\n18.08.2022, 16:42\n\n"
    assert authors(HEAD + line + BODY) == ("CH Web Desk",)
