"""Whose words ship in the data files, checked against what says where they are from."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from articlex_lab import word_lists
from articlex_lab.repository import DATA, ROOT
from articlex_lab.word_lists.catalogues import PLAYERS, SOURCES, Source

FILE = "THIRD_PARTY_NOTICES.md"
NOTICES = (ROOT / FILE).read_text("utf-8")
TABLES, TEXTS = NOTICES.split("\n## Texts\n")
SCRIPTS = sorted(Path(word_lists.__path__[0]).glob("[!_]*.py"))


def cells(table: str) -> Iterator[list[str]]:
    for line in table.splitlines():
        if line.startswith("| "):
            yield line.strip("| ").split(" | ")


#: (work with its version, licence) -> what of it is in which file.
ROWS = {
    (work, section.partition("\n")[0]): use
    for section in TABLES.split("\n## ")[1:]
    for work, use, *_ in cells(section)
}
WORKS = {word for work, _ in ROWS for word in re.split(r"[\s(),]+", work.casefold())}


def packages(script: Path) -> set[str]:
    """What the script says to fetch with pip and npm before it is run."""
    said = ast.get_docstring(ast.parse(script.read_text("utf-8"))) or ""
    lists = re.findall(r"(?:pip download --no-deps|npm pack) ((?:(?!python -m)[\w@/. \n-])+)", said)
    return {package for names in lists for package in names.split()}


def sources() -> set[Source]:
    pytest.importorskip("babel")  # some scripts read what it has of the CLDR
    modules = [import_module(f"{word_lists.__name__}.{script.stem}") for script in SCRIPTS]
    alone = {value for module in modules for value in vars(module).values() if isinstance(value, Source)}
    return {*SOURCES, *PLAYERS, *alone}


#: The rows of the data files that are others' work: their names and their origins.
OTHERS = [
    (re.findall(r"`([^`]+)`", names), origin)
    for names, _, origin, licence, *_ in list(cells((DATA / "README.md").read_text("utf-8")))[1:]
    if licence != "as the project"
]


def test_each_package_that_is_fetched_has_a_notice_of_its_version_and_licence() -> None:
    wanted = {(f"{source.package} {source.version}", source.licence) for source in sources()}
    assert len(wanted) > len(SOURCES)
    assert sorted(wanted - ROWS.keys()) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_each_package_that_a_script_asks_for_has_a_notice(script: Path) -> None:
    assert sorted(packages(script) - WORKS) == []


def test_what_a_script_asks_for_is_read_to_its_end() -> None:
    asked = "nikola mkdocs-material sphinx wagtail trac indico @docusaurus/theme-translations"
    assert packages(SCRIPTS[0].with_name("date_labels.py")) == set(asked.split())


def test_each_data_file_of_others_is_in_a_notice() -> None:
    used = " ".join(ROWS.values())
    assert [name for names, _ in OTHERS for name in names if f"`{name}`" not in used] == []


def test_each_work_that_the_data_files_name_with_its_version_has_a_notice() -> None:
    named = {name for _, origin in OTHERS for name in re.findall(r"(\w[\w-]*) \d+(?:\.\d+)*\b", origin)}
    assert {"Faker", "docutils", "langdetect"} <= named
    said = " ".join(work for work, _ in ROWS).casefold()
    assert sorted(name for name in named - {"of"} if name.casefold() not in said) == []


def test_each_licence_of_a_notice_has_its_text() -> None:
    licences = {licence for _, licence in ROWS} - {"Public domain", "Corpora"}
    assert sorted(re.findall(r"^### (.+)", TEXTS, re.MULTILINE)) == sorted(licences)


def test_the_notices_ship_beside_the_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert FILE in project["project"]["license-files"]
    assert FILE in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
