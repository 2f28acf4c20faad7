from hypothesis import given
from hypothesis import strategies as st

from articlex import extract
from articlex.options import Options
from articlex.page import Role

STRICT = Options(strict=True)
TEXTS = st.sampled_from(
    ["", "Bridge opens", "Example News", "大桥通车", "x" * 500, "The river rose. " * 12, "By Ann"]
)


@given(st.lists(st.tuples(st.sampled_from(["h1", "h2", "p", "li"]), TEXTS), max_size=8), TEXTS, TEXTS)
def test_any_page_has_at_most_one_first_headline(blocks, title, og):
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in blocks)
    html = f"<title>{title}</title><meta property='og:title' content='{og}'>{body}"
    page = extract(html, form="html", options=STRICT).page
    printed = [mark for mark in page.marks if mark.role is Role.TITLE and mark.reason != "repeats-title"]
    assert len(printed) <= 1


@given(st.lists(TEXTS, max_size=10).map("\n".join))
def test_no_mark_in_any_text_is_surer_than_sure(text):
    page = extract(text, form="text", options=STRICT).page
    assert all(mark.score <= 1 for mark in page.marks)
