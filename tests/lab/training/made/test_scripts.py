from __future__ import annotations

import json
import random

from lxml import html

from articlex_lab.training.made.scripts import rewrite_html, rewriting, to_ideographs, to_letters

PAGE = """<html><head><title>Storm</title><meta property="og:title" content="Storm">
<script type="application/ld+json">{"@type": "Article", "headline": "Storm"}</script></head>
<body><p>The storm came <!-- on Monday --> <b>quickly</b>.</p><pre>print("storm")</pre></body></html>"""


def test_a_word_is_the_same_ideographs_wherever_it_stands() -> None:
    assert to_ideographs("Storm") == to_ideographs("storm") != to_ideographs("stone")
    assert to_ideographs("The storm") == to_ideographs("the") + to_ideographs("storm")


def test_numbers_stay_and_punctuation_becomes_wide() -> None:
    text = to_ideographs("On 24 May, all was over. Was it?")
    assert "24" in text
    assert "，" in text
    assert "。" in text
    assert text.endswith("？")


def test_letters_of_another_alphabet_keep_words_numbers_and_capitals_apart() -> None:
    cyrillic = "абцдефгхийклмнопярстувшьыз"
    assert to_letters(cyrillic, "On 24 May, all was over.") == "Он 24 Маы, алл шас овер."


def test_most_pages_keep_their_script_and_ideographic_ones_all_do() -> None:
    kept = [rewriting("The storm came quickly.", random.Random(seed)) is None for seed in range(100)]
    assert 50 < sum(kept) < 80
    assert all(rewriting("暴风雨来得很快" * 20, random.Random(seed)) is None for seed in range(100))


def test_a_page_says_the_same_in_its_text_and_in_what_states_it() -> None:
    root = html.document_fromstring(PAGE)
    rewrite_html(root, to_ideographs)
    storm = to_ideographs("Storm")
    assert root.findtext(".//title") == storm
    assert root.find(".//meta").get("content") == storm
    assert json.loads(root.findtext(".//script") or "") == {"@type": "Article", "headline": storm}
    assert storm in (root.findtext(".//p") or "")
    assert root.findtext(".//pre") == 'print("storm")'
