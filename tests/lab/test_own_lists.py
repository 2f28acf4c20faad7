"""Paragraphs of an article that crowded raw text sets as lists."""

from __future__ import annotations

import random
import re

from articlex_lab.training.own_lists import as_lists

PARAGRAPHS = [
    "The bridge is turned by hand, with a crank that the keeper takes home at night, as his father did.",
    "It is 42 metres long, weighs 118 tonnes and needs nine minutes; in winter it is oiled on every Friday.",
    "Until 1911 a ferry took people over. It did not run on Sundays. On Mondays it ran twice as often.",
]
CHINESE = [
    "桥由人手转动，看守人每天晚上把摇把带回家。",
    "桥长四十二米，重一百一十八吨，转一次要九分钟，冬天每个星期五上油。",
]


def tries(paragraphs: list[str]) -> list[dict[int, list[str]]]:
    """What many tries make of the paragraphs."""
    return [as_lists(paragraphs, random.Random(seed)) for seed in range(300)]


def said(text: str) -> list[str]:
    """The words of a text, without numbers before items."""
    return re.findall(r"\w+", text)


def test_most_articles_stay_as_they_are() -> None:
    assert 50 < sum(bool(found) for found in tries(PARAGRAPHS)) < 150


def test_the_first_paragraph_is_no_list() -> None:
    assert all(len(found.get(0, [""])) == 1 for found in tries(PARAGRAPHS))


def test_no_word_is_lost() -> None:
    for found in tries(PARAGRAPHS):
        for place, lines in found.items():
            words = said(" ".join(re.sub(r"^\s*\d+[.)] ", "", line) for line in lines))
            assert words == said(PARAGRAPHS[place])


def test_items_have_a_sign_or_a_number_on_some() -> None:
    lines = [line for found in tries(PARAGRAPHS) for lines in found.values() for line in lines]
    assert any(line.startswith("• ") for line in lines)
    assert any(line.startswith("2. ") for line in lines)


def test_what_leads_to_a_list_ends_in_a_colon_on_some() -> None:
    leads = [found[0][0] for found in tries(PARAGRAPHS) if 0 in found]
    assert leads
    assert all(lead.endswith(":") for lead in leads)


def test_ideographs_are_parted_at_their_own_signs() -> None:
    items = [len(found[1]) for found in tries(CHINESE) if 1 in found]
    assert max(items) >= 4


def test_one_paragraph_is_no_article_with_a_list() -> None:
    assert not any(tries(PARAGRAPHS[:1]))
