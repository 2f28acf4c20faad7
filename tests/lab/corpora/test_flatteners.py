from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from articlex_lab.corpora import annotated, flatteners
from articlex_lab.corpora.flatteners import (
    FLATTENERS,
    MIXED,
    decode,
    fitted_flatteners,
    flatten,
    mixed_flattener,
)

PAGE = """<html><head><meta charset=utf-8><title>Rain</title></head><body><nav>Home</nav>
<p>Regen fällt <b>heu</b>te.<br>雨</p><p>The river.</p><script>var x</script></body></html>"""


@pytest.mark.parametrize("name", FLATTENERS)
def test_every_flattener_keeps_the_text_and_drops_the_script(name: str) -> None:
    if name in ("w3m", "lynx") and not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    packages = {"html-text": "html_text", "inscriptis": "inscriptis", "soup": "bs4", "html2text": "html2text"}
    pytest.importorskip(packages.get(name, "lxml"))
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
    ],
)
def test_decode_reads_as_a_browser_does(page: bytes, text: str) -> None:
    assert decode(page) == text


def test_the_mixed_flattener_hangs_on_the_name_alone(folder: Path) -> None:
    record = annotated.load()[0]
    assert mixed_flattener(record) == mixed_flattener(annotated.load()[0])
    assert mixed_flattener(record) in MIXED


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
