"""What the documents and docstrings name is there: make targets, paths, modules and what is in them."""

from __future__ import annotations

import ast
import doctest
import importlib
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import fields
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet
import pytest

import articlex
from articlex.write.options import RenderOptions

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src"
README = (ROOT / "README.md").read_text("utf-8")

#: Where the paths that documents name begin.
BASES = (ROOT, SOURCES, SOURCES / "articlex")

_TARGET = re.compile(r"`make ([a-z][a-z-]*)")
_COMMAND = re.compile(r"^make ([a-z][a-z-]*)", re.MULTILINE)
_PATH = re.compile(r"(?<![\w/.~-])((?:src|tests|fixtures|docs|data|articlex|articlex_lab)/[\w./*-]+)")
_NAME = re.compile(r"(?<![\w/@.-])(articlex(?:_lab)?(?:\.[A-Za-z_]\w*)+)")
_IMPORT = re.compile(r"^ *from [\w.]+ import ", re.MULTILINE)
#: Files whose names look like those of modules.
_FILES = ("articlex.toml", "articlex.service", "articlex.timer")


class Text(NamedTuple):
    """Something to read, and where it stands."""

    where: str
    text: str


def documents() -> Iterator[Text]:
    for path in sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *SOURCES.rglob("*.md")]):
        yield Text(str(path.relative_to(ROOT)), path.read_text("utf-8"))
    yield Text("Makefile", (ROOT / "Makefile").read_text("utf-8"))


@cache
def prose(path: Path) -> str:
    """The docstrings and comments of a module."""
    source = path.read_text("utf-8")
    found = [
        ast.get_docstring(node) or ""
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    ]
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    found += [token.string for token in tokens if token.type == tokenize.COMMENT]
    return "\n".join(found)


def modules_with(pattern: re.Pattern[str]) -> Iterator[Text]:
    """The docstrings and comments of each module in which ``pattern`` stands anywhere but in an import."""
    for path in sorted(SOURCES.rglob("*.py")):
        if pattern.search(_IMPORT.sub("", path.read_text("utf-8"))):
            yield Text(str(path.relative_to(ROOT)), prose(path))


def unknown(pattern: re.Pattern[str], known: Callable[[str], bool]) -> list[str]:
    """What ``pattern`` finds in all texts and is not known."""
    texts = [*documents(), *modules_with(pattern)]
    return [
        f"{text.where}: {name}" for text in texts for name in pattern.findall(text.text) if not known(name)
    ]


