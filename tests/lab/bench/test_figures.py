from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from articlex_lab.bench import body, figures, metadata
from articlex_lab.upkeep.readme import insert


def test_a_part_stands_between_its_markers() -> None:
    readme = "a\n<!-- figures -->\nold\n<!-- /figures -->\nb\n"
    assert insert(readme, "figures", "new") == "a\n<!-- figures -->\nnew\n<!-- /figures -->\nb\n"


def test_a_readme_without_markers_is_an_error() -> None:
    with pytest.raises(ValueError, match="unpack"):
        insert("a", "figures", "new")


def test_both_benchmarks_fill_the_documents(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme, whole = tmp_path / "README.md", tmp_path / "figures.md"
    for document in (readme, whole):
        document.write_text("<!-- figures -->\n<!-- /figures -->\n", encoding="utf-8")
    monkeypatch.setattr(figures, "README", readme)
    monkeypatch.setattr(figures, "FIGURES", whole)
    files = [str(tmp_path / "bench.json"), str(tmp_path / "metadata.json")]
    options = ["--corpus", "small", "--jobs", "1", "--out"]
    runner = CliRunner()
    for command, file in ((body.main, files[0]), (metadata.main, files[1])):
        arguments = [*options, file, *(["--flattener", "lines"] if command is body.main else [])]
        assert runner.invoke(command, arguments).exit_code == 0
    assert runner.invoke(figures.main, files).exit_code == 0
    for document in (readme, whole):
        assert "| small" in document.read_text(encoding="utf-8")
        assert "`make figures` on " in document.read_text(encoding="utf-8")
    assert "or-update" in whole.read_text(encoding="utf-8")
    assert "or-update" not in readme.read_text(encoding="utf-8")
    assert runner.invoke(figures.main, [*files, "--sample", "20"]).exit_code == 0
    assert "`make figures SAMPLE=20` on " in readme.read_text(encoding="utf-8")
