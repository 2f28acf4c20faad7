"""The scorer's files are rebuilt by the code of the commit that brought them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from articlex.models.packing import pack
from articlex.page import Form
from articlex.scoring.lexicon import TRANSLATED
from articlex_lab.repository import DATA, ROOT
from articlex_lab.training.body.rebuild import FILES, HistoryError, commit_of, rebuild

_FIT = """
import pathlib
folder = pathlib.Path("src/articlex/data")
folder.mkdir(parents=True, exist_ok=True)
for name in {names}:
    (folder / name).write_text("{fitted}" + name)
"""

Commit = Callable[[str], str]


@pytest.fixture
def commit(tmp_path: Path) -> Commit:
    """Commits what stands in a repository of its own and says the hash."""

    def run(*arguments: str) -> str:
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        command = ["git", "-C", str(tmp_path), *author, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def made(message: str) -> str:
        run("add", "--all")
        run("commit", "--quiet", "--message", message)
        return run("rev-parse", "HEAD")

    run("init", "--quiet")
    return made


def write_code(root: Path, fitted: str, form: Form = Form.TEXT, fit: str = "training/body/train.py") -> None:
    """Code of a fit that writes ``fitted`` into each file."""
    path = root / "src" / "articlex_lab" / fit
    path.parent.mkdir(parents=True, exist_ok=True)
    for package in path.relative_to(root / "src").parents[:-1]:
        (root / "src" / package / "__init__.py").touch()
    path.write_text(_FIT.format(names=FILES[form], fitted=fitted))


def write_files(root: Path, fitted: str, form: Form = Form.TEXT) -> None:
    data = root / DATA.relative_to(ROOT)
    data.mkdir(parents=True, exist_ok=True)
    for name in FILES[form]:
        (data / name).write_text(fitted + name)


def test_files_are_the_same_where_the_code_has_changed_since(tmp_path: Path, commit: Commit) -> None:
    write_code(tmp_path, "first ")
    write_files(tmp_path, "first ")
    brought = commit("A fit")
    write_code(tmp_path, "second ")
    commit("Another reader")
    assert commit_of(Form.TEXT, tmp_path) == brought
    found = rebuild(Form.TEXT, tmp_path / "then", tmp_path, tmp_path)
    assert found == dict.fromkeys(FILES[Form.TEXT], True)


def test_files_are_rebuilt_by_the_fit_as_it_was_called_then(tmp_path: Path, commit: Commit) -> None:
    write_code(tmp_path, "first ", fit="training/train.py")
    write_files(tmp_path, "first ")
    commit("A fit")
    assert all(rebuild(Form.TEXT, tmp_path / "then", tmp_path, tmp_path).values())


def test_code_without_a_fit_is_told(tmp_path: Path, commit: Commit) -> None:
    write_files(tmp_path, "first ")
    commit("Files alone")
    with pytest.raises(HistoryError, match="no module that fits"):
        rebuild(Form.TEXT, tmp_path / "then", tmp_path, tmp_path)


def test_files_that_another_code_has_fitted_are_told(tmp_path: Path, commit: Commit) -> None:
    write_code(tmp_path, "first ")
    write_files(tmp_path, "zeroth ")
    commit("A fit by code that is lost")
    assert not any(rebuild(Form.TEXT, tmp_path / "then", tmp_path, tmp_path).values())


@pytest.mark.parametrize(("form", "laid"), [(Form.HTML, 3), (Form.TEXT, 1)])
def test_html_is_fitted_beside_the_weights_that_ship(
    tmp_path: Path, commit: Commit, form: Form, laid: int
) -> None:
    data = DATA.relative_to(ROOT)
    write_code(tmp_path, "first ", form)
    write_files(tmp_path, "first ", form)
    weights = {"models": {"byline-html": {"a": 1}, "byline-text": {"b": 2}}}
    (tmp_path / data / "metadata_weights.json").write_text(json.dumps(weights))
    commit("A fit")
    (tmp_path / data / "metadata_weights.json").unlink()
    (tmp_path / data / "byline-html.model").write_bytes(pack({"weights": {"a": 3}}, ("weights",), b""))
    rebuild(form, tmp_path / "then", tmp_path, tmp_path)
    found = json.loads((tmp_path / "then" / data / "metadata_weights.json").read_text())
    assert found == {"models": {"byline-html": {"a": laid}, "byline-text": {"b": 2}}}


def test_files_that_are_not_committed_cannot_be_rebuilt(tmp_path: Path, commit: Commit) -> None:
    write_files(tmp_path, "first ")
    commit("A fit")
    write_files(tmp_path, "second ")
    with pytest.raises(HistoryError, match="not those of a commit"):
        commit_of(Form.TEXT, tmp_path)


def test_without_a_repository_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="git status"):
        commit_of(Form.HTML, tmp_path / "none")


def test_each_file_of_the_scorer_is_of_one_form() -> None:
    scorer = ("body-", "net-", "kind-", "lexicon-", "element-names")
    shipped = {path.name for path in DATA.iterdir() if path.name.startswith(scorer)}
    assert {*FILES[Form.HTML], *FILES[Form.TEXT]} == shipped - {f"{TRANSLATED}.model"}
