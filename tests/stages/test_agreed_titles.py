"""The title that the main h1, <title> and a third source state alike."""

import pytest

from articlex import extract
from articlex.read import read_page
from articlex.titles.html.candidates import agreed
from articlex_lab.corpora.stages_before import marked_before

PAGE = """<head><title>{title}</title><meta property="og:title" content="{og}"></head>
<body><h1>{h1}</h1><p>The bridge over the river opened on Monday, years after the old one was closed.</p>"""


@pytest.mark.parametrize(
    "text", ["Bridge opens after two years", "大桥两年后通车", "Мост открыли через год", "ร้านซ่อมร่มใต้ต้นมะขาม"]
)
def test_it_is_the_title_in_any_script(text):
    article = extract(PAGE.format(title=text, og=text, h1=text), form="html")
    assert article.title == text
    assert article.provenance["title"][0].reason == "printed-and-stated"


@pytest.mark.parametrize("text", ["Bridge", "Bridge opens"])
def test_a_text_of_a_word_or_two_on_which_all_agree_is_weighed_like_others(text):
    page = read_page(PAGE.format(title=text, og=text, h1=text), form="html")
    assert agreed(marked_before("headline", page)) is None
