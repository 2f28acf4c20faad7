"""What is attached to which kept blocks: a table of pages, in which "+" begins the text of a kept block, "~"
that of one which another stage has claimed, "^" that of one taken for a link of a menu, and all others were
left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articlex.options import Options
from articlex.page import Kind, Mark, Page, Role
from articlex.pipeline import run
from articlex.read import read_page
from articlex.stages.attached import STAGE

LONG = "Nobody could say how long that had been so. " * 4
STEP = "<div class=a><p class=b>{}</p><p>{}</p></div>"
#: Source, and the blocks that are attached, each with its reason.
CASES: dict[str, tuple[str, dict[str, str]]] = {
    "items between kept ones": (
        "<ul><li>+One</li><li>two</li><li>+Three</li><li>four</li></ul>",
        {"two": "item"},
    ),
    "half of the items are kept": (
        "<ul><li>+One</li><li>two</li><li>3</li><li>+Four</li></ul>",
        {"two": "item", "3": "item"},
    ),
    "the ends of a list inside the text": (
        "<p>+One.</p><ul><li><a href='/2'>two</a></li><li>+Three</li><li>+Four</li><li>5</li></ul>"
        f"<p>+{LONG}</p>",
        {"two": "item", "5": "item"},
    ),
    "the end of a list behind a block that is left out": (
        f"<p>one</p><ul><li>+Two</li><li><a href='/3'>three</a></li></ul><p>+{LONG}</p>",
        {},
    ),
    "the end of a list with which the text ends": (
        "<p>+One.</p><ul><li>+Two</li><li><a href='/3'>three</a></li></ul>",
        {},
    ),
    "a line between kept ones of a run of like elements": (
        "<div><div class=a>+One</div><div class=a>two</div><hr><div class=a>3</div>"
        "<div class=a>+Four</div></div>",
        {"two": "like", "3": "like"},
    ),
    "a line of another class, a link, and lines at the ends of a run": (
        "<div><div>1</div><div>+Two</div><div>+Three</div><div><a href='/4'>four</a></div><div>+Five</div>"
        "<div class=b>6</div><div>+Seven</div><div>eight</div></div>",
        {},
    ),
    "a short link that looks like kept ones on both sides": (
        "<div class=a><ul class=b><li>+One</li></ul><ul class=b><li>^2</li></ul>"
        "<ul class=b><li>+Three</li></ul>"
        "<ul class=c><li>^4</li></ul><ul class=b><li>+Five</li></ul></div><ul class=b><li>^6</li></ul>",
        {"^2": "like"},
    ),
    "the title of a card, a link, above its text": (
        "<p>+One.</p><div><h3><a href='/2'>two</a></h3><p>+Three.</p><p>Read</p></div>",
        {"two": "title"},
    ),
    "a title above another one, and one below more": (
        "<p>+One.</p><div><h3><a href='/2'>two</a></h3><h4>+Three</h4>"
        "<h3><a href='/4'>four</a></h3><p>+Five</p></div>",
        {},
    ),
    "the head of a comment, with its time": (
        "<p>+One.</p><div><h3><a href='/ann'>Ann</a> 10:24</h3><p>+Two.</p></div>",
        {},
    ),
    "the number of a step, where others are kept": (
        f"{STEP.format('+One', '+Two')}{STEP.format('one', '+Three')}{STEP.format('+Four', '+Five')}"
        f"{STEP.format('two', 'three')}<p>+Six</p>",
        {"one": "part"},
    ),
    "the number of a step, where all others are kept, or few": (
        f"{STEP.format('+One', '+Two') * 5}{STEP.format('one', '+Three')}"
        f"{STEP.format('two', '+Four').replace('=b', '=c') * 3}<p>+Six</p>",
        {},
    ),
    "the number of a step in a second card": (
        f"{STEP.format('+One', '+Two')}{STEP.format('1', '+Three')}{STEP.format('1', '+Three')}<p>+Six</p>",
        {},
    ),
    "figures above their captions": (
        "<p>+One.</p><div><div><p>40%</p><p>+of the boats</p></div><div><p>€ 1,250</p><p>+a year</p></div>"
        "<div><p>15,000</p><p>+gulls</p></div></div>",
        {"40%": "figure", "€ 1,250": "figure", "15,000": "figure"},
    ),
    "the number of a step, of comments, and a figure above a text or in it": (
        "<p>+One.</p><div><p>1.</p><p>+Ring</p></div><div><p>(125)</p><p>+Stars</p></div>"
        f"<div><p>$250</p><p>+{LONG}</p></div><div><p>+Boats</p><p>$30</p><p>+Row</p></div>",
        {},
    ),
    "fewer than half are kept": ("<ul><li>+One</li><li>two</li><li>3</li><li>4</li><li>+Five</li></ul>", {}),
    "headings whose text is kept, but for what stands right below them": (
        f"<p>+First.</p><h2>one</h2><p>Price</p><h2>box</h2><a href='/b'>Buy</a><p>+{LONG}</p>"
        f"<h2>two</h2><p>3</p><h1>+Four</h1><p>+{LONG}</p>",
        {"one": "heading", "box": "heading"},
    ),
    "links that a colon announces, inside the text": (
        "<p>+One:</p><ul><li><a href='/two'>two</a></li><li><a href='/3'>three</a></li></ul><p>+Four</p>",
        {"two": "announced", "three": "announced"},
    ),
    "links that nothing announces, of contents, and at the end": (
        "<p>+One</p><ul><li><a href='/two'>two</a></li><li><a href='/3'>3</a></li></ul>"
        "<p>+Four:</p><ul><li><a href='#five'>five</a></li><li><a href='#6'>6</a></li></ul>"
        "<p>+Seven:</p><ul><li><a href='/8'>8</a></li><li><a href='/9'>9</a></li></ul>",
        {},
    ),
    "what announces code and a list": (
        "<p>+One</p><p>two:</p><pre>+ring()</pre><p>three:</p><ul><li>+Four</li></ul>"
        "<p><a href='/5'>5:</a></p><pre>+wait()</pre><p>six</p><pre>+sit()</pre>",
        {"two:": "lead", "three:": "lead"},
    ),
    "a heading in an element of its own": (
        f"<p>+One.</p><div><h2>two</h2><p>three</p></div><p>+{LONG}</p>",
        {},
    ),
    "an item of another stage": ("<ul><li>+One</li><li>~two</li><li>+Three</li></ul>", {}),
    "terms and definitions that a colon announces": (
        "<p>+One:</p><dl><dt>two</dt><dd>three</dd></dl><p>+Four</p>",
        {"two": "list", "three": "list"},
    ),
    "a list that holds a paragraph too": ("<ul><li>+One</li><p>two</p><li>three</li><li>+Four</li></ul>", {}),
    "code between kept blocks, one behind the other": (
        "<p>+One.</p><pre>ring()</pre><pre>wait()</pre><hr><p>+Two.</p>",
        {"ring()": "code", "wait()": "code"},
    ),
    "listings in a box, with the names of their files": (
        "<p>+One.</p><div><ul><li>ring.c</li><li>ring.py</li></ul><div><pre>ring();</pre></div>"
        "<div><pre>ring()</pre></div></div><p>+Two.</p>",
        {"ring();": "code", "ring()": "code"},
    ),
    "a listing in a box with a text of its own": (
        f"<p>+One.</p><div><p>{LONG}</p><pre>ring()</pre></div><p>+Two.</p>",
        {},
    ),
    "a listing in a box with a heading": (
        "<p>+One.</p><div><h3>See also</h3><pre>ring()</pre></div><p>+Two.</p>",
        {},
    ),
    "a listing in a box at the end": ("<p>+One.</p><div><p>ring.py</p><pre>ring()</pre></div><p>two</p>", {}),
    "samples beside a section, below it in the source": (
        "<div><div><h2>+Ring</h2><p>+Text.</p></div><div><h3>Sample</h3><div><button>Copy</button>"
        "<pre>ring()</pre></div></div></div><p>two</p>",
        {"ring()": "sample", "Sample": "heading"},
    ),
    "code beside a text without a heading": (
        "<div><div><p>+Text.</p></div><div><p>one</p><pre>ring()</pre></div></div><p>two</p>",
        {},
    ),
    "code behind the last kept block": ("<p>+One.</p><pre>ring()</pre><p>two</p>", {}),
    "a caption of a kept table": (
        "<table><caption>Tides</caption><tr><td>+1<td>2<tr><td>3<td>4</table>",
        {"Tides": "caption"},
    ),
    "a caption of a table that is left out": (
        "<table><caption>Tides</caption><tr><td>1<td>2<tr><td>3<td>4</table><p>+Text</p>",
        {},
    ),
    "the last of a quotation": (
        "<blockquote><p>+Words.</p><p>+More.</p><p>Ann</p></blockquote>",
        {"Ann": "attribution"},
    ),
    "the first of a quotation": ("<blockquote><p>Ann</p><p>+Words.</p></blockquote>", {}),
    "a quotation of which half is kept": (
        "<blockquote><p>Words.</p><p>+More.</p><p>Ann</p></blockquote>",
        {},
    ),
    "a long last paragraph of a quotation": (f"<blockquote><p>+Words.</p><p>{LONG}</p></blockquote>", {}),
    "the last of a quotation far below": (
        "<blockquote>" + "<p>+Words.</p>" * 20 + "<p>Ann</p></blockquote>",
        {"Ann": "attribution"},
    ),
    "the caption of a figure with a quotation": (
        "<figure><blockquote><p>+Words.</p></blockquote><figcaption>Ann</figcaption></figure>",
        {"Ann": "attribution"},
    ),
    "the caption before a quotation": (
        "<figure><figcaption>Ann</figcaption><blockquote><p>+Words.</p></blockquote></figure>",
        {},
    ),
    "a long caption of a quotation": (
        f"<figure><blockquote><p>+Words.</p></blockquote><figcaption>{LONG}</figcaption></figure>",
        {},
    ),
    "the caption of a figure with a paragraph": (
        "<figure><p>+Words.</p><figcaption>Ann</figcaption></figure>",
        {},
    ),
    "the caption of a figure with a paragraph and a quotation": (
        "<figure><p>+Words.</p><blockquote><p>+More.</p></blockquote><figcaption>Ann</figcaption></figure>",
        {},
    ),
    "who is quoted, in an element that is named so": (
        f"<div class=testimonial><p>+{LONG}</p><div><p>Ann Lee</p><p>Keeper of the lamp</p></div></div>",
        {"Ann Lee": "speaker", "Keeper of the lamp": "speaker"},
    ),
    "who is quoted, behind a dash": (f"<div><p>+{LONG}</p><p>— Lars</p></div>", {"— Lars": "speaker"}),
    "what stands below a text that is no quotation, a button, and who is quoted in what is left out": (
        f"<p>+Text.</p><div><p>+{LONG}</p><p>Ann</p></div><div class=quote><p>+{LONG}</p>"
        f"<button>Lars</button></div><div class=quote><p>{LONG}</p><p>Ole</p></div><p>+Text.</p>",
        {},
    ),
    "a note whose sign is kept": (
        '<p>+Text<sup><a href="#n1">1</a></sup></p><ol><li id=n1>So the log.</li></ol>',
        {"So the log.": "note"},
    ),
    "notes without links, whose signs are kept": (
        "<p>+The ropes* and the oil<sup>a</sup> are new.</p><p>* By Ness.</p><p>** By Lund.</p>"
        "<p><sup>a</sup> For lamps.</p><p><sup>b</sup> For hands.</p>",
        {"* By Ness.": "note", "a For lamps.": "note"},
    ),
    "items behind an asterisk, below an asterisk that is no sign of a note": (
        "<p>+Two * three, and 4*5.</p><p>* By Ness.</p>",
        {},
    ),
    "a note whose sign is left out": (
        '<p>+Text</p><p>Text<sup><a href="#n1">1</a></sup></p><ol><li id=n1>So the log.</li></ol>',
        {},
    ),
    "the summary of kept details": (
        "<details><summary>More</summary><p>+Words.</p></details>",
        {"More": "summary"},
    ),
    "the summary of details that are left out": (
        "<p>+Text</p><details><summary>More</summary><p>Words.</p></details>",
        {},
    ),
    "the term of a kept definition": ("<dl><dt>-t</dt><dd>+Attempts.</dd></dl>", {"-t": "term"}),
    "the definition of a kept term": (
        "<dl><dt>+Boats</dt><dd>40</dd><dt>Gulls</dt><dd>9</dd></dl><p>+Text.</p>",
        {"40": "definition"},
    ),
    "terms that share a kept definition": (
        "<dl><dt>-t</dt><dt>-u</dt><dd>+Attempts.</dd></dl>",
        {"-t": "term", "-u": "term"},
    ),
    "the term of a definition that is left out": (
        "<dl><dt>-t</dt><dd>Attempts.</dd><dt>-u</dt><dd>+Words.</dd></dl>",
        {"-u": "term"},
    ),
    "a formula between kept blocks": (
        "<p>+Text</p><div><script type='math/tex; mode=display'>v</script></div><p>+Text</p>",
        {"v": "formula"},
    ),
    "a formula below kept blocks": (
        "<p>+Text</p><div><script type='math/tex; mode=display'>v</script></div><p>Text</p>",
        {},
    ),
    "a formula above kept blocks": (
        "<p>Text</p><div><script type='math/tex; mode=display'>v</script></div><p>+Text</p>",
        {},
    ),
    "the title of a kept admonition": (
        "<div class=admonition><p class=admonition-title>Note</p><p>+Words.</p></div>",
        {"Note": "box-title"},
    ),
    "the title of an admonition that is left out": (
        "<p>+Text</p><div class=admonition><p class=admonition-title>Note</p><p>Words.</p></div>",
        {},
    ),
    "a title of no admonition": ("<div><p class=box-title>Note</p><p>+Words.</p></div>", {}),
    "a long title of an admonition": (
        f"<div class=admonition><p class=admonition-title>{LONG}</p><p>+Words.</p></div>",
        {},
    ),
    "a list behind a kept block": (
        "<div><p>+These:</p><ul><li>one</li><li>two</li></ul></div>",
        {"one": "list", "two": "list"},
    ),
    "a table in a tab, behind the labels of the tabs": (
        "<p>+Text</p><div><a href='#a'>Town</a> <a href='#b'>Bay</a></div><div id=a><table><tr><th>1<th>2"
        "<tr><td>3<td>4</table></div><div id=b><table><tr><th>+5<th>6<tr><td>7<td>8</table></div><p>+Text",
        {"1\t2\n3\t4": "list"},
    ),
    "a table behind links that lead elsewhere": (
        "<p>+Text</p><div><a href='/a'>Town</a> <a href='/b'>Bay</a></div><div><table><tr><td>1<td>2"
        "<tr><td>3<td>4</table></div><p>+Text</p>",
        {},
    ),
    "a list behind a block that is left out": (
        "<p>+Text</p><div><p>These:</p><ul><li>one</li><li>two</li></ul></div>",
        {},
    ),
    "a sentence between kept ones": (
        "<p>+Text.</p><p>Nobody knew how long that had been so.</p><p>+Text.</p>",
        {"Nobody knew how long that had been so.": "amid"},
    ),
    "a sentence below kept ones": (
        "<p>+Text.</p><p>Nobody knew how long that had been so.</p><p>Text</p>",
        {},
    ),
    "a heading above a kept block": ("<p>+Text</p><h2>Later</h2><p>+Text</p>", {"Later": "heading"}),
    "a heading above a block that is left out": ("<p>+Text</p><h2>Later</h2><p>Text</p>", {}),
    "what is attached to what is attached": (
        "<p>+Text</p><h2>Later</h2><dl><dt>-t</dt><dd>+Attempts.</dd></dl>",
        {"Later": "heading", "-t": "term"},
    ),
    "the last of a quotation in a quotation": (
        "<blockquote><p>Words.</p><blockquote><p>+More.</p><p>Ann</p></blockquote></blockquote>",
        {"Ann": "attribution"},
    ),
    "the caption of a quotation of which half is kept": (
        "<figure><blockquote><p>Words.</p><p>+More.</p></blockquote><figcaption>Ann</figcaption></figure>",
        {},
    ),
    "the summary in an element of its own": (
        "<details><summary><div>More</div></summary><p>+Words.</p></details>",
        {"More": "summary"},
    ),
    "the term of a kept definition that begins with code": (
        "<dl><dt>-t</dt><dd><pre>+a = 1</pre></dd></dl>",
        {"-t": "term"},
    ),
    "formulas one below the other": (
        "<p>+Text</p><div><script type='math/tex; mode=display'>v</script></div>"
        "<div><script type='math/tex; mode=display'>w</script></div><p>+Text</p>",
        {"v": "formula", "w": "formula"},
    ),
    "the number of an equation alone": ("<p>+Text</p><p>(3)</p><p>+Text</p>", {}),
    "a title beside an admonition": (
        "<div class=alert></div><div><p class=box-title>Note</p><p>+Words.</p></div>",
        {},
    ),
    "a short block of an admonition": (
        "<div class=admonition><p class=alert>Note</p><p>+Words.</p></div><p class=title>~Text</p>",
        {},
    ),
    "nothing is kept": ("<blockquote><p>Words.</p><p>Ann</p></blockquote>", {}),
}


def _mark(index: int, text: str) -> Mark:
    role = {"+": Role.BODY, "~": Role.NAV, "^": Role.NAV}.get(text[:1], Role.BOILERPLATE)
    return Mark(index, role, "link-run" if text[:1] == "^" else "", 0.5)


def _marked(source: str) -> Page:
    page = read_page(source, form="html")
    return replace(page, marks=tuple(_mark(block.index, block.text) for block in page.blocks))


@pytest.mark.parametrize(("source", "wanted"), CASES.values(), ids=CASES)
def test_what_is_attached(source: str, wanted: dict[str, str]) -> None:
    page = _marked(source)
    marks = [mark for mark in STAGE.run(page, Options()) if isinstance(mark, Mark)]
    found = {page.blocks[mark.block].text: mark.reason for mark in marks}
    assert found == wanted


def test_what_stands_between_like_captions_is_a_caption() -> None:
    figures = (
        "<div><img src={}.jpg><p class=caption>{}</p></div>".format(*each)
        for each in enumerate("+A B +C".split())
    )
    page = _marked(f"<p>+Text.</p><div>{''.join(figures)}</div><p>+Text.</p>")
    images = [block.index for block in page.blocks if block.kind is Kind.IMAGE]
    marks = [mark._replace(role=Role.BODY) if mark.block in images else mark for mark in page.marks]
    found = [*STAGE.run(replace(page, marks=tuple(marks)), Options())]
    assert [(page.blocks[mark.block].text, mark.role) for mark in found if isinstance(mark, Mark)] == [
        ("B", Role.CAPTION)
    ]


def test_a_second_run_attaches_nothing_to_the_captions_of_the_first() -> None:
    page = _marked(
        "<p>+Text.</p><h3>Slip</h3><div><img src=a.jpg><p class=caption>Ann</p></div><p>+Text.</p>"
    )
    images = [block.index for block in page.blocks if block.kind is Kind.IMAGE]
    marks = [mark._replace(role=Role.BODY) if mark.block in images else mark for mark in page.marks]
    once = run(replace(page, marks=tuple(marks)), Options(strict=True), (STAGE,))
    assert [mark.block for mark in once.marks if mark.reason == "picture-caption"] == [3]
    assert run(once, Options(strict=True), (STAGE,)).marks == once.marks
