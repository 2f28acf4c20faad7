from pathlib import Path

import pytest

import articlex


@pytest.fixture(autouse=True)
def importable_in_subprocesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that start a process of their own run the same code as the others."""
    monkeypatch.setenv("PYTHONPATH", str(Path(articlex.__file__).parents[1]))


@pytest.fixture(autouse=True)
def with_warm_workers(forked_workers: None) -> None:
    """Commands in the process of the test, ``batch`` and ``learn``, do not wait for workers to load."""


@pytest.fixture(scope="session")
def rain_page() -> str:
    """A page titled "Rain" with an article of three paragraphs."""
    paragraphs = "".join(
        f"<p>The {word} paragraph about rain has enough words, and commas, to be read as prose by anyone.</p>"
        for word in ("first", "second", "third")
    )
    return f"<html><head><title>Rain</title></head><body><h1>Rain</h1>{paragraphs}</body></html>"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rain_page: str) -> Path:
    """A folder with an article and an empty page, in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text(rain_page)
    (tmp_path / "site" / "b.html").write_text("")
    return tmp_path / "site"
