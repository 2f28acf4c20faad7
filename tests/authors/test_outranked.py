"""Names below raw page text that a byline above it or at its end outranks."""

import pytest

import articlex
from articlex.authors.candidates import author_candidates
from articlex.authors.impostors.outranked import persons_over_masthead, signers_over_below
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


def test_whom_a_label_calls_the_writer_outranks_whom_the_next_calls_the_editor():
    line = "Written by: CH Web Desk\n\nEdited by: Susan Fuller\n\n18.08.2022, 16:42\n\n"
    assert authors(HEAD + line + BODY) == ("CH Web Desk",)


CATHERINE, SUSAN, JAMES = ("Catherine Fuller",), ("Susan Fuller",), ("James Matthews",)
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
    "a name behind the text": (HEAD + BODY + "Susan Fuller\n\n" + RELATED, {SUSAN}, {JAMES, (MENU,)}),
    "a word behind the text": (HEAD + BODY + "Susan\n\nShare\n\n" + COMMENTS, set(), set()),
    "two words that no list of names has": (
        HEAD + BODY + "Calder Quarry\n\nShare\n\n" + COMMENTS,
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


@pytest.mark.parametrize(
    ("above", "gives_way"),
    [("The Calder Gazette · 6 May 2024", True), ("James Matthews · 6 May 2024", False)],
)
def test_a_person_right_below_the_headline_outranks_a_paper_above_it(above, gives_way):
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY.strip().split("\n\n"))
    html = f"<body><p>{above}</p><h1>Harbour town keeps its night ferry</h1><p>Susan Fuller</p>{paragraphs}"
    page = marked_before("byline", read_page(html, form="html"))
    candidates = author_candidates(page)
    signers, below = persons_over_masthead(page, candidates)
    names = [candidate.names for candidate in candidates]
    assert [names[place] for place in signers] == ([SUSAN] if gives_way else [])
    assert len(below) == int(gives_way)


@pytest.mark.parametrize("line", ("Af Ritzau", "Par AFP", "Por Europa Press"))
def test_an_agency_beside_the_day_outranks_a_section(line):
    text = f"{HEAD}Towns\n\nHarbours\n\n18.08.2022, 16:42\n\n{line}\n\n{BODY}"
    assert authors(text) == (line.partition(" ")[2],)


def test_an_agency_beside_the_day_outranks_a_section_that_a_class_calls_the_author():
    body = "".join(f"<p>{line}</p>" for line in BODY.split("\n\n"))
    head = '<div class="author">Danmark - 10. marts 2020 kl. 20:00</div><div class="author">Af Ritzau</div>'
    page = f"<html><body><article><h1>Harbour town keeps its ferry</h1>{head}{body}</article></body></html>"
    assert articlex.extract(page.encode()).authors == ("Ritzau",)


def test_a_person_above_the_day_stays_beside_an_agency():
    text = f"{HEAD}By Catherine Fuller\n\n18.08.2022, 16:42\n\nWith AFP\n\n{BODY}"
    assert authors(text) == ("Catherine Fuller",)
