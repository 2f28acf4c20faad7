"""Raw page text that is Markdown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex import extract
from articlex.article import Article, Verdict
from articlex.page import Form, Kind, Mark, Page, Role
from articlex.read import read_page
from articlex.read.front_matter import front_matter
from articlex.read.markdown import html_between_elements, is_markdown, markdown_html

PAGES = Path(__file__).parents[2] / "fixtures"


_MENU = "\n\n".join(["首页", "Sport", "Наука", "אודות"] * 3)
_PROSE = "The night ferry goes on running, the council said, after a debate of four hours."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("# A headline\n\nText.", True),
        ("---\ntitle: A\ntags:\n  - b\n---\n\nText.", True),
        ("---\ntitle: A\n\ntags:\n- b\n- c\n...\n\nText.", True),
        ("# A headline\r\n\r\nText.\r\n", True),
        ("---\r\ntitle: A\r\n---\r\nText.\r\n", True),
        ('+++\ntitle = "A"\n+++\n\nText.', True),
        ("+++\nAn offer\n+++\n\nText.", False),
        ("+++\na = " + "[" * 9000 + "\n+++\n\nText.", False),
        ("# only a comment\nx = 1", False),
        ("#hashtag\n\nText.", False),
        ("A headline\n\n# Another", False),
        ("---\nText.\n---\n", False),
        ("# Menu\n\n" + "  * [Home](/home)\n" * 5 + "\nText.", False),
        (f"# A headline\n\n{_MENU}\n\n{_PROSE}\n", False),
        (f"# A headline\n\n{_MENU}\n", True),
        (f"# A headline\n\n```\n{_MENU}\n```\n\n{_PROSE}\n", True),
        (f"# A headline\n\n- {_MENU}\n\n{_PROSE}\n".replace("\n\nS", "\n- S"), True),
        ("# Contents\n\n" + "  * [A part](#part)\n" * 5 + "\nText.", True),
        ("# [The Harbour](/)\n\n" + "*   [Home](/home)\n" * 3 + "\nText.", False),
        ("# [harbour](/)\n\n" + "Running text. " * 9 + "\n\n" + "- [A port](/a)\n" * 3, True),
        ("# Ports\n\n" + "- [A port](/a)\n" * 9, True),
        ("", False),
        ("---\n" + "  - x\n" * 2000, False),
        ("# " + "a" * 19_000 + "\nText.", False),
        ("---\ntitle: a" + " " * 19_000 + "b\n---\n", True),
    ],
)
def test_only_what_opens_as_markdown_is_markdown(text: str, answer: bool) -> None:
    assert is_markdown(text) is answer


_BETWEEN = """<div class="menu">

- [Νησιά](/nisia)
- [Θάλασσα](/thalassa)

</div>

<div class="grid"
role="main">

# Το καΐκι

Το «Αγία Μαρίνα» <a href="/a" class="b">χτίστηκε</a> το 1956.

