"""The layers of the packages: each part is built on those below it alone, so that no two need each other."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[1] / "src"

#: From the bottom to the top; parts that stand side by side do without each other.
LAYERS = (
    "address_space errors garbage interrupts language_tags markup memoize nearest punctuation regex",
    "addresses class_words dandas page site_profiles streams",
    "character_classes config copyright_notices data facts options placeholders placing prices",
    "dates language models ranking read.front_matter read.markdown_rules tokens",
    "signs",
    "bylines read.decoding read.limits read.markdown read.permalinks read.sniff",
    "read.text.composed read.text.direction read.text.measures read.text.scripts",
    "read.text.character_kinds",
    "read.text.lines",
    "read.text.sections read.text.shape",
    "read.text.angles read.text.code read.text.headings read.text.tables",
    "read.text.wrapping",
    "read.text.columns read.text.lists read.text.marks read.text.parted",
    "read.text.lost_breaks",
    "read.text.around read.text.faces read.text.recognisers",
    "read.text",
    "read.html read.light_markup",
    "page_kinds read",
    "lost_marks scoring",
    "days set_aside titles",
    "authors conflicts metadata",
    "stages",
    "engines pipeline",
    "write",
    "article",
    "extraction stderr",
    "learning",
    "__init__",
    "batch",
    "cli",
    "__main__",
)
LABORATORY = (
    "repository tables",
    "corpora upkeep",
    "command peers",
    "scores",
    "training.fitting training.made",
    "training.authors training.body.samples training.breaks training.days training.titles",
    "training.lost_breaks training.lost_marks",
    "training.body",
    "training.body.validation",
    "training",
    "word_lists",
    "bench checks.fuzzing",
    "checks.output cost",
    "checks",
    "__init__",
)


@dataclass(frozen=True)
class Package:
    """A package and its layers."""

    name: str
    layers: tuple[str, ...]

    @cached_property
    def heights(self) -> dict[str, int]:
        return {part: height for height, layer in enumerate(self.layers) for part in layer.split()}

    @cached_property
    def modules(self) -> dict[str, Path]:
        """``read.html.walk`` and where it is; the package itself is ``__init__``."""
        folder = SOURCES / self.name
        return {
            ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__"): path
            for path in sorted(folder.rglob("*.py"))
        }

    def part(self, module: str) -> str:
        """The part that a module belongs to: the innermost of those that have a layer."""
        while module not in self.heights and "." in module:
            module = module.rpartition(".")[0]
        return module

    def needed(self, module: str) -> set[str]:
        """The parts that a module imports from, its own left out."""
        names = imported(ast.parse(self.modules[module].read_text("utf-8")))
        ours = (name.removeprefix(f"{self.name}.") for name in names if name.startswith(f"{self.name}."))
        others = {name if name in self.modules else name.rpartition(".")[0] or "__init__" for name in ours}
        return {self.part(other) for other in others} - {self.part(module)}


def imported(node: ast.AST) -> Iterator[str]:
    """What is imported at some time, by its whole name; what only types are taken from is left out."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    for child in ast.iter_child_nodes(node):
        yield from imported(child)


PACKAGES = pytest.mark.parametrize(
    "package", [Package("articlex", LAYERS), Package("articlex_lab", LABORATORY)], ids=lambda each: each.name
)


@PACKAGES
def test_each_part_has_a_layer(package: Package) -> None:
    assert {package.part(module) for module in package.modules} == package.heights.keys()


@PACKAGES
def test_each_part_is_built_on_lower_layers_alone(package: Package) -> None:
    assert [
        f"{module} imports from {other}"
        for module in package.modules
        for other in sorted(package.needed(module))
        if package.heights[other] >= package.heights[package.part(module)]
    ] == []
