"""The layers of the package: each part is built on those below it alone, so that no two need each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "articlex"

#: From the bottom to the top; parts that stand side by side do without each other.
LAYERS = (
    "addresses errors garbage language_tags memoize options page punctuation regex site_profiles streams",
    "character_classes config copyright_notices data facts placeholders placing",
    "dates language ranking read.front_matter signs tokens",
    "bylines conflicts read.decoding read.limits read.markdown read.sniff",
    "read.text.composed read.text.direction read.text.measures read.text.scripts",
    "read.text.lines",
    "read.text.sections read.text.shape",
    "read.text.angles read.text.code read.text.headings read.text.tables",
    "read.text.wrapping",
    "read.text.columns read.text.lists read.text.marks read.text.parted read.text.verse",
    "read.text.around read.text.faces read.text.recognisers",
    "read.text",
    "read.html read.light_markup",
    "read",
    "scoring",
    "days titles",
    "authors metadata",
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
HEIGHT = {part: height for height, layer in enumerate(LAYERS) for part in layer.split()}


def name(path: Path) -> str:
    """``read.html.walk``; the package itself is ``__init__``."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def part(module: str) -> str:
    """The part that a module belongs to: the innermost of those that have a layer."""
    while module not in HEIGHT and "." in module:
        module = module.rpartition(".")[0]
    return module


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


def needed(module: str) -> set[str]:
    """The parts that a module imports from, its own left out."""
    names = imported(ast.parse(MODULES[module].read_text("utf-8")))
    ours = (name.removeprefix("articlex.") for name in names if name.startswith("articlex."))
    others = {name if name in MODULES else name.rpartition(".")[0] or "__init__" for name in ours}
    return {part(other) for other in others} - {part(module)}


def test_each_part_has_a_layer() -> None:
    assert {part(module) for module in MODULES} == HEIGHT.keys()


def test_each_part_is_built_on_lower_layers_alone() -> None:
    assert [
        f"{module} imports from {other}"
        for module in MODULES
        for other in sorted(needed(module))
        if HEIGHT[other] >= HEIGHT[part(module)]
    ] == []
