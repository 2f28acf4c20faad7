"""What is said of each candidate for the authors: how it is named, and what it is among the others."""

from __future__ import annotations

from functools import cache

import pytest

from articlex.authors.candidates import author_candidates
from articlex.page import Form
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

TEXT = "<p>The bridge over the river opened on Monday, two years after the old one had been closed.</p>" * 3
PROSE = (
    "The bridge over the river opened on Monday, two years after the old one had been closed, and Ann "
    "Example was the first to walk over it with her children, her neighbours and half of the town.\n\n"
) * 3
ANN, BO, SHORT = ("Ann Example",), ("Bo Sample",), ("Example",)
BOTH = (*ANN, *BO)
SITE, PART = ("Example News",), ("Example News Berlin",)

HEADLINE = "<h1>Bridge opens</h1>"
PAGES = {
    "side by side": f'{HEADLINE}<p class="author">Ann Example</p><p class="author">Bo Sample</p>{TEXT}',
    "far apart": f'{HEADLINE}<p class="author">Ann Example</p>{TEXT}<p class="author">Bo Sample</p>{TEXT}',
    "one of a byline": (
        f'<meta name="author" content="Ann Example">{HEADLINE}<p>By Ann Example and Bo Sample</p>{TEXT}'
    ),
    "short form": f'<meta name="author" content="Example">{HEADLINE}<p>By Ann Example</p>{TEXT}',
    "another": f'<meta name="author" content="Bo Sample">{HEADLINE}<p>By Ann Example</p>{TEXT}',
    "another, no label": f'<meta name="author" content="Bo Sample">{HEADLINE}<p>Ann Example</p>{TEXT}',
    "title of a site": f"<title>Bridge opens | Ann Example</title>{HEADLINE}{TEXT}",
    "the site": (
        '<meta property="og:site_name" content="Example News"><meta name="author" content="Example News">'
        '<script type="application/ld+json">'
        '{"@type": "NewsArticle", "author": {"name": "Example News"}}</script>'
        f"{HEADLINE}<p>By Ann Example</p>{TEXT}"
    ),
    "a part of the site": (
        '<meta property="og:site_name" content="Example News">'
        '<meta name="author" content="Example News Berlin">'
        f"{HEADLINE}{TEXT}"
    ),
    "about the author": f"Bridge of Ann Example opens\n\nBy Ann Example\n\n3 May 2021\n\n{PROSE}",
    "the author replies": (
        f"Bridge opens\n\nBy Ann Example\n\n3 May 2021\n\n{PROSE}Comments (2)\n\n"
        "Bo Sample\n3 May 2021\n\nI like that bridge.\n\nReply\n\n"
        "Ann Example\n4 May 2021\n\nThanks.\n\nReply\n"
    ),
}


@cache
def features(name: str) -> dict[tuple[str, ...], set[str]]:
    """The features of each candidate of a page."""
    form = Form.HTML if PAGES[name].startswith("<") else Form.TEXT
    page = marked_before("byline", read_page(PAGES[name], form=form.value))
    return {found.names: found.features for found in author_candidates(page)}


@pytest.mark.parametrize(
    ("page", "names", "feature"),
    [
        ("side by side", BOTH, "joined-class"),
        ("side by side", ANN, "rivals:from:class:2"),
        ("one of a byline", ANN, "part-of:byline"),
        ("one of a byline", ANN, "part-of:printed"),
        ("one of a byline", BOTH, "holds:stated"),
        ("short form", SHORT, "short-form:printed"),
        ("short form", SHORT, "short-form:given"),
        ("short form", ANN, "long-form:stated"),
        ("short form", SHORT, "words:1"),
        ("another", BO, "labelled-rival"),
        ("another", BO, "sources:1:unprinted"),
        ("another", ANN, "line:by@title+1"),
        ("title of a site", ANN, "owner:title"),
        ("the site", SITE, "site:whole"),
        ("the site", SITE, "html-meta+json-ld"),
        ("the site", SITE, "sources:2:unprinted"),
        ("the site", SITE, "article:from:json-ld"),
        ("the site", SITE, "given:0:from:json-ld"),
        ("a part of the site", PART, "site:part"),
        ("about the author", ANN, "in-headline"),
        ("about the author", ANN, "mentions:4"),
        ("about the author", ANN, "to-date:1"),
        ("about the author", ANN, "times:1"),
        ("the author replies", ANN, "comments-too"),
    ],
)
def test_a_candidate_is_called(page: str, names: tuple[str, ...], feature: str) -> None:
    assert feature in features(page)[names]


@pytest.mark.parametrize(
    ("page", "names", "feature"),
    [
        ("one of a byline", BOTH, "part-of:printed"),
        ("another", BO, "part-of:printed"),
        ("another", ANN, "labelled-rival"),
        ("another, no label", BO, "labelled-rival"),
        ("a part of the site", PART, "site:whole"),
        ("the author replies", ANN, "in-headline"),
        ("the author replies", ANN, "only-role:comment"),
    ],
)
def test_a_candidate_is_not_called(page: str, names: tuple[str, ...], feature: str) -> None:
    assert feature not in features(page)[names]


def test_authors_that_stand_far_apart_are_no_list() -> None:
    assert BOTH not in features("far apart")


@pytest.mark.parametrize(
    ("holder", "names"),
    [
        ("Council for Harbours", None),
        ("Harbour and Harbour, P.A", None),
        ("Swoogo", ("Swoogo",)),
        ("Made with love by Krystyna", ("Krystyna",)),
        ("Гавань и причал", ("Гавань и причал",)),
    ],
)
def test_the_holder_of_the_copyright_in_raw_page_text_is_named_whole(
    holder: str, names: tuple[str, ...] | None
) -> None:
    text = f"Bridge opens\n\n{PROSE}\n\n© 2024 {holder}. All rights reserved."
    page = marked_before("byline", read_page(text, form="text"))
    owners = [each.names for each in author_candidates(page) if "owner:notice-other" in each.features]
    assert owners == ([names] if names else [])
