"""The HTML reader: which blocks a piece of markup gives."""

from __future__ import annotations

import pytest

from articlex.page import Hidden, Kind, Style, Wrap
from articlex.read.html.reader import read_html


def texts(source: str) -> list[str]:
    return [block.text for block in read_html(source).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<p>one<br>two</p>", ["one\ntwo"]),
        ("<p>one<br> <br>two</p>", ["one", "two"]),
        ("<div>bare <p>inner</p> tail</div>", ["bare", "inner", "tail"]),
        ("<p>a <b>b</b><i> c</i>d</p>", ["a b cd"]),
        ("<p>so\u00adft\u200b zero</p>", ["soft zero"]),
        ("<p>ភ្លៀង\u200bធ្លាក់\u200b rain\u200bfall", ["ភ្លៀង\u200bធ្លាក់ rainfall"]),
        ("<script>no</script><style>no</style><!-- no --><p>yes", ["yes"]),
        ("<svg><text>no</text><p>yes</p></svg>", ["yes"]),
        ("<svg><g><path d=M0><svg><rect/><p>yes</p></svg>", ["yes"]),
        ("<p>a <svg><path d=M0></path>no</svg>b</p>", ["a b"]),
        ("<button><p>article</p><div>more", ["article", "more"]),
        ("<head><title>t</title><p>in head", ["in head"]),
        ("<noscript><p>shown without scripts", ["shown without scripts"]),
        (
            "<frameset><frame src=a><noframes><body><p>shown without frames</noframes>",
            ["shown without frames"],
        ),
        ("<p>a<noframes><p>no", ["a"]),
        ("<p>shown <span style='display: none'>hidden</span> shown", ["shown shown"]),
        ("<p>shown <span style='display:\n\tnone'>hidden</span> shown", ["shown shown"]),
        ("<p><span hidden>Menu</span>In the first week", ["In the first week"]),
        ("<p><span hidden>A tab", ["A tab"]),
        ("<p>Press the <button>Save</button> button", ["Press the Save button"]),
        ("<p>Share: <button>here</button> <button>there</button>", ["Share:", "here", "there"]),
        ("<div><strong>12k</strong><span>clients</span></div>", ["12k clients"]),
        ("<div><b class='num'>500+</b><span class='label'>clients</span></div>", ["500+ clients"]),
        ("<div><b>24/7</b><span>support</span></div>", ["24/7 support"]),
        ("<div><b>2</b><span>nd</span></div>", ["2nd"]),
        ("<div><b>$5</b><span>bn</span></div>", ["$5bn"]),
        ("<div><b>9 €</b><a class='btn' href='x'>Buy it</a></div>", ["9 €", "Buy it"]),
        ("<p>It is loud.<a class='read-button' href='x'>Read more</a>", ["It is loud.", "Read more"]),
        ("<p>Press <a class='btn' href='x'>Save</a> now", ["Press Save now"]),
        ("<p>See <a class='btn btn-link' href='x'>here</a>", ["See here"]),
        ("<h3>A bell <a class='btn' href='x'>Buy it</a></h3>", ["A bell Buy it"]),
        ("<p>The old <gloss-term>bell</gloss-term> rang", ["The old bell rang"]),
        ("<h2>The audit<div><button>Link</button></div></h2><p>a", ["The audit", "a"]),
        ("<h2><b>2</b> Packages <button>Copy link</button></h2>", ["2 Packages"]),
        ("<h3><button>Is it loud?</button></h3>", ["Is it loud?"]),
        ("<h3><button><b>1</b> Is it loud?</button></h3>", ["1 Is it loud?"]),
        ("<h3><i></i><button>Is it loud? <b>Open</b></button></h3>", ["Is it loud? Open"]),
        ("<details><summary><h3>Is it loud? <b>+</b></h3></summary>No", ["Is it loud?", "No"]),
        ("<p>The <del>9</del><b class='now'>5</b>", ["The 95"]),
        ("<h3>Press the <button>Save</button> button</h3>", ["Press the Save button"]),
        ("<h2 id=a>A</h2><a href='#a'><b class='sr-only'>Section called A</b></a>", ["A"]),
        ("<h2 id=a>A</h2><a href='#b'>B</a>", ["A", "B"]),
        ("<h2 id=a>A<a href='#a'><svg></svg><b class='sr-only'>Link to A</b></a></h2>", ["A"]),
        ("<h2 id=a>1. <a href='#a'>A</a></h2>", ["1. A"]),
        ("<h2 id=a><a href='#a'><b class='sr-only'>A</b></a></h2>", ["A"]),
        ("<div>a <x-ref>b</x-ref></div>", ["a", "b"]),
        ("<h2><b class='mr-2'>1</b><span id=m>Methods</span></h2>", ["1 Methods"]),
        ("<h2><b class='mr-2'>3</b><span id=d>D prints</span></h2>", ["3D prints"]),
        ("<p><a href='x'>a link<b class='sr-only'> (opens in a new tab)</b></a>.", ["a link."]),
        ("<p><a href='x'>a link<b class='sr-only'>, opens new tab</b></a>.", ["a link."]),
        (
            "<p><a href='x'>a link<b style='clip: rect(0 0 0 0); width: 1px'>, new</b></a>.",
            ["a link."],
        ),
        ("<p><a href='x'>a link<b style='clip: rect(9px 80px 0 0)'>, new</b></a>.", ["a link, new."]),
        ("<p><a href='x'>a link<b style='clip: rect(0, 60px, 9px, 0)'>, new</b></a>.", ["a link, new."]),
        ("<p>See <a href='x'><b class='sr-only'>(a link)</b></a>", ["See (a link)"]),
        ("<p>The fare<b class='sr-only'> (in dollars)</b> rose", ["The fare (in dollars) rose"]),
        (
            "<table><tr><th>Change<button>?</button><th><button>Fare</button><tr><td>1<td>2",
            ["Change\tFare\n1\t2"],
        ),
        ("<table><tr><th>a<th>b<tr><td>1 <button>Buy</button><td>2</table>", ["a\tb\n1 Buy\t2"]),
        ("<p>The <b>fare<i role='tooltip' id=t>what it costs</i></b> rose", ["The fare rose"]),
        (
            "<p>The <b class='tooltip'>fare<i class='tooltiptext'>what it costs</i></b> rose",
            ["The fare rose"],
        ),
        ("<b class='tooltip'>Ann's fares</b>", ["Ann's fares"]),
        ("<button>Save</button><div role='tooltip'>on this device</div>", ["Save", "on this device"]),
        ("<figcaption><b class='sr-only'>Image caption, </b><div><p>The pier", ["The pier"]),
        ("<figcaption><b class='sr-only'>Photo: </b>A. B.", ["A. B."]),
        ("<figcaption><b class='sr-only'>Figure:</b></figcaption>", ["Figure:"]),
        ("<x-card>one</x-card><x-card>two</x-card>", ["one", "two"]),
        ("<p><b aria-hidden='true'>T</b><b class='visually-hidden'>T</b>he harbour", ["The harbour"]),
        ("<b class='a-offscreen'>9 €</b><b aria-hidden='true'>9 €</b>", ["9 €"]),
        ("<b class='sr-only'>Published 6 May</b><b aria-hidden='true'>6 May</b>", ["Published 6 May"]),
        ("<p>List: <b class='sr-only'>9 €</b><b aria-hidden='true'>9 €</b> now", ["List: 9 € now"]),
        ("<p>News<b class='sr-only'>, </b>Sport", ["News, Sport"]),
        ("<p>Rain. <a href='x'>More<b class='sr-only'> More about rain</b></a>", ["Rain. More"]),
        ("<p><b class='sr-only'>Price: 9 €</b><i>9 €</i> now", ["9 € now"]),
        ("<p><i>Rain</i><b class='sr-only'>Rainfall</b>", ["Rain Rainfall"]),
        ("<p><b class='sr-only'>Next</b><b class='sr-only'>Next page</b>", ["Next Next page"]),
        ("<a href='x'>a link<b class='sr-only'>opens a window</b></a>", ["a link opens a window"]),
        ("<p><a href='x'><b class='sr-only'>Post</b></a><i>by Ann</i>", ["Post by Ann"]),
        ("<p><b class='place'>Long An</b>Ông Ba</p>", ["Long An Ông Ba"]),
        ("<p><b>The old pier.</b><i class='credit'>A. B.</i></p>", ["The old pier. A. B."]),
        ("<p><b class='place'>Long An</b><i>Ông Ba</i></p>", ["Long An Ông Ba"]),
        ("<p><b>Long An</b>Ông <i class='brand'>You</i>Tube</p>", ["Long AnÔng YouTube"]),
        ("<p><b class='sr-only'>Price</b>: 5 €", ["Price: 5 €"]),
        ("<p>See <a href='x'><b class='sr-only'>the forecast</b></a> too", ["See the forecast too"]),
        ("<table><tr><th>a<th>b<tr><td>1<td><i class='material-icons'>check</i></table>", ["a\tb\n1\t✓"]),
        ("<table><tr><th>a<th>b<tr><td>1<td><i class='fa fa-times'></i></table>", ["a\tb\n1\t✗"]),
        (
            "<table><tr><th>a<th>b<tr><td>1<td><svg aria-label='Included'></svg></table>",
            ["a\tb\n1\tIncluded"],
        ),
        ("<table><tr><th>a<th>b<tr><td>1<td><i class='fa fa-car'></i></table>", ["a\tb\n1"]),
        ("<p><b class='screen-reader-text'>Posted on </b>3 May", ["Posted on 3 May"]),
        (
            "<div class=table><div class=table-row><div>a</div><div>b</div></div>"
            "<div class='table-row odd'><div>1</div><div>2</div></div></div>",
            ["a\tb\n1\t2"],
        ),
        (
            "<div class=table><div class=table-row><h2>a</h2><div>b</div></div>"
            "<div class=table-row><div>1</div><div>2</div></div></div>",
            ["a", "b", "1", "2"],
        ),
        ("<p><i class='material-icons'>arrow_forward</i> Next", ["Next"]),
        ("<b style='display: block'>one</b><b style='display:block'>two</b>", ["one\ntwo"]),
        ("<h1><b style='display:block'>one</b><b style='display:block'>two</b>", ["one two"]),
        ("<p>professor<button>Ann</button> said", ["professor Ann said"]),
        ("<H2><P>one</P></H2>", ["one"]),
        ("<p>a<b style='display:inline-block'>b</b>", ["ab"]),
        ("<p>古い鐘が\n  引き上げ\nand\n漢字", ["古い鐘が引き上げ and 漢字"]),
        ("<p>한국어\n문장", ["한국어 문장"]),
        ("<p>a <img class='emoji' src='x' alt='😀'> b", ["a 😀 b"]),
        ("<p><b>(2)</b><i>Paragraph 1 does not apply", ["(2) Paragraph 1 does not apply"]),
        ("<li><b>[1]</b><i>J. Stoker", ["[1] J. Stoker"]),
        ("<p><span>1.</span><span>These rules</span>", ["1. These rules"]),
        ("<p><b>www.</b>example.com", ["www.example.com"]),
        ("<p><b>1.</b>5 metres", ["1.5 metres"]),
        ("<p><b>T</b>he harbour", ["The harbour"]),
        ("<h2>NAME &nbsp; <a href='#top_of_page'>top</a></h2>", ["NAME"]),
        ("<h2><a href='#top'>Top</a></h2>", ["Top"]),
        ("<blockquote><cite>Ann wrote:</cite>it rained", ["Ann wrote:", "it rained"]),
        ("<blockquote><cite>Rain</cite> is a book", ["Rain is a book"]),
        ("<p><cite>Rain</cite>s", ["Rains"]),
        ("<p>Lakes<sup>1</sup><i class='ltx_note_outer'><b><sup>1</sup><i>1</i>All", ["Lakes1", "All"]),
        (
            "<div class=fragment><div class=line><i class=lineno>1</i>a</div><div class=line> b</div></div>",
            ["a\n b"],
        ),
        ("<div class=fragment><p>it rained</div>", ["it rained"]),
        ("", []),
        ("<!-- nothing -->", []),
    ],
)
def test_blocks(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "bit"),
    [
        ("<div hidden><p>x", Hidden.STYLE),
        ("<div style='display:none'><p>x", Hidden.STYLE),
        ("<noscript><p>x", Hidden.NOSCRIPT),
        ("<frameset><noframes><p>x</noframes></frameset>", Hidden.NOSCRIPT),
        ("<template><p>x", Hidden.TEMPLATE),
        ("<details><p>x</details>", Hidden.COLLAPSED),
        ("<div class='tab-pane'><p>x", Hidden.COLLAPSED),
        ("<div class='tab-pane active'><p>x", 0),
        ("<p>x", 0),
    ],
)
def test_hidden_text_is_read_and_flagged(source: str, bit: int) -> None:
    (block,) = read_html(source).blocks
    assert (block.text, block.hidden) == ("x", bit)


