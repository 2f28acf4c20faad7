"""The targets of ``make fuzz``: for each a strategy that makes inputs, and a check that raises on failure."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from articlex.errors import InputError
from articlex_lab.checks.fuzzing import inputs, pumps

if TYPE_CHECKING:
    from articlex.batch.manifest import Manifest
    from articlex.batch.tree import TreeSink


class Target(NamedTuple):
    """The strategy that makes inputs, and the check that is given each of them."""

    strategy: st.SearchStrategy[Any]
    check: Callable[[Any], None]


class Case(NamedTuple):
    """An input for a target."""

    target: str
    value: Any


def run_case(case: Case) -> str:
    """The traceback of the exception that the check of the target raises on the value, "" for none."""
    try:
        TARGETS[case.target].check(case.value)
    except Exception:
        return traceback.format_exc(limit=-6)
    return ""


def check_page(page: bytes) -> None:
    """Extract and write a page in every format, twice: the outputs are equal, without control characters."""
    assert _everything(page) == _everything(page), "not deterministic"


def _everything(page: bytes) -> list[str]:
    import articlex
    from articlex.write.formats import FORMATS, render
    from articlex.write.options import RenderOptions

    try:
        article = articlex.extract(page, url="https://example.org/2024/05/06/rain.html?a=b#c")
    except InputError as error:
        return [str(error)]
    failed = [step for step in article.page.trace if step.error]
    assert not failed, failed
    options = RenderOptions(
        front_matter=True, with_html=True, with_blocks=True, with_provenance=True, source="page.html"
    )
    written = [render(article, name, options) for name in FORMATS]
    for name, text in zip(FORMATS, written, strict=True):
        bad = [char for char in text if (char < " " and char not in "\n\t") or "\x7f" <= char <= "\x9f"]
        assert not bad, f"control character {bad[0]!r} in {name}"
        text.encode()
    json.loads(render(article, "json", options))
    return written


#: The smaller size, and the factor of the larger one; the most that the time may grow; and the seconds of the
#: larger page below which the clock is too coarse to say.
_SMALL, _FACTOR, _MOST_RATIO, _LEAST_SECONDS = 5_000, 4, 6.0, 0.2


def check_pump(value: tuple[str, pumps.Pump | None]) -> None:
    """Extract a page of two sizes: the time may grow as the size does, not as its square."""
    name, pump = value

    def page(size: int) -> bytes | str:
        return pumps.PAGES[name](size // 10) if pump is None else pumps.PLACES[name](pump.of(size))

    large = pumps.seconds(page(_SMALL * _FACTOR))
    if large < _LEAST_SECONDS:
        return
    # Once more: another process may have been in the way.
    ratio = min(pumps.seconds(page(_SMALL * _FACTOR)), large) / pumps.seconds(page(_SMALL))
    assert ratio <= _MOST_RATIO, f"{ratio:.1f} times the time for {_FACTOR} times the size"


def check_archive(value: tuple[str, bytes]) -> None:
    """Read the (kind, bytes) of an archive: it gives members or items with an error, and raises nothing."""
    from articlex.batch.sources import Sources, read_sources

    kind, data = value
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive"
        path.write_bytes(data)
        for item in read_sources(Sources((str(path),), input_format=kind), {}):
            assert item.name.startswith(str(path))


def check_manifest(operations: list[tuple[str, str, str]]) -> None:
    """Apply operations to a manifest and a tree of files: they then hold what a plain dict says they do."""
    from articlex.batch.listing import Listed
    from articlex.batch.manifest import Manifest
    from articlex.batch.sources import Sources
    from articlex.batch.tree import TreeSink

    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ".articlex").mkdir()
        manifest = Manifest(folder / ".articlex", "options", "1")
        sink = TreeSink(folder, ".md", manifest, Listed(Sources(())))
        sink.open()
        expected: dict[str, bytes] = {}
        for order, operation in enumerate(operations):
            _apply(operation, order, manifest, sink, expected)
        _check_outputs(folder, manifest, sink, expected)
        manifest.close()


def _apply(
    operation: tuple[str, str, str],
    order: int,
    manifest: Manifest,
    sink: TreeSink,
    expected: dict[str, bytes],
) -> None:
    """Do what ``operation`` says to manifest and files, and to what is ``expected`` of each input."""
    from articlex.batch.sources import Archive
    from articlex.batch.unit import Item, Row

    act, name, text = operation
    item, entry = Item(name, name, size=1, mtime_ns=1, seq=order), manifest.get(name)
    if act == "write":
        sink.place(item)
        row = Row(name, "done", "ok", 1.0, text.encode("utf-8", "replace"))
        manifest.record(item, row, sink.write(item, row, entry))
        expected[name] = row.output or b""
    elif act == "fail":
        row = Row(name, "failed", code="x", error=text)
        manifest.record(item, row, sink.write(item, row, entry))
        expected.pop(name, None)
    elif act == "forget" and entry is not None:
        sink.remove(entry)
        manifest.forget(name)
        expected.pop(name, None)
    elif act == "commit":
        manifest.see_archive(Archive(item, skipped=True))
        manifest.commit()


def _check_outputs(folder: Path, manifest: Manifest, sink: TreeSink, expected: dict[str, bytes]) -> None:
    """The inputs with an output, and their files, are those that are ``expected``, and no others."""
    from articlex.batch.unit import Item

    entries = {entry.input: entry for entry in manifest.entries("output IS NOT NULL")}
    assert entries.keys() == expected.keys(), (entries.keys(), expected.keys())
    for name, data in expected.items():
        entry = entries[name]
        # If the page that had its plain name was forgotten since, it gets that name the next time.
        is_in_place = sink.planned(Item(name, name)) == str(folder / (entry.output or ""))
        assert sink.holds(entry) == is_in_place, entry
        assert (folder / (entry.output or "")).read_bytes() == data, entry
    files = [path for path in folder.rglob("*") if path.is_file() and ".articlex" not in path.parts]
    assert len(files) == len(expected), files


TARGETS: dict[str, Target] = {
    "html": Target(inputs.mutated(".html"), check_page),
    "markup": Target(inputs.generated(), check_page),
    "metadata": Target(inputs.metadata(), check_page),
    "text": Target(inputs.text(), check_page),
    "flat": Target(inputs.mutated(".txt"), check_page),
    "pumps": Target(inputs.pumped(), check_pump),
    "archives": Target(inputs.archives(), check_archive),
    "manifest": Target(inputs.operations(), check_manifest),
}
