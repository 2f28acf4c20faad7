"""Shadow trees that the page's source declares."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlex.page import Hidden
from articlex.read.html.reader import read_html
from work import IN_PROPORTION, growth

TREE = "<template shadowrootmode=open>"


def _shown(source: str) -> list[str]:
    return [block.text for block in read_html(source).blocks if not block.hidden]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<x-a>{TREE}<p>one</p></template></x-a>", ["one"]),
        (
            f"<x-a>{TREE}<p>head</p><slot></slot><p>foot</p></template><p>text</p></x-a>",
            ["head", "text", "foot"],
        ),
        (f"<x-a>{TREE}<h1><slot name=t>none</slot></h1></template><b slot=t>Title</b></x-a>", ["Title"]),
        (f"<x-a>{TREE}<p><slot name=t>none</slot></p></template></x-a>", ["none"]),
        (f"<x-a>{TREE}<p><slot>none</slot></p></template>\n <b slot=u>b</b>\n</x-a>", ["none"]),
        (f"<x-a>{TREE}<p>one</p></template>what older browsers show</x-a>", ["one"]),
        (f"<x-a>{TREE}<p>one</p></template><p>what older browsers show</p></x-a>", ["one"]),
        (
            f"<p>It ran <x-a>{TREE}<style>b {{}}</style><slot></slot></template>12 miles</x-a> on",
            ["It ran 12 miles on"],
        ),
        (
            f"<p>It ran <x-a>{TREE}<slot></slot><i>(1 km)</i></template>12 miles </x-a>, and on",
            ["It ran 12 miles (1 km), and on"],
        ),
        (
            f"<x-a>{TREE}<p><slot></slot>, <slot name=c></slot></template>a <b>b</b> c<i slot=c>d</i></x-a>",
            ["a b c, d"],
        ),
        (
            f"<x-a>{TREE}<x-b>{TREE}<p>in</p><slot></slot></template><p>by</p><slot></slot></x-b></template><p>text</p></x-a>",
            ["in", "by", "text"],
        ),
        (f"<x-a>{TREE}<template><p>no</p></template><slot></slot></template><p>text</p></x-a>", ["text"]),
        (f"<div><x-a />{TREE}<p>one</p></template></x-a><p>two</p></div>", ["one", "two"]),
        ("<x-a><template><p>no</p></template><p>text</p></x-a>", ["text"]),
    ],
)
def test_what_is_shown(source: str, expected: list[str]) -> None:
    assert _shown(source) == expected


def test_what_has_no_slot_is_read_and_flagged() -> None:
    blocks = read_html(f"<x-a>{TREE}<p>one</p></template><p slot=no>two</p></x-a>").blocks
    assert [(block.text, block.hidden) for block in blocks] == [("one", 0), ("two", Hidden.STYLE)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (lambda size: f"<x-a>{TREE}<slot></slot>" * size + "a", "a"),
        (
            lambda size: f"<x-a>{TREE}" * size + "<slot></slot></template><p>a</x-a>" * size,
            "a" * 400,
        ),
        (lambda size: f"<x-a>{TREE}</template></x-a>" * size + "a", "a"),
        (
            lambda size: (
                f"<x-a>{TREE}<slot></slot><b><slot name=b></slot></b></template>" + "a<b slot=b>b</b>" * size
            ),
            "a" * 400 + "b" * 400,
        ),
    ],
    ids=["never closed", "nested", "empty", "one host"],
)
def test_hostile_trees_lose_no_text_and_take_work_in_proportion(
    source: Callable[[int], str], expected: str
) -> None:
    assert "".join(_shown(source(400))) == expected
    assert growth(read_html, source) < IN_PROPORTION
