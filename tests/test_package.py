from __future__ import annotations

import ast
import inspect
import os
import pickle
import subprocess
import sys
import zipfile
from dataclasses import asdict, fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import articlex
from articlex import Fact, Mark, Page, pipeline
from articlex.stages.contract import Stage
from articlex_lab.repository import ROOT


@pytest.mark.parametrize("name", articlex.__all__)
def test_a_public_name_is_there_when_it_is_asked_for(name: str) -> None:
    assert getattr(articlex, name)
    assert name in dir(articlex)


def test_a_name_that_there_is_not_is_an_error() -> None:
    name = "extrakt"
    with pytest.raises(AttributeError, match="has no attribute 'extrakt'"):
        getattr(articlex, name)


def test_only_public_names_are_offered() -> None:
    """Not what the package has imported for itself, such as ``import_module``."""
    assert dir(articlex) == sorted(articlex.__all__)


def test_a_misspelt_name_is_an_error_for_type_checkers_too() -> None:
    """They take a module with a ``__getattr__`` to have every name."""
    source = Path(articlex.__file__).read_text("utf-8")
    defined = {node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
    assert defined == {"__dir__"}


@pytest.mark.parametrize("name", [name for name in articlex.__all__ if not name.startswith("_")])
def test_what_is_public_says_what_it_is_and_so_do_its_fields(name: str) -> None:
    """In its docstring, which ``help()`` shows; comments at fields it does not."""
    public = getattr(articlex, name)
    told = inspect.getdoc(public) or ""
    assert told
    if not is_dataclass(public) and not hasattr(public, "_fields"):
        return
    names = [field.name for field in fields(public)] if is_dataclass(public) else public._fields
    assert [field for field in names if f"``{field}``" not in told] == []


def test_an_article_can_be_made_a_dictionary() -> None:
    page = "<article><h1>Rain</h1><p>It rained on the boats all day, and nobody sailed.</p></article>"
    assert asdict(articlex.extract(page))["title"] == "Rain"


def test_the_command_line_is_there_before_what_reads_pages() -> None:
    code = "import sys, articlex.cli.main; sys.exit('lxml' in sys.modules or 'articlex.page' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("module", ["lxml", "articlex.metadata.sources", "articlex.site_profiles"])
def test_raw_page_text_does_not_wait_for_what_reads_html(module: str) -> None:
    call = "articlex.extract('It rained.', form='text').markdown"
    code = f"import sys, articlex; {call}; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("source", [b"<p>Rain", "<p>Rain", b"", ""])
def test_an_encoding_that_there_is_not_is_named_whatever_the_source(source: bytes | str) -> None:
    for name in ("klingon", ""):
        with pytest.raises(LookupError, match=f"unknown encoding: {name}"):
            articlex.extract(source, encoding=name)
    articlex.extract(source, encoding="x-sjis")


@pytest.mark.parametrize("source", [None, 3, ["<p>x"]])
def test_a_source_that_is_neither_bytes_nor_str_is_named(source: Any) -> None:
    with pytest.raises(TypeError, match=rf"bytes or str, not {type(source).__name__}"):
        articlex.extract(source)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"url": b"https://ex.org/"}, TypeError, "url must be str, not bytes"),
        ({"encoding": b"utf-8"}, TypeError, "encoding must be str, not bytes"),
        ({"charset": 5}, TypeError, "charset must be str, not int"),
        ({"form": "HTML"}, ValueError, "form is auto, html, text, not 'HTML'"),
        ({"form": None}, ValueError, "form is auto, html, text, not None"),
        ({"options": {"favor": "recall"}}, TypeError, "options must be Options, not dict"),
    ],
)
def test_an_argument_that_is_none_is_named(
    arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        articlex.extract(b"<p>x", **arguments)


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        ({"engine": "readabilty"}, ValueError),
        ({"favor": "speed"}, ValueError),
        ({"reference_date": "2024-05-06"}, TypeError),
        ({"site_profile": "site.json"}, TypeError),
        ({"max_bytes": "64M"}, TypeError),
        ({"max_bytes": 0}, ValueError),
        ({"max_bytes": True}, TypeError),
        ({"strict": "no"}, TypeError),
        ({"disabled_stages": "body"}, TypeError),
        ({"disabled_stages": 3}, TypeError),
        ({"disabled_stages": {1}}, TypeError),
    ],
)
def test_an_option_that_is_none_is_an_error_and_not_a_page_without_an_article(
    settings: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error, match=next(iter(settings)) if error is TypeError else None):
        articlex.Options(**settings)


