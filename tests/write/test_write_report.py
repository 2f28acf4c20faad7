"""The report of a page: nothing of the page acts in it, and each block is there once, in order."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from handmade import article, heading, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from articlex import extract
from articlex.article import Article, Verdict
from articlex.page import Block, Cell, Container, Fact, Field, Kind, Mark, Role, Run, Table, Wrap, runs_text
from articlex.read.html.reader import read_html
from articlex.write.explain.account import account_of
from articlex.write.explain.report import explain_html
from articlex_lab.checks.cases import divided, sections
from articlex_lab.checks.golden import REPORT, GoldenPage, golden_pages, report

VOID = frozenset({"br", "hr", "input", "meta"})
#: All elements of a report, and the attributes that they may have.
ELEMENTS = frozenset(
    """a aside b bdi blockquote body br caption code dd del details div dl dt em figcaption figure footer h1
    h2 h3 h4 h5 h6 head header hr html input ins kbd label li main mark meta nav ol p pre q rect section
    small span strong style sub summary sup svg table tbody td th thead title tr ul""".split()
)
ATTRIBUTES = frozenset(
    """aria-hidden aria-label aria-labelledby charset checked class colspan content dir height href http-equiv
    id lang name open preserveaspectratio rowspan scope start tabindex title type value viewbox width
    y""".split()
)


@dataclass
class Element:
    """An element with what is in it, in the order of the document."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def text(self, *without: str) -> str:
        """The text in it, without that of elements of these classes."""
        parts = [
            child if isinstance(child, str) else child.text(*without)
            for child in self.children
            if isinstance(child, str) or not set(without) & {*child.classes}
        ]
        return "".join(parts)


