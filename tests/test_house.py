"""What the README and the packaging promise, checked against the code."""

import ast
import json
import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import articlex
from articlex.cli.diagnostics import Exit
from articlex.cli.main import COMMANDS, all_commands, program
from articlex.write.formats import FORMATS, render
from articlex.write.options import RenderOptions

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"].values()
#: What the package and its extras need, and the README's table of it.
WANTED = [*PROJECT["project"]["dependencies"], *(line for extra in EXTRAS for line in extra)]
DEPENDENCIES = README[README.index("## Dependencies") : README.index("## Changes")]


def named(requirement: str) -> str:
    return re.split(r"[\s<>=!~;\[]", requirement, maxsplit=1)[0]


def test_each_dependency_has_a_row_that_says_why() -> None:
    assert [name for name in map(named, WANTED) if f"`{name}" not in DEPENDENCIES] == []


def test_each_range_in_the_readme_is_that_of_the_package() -> None:
    rows = {
        package: row
        for row in DEPENDENCIES.splitlines()
        for package in re.findall(r"`([\w.-]+)", row.split(" | ")[0])
    }
    bounds = {named(line): re.split("[>=;]+", line)[1].strip() for line in WANTED}
    assert {name: bound for name, bound in bounds.items() if f"≥ {bound}" not in rows[name]} == {}


def test_each_option_of_a_page_stands_in_the_readme() -> None:
    command = program.get_command(click.Context(program), "")
    assert command is not None
    options = {opt for param in command.params for opt in param.opts if opt.startswith("--")}
    missing = {opt for opt in options if opt not in README} - {"--version", "--base-url"}
    assert missing == set()


def test_each_format_stands_in_the_readme_and_in_the_page_on_the_library() -> None:
    table = README[README.index("### Formats") : README.index("## How it works")]
    library = (ROOT / "docs/python.md").read_text("utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in table or f'`"{name}"`' not in library] == []


def test_each_module_and_package_stands_in_the_layout() -> None:
    layout = README[README.index("### Layout for newcomers") : README.index("### Adding something")]
    parts = [
        path for path in (ROOT / "src" / "articlex").iterdir() if not path.name.startswith(("_", "py.typed"))
    ]
    named = [f"{path.name}/" if path.is_dir() else path.name for path in parts]
    assert [name for name in named if f"{name}`" not in layout] == []


def test_each_option_in_the_readme_is_one_of_ours() -> None:
    commands = all_commands().values()
    options = {opt for one in commands for param in one.get_params(click.Context(one)) for opt in param.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) - options == set()


def test_each_command_and_exit_code_stands_in_the_readme() -> None:
    assert [name for name in COMMANDS if f"articlex {name}" not in README and f"`{name}`" not in README] == []
    assert [code for code in Exit if f"| {code.value} |" not in README] == []


def test_the_two_commands_are_in_the_readme_and_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in ("run", "test"):
        assert f"make {target}" in README
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_every_target_is_phony_and_has_a_line_of_help() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z][a-z-]*):(?!=)(.*)$", makefile, re.MULTILINE)
    phony = set(" ".join(re.findall(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)).split())
    assert [name for name, _ in targets if name not in phony] == []
    assert [name for name, line in targets if "##" not in line] == []


@pytest.mark.parametrize("name", ["page.html", "it's a page.html", 'of "c" & d.html'])
def test_a_page_of_any_name_can_be_run(name: str) -> None:
    command = ["make", "--no-print-directory", "--dry-run", "run", f"FILE={name}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert shlex.split(done.stdout.splitlines()[-1]) == [".venv/bin/articlex", name]


@pytest.mark.parametrize(("target", "name"), [("stage", "NAME"), ("compare", "A"), ("losses", "PREDICTIONS")])
def test_a_target_that_lacks_a_variable_says_so_before_it_installs_packages(
    target: str, name: str, tmp_path: Path
) -> None:
    command = ["make", "-f", ROOT / "Makefile", target]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.returncode, f"{target} needs {name}: make {target} {name}=" in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_patterns_are_compiled_when_they_are_first_used() -> None:
    """By :func:`articlex.regex.regex`, not by ``re.compile`` at import; a batch imports once for many."""
    sources = (ROOT / "src" / "articlex").rglob("*.py")
    assert [
        f"{path.name}:{statement.lineno}"
        for path in sources
        if path.parent.name != "batch" and "re.compile(" in path.read_text("utf-8")
        for statement in ast.parse(path.read_text("utf-8")).body
        if isinstance(statement, ast.Assign | ast.AnnAssign) and "re.compile(" in ast.unparse(statement)
    ] == []


def test_articlex_never_imports_its_laboratory() -> None:
    sources = (ROOT / "src" / "articlex").rglob("*.py")
    assert [
        path.name
        for path in sources
        if "articlex_lab" in re.sub(r"#[^\n]*|\"\"\".*?\"\"\"", "", path.read_text("utf-8"), flags=re.DOTALL)
    ] == []


SOURCES = {
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "src" / "articlex").rglob("*.py"))
}