def test_text_that_a_style_raises_is_superscript() -> None:
    (block,) = read_html("<p>10<span style='vertical-align: super; font-size: .6em'>6</span>").blocks
    assert [(run.text, run.style) for run in block.runs] == [("10", 0), ("6", Style.SUP)]


@pytest.mark.parametrize(
    "inside",
    [
        "<img src='i' alt='icon'> the shop",
        "the shop <img src='i' alt='icon'>",
        "<img src='i'> a <img src='j'>",
    ],
)
def test_text_and_picture_in_one_link_are_one_link(inside: str) -> None:
    (block,) = read_html(f"<p><a href='x'>{inside}</a>").blocks
    assert {run.href for run in block.runs} == {"x"}
    assert block.links == (1 if block.text else 0)


def test_a_table_of_data_is_one_block() -> None:
    page = read_html("<table><tr><th>a<th>b<tr><td>1<td>2</table>")
    assert [(b.kind, b.text) for b in page.blocks] == [(Kind.TABLE, "a\tb\n1\t2")]


def test_a_table_with_paragraphs_in_a_cell_and_no_header_cells_lays_out_a_page() -> None:
    who = "<div>ann_e</div><div>Member</div><div>Joined: May 2003</div><div>Posts: 12</div>"
    page = read_html(
        f"<table><tr><td>03-12-2008</td><td>#4</td></tr><tr><td>{who}</td><td>Thanks!</td></tr></table>"
    )
    texts = ["03-12-2008", "#4", "ann_e", "Member", "Joined: May 2003", "Posts: 12", "Thanks!"]
    assert [(block.kind, block.text) for block in page.blocks] == [(Kind.PARAGRAPH, text) for text in texts]