class Strict(HTMLParser):
    """Builds the tree of a document in which each element is closed by its own end tag."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(document)
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), attrs
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def tree_of(made: Article) -> Element:
    return Strict(explain_html(account_of(made), "0")).root


def check(root: Element) -> None:
    """What holds for the report of any page."""
    elements = [element for element in root.all() if element.tag]
    assert {element.tag for element in elements} <= ELEMENTS
    assert {name for element in elements for name in element.attributes} <= ATTRIBUTES
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(set(ids)) == len(ids)
    links = {element.attributes["href"] for element in elements if "href" in element.attributes}
    assert links <= {f"#{name}" for name in ids}
    (style,) = (element.text() for element in elements if element.tag == "style")
    assert re.search(r"url\(|@import|expression", style) is None
    policy = next(e.attributes["content"] for e in elements if "http-equiv" in e.attributes)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def page_of(root: Element) -> Element:
    return next(element for element in root.all() if "page" in element.classes)


def numbers(root: Element) -> list[str]:
    names = (element.attributes.get("id", "") for element in page_of(root).all())
    return [name for name in names if re.fullmatch(r"b\d+", name)]


def bare(text: str) -> str:
    return "".join(text.split())


def printed(block: Block) -> str:
    """The text of a block; an item that is typed as text has its sign in the text alone."""
    return runs_text(block.runs) if block.kind is Kind.LIST_ITEM else block.text


@cache
def tree_of_page(page: GoldenPage) -> Element:
    return tree_of(page.article)


GOLDEN = pytest.mark.parametrize("page", golden_pages(), ids=lambda page: page.folder.name)


@GOLDEN
def test_nothing_in_a_report_acts_or_leads_out_of_it(page: GoldenPage) -> None:
    check(tree_of_page(page))


@GOLDEN
def test_each_block_of_the_page_is_there_once_and_in_order(page: GoldenPage) -> None:
    assert numbers(tree_of_page(page)) == [f"b{block.index}" for block in page.article.blocks]


@GOLDEN
def test_the_kept_text_is_that_of_the_article(page: GoldenPage) -> None:
    kept = [element for element in page_of(tree_of_page(page)).all() if "kept" in element.classes]
    text = "".join(element.text("n", "picture", "textless") for element in kept)
    assert bare(text) == bare("".join(map(printed, page.article.body)))


@GOLDEN
def test_the_dropped_text_is_that_of_the_blocks(page: GoldenPage) -> None:
    kept = {block.index for block in page.article.body}
    dropped = [block for block in page.article.blocks if block.index not in kept]
    details = (element for element in page_of(tree_of_page(page)).all() if element.tag == "details")
    summaries = [next(element.all()).children[0] for element in details]
    assert len(summaries) == len(dropped)
    for block, summary in zip(dropped, summaries, strict=True):
        assert isinstance(summary, Element)
        text = bare(summary.text())
        assert text == bare(block.text) if block.text else text.startswith((f"({block.kind})", "picture"))


@GOLDEN
def test_the_legend_counts_every_block(page: GoldenPage) -> None:
    boxes = [element for element in tree_of_page(page).all() if element.tag == "label"]
    counts = [int(re.findall(r"([\d,]+) block", box.text())[0].replace(",", "")) for box in boxes]
    assert sum(counts) == len(page.article.blocks)


def test_the_report_is_what_is_recorded() -> None:
    """It lists every stage of the order. Whoever changes the style looks at it in a browser."""
    is_recorded = report() == (REPORT / "expected.html").read_text("utf-8")
    assert is_recorded, "run `make golden`, and read the diff of fixtures/explain/expected.html"


def cases(name: str) -> list[Any]:
    found = []
    for line, title, lines in sections(REPORT / f"{name}.cases"):
        html, expected = ("\n".join(part) for part in divided(lines, "=>", f"{name}.cases:{line}"))
        found.append(pytest.param(html, expected.strip("\n"), id=title))
    return found


def shown(html: str, role: Role) -> str:
    """The blocks of a page that all have one role, as the report shows them."""
    page = read_html(html, url="https://ex.org/page")
    page = replace(page, marks=tuple(Mark(block.index, role, "") for block in page.blocks))
    document = explain_html(account_of(Article(Verdict.OK, 1.0, page)), "0")
    check(Strict(document).root)
    return document.partition("what they are.</p>\n<div>\n")[2]


@pytest.mark.parametrize(("html", "expected"), cases("kept"))
def test_a_kept_block(html: str, expected: str) -> None:
    start, _, rest = shown(html, Role.BODY).partition("\n")
    assert start == '<div class="kept">'
    assert rest[: rest.index("\n</div>\n</div>\n</section>")] == expected


@pytest.mark.parametrize(("html", "expected"), cases("dropped"))
def test_a_dropped_block(html: str, expected: str) -> None:
    lines = shown(html, Role.NAV).splitlines()[1:]
    summaries = [line.partition('<div class="why"')[0] for line in lines if line.startswith("<details id=")]
    assert "\n".join(summaries) == expected


HOSTILE = """<!DOCTYPE html><html lang='en"><script>alert(1)</script>' dir='rtl"><b>'><head>
<title>Ferry </title><meta property="og:title" content='"><img src=x onerror=alert(2)> </style>Ferry'>
<meta name="author" content="Ann &#x202e;Lee &lt;b&gt;"><meta property="og:site_name" content="&lt;!--">
<link rel="canonical" href='javascript:alert(3)"><b>'></head><body>
<nav class='a"><b>'><a href="javascript:alert(4)">Home</a> News "&gt;&lt;img src=x onerror=alert(5)&gt;</nav>
<h1 id="b1">The ferry &lt;/style&gt;&lt;/title&gt;&lt;script&gt;alert(6)&lt;/script&gt; runs again</h1>
<p>The ferry to the island runs again since Monday, after two winters in the dock &#x202e;&#x2066; here.</p>
<p>It carries forty people across each morning, and the mayor was there to see it leave on its first day.</p>
<p id="facts">Those who want to cross should be at the pier at seven &#xfdd0;&#x1fffe;&#x80;&#0; he says.</p>
<svg onload="alert(7)"><script>alert(8)</script></svg><object data="javascript:alert(9)"></object>
<iframe srcdoc="&lt;script&gt;alert(10)&lt;/script&gt;"></iframe>
<footer>© 2024 &lt;/footer&gt;&lt;/main&gt;</footer></body></html>"""


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_hostile_page_is_told_and_does_nothing(form: Any) -> None:
    made = extract(HOSTILE, form=form, url='https://ex.org/"><script>')
    root = tree_of(made)
    check(root)
    assert numbers(root) == [f"b{block.index}" for block in made.blocks]
    text = root.text()
    assert ("<script>alert(6)</script>" if form == "html" else "<script>alert(1)</script>") in text
    assert not set("\ufdd0\U0001fffe\x80\0") & set(text)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(kept=TEXT, dropped=TEXT, title=TEXT, raw=TEXT, address=TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_stays_text(kept: str, dropped: str, title: str, raw: str, address: str) -> None:
    cell = Cell((Run(kept),))
    link = (Run(kept, 0, address), Run(dropped, 0, None, address))
    fact = Fact(Field.TITLE, title, raw, raw, raw, 0.9, 7, raw)
    made = article(
        heading(kept, 2),
        paragraph(link, within=(Container(Wrap.QUOTE, 1, label=raw), Container(Wrap.FOOTNOTE, 2, label=raw))),
        replace(paragraph(""), kind=Kind.TABLE, table=Table(((cell,),))),
        replace(paragraph(kept), kind=Kind.CODE, language=raw),
        paragraph(dropped),
        title=title,
        language=raw,
        roles={4: Role.PROMO},
        provenance={Field.TITLE: (fact, fact)},
        warnings=(raw,),
    )
    root = tree_of(made)
    check(root)
    assert numbers(root) == ["b0", "b1", "b2", "b3", "b4"]


def test_a_script_from_top_to_bottom_is_set_so() -> None:
    made = article(paragraph("ᠬᠥᠮᠦᠨ ᠪᠦᠷ ᠲᠥᠷᠥᠵᠦ"), paragraph("Человек"), roles={1: Role.NAV}, dir="ltr")
    assert ["kept", "vertical"] in [element.classes for element in tree_of(made).all()]
    assert ["kept"] in [element.classes for element in tree_of(article(paragraph("Человек"))).all()]


def test_a_page_from_right_to_left_is_set_so() -> None:
    root = tree_of(article(paragraph("مرحبا"), title="مرحبا", language="ar", dir="rtl"))
    around = [element for element in page_of(root).all() if element.attributes.get("dir") == "rtl"]
    kept = [element for each in around for element in each.all() if "kept" in element.classes]
    assert [element.attributes["lang"] for element in kept] == ["ar"]


def test_a_fact_that_is_not_believed_says_so() -> None:
    fact = Fact(Field.DATE_PUBLISHED, "2024-05-06", "dateline", "6.5.24", "numeric", 0.4)
    root = tree_of(article(paragraph("Rain"), provenance={Field.DATE_PUBLISHED: (fact,)}))
    assert "Not believed. From dateline, score 0.40." in root.text()
    assert "6.5.24" in root.text()


def test_warnings_stand_at_the_head() -> None:
    warning = "title: headline says The ferry, opengraph says Ferry"
    root = tree_of(article(paragraph("Rain"), warnings=(warning,)))
    header = next(element for element in root.all() if element.tag == "header")
    assert warning in header.text()


def test_a_page_of_one_long_stretch_has_more_than_one_place_on_its_map() -> None:
    root = tree_of(article(*(paragraph(f"Line {n} of the list") for n in range(200))))
    assert 40 < sum(element.tag == "rect" for element in root.all()) <= 60


def test_every_role_has_a_colour_and_a_kind_of_line() -> None:
    roles = dict(enumerate(Role))
    made = article(*(paragraph(role) for role in Role), roles=roles)
    style = next(element for element in tree_of(made).all() if element.tag == "style").text()
    rules = re.findall(r"([^{}]*)\{ --edge: [^;]*; --kind: [^;]*; \}", re.sub(r"\s+", " ", style))
    coloured = [name for rule in rules for name in re.findall(r"\.r-(\w+)", rule)]
    assert sorted(coloured) == sorted(Role)


def test_a_line_break_in_a_quotation_does_not_divide_it() -> None:
    page = "<article><h1>The mill</h1><p>He said <q>so it is<br>and stays</q>, and went to the harbour.</p>"
    shown = explain_html(account_of(extract(page)), "0")
    assert "<q>so it is<br>\nand stays</q>" in shown
