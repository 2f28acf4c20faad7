import pytest

from articlex import Options, Role, Verdict, extract
from articlex_lab.checks.golden import GoldenPage, golden_pages

OPTIONS = Options(engine="readability", strict=True)
SENTENCE = "The mill wheel turned again in April, for the first time since the flood of the century took it. "
PAGE = (
    "<html><head><title>Mill</title></head><body><ul class=menu><li><a href=/>Home</a><li><a href=/n>News</a>"
    f"</ul><div class=article><p>{SENTENCE * 3}</p><p><img src=w.jpg></p><p>{SENTENCE * 2}</p></div>"
    "<div class=footer><p>All rights reserved</p></div></body></html>"
)
HTML_PAGES = [
    page
    for page in golden_pages()
    if page.about["kind"] in {"news", "blog"} and (page.folder / "source.html").exists()
]


def test_the_body_is_what_the_engine_finds() -> None:
    article = extract(PAGE, options=OPTIONS)
    assert article.verdict is Verdict.OK
    assert SENTENCE.strip() in article.text
    assert "All rights reserved" not in article.text
    assert "Home" not in article.text


def test_each_block_that_it_keeps_says_so() -> None:
    page = extract(PAGE, options=OPTIONS).page
    reasons = {mark.reason for mark in page.marks if mark.role is Role.BODY}
    assert reasons == {"readability", "between"}


def test_an_empty_page_is_empty() -> None:
    assert extract("<html><body></body></html>", options=OPTIONS).verdict is Verdict.EMPTY


@pytest.mark.parametrize("sign", ["\x0c", "\x1b", "&#12;", "&#x1B;", "&#x00e", "\uffff", "&#65535;"])
def test_a_character_that_xml_forbids_hides_no_article(sign: str, capfd: pytest.CaptureFixture[str]) -> None:
    page = PAGE.replace("<p>", f"{sign}<p>{sign}").replace(
        "</p>", f"{sign}</p>{sign}<script>1</script>{sign}"
    )
    assert extract(page, options=OPTIONS).text.count(SENTENCE.strip()) == 5
    assert capfd.readouterr().err == ""


def test_a_page_that_it_cannot_read_is_told_to_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    assert extract("<!-- -->", form="html", options=OPTIONS).verdict in (Verdict.EMPTY, Verdict.NO_ARTICLE)
    assert capfd.readouterr().err == ""


def test_raw_page_text_is_left_to_articlex_with_a_warning() -> None:
    article = extract("Home\nNews\n\n" + SENTENCE * 4, form="text", options=OPTIONS)
    assert any("reads HTML alone" in warning for warning in article.warnings)
    assert SENTENCE.strip() in article.text


def test_an_xml_declaration_is_no_obstacle() -> None:
    assert (
        SENTENCE.strip() in extract('<?xml version="1.0" encoding="utf-8"?>\n' + PAGE, options=OPTIONS).text
    )


@pytest.mark.parametrize("page", HTML_PAGES, ids=lambda page: page.folder.name)
def test_it_finds_blocks_on_every_golden_article(page: GoldenPage) -> None:
    assert extract(page.source, options=OPTIONS).verdict is Verdict.OK
