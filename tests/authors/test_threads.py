"""What tells a thread in raw page text."""

from __future__ import annotations

import json

import pytest

from articlex.authors.gathering import Authors, Gathering
from articlex.authors.threads.askers import answerers
from articlex.authors.threads.evidence import is_of_each_post, thread_features
from articlex.authors.threads.opener_candidates import OPENER, add_opener
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

POST = "The new line starts at the market place and goes over the bridge, so you need only one ticket for it."


def features(text: str, form: str = "text") -> dict[str, float]:
    return thread_features(marked_before("byline", read_page(text, form=form)))  # type: ignore[arg-type]


def test_the_posts_of_a_thread_are_counted_by_their_lines():
    posts = "\n\n".join(
        f"{name}\n\n12 May 2024, 10:0{number}\n\n#{number}\n\n{POST}\n\nReply"
        for number, name in enumerate(("ferryman", "rower", "ferryman", "swimmer"), 1)
    )
    found = features(f"Forum\n\nWhich ticket do I need?\n\n{posts}\n\nPowered by phpBB")
    assert found["thread:posters"] == 1
    assert found["thread:replies"] == found["thread:clocks"] == 4
    assert found["thread:words"] == found["thread:engine"] == 1


def test_an_article_has_none_of_it():
    found = features(f"Bridge opens after two years\n\nBy Ann Example\n\n{POST}\n\n{POST} Nobody waits.")
    assert not any(found.values())


def test_html_says_it_in_its_markup():
    assert features(f"<h1>Bridge</h1><p>{POST}</p>", "html") == {}


def stands_in_each_post(name: str, text: str) -> bool:
    page = read_page(text, form="text")  # type: ignore[arg-type]
    blocks = [block.index for block in page.blocks if block.text == name]
    return is_of_each_post(page, Authors((name,), blocks))


def test_a_line_of_each_post_is_no_author():
    posters = ("ferryman", "rower", "ferryman", "swimmer", "ferryman", "ferryman")
    posts = "\n\n".join(f"{name}\n\nStammgast\n\n{POST}\n\nZitat\n\nMelden" for name in posters)
    assert stands_in_each_post("Stammgast", posts)
    assert not stands_in_each_post("ferryman", posts)


def test_who_writes_each_post_of_a_thread_without_labels_is_an_author():
    posts = "\n\n".join(f"ferryman\n\n12 May 2024, 10:0{number}\n\n{POST}" for number in range(6))
    assert not stands_in_each_post("ferryman", posts)


def test_who_has_a_text_about_him_below_the_name_is_no_line_of_each_post():
    posts = "\n\n".join(f"Netty\n\nStammgast\n\n{POST}\n\nZitat\n\nMelden" for _ in range(4))
    page = read_page(posts, form="text")
    candidate = Authors(("Netty",), [block.index for block in page.blocks if block.text == "Netty"])
    assert is_of_each_post(page, candidate)
    candidate.features.add("bio-below")
    assert not is_of_each_post(page, candidate)


def test_who_began_a_thread_stands_above_the_headline_as_far_from_the_day_as_others_do():
    spare = [f"rank: {number}" for number in range(13)]
    days = [f"{day} May 2024, 10:00" for day in (3, 4, 5, 6)]
    posters = zip(("ferryman", "rower", "swimmer", "ferryman"), days, strict=True)
    posts = [[name, *spare, day, POST] for name, day in posters]
    posts[0].insert(3, "The bridge over the river opens again on Monday")
    page = read_page("\n\n".join(line for post in posts for line in post), form="text")
    found = Gathering(marked_before("byline", page))
    add_opener(found)
    assert [each.names for each in found.entries.values() if OPENER in each.features] == [("ferryman",)]


@pytest.mark.parametrize("base", ["", "https://schema.org/"])
def test_whoever_answers_by_a_type_in_short_or_as_an_address(base):
    answer = {
        "@type": f"{base}Answer",
        "text": POST,
        "author": {"@type": f"{base}Person", "name": "Bo Sample"},
    }
    question = {"@type": f"{base}Question", "name": "Which ticket do I need?", "acceptedAnswer": answer}
    linked = json.dumps({"@type": f"{base}QAPage", "mainEntity": question})
    page = read_page(f'<script type="application/ld+json">{linked}</script><p>{POST}</p>', form="html")
    assert list(answerers(page)) == ["Bo Sample"]
