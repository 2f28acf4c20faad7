"""Parts that a server sends behind the rest of a page, in the forms that frameworks write."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlex.page import Hidden
from articlex.read.html.reader import read_html
from work import IN_PROPORTION, growth

CALL = '<script>$RC("B:0","S:0")</script>'
#: A place of React, and what it shows at first.
PLACE = '<!--$?--><template id="B:0"></template><p>Loading</p><!--/$-->'


def _shown(source: str) -> list[str]:
    return [block.text for block in read_html(source).blocks if not block.hidden]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f'<p>one</p>{PLACE}<p>three</p><footer>foot</footer><div hidden id="S:0"><p>two</p></div>{CALL}',
            ["one", "two", "three", "foot"],
        ),
        (
            '<p>one</p><template id="P:1"></template><p>three</p>'
            '<div hidden id="S:1"><p>two</p></div><script>$RS("S:1","P:1")</script>',
            ["one", "two", "three"],
        ),
        (  # up to React 18 places have numbers of their own
            '<main><!--$?--><template id="B:1"></template>Loading<!--/$--><p>two</p></main>'
            '<div hidden id="S:1"><p>menu</p></div><div hidden id="S:3"><p>one</p></div>'
            '<script>$RC("B:1","S:3")</script>',
            ["one", "two"],
        ),
        (
            '<main><!--$?--><template id="xB:0"></template>Loading<!--/$--><p>two</p></main>'
            '<div hidden id="xS:0"><p>one</p></div><script>$RR("xB:0","xS:0",[["/a.css"]])</script>',
            ["one", "two"],
        ),
        (  # a part with a place in it, and what is shown there at first
            f'<main>{PLACE}<p>four</p></main><div hidden id="S:0"><p>one</p><template id="P:1"></template>'
            '<!--$?--><template id="B:2"></template><p>Loading more</p><!--/$--></div>'
            f'<div hidden id="S:1"><p>two</p></div>{CALL}<div hidden id="S:2"><p>three</p></div>',
            ["one", "two", "three", "four"],
        ),
        (  # a place with another one in what it shows at first
            '<main><!--$?--><template id="B:0"></template><!--$?--><template id="B:1"></template>Wait'
            '<!--/$--><p>Load</p><!--/$--><p>two</p></main><div hidden id="S:0"><p>one</p></div>',
            ["one", "two"],
        ),
        (  # a line that came late
            '<p>It ran <!--$?--><template id="B:0"></template>some<!--/$--> miles</p>'
            '<div hidden id="S:0">12</div>' + CALL,
            ["It ran 12 miles"],
        ),
        (  # without its comments nothing says where the first text ends
            '<p>one</p><template id="B:0"></template><p>three</p>'
            '<div hidden id="S:0"><p>two</p></div>' + CALL,
            ["one", "two", "three"],
        ),
        (
            '<p>one</p><template id="H:0"></template><p>Loading</p><!--/$--><p>three</p></body></html>'
            '<template data-hono-target="H:0"><p>two</p></template>',
            ["one", "two", "three"],
        ),
        (
            '<p>one</p><template id="pl-10"></template><p>Loading</p><!--pl-10--><p>three</p></body></html>'
            '<template id="10"><p>two</p></template><script>$df("10")</script>',
            ["one", "two", "three"],
        ),
        (
            "<p>one</p><!--$s:4--><p>Loading</p><!--/$s:4--><p>three</p>"
            "<div hidden><preact-island hidden data-target=4><p>two</p></preact-island></div>",
            ["one", "two", "three"],
        ),
        (
            "<p>one</p><!--M_[--><!--M_!^2--><p>Loading</p><!--M_!2--><!--M_]1 #text/0 2--><p>three</p>"
            "<style M_>t{display:none}</style><t M_=2><!--M_#b--></t><t M_=b><p>two</p></t>",
            ["one", "two", "three"],
        ),
    ],
    ids=[
        "React", "React, a segment", "React 18", "React, a prefix", "React, nested", "React, nested at first",
        "React, a line", "React, no comments", "Hono", "Solid", "Preact", "Marko",
    ],
)  # fmt: skip
def test_a_part_is_shown_in_its_place(source: str, expected: list[str]) -> None:
    assert _shown(source) == expected


def test_rows_go_into_their_table() -> None:
    source = (
        '<table><tbody><tr><td>March<td>412</tr><!--$?--><template id="B:0"></template><!--/$--></table>'
        '<table hidden><tbody id="S:0"><tr><td>April</td><td>377</td></tr></tbody></table>'
    )
    (table,) = (block.table for block in read_html(source).blocks if block.table)
    assert [["".join(run.text for run in cell.runs) for cell in row] for row in table.rows] == [
        ["March", "412"],
        ["April", "377"],
    ]


@pytest.mark.parametrize(
    "source",
    [
        '<p>one</p><template id="B:0"></template><div hidden id="S:1"><p>two</p></div>',
        '<p>one</p><div hidden id="S:0"><p>two</p><template id="B:0"></template></div>' + CALL,
        f'<p>one</p><div hidden id="S:0"><p>two</p>{PLACE}</div>' + CALL,
    ],
    ids=["of another number", "in itself", "in itself, with comments"],
)
def test_a_part_without_a_place_stays_hidden(source: str) -> None:
    blocks = [block for block in read_html(source).blocks if block.text in ("one", "two")]
    assert [(block.text, bool(block.hidden & Hidden.STYLE)) for block in blocks] == [
        ("one", False),
        ("two", True),
    ]


def test_a_part_of_links_stays_hidden() -> None:
    cards = "".join(f'<p><a href="/{number}">Story {number}</a></p>' for number in range(9))
    assert _shown(f'<p>one</p>{PLACE}<div hidden id="S:0">{cards}</div>{CALL}') == ["one", "Loading"]


def test_what_a_failed_part_shows_at_first_stays() -> None:
    assert _shown('<p>one</p><!--$!--><template data-dgst="1"></template><p>two</p><!--/$-->') == [
        "one",
        "two",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            lambda size: (
                "".join(f'<template id="P:{n:x}"></template>' for n in range(size))
                + "".join(f'<div hidden id="S:{n:x}"><p>a</p></div>' for n in range(size))
            ),
            "a" * 400,
        ),
        (
            lambda size: (
                "<!--$?-->" * size
                + "".join(f'<!--$?--><template id="B:{n:x}"></template>' for n in range(size))
                + "".join(f'<div hidden id="S:{n:x}"><p>a</p></div>' for n in range(size))
            ),
            "a" * 400,
        ),
        (
            lambda size: "".join(
                f'<!--pl-{n}--><template id="pl-{n}"></template><template id="{n}"><p>a</p></template>'
                for n in range(size)
            ),
            "a" * 400,
        ),
        (
            lambda size: (
                '<template id="P:0"></template>'
                + "".join(
                    f'<div hidden id="S:{n:x}"><p>a</p><template id="P:{n + 1:x}"></template></div>'
                    for n in range(size)
                )
            ),
            "a" * 400,
        ),
    ],
    ids=["places in a row", "never ended", "ended before", "a chain"],
)
def test_hostile_places_lose_no_text_and_take_work_in_proportion(
    source: Callable[[int], str], expected: str
) -> None:
    assert "".join(_shown(source(400))) == expected
    assert growth(read_html, source) < IN_PROPORTION