def test_a_moment_counts_as_its_day() -> None:
    moment = datetime(2024, 5, 6, 23, 30, tzinfo=UTC)
    assert articlex.Options(reference_date=moment).reference_date == date(2024, 5, 6)


def test_a_stage_that_there_is_not_cannot_be_disabled() -> None:
    with pytest.raises(ValueError, match="no stage is called ner"):
        articlex.extract("<p>x", options=articlex.Options(disabled_stages=frozenset({"ner", "tags"})))


def test_a_stage_without_memory_is_no_page_without_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(page: Page, options: articlex.Options) -> list[Mark | Fact]:
        raise MemoryError

    stage = Stage("hungry", hungry, {})  # type: ignore[arg-type]
    monkeypatch.setattr(pipeline.run, "__defaults__", ((stage, *pipeline.ORDER),))
    with pytest.raises(MemoryError):
        articlex.extract("<p>Rain.")


def test_names_of_stages_may_come_in_any_collection() -> None:
    options = articlex.Options(disabled_stages=["tags"])  # type: ignore[arg-type]
    assert options == articlex.Options(disabled_stages=frozenset({"tags"}))
    assert hash(options) == hash(articlex.Options(disabled_stages={"tags"}))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package in a zip archive that is a program too."""
    path, folder = tmp_path_factory.mktemp("packed") / "articlex.zip", ROOT / "src"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("__main__.py", "from articlex.__main__ import main\n\nmain()\n")
        for file in sorted((folder / "articlex").rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                packed.write(file, file.relative_to(folder))
    return path


def test_the_package_can_be_imported_from_a_zip_archive(archive: Path, tmp_path: Path) -> None:
    code = "import articlex; article = articlex.extract('<h1>Rain</h1><p>It rained.'); print(article.text)"
    environment = {**os.environ, "PYTHONPATH": str(archive)}
    command = [sys.executable, "-c", f"{code}; assert not article.warnings; print(articlex.__file__)"]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["It rained.", str(archive / "articlex" / "__init__.py")]


@pytest.mark.parametrize("name", ["articlex.zip", "./articlex.zip"])
def test_a_zip_archive_can_be_run_by_any_of_its_names(archive: Path, name: str) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, name, "--input-format", "text"]
    done = subprocess.run(
        command, env=environment, cwd=archive.parent, input=b"It rained.", capture_output=True, check=True
    )
    assert done.stdout == b"It rained.\n"


@pytest.fixture(scope="module")
def article() -> articlex.Article:
    page = ROOT / "fixtures/pages/text-en-language-and-section-menus/source.txt"
    return articlex.extract(page.read_bytes())


def test_an_article_can_be_sent_to_another_process(article: articlex.Article) -> None:
    copy = pickle.loads(pickle.dumps(article))
    assert copy == article
    assert copy.markdown == article.markdown


def test_articles_can_be_members_of_a_set(article: articlex.Article) -> None:
    same = pickle.loads(pickle.dumps(article))
    assert len({article, same, articlex.extract(b"")}) == 2
    assert len({article.page, same.page}) == 1


def test_an_article_is_shown_without_its_page(article: articlex.Article) -> None:
    assert article.title is not None
    assert article.title in repr(article)
    assert len(repr(article)) < 2_000
