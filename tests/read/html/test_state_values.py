"""Values in the scripts by which a page embeds its state, as frameworks write them."""

import json

import pytest

from articlex.extraction import extract
from articlex.markup import Markup
from articlex.read.html.embedded.js_values import assigned_values
from articlex.read.html.embedded.rich_text import rich_text
from articlex.read.html.embedded.state_values import is_state, join_streams, state_values
from articlex.read.html.reader import read_html

TEXT = "Дождь шёл весь день, и паром стоял у причала. " * 9
BODY = f"<p>{TEXT}</p><h2>Завтра</h2><p>雨は明日の朝までに上がる。船は十時に出る。</p>"
POST = {"title": "Паром", "content": BODY, "author": {"name": "Вера Лапшина"}, "publishedAt": "2023-09-04"}


def stream(*rows: str) -> str:
    """The scripts of a stream, cut in two."""
    whole = "".join(rows)
    cut = len(whole) // 2
    pushed = (f"self.__next_f.push([1,{json.dumps(part)}])" for part in (whole[:cut], whole[cut:]))
    return "".join(f"<script>{part}</script><p></p>" for part in pushed)


def flat(value: object, into: list[object]) -> int:
    """Put a value into a flat list, and return its place."""
    place = len(into)
    into.append(None)
    if isinstance(value, dict):
        into[place] = {key: flat(part, into) for key, part in value.items()}
    elif isinstance(value, list):
        into[place] = [flat(part, into) for part in value]
    else:
        into[place] = value
    return place


def devalue() -> str:
    values: list[object] = []
    flat({"data": {"post": POST}}, values)
    return f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(values)}</script>'


def numbered() -> str:
    values = [{"_1": 2}, "post", {"_3": 4, "_5": 6, "_7": 8}, "body", BODY, "author", "Вера Лапшина", "date"]
    values.append("2023-09-04")
    written = json.dumps(json.dumps(values) + "\n")
    return f"<script>window.__reactRouterContext.streamController.enqueue({written});</script>"


PAGES = {
    "Next.js, a row": stream("1:I[8,[]]\n", "3:" + json.dumps(["$", "main", None, {"post": POST}]) + "\n"),
    "Next.js, a text apart": stream(
        f"4:T{len(BODY.encode()):x},{BODY}", "3:" + json.dumps({"post": {**POST, "content": "$4"}}) + "\n"
    ),
    "Nuxt 2": "<script>window.__NUXT__=(function(a,b,c){return {data:[{post:{content:a,author:{name:b},"
    f"published_at:c,draft:!1,more:void 0}}}}]}}}}({json.dumps(BODY)},'Вера Лапшина',"
    'new Date("2023-09-04")));</script>',
    "Nuxt 3": devalue(),
    "React Router": numbered(),
    "Remix": f"<script>window.__remixContext = {json.dumps({'state': {'post': POST}})};</script>",
    "Apollo": "<script>window.__APOLLO_STATE__="
    + json.dumps({"Post:1": {**POST, "author": {"__ref": "User:7"}}, "User:7": {"name": "Вера Лапшина"}})
    + "</script>",
    "SvelteKit": '<script type="application/json" data-sveltekit-fetched>'
    + json.dumps({"status": 200, "body": json.dumps(POST)})
    + "</script>",
    "SvelteKit, a program": '<script>{ __sveltekit_1a = {base: ""}; const a = document.body; const data = '
    f"[null,{{type:'data',data:{{post:{json.dumps(POST)}}}}}]; start(data); }}</script>",
    "a string": f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps({'post': POST}))});</script>",
}


@pytest.mark.parametrize("name", PAGES)
def test_an_article_in_the_state_of_an_empty_page(name: str) -> None:
    found = extract(f"<html><head><title>Паром</title></head><body>{PAGES[name]}</body></html>", form="html")
    assert found.text.startswith(TEXT.strip())
    assert "雨は明日" in found.text
    assert found.authors == ("Вера Лапшина",)
    assert (found.date_published or "")[:10] == "2023-09-04"


PROSE = "Rain & wind kept the ferry at the pier all day. " * 15


@pytest.mark.parametrize(
    ("text", "html"),
    [(PROSE, f"<article><h2>A</h2><p>{PROSE.replace('&', '&amp;')}</p></article>"), ("A", "")],
)
def test_running_text_in_elements_of_a_stream_is_read_as_html(text: str, html: str) -> None:
    paragraph = ["$", "p", None, {"children": text}]
    shown = ["$", "article", None, {"children": [["$", "h2", None, {"children": "A"}], paragraph]}]
    hidden = ["$", "script", None, {"children": "var a"}]
    row = json.dumps(["$", "$L2", None, {"children": [shown, hidden]}])
    markup = Markup(
        states=[f"self.__next_f.push([1,{json.dumps('0:' + row + chr(10))}])", "__next_f.push([2])"]
    )
    join_streams(markup)
    found = [value.data["html"] for value in state_values(markup.states) if isinstance(value.data, dict)]
    assert found == ([html] if html else [])


CARDS = [{"name": f"Tool {number}", "about": TEXT} for number in range(3)]


@pytest.mark.parametrize("name", ["__METADATA__", "__CARDS__"])
def test_cards_in_a_state_of_any_name_are_no_text(name: str) -> None:
    page = f"<body><p>Tools</p><script>window.{name} = {json.dumps({'cards': CARDS})};</script></body>"
    assert not any(block.hidden for block in read_html(page).blocks)