def test_a_table_with_several_paragraphs_in_each_row_lays_out_a_page() -> None:
    post = "<tr><td><b>ann_e</b><br>Member</td><td><div>12/11/2011</div><div>Thanks!</div></td></tr>"
    page = read_html(f"<table>{post * 3}</table>")
    texts = ["ann_e\nMember", "12/11/2011", "Thanks!"] * 3
    assert [(block.kind, block.text) for block in page.blocks] == [(Kind.PARAGRAPH, text) for text in texts]


def test_a_table_with_one_row_of_several_cells_of_which_one_has_paragraphs_lays_out_a_post() -> None:
    head = "<thead><tr><th colspan=2><a href=#1>#</a> <span>3 Dec 2008</span></th></tr></thead>"
    post = f"<table>{head}<tr><td><div>Ann Example</div></td><td><p>Thanks!</p></td></tr></table>"
    assert [block.kind for block in read_html(post).blocks] == [Kind.PARAGRAPH] * 3
    rows = "<tr><th>Fare<td><p>2 euros</p></tr><tr><th>Way<td><p>by boat</p></tr>"
    data = f"<table><thead><tr><th colspan=2>Crossing</th></tr></thead>{rows}</table>"
    assert [block.kind for block in read_html(data).blocks] == [Kind.TABLE]


