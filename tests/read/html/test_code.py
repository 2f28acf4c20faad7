"""Code in HTML: its lines, its language, and what stands before it."""

from __future__ import annotations

import pytest

from articlex.page import Kind
from articlex.read.html.reader import read_html


def test_code_keeps_its_lines_and_language() -> None:
    page = read_html("<pre><code class='language-python'>def f():\n    pass\n</code></pre>")
    (block,) = page.blocks
    assert (block.kind, block.text, block.language) == (Kind.CODE, "def f():\n    pass", "python")


@pytest.mark.parametrize(
    "source",
    [
        "<div><span>Python</span><button class=b>Copy</button></div><pre><code>a = 1</code></pre>",
        "<div><i>python</i><button>Copy code</button><pre><code>a = 1</code></pre></div>",
        "<div><b>python</b><a role=button>Copy</a></div><div><pre class=language-python>a = 1</pre></div>",
        "<pre><div>python</div><div><button>Copy</button><button>Edit</button></div><code>a = 1</code></pre>",
    ],
)
def test_a_language_beside_a_button_to_copy_is_that_of_the_code(source: str) -> None:
    (block,) = read_html(source).blocks
    assert (block.text, block.language) == ("a = 1", "python")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<div>main.py<button>Copy</button></div><pre>a = 1</pre>", ["main.py", "a = 1"]),
        ("<button>Solution</button><div><pre>a = 1</pre></div>", ["Solution", "a = 1"]),
        ("<div><button role=tab>sh</button></div><pre>a = 1</pre>", ["sh", "a = 1"]),
        ("<p>Press <button>Copy</button></p><pre>a = 1</pre>", ["Press", "Copy", "a = 1"]),
        ("<p>python</p><pre>a = 1</pre>", ["python", "a = 1"]),
    ],
)
def test_what_else_stands_before_code_is_kept(source: str, expected: list[str]) -> None:
    assert [block.text for block in read_html(source).blocks] == expected
