"""Pages that are known to have no article before the body is chosen."""

import pytest

from articlex import extract

ERROR = "<title>Seite nicht gefunden</title><h1>404</h1><p>Diese Seite gibt es nicht oder nicht mehr.</p>"


def test_an_error_page_has_no_body():
    article = extract(ERROR, form="html")
    assert (article.verdict, article.text) == ("no_article", "")


def test_the_confidence_is_that_of_the_stage():
    assert extract(ERROR, form="html").confidence == 0.95


@pytest.mark.parametrize(
    "name",
    [
        *("g-recaptcha", "h-captcha", "px-captcha", "cf-turnstile", "challenge-form", "challenge-platform"),
        *("challenge-running", "challenge-stage", "captcha-delivery", "_incapsula_resource", "geetest"),
        *("captcha-box", "captcha-form", "captcha-container", "CF-Turnstile", "_Incap\u017fula_Resource"),
    ],
)
def test_the_widget_of_a_check_is_known_by_its_name(name):
    page = f'<title>Moment</title><h1>Moment</h1><div class="{name}"></div><p>Bitte warten.</p>'
    article = extract(page, form="html")
    assert (article.verdict, article.confidence) == ("no_article", 0.95)