def test_a_layout_table_is_transparent() -> None:
    page = read_html("<table><tr><td><h1>Site</h1><td><p>text</table>")
    assert [b.kind for b in page.blocks] == [Kind.HEADING, Kind.PARAGRAPH]


@pytest.mark.parametrize("previous", ["<a href=5>Prev</a>", "&nbsp;"])
def test_the_bar_above_a_page_of_a_book_is_no_data(previous: str) -> None:
    bar = f"<tr><td>{previous}<th>Knots<td><a href=7>Next</a>"
    page = read_html(f"<table><tr><th colspan=3>The bowline{bar}</table>")
    assert Kind.TABLE not in [block.kind for block in page.blocks]
    assert read_html("<table><tr><td>3<th>Knots<td>4</table>").blocks[0].kind is Kind.TABLE


def test_absurd_spans_are_bounded() -> None:
    page = read_html("<table><tr><th>a<th>b<tr><td colspan=9007199254740991>1<td>2</table>")
    table = page.blocks[0].table
    assert table is not None
    assert table.rows[1][0].colspan == 100


def test_the_first_paragraph_of_an_item_is_the_item() -> None:
    page = read_html("<ol start=3><li><p>a</p><p>b</p><li>c</ol>")
    assert [(b.kind, b.within[-1].number) for b in page.blocks] == [
        (Kind.LIST_ITEM, 3),
        (Kind.PARAGRAPH, 3),
        (Kind.LIST_ITEM, 4),
    ]