@cache
def targets() -> frozenset[str]:
    return frozenset(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_every_make_target_that_is_named_exists() -> None:
    assert unknown(_TARGET, targets().__contains__) == []
    assert unknown(_COMMAND, targets().__contains__) == []


def there(path: str) -> bool:
    path = path.rstrip(".")
    return any(any(base.glob(path)) if "*" in path else (base / path).exists() for base in BASES)


def test_every_path_that_is_named_exists() -> None:
    assert unknown(_PATH, there) == []


def defined(name: str) -> bool:
    """Whether ``name`` is a module, or something in one."""
    if name in _FILES:
        return True
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        folder = SOURCES.joinpath(*parts[:count])
        if folder.with_suffix(".py").exists() or (folder / "__init__.py").exists():
            return has(".".join(parts[:count]), parts[count:])
    return False


def has(module: str, names: list[str]) -> bool:
    try:
        found = importlib.import_module(module)
    except ModuleNotFoundError:  # training alone needs PyTorch
        return True
    for name in names:
        if name in getattr(found, "__annotations__", {}):
            return True
        if not hasattr(found, name):
            return False
        found = getattr(found, name)
    return True


def test_every_name_in_a_module_that_is_named_exists() -> None:
    assert unknown(_NAME, defined) == []


EXAMPLES = [text.where for text in modules_with(re.compile(">>> ")) if ">>> " in text.text]


@pytest.mark.parametrize("where", EXAMPLES)
def test_every_example_in_a_docstring_gives_what_stands_below_it(where: str) -> None:
    name = ".".join(Path(where).relative_to("src").with_suffix("").parts).removesuffix(".__init__")
    tried = doctest.testmod(importlib.import_module(name))
    assert tried.attempted > 0
    assert tried.failed == 0


LIBRARY = (ROOT / "docs/python.md").read_text("utf-8")
FENCED = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def test_every_example_of_the_library_gives_what_stands_below_it() -> None:
    parts = [part for part in FENCED.findall(LIBRARY) if part.startswith(">>> ")]
    found = doctest.DocTestParser().get_doctest("\n".join(parts), {}, "docs/python.md", None, None)
    assert len(found.examples) > 20
    said: list[str] = []
    doctest.DocTestRunner().run(found, out=said.append)
    assert "".join(said) == ""


def test_every_program_of_the_library_runs(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    story = "<p>It rained on the city for days, and nobody could remember a rain like it, said Ann.</p>" * 5
    (tmp_path / "site" / "a.html").write_text(f"<title>Rain</title><article><h1>Rain</h1>{story}</article>")
    (tmp_path / "site" / "b.html").write_bytes(b"%PDF-1.7")
    (program,) = [part for part in FENCED.findall(LIBRARY) if not part.startswith(">>> ")]
    (tmp_path / "pages.py").write_text(program)
    command = [sys.executable, "pages.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "site/b.html: a PDF document, not a page of text\n"
    assert pyarrow.parquet.read_table(tmp_path / "articles.parquet")["title"].to_pylist() == ["Rain"]


@pytest.mark.parametrize("name", [name for name in articlex.__all__ if name != "__version__"])
def test_every_public_name_stands_in_the_page_on_the_library(name: str) -> None:
    assert re.search(rf"\b{name}\b", LIBRARY)


@pytest.mark.parametrize("record", [articlex.Article, articlex.Options, RenderOptions])
def test_every_field_that_a_caller_reads_or_sets_stands_there_too(record: type) -> None:
    assert [field.name for field in fields(record) if f"`{field.name}`" not in LIBRARY] == []


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    (tmp_path / "page.html").write_text("<h1>Rain</h1><p>It rained on the city for days.</p>")
    monkeypatch.chdir(tmp_path)
    exec(example, {})


def layout() -> list[tuple[Path, list[Path]]]:
    """The paths in each row of the layout: the first one, and the others, which stand beside it."""
    part = README[README.index("### Layout") : README.index("### Adding")]
    rows = [re.findall(r"`([^`]+)`", cell) for cell in re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)]
    return [(ROOT / first, [(ROOT / first).parent / name for name in rest]) for first, *rest in rows]


def test_every_folder_stands_in_the_layout() -> None:
    named = {path for first, rest in layout() for path in (first, *rest)}
    folders = [
        path
        for parent in (SOURCES / "articlex", SOURCES / "articlex_lab", ROOT / "fixtures")
        for path in parent.iterdir()
        if path.is_dir() and not path.name.startswith("_") and any(path.glob("[!_]*"))
    ]
    assert [str(path.relative_to(ROOT)) for path in folders if path not in named] == []


def test_every_path_in_the_layout_exists() -> None:
    rows = layout()
    assert len(rows) > 10
    assert [str(path) for first, rest in rows for path in (first, *rest) if not path.exists()] == []


def test_every_data_file_has_a_row_that_says_where_it_is_from() -> None:
    folder = SOURCES / "articlex" / "data"
    rows = (folder / "README.md").read_text("utf-8").splitlines()
    first = [
        name for row in rows if row.startswith("| `") for name in re.findall(r"`([^`]+)`", row.split("|")[1])
    ]
    files = [path.name for path in folder.iterdir() if path.is_file() and path.suffix not in (".py", ".md")]
    assert [name for name in files if not any(fnmatch(name, row) for row in first)] == []
    assert [row for row in first if not any(folder.glob(row))] == []


@pytest.mark.parametrize(
    "name", ["README.md", *(f"docs/{name}.md" for name in ("batch", "figures", "python"))]
)
def test_word_f1_is_defined_where_a_page_first_speaks_of_it(name: str) -> None:
    paragraphs = (ROOT / name).read_text("utf-8").split("\n\n")
    first = next(text for text in paragraphs if "word f1" in text.lower())
    assert "harmonic mean" in first