def test_who_wrote_one_of_several_texts_is_no_author() -> None:
    reviews = [{"text": TEXT, "author": "Ann Example"}, {"text": BODY, "author": "Bo Sample"}]
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"reviews": reviews})}</script>'
    assert extract(f"<body>{script}</body>", form="html").authors == ()


NODES = {
    "Sanity": [
        {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "Rain"}]},
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "marks": ["em"], "text": "It"}]},
        {"_type": "block", "style": "normal", "listItem": "number", "children": [{"text": "one"}]},
    ],
    "Contentful": [
        {"nodeType": "heading-2", "content": [{"nodeType": "text", "value": "Rain", "marks": []}]},
        {
            "nodeType": "paragraph",
            "content": [{"nodeType": "text", "value": "It", "marks": [{"type": "italic"}]}],
        },
        {
            "nodeType": "ordered-list",
            "content": [{"nodeType": "list-item", "content": [{"nodeType": "text", "value": "one"}]}],
        },
    ],
    "Editor.js": [
        {"type": "header", "data": {"text": "Rain", "level": 2}},
        {"type": "paragraph", "data": {"text": "<em>It</em>"}},
        {"type": "list", "data": {"style": "ordered", "items": ["one"]}},
    ],
    "ProseMirror": [
        {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Rain"}]},
        {"type": "paragraph", "content": [{"type": "text", "marks": [{"type": "italic"}], "text": "It"}]},
        {
            "type": "ordered_list",
            "content": [
                {"type": "list_item", "content": [{"type": "text", "text": "one"}]},
            ],
        },
    ],
}


@pytest.mark.parametrize("name", NODES)
def test_nodes_of_running_text_are_html(name: str) -> None:
    assert rich_text(NODES[name]) == "<h2>Rain</h2><p><em>It</em></p><ol><li>one</li></ol>"


@pytest.mark.parametrize(("level", "tag"), [(3, "h3"), (3.0, "h3"), (True, "h2"), ("3", "h2"), (9, "h2")])
def test_a_level_of_a_heading_is_a_whole_number(level: object, tag: str) -> None:
    nodes = [{"type": "heading", "level": level, "text": "Rain"}, {"type": "paragraph", "text": "It rains."}]
    assert rich_text(nodes) == f"<{tag}>Rain</{tag}><p>It rains.</p>"


@pytest.mark.parametrize(
    "nodes",
    [
        [{"type": "article", "title": "Rain", "text": "It rains."}, {"type": "video", "text": "Wind"}],
        [{"type": "text", "text": "a piece of a line"}],
        ["Rain"],
        [],
        {"type": "paragraph", "text": "Rain"},
    ],
)
def test_other_lists_are_no_running_text(nodes: object) -> None:
    assert rich_text(nodes) == ""


@pytest.mark.parametrize(
    ("script", "values"),
    [
        (
            "var a = {b: 'c', \"d\": [1, , -2.5e1], e: `f`, g};",
            [{"b": "c", "d": [1, None, -25.0], "e": "f", "g": None}],
        ),
        (r"x = ['\u00e9\x41\u{1F327}\ud83c\udf27\n']", [["éA🌧🌧\n"]]),
        ("a = {b: function(c) { return 1 }}; d = [true]", [[True]]),
        ("a = {b: {}, /* a comment */ c: Symbol('x')}", [{"b": {}, "c": "x"}]),
        ("a = (function(b,\n c){return {d: b, e: c}}(1, 2))", [{"d": 1, "e": 2}]),
        ("a == [1]", []),
        ("a = {b: ", []),
    ],
)
def test_values_of_javascript(script: str, values: list[object]) -> None:
    assert list(assigned_values(script)) == values


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("self.__next_f=self.__next_f||[]", True),
        ('window["__APP_STATE__"] = {}', True),
        ("window._gaq = []", False),
        ("var page = {}", False),
    ],
)
def test_what_a_script_calls_the_state(script: str, expected: bool) -> None:
    assert is_state(script) is expected


_LONG, _MANY = "Rain fell on the town. " * 5_000, 200
_ROW = "5:[" + ",".join(['["$","p",null,{"children":"$4"}]'] * _MANY) + "]"
_PARTS = [{"type": _MANY + 2, "text": _MANY + 3}] * _MANY


@pytest.mark.parametrize(
    "state",
    [
        f"self.__next_f.push([1,{json.dumps(f'4:T{len(_LONG):x},{_LONG}{_ROW}')}])",
        json.dumps([{"body": 1}, [*range(2, _MANY + 2)], *_PARTS, "paragraph", _LONG]),
    ],
    ids=["flight", "flat"],
)
def test_a_text_that_many_values_share_is_not_copied_for_each(state: str) -> None:
    whole = "".join(str(value.data) for value in state_values([state]))
    assert len(_LONG) < len(whole) < 0.9 * _MANY * len(_LONG)


@pytest.mark.parametrize(
    "state",
    [
        "window.__A__ = " + "[" * 100_000,
        "window.__A__ = " + "{a:" * 100_000,
        "window.__A__ = " + "/*" * 100_000,
        "window.__A__ = " + "a = [" * 50_000,
        "window.__A__ = '" + "\\" * 200_001,
        "window.__A__ = (function(" + "a," * 100_000,
        "self.__next_f.push([1," + json.dumps("1:T9," * 50_000) + "])",
        "self.__next_f.push([1," * 50_000,
        json.dumps([{"a": 1}, *([place + 1] * 9 for place in range(1, 60))]),
        json.dumps([{"a": 1}, [1, 1]]),
    ],
    ids=range(10),
)
def test_hostile_states_come_to_one_value_at_most(state: str) -> None:
    assert len([*state_values([state])]) <= 1
