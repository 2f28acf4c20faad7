from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from articlex_lab.checks import gate
from articlex_lab.checks.gate import Floors, Reached, breaches, judge, raised
from articlex_lab.corpora.annotated import load


def test_a_score_inside_the_band_holds() -> None:
    assert breaches({"a": 0.9}, {"a": 0.8996}) == []


def test_a_score_under_the_band_is_named() -> None:
    assert breaches({"a": 0.9}, {"a": 0.8994}) == ["a: 0.8994 is under the floor 0.9000"]


def test_a_floor_that_is_not_measured_fails() -> None:
    assert breaches({"a": 0.9}, {}) == ["a: not measured, floor 0.9000"]


def test_pinning_raises_and_never_lowers() -> None:
    new = raised({"a": 0.5, "b": 0.5, "c": 0.5}, {"a": 0.61239, "b": 0.4}, False)
    assert new == {"a": 0.6123, "b": 0.5, "c": 0.5}


def test_pinning_lowers_when_told_to() -> None:
    assert raised({"a": 0.5, "c": 0.5}, {"a": 0.4}, allow_regression=True) == {"a": 0.4}


def test_a_failed_page_fails_the_gate_whatever_the_scores() -> None:
    assert judge(Floors("d", floors={"a": 0.1}), Reached("d", {"a": 0.9}, ("x: 2500 ms",))) == ["x: 2500 ms"]


def test_another_sample_fails_the_gate() -> None:
    assert len(judge(Floors("d"), Reached("e", {}, ()))) == 1


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    floors = Floors("d", floors={"a": 0.5})
    gate.save_floors(floors, tmp_path / "floors.json")
    assert gate.load_floors(tmp_path / "floors.json") == floors


def test_without_floors_the_gate_passes(tmp_path: Path) -> None:
    result = CliRunner().invoke(gate.main, ["--floors", str(tmp_path / "none.json")])
    assert result.exit_code == 0
    assert "no floors" in result.output


def test_without_corpora_the_gate_passes_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEX_CORPORA", str(tmp_path / "nowhere"))
    monkeypatch.setattr(gate, "missing", lambda names: [])
    gate.save_floors(Floors("d", floors={"a": 0.5}), tmp_path / "floors.json")
    result = CliRunner().invoke(gate.main, ["--floors", str(tmp_path / "floors.json")])
    assert result.exit_code == 0
    assert "not run, no corpora" in result.output


def test_scores_are_named_by_corpus_kind_form_and_measure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "measure_all", lambda tasks, jobs: [gate_page(task) for task in tasks])
    monkeypatch.setattr(gate, "CORPORA", ())
    reached = gate.reach(load(["small"]), jobs=1)
    assert reached.scores.keys() == {
        f"small/{kind}/{form}/{measure}"
        for form in ("html", "text")
        for kind, measure in [
            ("all", "word F1"),
            ("all", "snippet F1"),
            ("article", "word F1"),
            ("article", "snippet F1"),
            ("forum", "word F1"),
        ]
    }


def test_a_page_with_gold_metadata_alone_fails_the_gate_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = replace(load(["small"])[1], text=None, with_snippets=(), corpus="news")
    monkeypatch.setattr(gate, "measure_all", lambda tasks, jobs: [gate_page(task) for task in tasks])
    record.path.write_bytes(b"no gzip at all")
    assert gate.reach([record], jobs=1).failures == (
        "news/0001 html: BadGzipFile: Not a gzipped file (b'no')",
    )


def gate_page(task: gate.Task) -> gate.PageScore:
    from articlex_lab.bench.measure import page_score
    from articlex_lab.peers.engines import Output

    return page_score(task, Output())
