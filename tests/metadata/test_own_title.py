"""The title of a page among its sections."""

from __future__ import annotations

import articlex

TEXT = (
    "The ferry has crossed the bay every morning since the summer of 1912, but for two winters that were "
    "colder than the others, in which the boats stayed at the quay and the people walked over the ice."
)


def test_the_page_itself_is_no_section() -> None:
    page = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "The bay in white",'
        '"articleSection": ["Harbour", "The Bay in White"]}</script>'
        f"<main><h1>The bay in white</h1><p>{TEXT}</p></main>"
    )
    article = articlex.extract(page)
    assert (article.title, article.categories) == ("The bay in white", ("Harbour",))
