from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from articlex_lab.bench import body, compare, runs
from articlex_lab.bench.measure import Task, page_score
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import load
from articlex_lab.peers.engines import Output
from articlex_lab.scores.metrics import SnippetCounts, WordScore
from articlex_lab.scores.pages import PageScore, convention, mean, score, with_headline


def scored(name: str, body: float, headline: float = 0.5, **changes: object) -> PageScore:
    page = PageScore(
        name=name,
        url="",
        corpus=name.split("/")[0],
        kind="article",
        engine="articlex",
        form="html",
        words={"body": WordScore(body, body, body), "headline": WordScore(headline, headline, headline)},
        snippets={"body": SnippetCounts(1, 1, 0), "headline": SnippetCounts(1, 0, 1)},
        milliseconds=10.0,
        parse_milliseconds=5.0,
    )
    return replace(page, **changes)  # type: ignore[arg-type]


def test_a_page_is_scored_with_and_without_its_headline(folder: Path) -> None:
    record = load(["small"])[1]
    words, snippets = score(record, Output(text="It rained all day. The river rose.", title="Rain Subscribe"))
    assert words["body"].f1 == 1.0
    assert words["headline"].precision == pytest.approx(7 / 9)
    assert snippets == {"body": SnippetCounts(1, 0, 0), "headline": SnippetCounts(1, 0, 1)}


def test_no_text_stays_no_text_with_a_headline() -> None:
    assert with_headline(Output(text="", title="Rain")) == ""


def test_our_convention_is_that_of_the_corpus() -> None:
    assert convention([scored("news/1", body=0.1, headline=0.9)]) == "body"
    assert convention([scored("multilingual/1", body=0.9, headline=0.1)]) == "headline"


def test_a_peer_gets_the_better_convention() -> None:
    assert convention([scored("news/1", body=0.1, headline=0.9, engine="jusText")]) == "headline"


def test_means_count_failures_and_slow_pages() -> None:
    pages = [scored("news/1", 1.0), scored("news/2", 0.0, error="ValueError: x", milliseconds=2500.0)]
    means = mean(pages, "body")
    assert means.words == WordScore(0.5, 0.5, 0.5)
    assert (means.failed, means.slow) == (1, 1)
    assert means.snippets == SnippetCounts(2, 2, 0)
    assert means.ratio == pytest.approx(251.0)


def test_an_engine_without_metadata_has_no_time_for_them() -> None:
    pages = [scored("news/1", 1.0, whole_milliseconds=15.0), scored("news/1", 1.0, engine="jusText")]
    row = next(line for line in body.peer_table(pages).splitlines() if "… with metadata" in line)
    assert [cell.strip() for cell in row.split("|")[4:6]] == ["3.0", ""]


def test_a_failed_page_scores_as_an_empty_text(folder: Path) -> None:
    page = page_score(Task(load(["small"])[1], "articlex", ""), Output(), "TimeoutError: x")
    assert page.words["body"].f1 == 0.0
    assert page.error


def test_a_run_file_gives_back_the_run(tmp_path: Path) -> None:
    run = runs.new_run([scored("news/1", 0.25), scored("news/2", 1.0)], {"articlex": "1"}, "digest")
    assert runs.load(runs.save(run, tmp_path / "run.json")) == run


def test_compare_lists_what_moved_most_first() -> None:
    before = runs.new_run([scored("news/1", 0.5), scored("news/2", 0.5), scored("news/3", 0.5)], {}, "")
    after = runs.new_run([scored("news/1", 0.4), scored("news/2", 0.5), scored("news/3", 0.9)], {}, "")
    moved = compare.moves(before, after)
    lines = compare.listing(moved, top=5).splitlines()
    assert [line.split()[0] for line in lines] == ["-0.100", "+0.400"]
    assert "+0.1000" in compare.summary(moved)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pages": [{}]}', '{"pages": []}'])
def test_a_file_that_is_no_run_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(compare.main, [str(path), str(path)])
    assert result.exit_code == 1
    assert "a.json is no run file of `make bench`" in result.output


def test_bench_runs_a_corpus_in_both_forms(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run.json"
    options = ["--corpus", "small", "--flattener", "lines", "--jobs", "1", "--out", str(out), "--worst", "1"]
    result = CliRunner().invoke(body.main, options)
    assert result.exit_code == 0, result.output
    assert {(p.name, p.form) for p in runs.load(out).pages} == {
        (name, form) for name in ("small/0000", "small/0001") for form in ("html", "text")
    }


def test_bench_says_where_it_looked_for_absent_corpora(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEX_CORPORA", "/nowhere")
    with pytest.raises(SystemExit, match="no corpora at /nowhere"):
        run_command(lambda: body.main([]))
