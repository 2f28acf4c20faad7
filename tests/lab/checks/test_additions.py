"""What pages have beside their articles, put into a page by the metamorphic checks."""

from articlex_lab.checks.metamorphic.additions import HTML_ADDITIONS, TEXT_ADDITIONS

_INVITATION = "invitation to a newsletter"
_HTML = "<html><body class=a>" + "<p>A sentence.</p>" * 7 + "</body></html>"
_TEXT = "A sentence.\n\n" * 7


def test_blocks_become_elements_of_a_page():
    changed = HTML_ADDITIONS[f"{_INVITATION}, at the top"](_HTML)
    assert '<body class=a><div class="q7"><h2>Get our newsletter</h2><p>The best' in changed
    assert '<button type="button">Sign up</button>' in changed


def test_blocks_become_lines_of_a_text():
    changed = TEXT_ADDITIONS[f"{_INVITATION}, at the top"](_TEXT)
    assert changed.startswith(
        "Get our newsletter\nThe best of the week in your inbox each Friday.\nYour e-mail"
    )


def test_the_end_of_a_page_lies_inside_its_body():
    changed = HTML_ADDITIONS[f"{_INVITATION}, at the end"](_HTML)
    assert changed.index("A sentence.") < changed.index("Get our newsletter") < changed.index("</body>")


def test_the_middle_has_paragraphs_on_both_sides():
    for additions, page in ((HTML_ADDITIONS, _HTML), (TEXT_ADDITIONS, _TEXT)):
        above, below = additions[f"{_INVITATION}, in the middle"](page).split("Get our newsletter")
        assert (above.count("A sentence."), below.count("A sentence.")) == (4, 3)


def test_pages_of_few_paragraphs_have_no_middle():
    for additions, page in ((HTML_ADDITIONS, "<p>One.</p> <p>Two.</p>"), (TEXT_ADDITIONS, "One.\n\nTwo.\n")):
        assert additions[f"{_INVITATION}, in the middle"](page) == page
