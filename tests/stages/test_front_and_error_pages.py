"""Pages that are known to have no article before the body is chosen."""

from articlex import extract

ERROR = "<title>Seite nicht gefunden</title><h1>404</h1><p>Diese Seite gibt es nicht oder nicht mehr.</p>"


def test_an_error_page_has_no_body():
    article = extract(ERROR, form="html")
    assert (article.verdict, article.text) == ("no_article", "")


def test_the_confidence_is_that_of_the_stage():
    assert extract(ERROR, form="html").confidence == 0.95