def imported_at_once(module: str) -> set[str]:
    """The modules of ours that have to be there before a module is, those that it is part of left out."""
    named: set[str] = set()
    for statement in ast.parse(SOURCES[module].read_text("utf-8")).body:
        if isinstance(statement, ast.ImportFrom) and statement.module:
            whole = [f"{statement.module}.{alias.name}" for alias in statement.names]
            named.update(name if name in SOURCES else statement.module for name in whole)
        elif isinstance(statement, ast.Import):
            named.update(alias.name for alias in statement.names)
    around = {name[:place] for name in named for place, letter in enumerate(name) if letter == "."}
    return {name for name in named | around if name in SOURCES and not f"{module}.".startswith(f"{name}.")}


def test_no_module_needs_itself_to_be_imported() -> None:
    """Each may be the first of all: what is imported in a circle works in one order alone."""
    waiting = {module: imported_at_once(module) for module in SOURCES}
    while ready := [module for module, needed in waiting.items() if not needed & waiting.keys()]:
        for module in ready:
            del waiting[module]
    assert sorted(waiting) == []


def test_the_example_of_the_readme_is_what_the_tool_says() -> None:
    """Each line of the page in its order, and the beginning of what comes out; ``...`` is the rest."""
    source = (ROOT / "fixtures/pages/text-en-language-and-section-menus/source.txt").read_text("utf-8")
    given, printed = re.findall(r"^```(?:text|markdown)\n(.*?)```$", README, re.DOTALL | re.MULTILINE)[:2]
    assert f"This goes in ({len(source.splitlines())} lines" in README
    lines = iter(source.splitlines())
    for line in given.splitlines():
        start = line.removesuffix("...").rstrip(" ")
        assert any(other.startswith(start) if line != start else other == line for other in lines), line
    markdown = render(articlex.extract(source), "md", RenderOptions(front_matter=True))
    start, rest = printed.split("...\n")
    assert markdown.startswith(start.rstrip(" "))
    assert rest == "(the eight paragraphs of the article, and nothing else)\n"
    assert len(markdown.split("# ")[1].strip().split("\n\n")) == 1 + 8


def test_the_record_in_the_readme_is_what_the_tool_says() -> None:
    """The confidence nearly so, as it moves with each model."""
    (printed,) = re.findall(r"^```json\n(.*?)```$", README, re.DOTALL | re.MULTILINE)
    (fields,) = re.findall(r"`articlex -f json --fields ([\w,]+) page.txt`", README.replace("\n", " "))
    source = (ROOT / "fixtures/pages/text-en-language-and-section-menus/source.txt").read_text("utf-8")
    options = RenderOptions(fields=tuple(fields.split(",")))
    made = json.loads(render(articlex.extract(source), "json", options))
    record = json.loads(printed)
    assert list(record) == list(made)
    assert record == made | {"confidence": pytest.approx(made["confidence"], abs=0.02)}
    assert json.dumps(record, ensure_ascii=False, indent=2) + "\n" == printed


MODULES = [path for folder in ("src", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]


def test_every_module_can_be_read_in_one_go() -> None:
    assert [path.name for path in MODULES if len(path.read_text("utf-8").splitlines()) > 400] == []


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """The statements in ``node`` at any depth, without the expressions, which are most of a tree."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield child
            yield from statements(child)


def test_every_function_can_be_seen_at_once() -> None:
    assert [
        f"{path.name}: {node.name}"
        for path in MODULES
        if (source := path.read_text("utf-8")).count("\n") >= 60
        for node in statements(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 60
    ] == []
