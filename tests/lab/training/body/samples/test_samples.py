"""What is kept of the samples between runs."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("rapidfuzz")  # which the tests alone do not install

from articlex.page import Form
from articlex_lab.training.body.samples import dataset, state


@pytest.fixture
def made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The corpora of which samples are made, one after the other."""
    found: list[str] = []

    def samples(corpora: list[str], form: Form) -> list[str]:
        found.extend(corpora)
        return [f"{corpora[0]} {len(found)}"]

    monkeypatch.setattr(dataset, "samples", samples)
    monkeypatch.setattr(dataset, "code_state", lambda form: "code")
    state.corpora_state.cache_clear()
    return found


def test_the_same_code_and_pages_make_samples_once(made: list[str]) -> None:
    assert dataset.cached(["small"], Form.HTML) == dataset.cached(["small"], Form.HTML) == ["small 1"]


def test_other_code_makes_them_anew(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    dataset.cached(["small"], Form.HTML)
    monkeypatch.setattr(dataset, "code_state", lambda form: "other code")
    assert dataset.cached(["small"], Form.HTML) == ["small 2"]


def test_other_gold_makes_them_anew(made: list[str], folder: Path) -> None:
    dataset.cached(["small"], Form.HTML)
    gold = folder / "small" / "gold.jsonl"
    gold.write_text(gold.read_text("utf-8").replace("first post", "second post"), "utf-8")
    state.corpora_state.cache_clear()
    assert dataset.cached(["small"], Form.HTML) == ["small 2"]


def test_a_tag_stands_for_the_code(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    dataset.cached(["small"], Form.HTML, "before")
    monkeypatch.setattr(dataset, "code_state", lambda form: "other code")
    assert dataset.cached(["small"], Form.HTML, "before") == ["small 1"]


def test_the_state_is_that_of_what_samples_are_made_with() -> None:
    names = _names(Form.HTML)
    assert {"articlex/read/__init__.py", "articlex/data/title-html.model", "articlex/data/labels.tsv"} < names
    assert {"articlex_lab/training/made/boards.toml", "articlex_lab/corpora/flatteners.py"} < names
    assert not {"articlex/write/markdown.py", "articlex/data/body-html.model"} & names


def test_raw_page_text_is_made_with_what_was_fitted_on_html() -> None:
    fitted = {name for name in _names(Form.TEXT) if name.startswith("articlex/data/body-")}
    assert fitted == {"articlex/data/body-html.model"}


def _names(form: Form) -> set[str]:
    return {path.relative_to(state.ROOT / "src").as_posix() for path in state.sources(form)}
