from __future__ import annotations

from pathlib import Path

import pytest

from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import MissingCorporaError


def test_records_come_by_corpus_and_page(folder: Path) -> None:
    names = [record.name for record in annotated.load()]
    assert names[:3] == ["small/0000", "small/0001", "tongues/0000"]


def test_a_line_separator_inside_gold_does_not_end_the_row(folder: Path) -> None:
    assert "\u2028" in (annotated.load(["small"])[1].text or "")


def test_a_missing_value_in_an_annotated_field_means_none(folder: Path) -> None:
    record = annotated.load(["small"])[0]
    assert record.date is None
    assert record.authors == ()
    assert {"date", "authors"} <= record.annotated


def test_a_field_that_a_corpus_lacks_is_not_annotated(folder: Path) -> None:
    assert "title" not in annotated.load(["tongues"])[0].annotated


@pytest.mark.parametrize(("corpus", "stated"), [("wcxb-dev", "forum"), ("dates", "")])
def test_the_kind_of_a_page_is_known_where_the_corpus_states_it(corpus: str, stated: str) -> None:
    assert annotated.stated_kind(corpus, "forum") == stated


def test_read_gives_the_page_as_crawled(folder: Path) -> None:
    assert annotated.load()[0].read().startswith(b"<html>")


@pytest.mark.parametrize("made", [False, True], ids=["absent", "empty"])
def test_a_folder_without_corpora_is_named(
    made: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "nowhere"
    if made:
        folder.mkdir()
    monkeypatch.setenv("ARTICLEX_CORPORA", str(folder))
    with pytest.raises(MissingCorporaError, match=r"no corpora at .*nowhere; set ARTICLEX_CORPORA"):
        annotated.load()


def test_an_absent_corpus_is_named(folder: Path) -> None:
    with pytest.raises(MissingCorporaError, match="no corpus 'large'"):
        annotated.load(["large"])


def test_a_sample_lets_languages_take_turns(folder: Path) -> None:
    chosen = annotated.sample(annotated.load(["tongues"]), 4)
    assert sorted(record.lang or "" for record in chosen) == ["Greek", "Greek", "Polish", "Polish"]


def test_a_larger_sample_contains_the_smaller(folder: Path) -> None:
    records = annotated.load()
    small, large = ({r.name for r in annotated.sample(records, size)} for size in (2, 3))
    assert small < large


def test_the_digest_follows_gold_and_pages(folder: Path) -> None:
    before = annotated.digest(annotated.load(["small"]))
    gold = folder / "small" / "gold.jsonl"
    gold.write_text(gold.read_text(encoding="utf-8").replace("first", "last"), encoding="utf-8")
    with_gold = annotated.digest(annotated.load(["small"]))
    annotated.load(["small"])[0].path.write_bytes(b"another page")
    annotated._page_digest.cache_clear()  # pages do not change while a command runs
    assert len({before, with_gold, annotated.digest(annotated.load(["small"]))}) == 3


def test_a_command_line_names_corpora_between_commas_and_asks_for_a_sample(folder: Path) -> None:
    assert {record.corpus for record in annotated.chosen(None, 0)} == {"small", "tongues"}
    assert [record.corpus for record in annotated.chosen("tongues,small", 1)] == ["tongues", "small", "small"]
