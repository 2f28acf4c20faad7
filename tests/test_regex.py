import re

import pytest

from articlex.regex import regex


def test_pattern_is_compiled_on_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile
    monkeypatch.setattr(
        re, "compile", lambda source, flags=0: compiled.append(source) or compile_now(source, flags)
    )
    word = regex(r"(\w)\w*")
    assert compiled == []
    assert word.sub(r"\1", "one two") == "o t"
    assert word.findall("one two") == ["o", "t"]
    assert compiled == [r"(\w)\w*"]


def test_flags_and_attributes_are_those_of_the_compiled_pattern() -> None:
    word = regex(b"(?P<name>a)", re.IGNORECASE)
    assert word.fullmatch(b"A")
    assert word.groupindex == {"name": 1}
    assert word.pattern == b"(?P<name>a)"
