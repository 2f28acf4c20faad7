"""Every case of ``fixtures/read/*.cases``: raw page text, and the blocks that the reader makes of it.

A case is a line ``=== title``, the text, a line ``---``, and one line for each block::

    kind[level] [containers] text

Containers are ``ul``, ``ol`` with its first number, ``li`` with its number and a check box, ``quote``,
outermost first; each is followed by its id, counted from 1 in the order in which they appear. In the input
``\\x`` escapes stand for characters that an editor would not show; in the expected text ``\\n`` and ``\\t``
are line breaks and tabs.
"""

import re

import pytest

from articlex.page import Wrap
from articlex.read.text.reader import read_text
from articlex_lab.checks.cases import divided, sections
from articlex_lab.repository import FIXTURES

FOLDER = FIXTURES / "read"
ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|[ntr])")


def cases():
    for path in sorted(FOLDER.glob("*.cases")):
        for line, title, lines in sections(path):
            source, expected = divided(lines, "---", f"{path.name}:{line}")
            yield pytest.param("\n".join(source), expected, id=f"{path.stem}: {title}")


def unescape(text):
    return ESCAPE.sub(lambda match: match[0].encode().decode("unicode_escape"), text)


def show(block, numbers):
    names = []
    for container in block.within:
        number = numbers.setdefault(container.id, len(numbers) + 1)
        names.append(name(container) + f"#{number}")
    text = block.text.replace("\n", "\\n").replace("\t", "\\t")
    links = "".join(f" <{run.href}>" for run in block.runs if run.href)
    parts = [f"{block.kind}{block.level or ''}", " ".join(names), text + links]
    return " ".join(part for part in parts if part)


def name(container):
    if container.wrap is Wrap.LIST:
        return f"ol{container.number}" if container.ordered else "ul"
    if container.wrap is Wrap.ITEM:
        box = {None: "", True: "[x]", False: "[]"}[container.checked]
        return f"li{container.number}{box}"
    return str(container.wrap)


@pytest.mark.parametrize(("source", "expected"), list(cases()))
def test_case(source, expected):
    numbers = {}
    got = [show(block, numbers) for block in read_text(unescape(source)).blocks]
    assert got == [line for line in expected if line]