</div>
"""


def test_markdown_between_elements_that_it_has_no_signs_for_is_html() -> None:
    page = read_page(_BETWEEN)
    assert [(block.kind, block.text) for block in page.blocks[-2:]] == [
        ("heading", "Το καΐκι"),
        ("paragraph", "Το «Αγία Μαρίνα» χτίστηκε το 1956."),
    ]
    assert page.form is Form.HTML
    assert not page.markdown


@pytest.mark.parametrize(
    "text",
    [
        _BETWEEN.replace("# Το", "Το"),
        _BETWEEN.replace("\n\n", "\n"),
        _BETWEEN.replace("- [", "<li>[").replace(")\n", ")</li>\n"),
        "\n" + _BETWEEN.replace("<div", "< div"),
    ],
    ids=["no heading", "no empty lines", "ends of items", "no elements"],
)
def test_what_is_not_markdown_between_elements_is_not_read_so(text: str) -> None:
    assert html_between_elements(text) is None


def test_front_matter_states_the_metadata() -> None:
    text = (
        '---\ntitle: "A \\"title\\""\nauthors:\n  - Ida Quill\ndate: 2024-05-06\nlanguage: en\n'
        '---\n\n# A "title"\n\n' + "Words of an article that goes on for long enough to be one. " * 8
    )
    article = extract(text)
    assert article.title == 'A "title"'
    assert article.date_published == "2024-05-06"
    assert article.language == "en"


FRONT_PARTS = [*"\n a:[],#>'\"\\={}", "- ", "name: ", "tags: "]
WORDS = "Words of an article that goes on for long enough to be one. " * 8


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: A harbour\nauthor: [Ida Quill, 'Bo Sample']\ndate: 2024-05-06 # Monday\n"
        'tags: ["sea, open", port]\nlang: en\n---\n',
        "---\nTitle: 'A harbour'\nauthors:\n- name: Ida Quill\n  email: ida@example.org\n- name: Bo Sample\n"
        "\ndate: 2024-05-06\ntags:\n- sea, open\n- port\ndescription: >-\n  title: of\n  a harbour\n"
        "lang: en\n---\n",
        "---\ntitle: 'A harbour' # by the sea\nauthors: # both\n- Ida Quill\n- name: Bo Sample\n- name: \n"
        'date: 2024-05-06\ntags: ["sea, open", port] # two\nlang: en\nimage: > # all\n  title: of\n---\n',
        '+++\ntitle = "A harbour"\nauthors = ["Ida Quill", "Bo Sample"]\ndate = 2024-05-06\nlang = "en"\n\n'
        '[taxonomies]\ntags = ["sea, open", "port"]\n+++\n',
    ],
)
def test_front_matter_of_site_generators(front: str) -> None:
    article = extract(f"{front}\n{WORDS}\n\n{WORDS}")
    assert article.title == "A harbour"
    assert article.authors == ("Ida Quill", "Bo Sample")
    assert article.date_published == "2024-05-06"
    assert article.tags == ("sea, open", "port")
    assert article.language == "en"


def test_front_matter_of_a_clipper_links_the_authors_and_states_where_the_page_was() -> None:
    front = (
        '---\ntitle: "A harbour"\nsource: "https://example.org/harbour"\nauthor:\n  - "[[Ida Quill]]"\n'
        '  - "[[people/bo|Bo Sample]]"\npublished: 2024-05-06\ncreated: 2024-05-09\n---\n'
    )
    article = extract(f"{front}\n{WORDS}\n\n{WORDS}")
    assert article.authors == ("Ida Quill", "Bo Sample")
    assert article.date_published == "2024-05-06"
    assert article.url == "https://example.org/harbour"
    told = extract(f"---\ntitle: A harbour\nsource: the harbour master\npublished: true\n---\n\n{WORDS}")
    assert (told.date_published, told.url) == (None, None)


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        (r'"Caf\xe9 \u2013 \U0001F600"', "Café – 😀"),
        (r'"\ud83d\ude00\_!"', "😀\xa0!"),
        (r'"\U00110000"', "U00110000"),
        ("A harbour\n  by the sea", "A harbour by the sea"),
        ('"A harbour\n  by the sea" # and more', "A harbour by the sea"),
        ("&a", "&a"),
    ],
)
def test_a_title_in_front_matter_is_escaped_and_folded_as_yaml_has_it(title: str, meant: str) -> None:
    found = front_matter(f"---\ntitle: {title}\nauthor:\n  name: Ida Quill\ntags: [a,\n  b]\n---\n")
    assert found
    assert found.metas[0] == ("og:title", meant)
    assert found.metas[1:] == (("author", "Ida Quill"), ("article:tag", "a"), ("article:tag", "b"))


@given(st.lists(st.sampled_from(FRONT_PARTS), max_size=20))
def test_any_front_matter_ends_with_its_mark(parts: list[str]) -> None:
    for mark in ("---", "+++"):
        text = f"{mark}\ntitle: a\n{''.join(parts)}\n{mark}\n"
        found = front_matter(text)
        assert found is None or text[: found.end].rstrip().endswith(mark)


def _kept(page: Page, title: str) -> Article:
    roles = [Role.TITLE if b.kind is Kind.HEADING and b.level == 1 else Role.BODY for b in page.blocks]
    page = replace(page, marks=tuple(Mark(n, role, "") for n, role in enumerate(roles)))
    return Article(Verdict.OK, 1.0, page, title=title)


ALL = sorted([*PAGES.glob("pages/*/source.*"), *PAGES.glob("constructs/*.html")])


@pytest.mark.parametrize("path", ALL, ids=[path.parent.name for path in ALL])
def test_an_article_that_went_through_markdown_is_the_same_article(path: Path) -> None:
    first = extract(path.read_bytes())
    if not first.title or first.verdict != "ok":
        pytest.skip("its Markdown has no headline, or may be no article")
    second = extract(first.render("md", front_matter=True))
    assert second.page.markdown
    assert (second.authors, second.date_published) == (first.authors, first.date_published)
    assert second.title == " ".join(first.title.split())
    assert second.markdown == first.markdown


@pytest.mark.parametrize(
    "text",
    [
        "2. two\n\n4) four",
        "Notes[^7] and more[^2] and again.[^7]\n\n[^7]: Seven.\n\n[^2]: Two.",
        "A [link](https://ex.org/ä b%20c) and <https://ex.org/?a=%20b>.".replace("ä b", "äb"),
        "Not a note: \\^[in brackets].",
        "![](https://ex.org/ü.png)",
        "![A \\*b\\*](https://ex.org/lazyload/1x1-placeholder.png)",
        "A <mark>mark</mark>, <sub>a</sub><sup>b</sup><kbd>c</kbd>",
        "They are $$x=\\frac{1}{2}$$ and $y$ here.",
    ],
)
def test_markdown_of_ours_is_read_as_it_was_written(text: str) -> None:
    markdown = f"# A title\n\n{text}\n"
    assert _kept(read_page(markdown), "A title").markdown == markdown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("他说**强调。**他走了。", "他说<strong>强调。</strong>他走了。"),
        ("**“强调”**他", "<strong>“强调”</strong>他"),
        ("前**（注）**後", "前<strong>（注）</strong>後"),
        ("한국**어(x)**는", "한국<strong>어(x)</strong>는"),
        ("~~删除。~~他", "<s>删除。</s>他"),
        ("**强调**他、__强调__、*强调*。", "<strong>强调</strong>他、<strong>强调</strong>、<em>强调</em>。"),
        ("中文__init__中文 a*“b”*c 😀**x.**y", "中文__init__中文 a*“b”*c 😀**x.**y"),
    ],
)
def test_emphasis_begins_and_ends_at_wide_letters(text: str, wanted: str) -> None:
    assert f"<p>{wanted}</p>" in markdown_html(f"# A title\n\n{text}\n")


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("![a](/a.png)\n\n*The __quay__ in May*\n\n*It rained.*", ["The quay in May"]),
        ("> ![a](/a.png)\n> *The [quay](/q)*", ["The quay"]),
        ("[![a](/a.png)](/b)\n\n_The quay_", ["The quay"]),
        ("![a](/a.png)\n\n*The* quay *in May*", []),
        ("![a](/a.png) and more\n*The quay*", []),
        ("*The quay*\n\n![a](/a.png)", []),
    ],
)
def test_a_paragraph_in_italics_below_a_picture_is_its_caption(text: str, captions: list[str]) -> None:
    page = read_page(f"# A title\n\n{text}\n")
    assert [block.text for block in page.blocks if block.kind is Kind.CAPTION] == captions


def test_items_are_counted_from_the_first() -> None:
    first = _kept(read_page("# A title\n\n1. one\n1. two\n1. three\n"), "A title")
    assert first.markdown == "# A title\n\n1. one\n2. two\n3. three\n"


def test_the_sign_of_a_link_behind_a_heading_is_no_part_of_it() -> None:
    text = "# Ένα παλιό πηγάδι¶\n\nΤο πηγάδι καθαρίστηκε.\n\n## Πώς έγινε ¶\n\nΜε κουβάδες, σε §3 και ¶4.\n"
    page = read_page(text)
    assert [block.text for block in page.blocks][::2] == ["Ένα παλιό πηγάδι", "Πώς έγινε"]
    assert page.blocks[3].text.endswith("¶4.")


def test_the_heading_that_a_document_opens_with_is_its_title() -> None:
    """However much more another heading sounds like one."""
    sections = "\n\n".join(
        f"### Part {n}\n\n{'Words that say what is in this part of it. ' * 6}" for n in range(4)
    )
    markdown = (
        f"# Microphones\n\n## A guide to microphones for vocals, speech and instruments\n\n{sections}\n"
    )
    article = extract(markdown)
    assert article.title == "Microphones"
    assert article.markdown.replace(" \n", "\n") == markdown.replace(" \n", "\n")


SOURCES = sorted([*PAGES.glob("pages/*/source.html"), *PAGES.glob("constructs/*.html")])


@pytest.mark.parametrize("path", SOURCES, ids=[path.parent.name for path in SOURCES])
def test_our_own_markdown_comes_out_of_a_second_pass_as_it_was(path: Path) -> None:
    first = _kept(read_page(path.read_bytes(), form="html", url="https://ex.org/page"), "A title")
    second = _kept(read_page(first.markdown), "A title")
    assert second.page.form is Form.HTML
    assert second.markdown == first.markdown
