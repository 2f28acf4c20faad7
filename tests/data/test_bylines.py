"""The lists of words of bylines."""

from __future__ import annotations

import inspect
import re

from articlex.data import bylines, read_data


def test_every_line_is_of_a_kind_that_is_read() -> None:
    """One of a misspelt kind would have no effect, silently."""
    read = set(re.findall(r'kinds\["(\w+)"\]', inspect.getsource(bylines)))
    lines = [line for name in ("byline_words.tsv", "name_words.tsv") for line in read_data(name).splitlines()]
    assert [line for line in lines if line.partition("\t")[0] not in read] == []