def test_nested_structures_are_listed_from_outside_in() -> None:
    page = read_html("<blockquote><ul><li>x</ul></blockquote>")
    assert [c.wrap for c in page.blocks[0].within] == [Wrap.QUOTE, Wrap.LIST, Wrap.ITEM]


@pytest.mark.parametrize("levels", [300, 2_100, 10_000])
def test_deep_nesting_loses_no_text(levels: int) -> None:
    source = "<p>before" + "<div>" * levels + "deep" + "</div>" * levels + "<p>after"
    assert texts(source) == ["before", "deep", "after"]


@pytest.mark.parametrize(
    "source",
    [
        "<html><body><p>one</p></body></html> <div><p>two</p></div></body></html>",
        "<html><body><main><p>one</p></html><p>two</p></main></body></html>",
        "<html><body><p>one</p></html><p>two</p>",
        "<HTML><BODY><P>one</P></HTML><P>two</P></BODY></HTML>",
        "<HTML><BODY><P>one</P></BODY></HTML><P>two</P>",
        "<Html><Body><P>one</P></Body></Html><P>two</P>",
        "<html><body><p>one</p></body></html ><p>two</p>",
    ],
)
def test_text_after_the_end_of_the_document_is_read(source: str) -> None:
    assert [block.text for block in read_html(source).blocks] == ["one", "two"]


