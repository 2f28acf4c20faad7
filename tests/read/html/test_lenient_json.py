import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.read.html.embedded.lenient_json import loads, repair

MENDED = {
    "plain": ('{"a": 1}', [{"a": 1}]),
    "html comment around it": ('<!-- {"a": 1} -->', [{"a": 1}]),
    "CDATA around it": ('//<![CDATA[\n{"a": 1}\n//]]>', [{"a": 1}]),
    "CDATA in block comments": ('/*<![CDATA[*/{"a": 1}/*]]>*/', [{"a": 1}]),
    "semicolon at the end": ('{"a": 1};', [{"a": 1}]),
    "byte order mark": ('\ufeff{"a": 1}', [{"a": 1}]),
    "line break in a string": ('{"a": "one\ntwo"}', [{"a": "one\ntwo"}]),
    "trailing comma": ('{"a": [1, 2,], "b": 3,}', [{"a": [1, 2], "b": 3}]),
    "comma twice": ('{"a": 1,, "b": 2}', [{"a": 1, "b": 2}]),
    "quote inside a string": ('{"a": "the "big" one", "b": 2}', [{"a": 'the "big" one', "b": 2}]),
    "bad escape": (r'{"a": "it\'s", "b": "c:\dir"}', [{"a": r"it\'s", "b": r"c:\dir"}]),
    "good escapes stay": (r'{"a": "\u00e9\n\"x\" \\",}', [{"a": 'é\n"x" \\'}]),
    "lost end": ('{"a": {"b": ["c", "d', [{"a": {"b": ["c", "d"]}}]),
    "two objects": ('{"a": 1}\n{"b": 2}', [{"a": 1}, {"b": 2}]),
    "two objects with a comma": ('{"a": 1},{"b": 2}', [{"a": 1}, {"b": 2}]),
    "half of a character": (
        r'{"a": "x\ud83d", "b": "\udc00\\ud83d"}',
        [{"a": "x\ufffd", "b": "\ufffd\\ud83d"}],
    ),
    "both halves of one": (r'{"a": "\ud83d\ude00 \uD83D\uDE00"}', [{"a": "\U0001f600 \U0001f600"}]),
    "written twice": (r'"{\"a\": \"b\"}"', [{"a": "b"}]),
    "escaped once": (r"{\"a\": \"b\"}", [{"a": "b"}]),
    "a string": ('"a"', ["a"]),
    "empty": ("", []),
    "white space": (" \n ", []),
    "no JSON": ("window.x = y", []),
    "one bracket too many": ('{"a": 1}}', [{"a": 1}]),
}


@pytest.mark.parametrize(("text", "values"), MENDED.values(), ids=MENDED.keys())
def test_reads_what_can_be_saved(text, values):
    assert loads(text) == values


@given(st.text(alphabet="{}[]\"',:\\ab1\n<!-> ", max_size=80))
def test_never_raises_on_near_json(text):
    assert isinstance(loads(text), list)


@given(st.text(max_size=200))
def test_never_raises_on_any_text(text):
    assert isinstance(loads(text), list)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), JSON, max_size=4))
def test_repair_leaves_valid_json_alone_where_strings_hold_no_structure(value):
    text = json.dumps(value)
    if '\\"' not in text:
        assert json.loads(repair(text)) == value


def test_deep_nesting_is_not_an_error():
    assert loads('{"a":' * 100_000) == []


def test_a_long_run_of_quotes_is_read_in_one_pass():
    assert isinstance(loads('{"a": "' + '" x ' * 50_000), list)
