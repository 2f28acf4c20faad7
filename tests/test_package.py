from __future__ import annotations

from typing import Any

import pytest

import articlex


def test_import() -> None:
    assert articlex.__version__


@pytest.mark.parametrize("source", [None, 3, ["<p>x"]])
def test_a_source_that_is_neither_bytes_nor_str_is_named(source: Any) -> None:
    with pytest.raises(TypeError, match=rf"bytes or str, not {type(source).__name__}"):
        articlex.extract(source)