@pytest.mark.parametrize(
    "source",
    [
        "<p>Ann<time>3{} May</time>",
        "<p><b class='place'>Long An</b>Ông{} Ba",
        '<script type="application/ld+json">{{"@type": "Article", "articleBody": "'
        + "It rained all day. " * 20
        + 'It <time>3{} May</time>"}}</script>',
    ],
)
@pytest.mark.parametrize("control", ["\x01", "\x0b", "\x0c", "&#2;", "&#x1F", "\ufffe", "&#65535;"])
def test_a_control_character_in_a_text_that_is_set_apart_is_no_crash(source: str, control: str) -> None:
    with_control, without = (texts(source.format(each)) for each in (control, ""))
    assert [" ".join(text.split()) for text in with_control] == without


def test_an_emoji_in_lines_as_they_are_written_is_text_like_any_other() -> None:
    page = read_html("<div style='white-space:pre-wrap'>Rain <img class=emoji alt=🌧 src=a> fell</div>")
    assert [(run.text, run.style) for run in page.blocks[0].runs] == [("Rain 🌧 fell", 0)]


def test_nodes_hold_the_range_of_their_blocks() -> None:
    page = read_html("<body><div class='a'><p>1<p>2</div><p>3")
    (div,) = [node for node in page.nodes if node.words == ("a",)]
    assert (div.first, div.last) == (0, 2)


def test_markup_outside_the_text_is_kept_as_written() -> None:
    page = read_html(
        "<html lang=el dir=ltr><title>T</title><base href=/b/><meta name=Author content='X'>"
        "<link rel=canonical href=/c><script type='application/ld+json'>{}</script><p>x"
    )
    markup = page.markup
    assert (markup.title, markup.lang, markup.dir, markup.base) == ("T", "el", "ltr", "/b/")
    assert markup.metas == [("author", "X")]
    assert markup.links == [("canonical", "/c", "")]
    assert markup.json_ld == ["{}"]


def test_annotations_name_the_block_they_stand_in() -> None:
    page = read_html("<p>intro<p>By <a rel=author href=/x>Ann</a>, <time datetime=2020-01-02>today</time>")
    notes = [(n.name, n.value, n.text, n.block) for n in page.markup.annotations]
    assert notes == [("rel", "author", "Ann", 1), ("time", "2020-01-02", "today", 1)]


@pytest.mark.parametrize(
    "formula",
    [
        "<b class=MathJax_SVG_Display><i class=MathJax_SVG>x</i><script type='math/tex'>k=1</script></b>",
        "<i class=ztext-math data-tex='k=1'><i class=MathJax>x</i><script type='math/tex'>k=1</script></i>",
        "<i class=MathJax>x</i><script type='math/tex'>k=1</script>",
    ],
)
def test_a_formula_is_read_once_where_its_script_stands_in_it_or_behind(formula: str) -> None:
    (block,) = read_html(f"<p>so {formula}").blocks
    assert [run.text for run in block.runs if run.style & Style.MATH] == ["k=1"]
    assert "x" not in block.text


def test_a_lazy_picture_behind_its_copy_for_no_scripts_is_one() -> None:
    copy = "<noscript><img src=/a_small.jpg></noscript>"
    lazy = "<img src='data:,' data-original=/a.jpg data-actualsrc=/a_small.jpg>"
    (block,) = read_html(f"<figure>{copy}{lazy}</figure>").blocks
    assert [run.src for run in block.runs] == ["/a_small.jpg"]


def test_the_words_and_names_of_a_drawing_are_kept() -> None:
    blocks = read_html("<p>a<svg><path class='icon-mail' d=M0></svg></p><svg><path id=b></svg><p>b").blocks
    assert [block.inline_words for block in blocks] == [("icon", "mail"), ("b",)]
    assert [block.anchor for block in blocks] == ["", "b"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one</p><script type='a'/>\n(function(){x})</script>two<STYLE/>.x{a:b}</STYLE>", ["one", "two"]),
        ("<p>one</p><script src=x />two<script>x()</script><p>three</p>", ["one", "two", "three"]),
    ],
)
def test_a_script_does_not_end_at_a_tag_that_closes_itself(source: str, expected: list[str]) -> None:
    assert [block.text for block in read_html(source).blocks] == expected
