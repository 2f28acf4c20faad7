"""Made-up corpora, so that the lab's tests need no data."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articlex.page import Form
from articlex_lab.corpora.annotated import Record
from articlex_lab.training.body.samples.dataset import Sample, make_sample

Row = dict[str, object]

PAGES: dict[str, list[Row]] = {
    "small": [
        {
            "page": "0001.html.gz",
            "url": "https://www.rain.example/a",
            "kind": "article",
            "text": "It rained all day.\u2028The river rose.",
            "with": ["The river"],
            "without": ["Subscribe"],
            "title": "Rain",
            "author": "Ann Lee, MD",
            "date": "2024-05-06",
        },
        {
            "page": "0000.html.gz",
            "kind": "forum",
            "text": "first post",
            "title": "Thread",
            "date": float("nan"),
        },
    ],
    "tongues": [
        {"page": f"{number:04}.html.gz", "kind": "article", "lang": lang, "text": "x"}
        for number, lang in enumerate(["Greek"] * 5 + ["Polish"] * 2)
    ],
}

HTML = """<html><head><title>Rain</title></head><body><nav>Home</nav><h1>Rain</h1>
<p>It rained all day.</p><p>The <b>riv</b>er rose.</p><script>var x</script></body></html>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two corpora on disk, found through the environment; nothing cached outside ``tmp_path``."""
    data = tmp_path / "data"
    for name, rows in PAGES.items():
        (data / name / "pages").mkdir(parents=True)
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (data / name / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for row in rows:
            (data / name / "pages" / str(row["page"])).write_bytes(gzip.compress(HTML.encode()))
    monkeypatch.setenv("ARTICLEX_CORPORA", str(data))
    monkeypatch.setenv("ARTICLEX_CACHE", str(tmp_path / "cache"))
    return data


@pytest.fixture
def make_record(tmp_path: Path) -> Callable[..., Record]:
    """``make_record(source, page, **fields)``: an article of the corpus "small" on disk."""

    def make(source: str, page: str = "0001", **fields: Any) -> Record:
        path = tmp_path / f"{page}.html.gz"
        path.write_bytes(gzip.compress(source.encode()))
        return Record("small", path.name, path, "article", fields.pop("annotated", frozenset()), **fields)

    return make


@pytest.fixture
def samples_of_sites(
    make_record: Callable[..., Record],
) -> Callable[[str, Callable[[int], str]], list[Sample]]:
    """Makes the samples of one page of each of thirty sites, and of two more of the first one, from the gold
    text of all and a function that makes the page of a site from its number."""
    pytest.importorskip("rapidfuzz")  # of the group lab

    def make(text: str, page: Callable[[int], str]) -> list[Sample]:
        sites = [0, 0, *range(30)]
        records = (
            make_record(page(site), str(number), text=text, url=f"https://s{site}.example/")
            for number, site in enumerate(sites)
        )
        return [sample for record in records if (sample := make_sample(record, Form.HTML, ""))]

    return make
