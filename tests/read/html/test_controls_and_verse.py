"""The HTML reader: controls amid words, signs beside headings and headers, listings and poems of elements."""

from __future__ import annotations

import pytest

from articlex.read.html.reader import read_html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Press the <button><b>Save</b> all</button> button", ["Press the Save all button"]),
        ("<p>The <b>old</b> <button>weir</button> <i>of stone</i> fell", ["The old weir of stone fell"]),
        ("<p>The weir<button aria-label='What it is'>?</button> fell", ["The weir fell"]),
        ("<p>The <b>weir</b><button><svg></svg></button> fell", ["The weir fell"]),
        ("<p>Run <code>make</code><button class=copy>Copy</button> to see", ["Run make to see"]),
        ("<p>Run <code>make</code><button>Copy</button>", ["Run make"]),
        ("<p>Press <code>a</code> <button>Copy</button> to see", ["Press a Copy to see"]),
        (
            "<p>The <select><option>old<option selected>new</select> weir fell",
            ["The new weir fell"],
        ),
        ("<p>Sort by<select><option>old<option>new</select>", ["Sort by", "old", "new"]),
        ("<p>It serves <input type=number value=4> people", ["It serves 4 people"]),
        ("<p>It serves <input type=submit value=4> people", ["It serves people"]),
        ("<h2>The audit <a class=anchor href='#s'>Copy link</a></h2>", ["The audit"]),
        ("<h2>1. <a class=anchor href='#s'>The audit</a></h2>", ["1. The audit"]),
        ("<h2>Part A <a class=anchor href='#s'>The audit</a></h2>", ["Part A The audit"]),
        ("<h2>The audit <a class=anchor href='#s'>of</a> 1962</h2>", ["The audit of 1962"]),
        (
            "<table><tr><th><button>Change <i>▲▼</i></button><th>Fare ↕<th>Rank ↑<tr><td>1<td>2<td>▼",
            ["Change\tFare\tRank ↑\n1\t2\t▼"],
        ),
        (
            "<table><tr><th aria-sort=none>Fare<b class=sr-only>: sort</b><th>a<tr><td>1<td>2",
            ["Fare\ta\n1\t2"],
        ),
        (
            "<p>It rose.<label for=n>⊕</label><input id=n><span class=marginnote>In May.</span> So",
            ["It rose.* So", "In May."],
        ),
        (
            "<div class=cm-content><div class=cm-line>a</div><div class=cm-line><br></div>"
            "<div class=cm-line>  b</div></div>",
            ["a\n\n  b"],
        ),
        (
            "<div class=CodeMirror-code><div><div>1</div><pre>a</pre></div><div><pre>  b</pre></div></div>",
            ["a\n  b"],
        ),
        (
            "<div class=poem><div class=stanza><div>It rained,</div><div>and rained</div></div>"
            "<div class=stanza><p class=line>on <i>us</i>,</p> <p class=line>and on.</p></div></div>",
            ["It rained,\nand rained", "on us,\nand on."],
        ),
        (
            "<div class=line-block><div class=line>It rained,</div><div class=line-block><div class=line>and"
            "</div></div><div class=line><br></div><div class=line>rained.</div></div>",
            ["It rained,\nand", "rained."],
        ),
        (
            "<p class=verse><span class=line>It rained,</span> <span class=line>and rained.</span>",
            ["It rained,\nand rained."],
        ),
        (
            "<div class=verse><p>It rained.</p><p>It rained on us.</p></div>",
            ["It rained.", "It rained on us."],
        ),
    ],
)
def test_blocks(source: str, expected: list[str]) -> None:
    assert [block.text for block in read_html(source).blocks] == expected
