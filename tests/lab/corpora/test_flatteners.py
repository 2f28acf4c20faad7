from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from articlex_lab.corpora import annotated, flatteners
from articlex_lab.corpora.flatteners import (
    FLATTENERS,
    MIXED,
    decode,
    fitted_flatteners,
    flatten,
    missing,
    mixed_flattener,
)

PAGE = """<html><head><meta charset=utf-8><title>Rain</title></head><body><nav>Home</nav>
<p>Regen fällt <b>heu</b>te.<br>雨</p><p>The river.</p><script>var x</script></body></html>"""


@pytest.mark.parametrize("name", FLATTENERS)
def test_every_flattener_keeps_the_text_and_drops_the_script(name: str) -> None:
    if missing([name]):
        pytest.skip(f"{name} is not installed")
    text = " ".join(FLATTENERS[name](PAGE.encode()).split())
    assert "Regen fällt" in text
    assert "雨" in text
    assert "The river." in text
    assert "var x" not in text


@pytest.mark.skipif(not shutil.which("lynx"), reason="lynx is not installed")
def test_lynx_prints_the_same_text_each_time() -> None:
    page = b'<p><a href="">A link without an address</a></p>'
    assert flatteners.lynx(page) == flatteners.lynx(page)


def test_lines_are_one_for_each_block_without_blank_lines() -> None:
    assert flatteners.lines(PAGE.encode()) == "Home\nRegen fällt heute.\n雨\nThe river."


def test_lines_of_nothing_are_empty() -> None:
    assert flatteners.lines(b"") == ""


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (b"\xef\xbb\xbfa", "a"),
        (b"<meta charset=gb2312>" + "\u9f8d\u3400".encode("gb18030"), "<meta charset=gb2312>龍㐀"),
        ("<meta charset=iso-8859-1>ä".encode(), "<meta charset=iso-8859-1>ä"),
        (b"caf\xe9 \x80", "café €"),
        (b"<meta charset=nonsense>\xe9", "<meta charset=nonsense>é"),
        (b"<meta charset=idna>\xe9", "<meta charset=idna>é"),
        (b"<meta charset=utf-16>\xe9", "<meta charset=utf-16>\ufffd"),
    ],
)
def test_decode_reads_as_a_browser_does(page: bytes, text: str) -> None:
    assert decode(page) == text


@pytest.mark.skipif(not shutil.which("w3m"), reason="w3m is not installed")
def test_half_of_a_character_is_read_as_what_it_is_not() -> None:
    assert flatteners.w3m(b"<meta charset=utf-7>\xe9 +2AA-").strip()


def test_a_program_of_its_name_is_not_the_package_that_flattens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flatteners, "find_spec", lambda package: None)
    monkeypatch.setattr(flatteners.shutil, "which", lambda program: f"/usr/bin/{program}")
    assert missing(["html2text", "w3m"]) == ["html2text"]


def test_the_mixed_flattener_hangs_on_the_name_alone(folder: Path) -> None:
    record = annotated.load()[0]
    assert mixed_flattener(record) == mixed_flattener(replace(record, kind="other", text="other", url=None))
    assert {mixed_flattener(replace(record, page=str(page))) for page in range(99)} == set(MIXED)


def test_flattened_text_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = annotated.load()[0]
    first = flatten(record, "lines")
    monkeypatch.setitem(FLATTENERS, "lines", lambda page: "made anew")
    assert flatten(record, "lines") == first


def test_what_is_fitted_on_begins_with_the_mixed_flattener_and_has_none_twice(folder: Path) -> None:
    record = annotated.load()[0]
    found = fitted_flatteners(record, 4)
    assert found[0] == mixed_flattener(record)
    assert len(set(found)) == 4
