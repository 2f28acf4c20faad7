"""The targets of ``make fuzz``: for each a strategy that makes inputs, and a check that raises on failure."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import strategies as st

from articlex.errors import InputError
from articlex_lab.checks.fuzzing import inputs, pumps


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
    from articlex.batch.sources import Archive, Sources
    from articlex.batch.tree import TreeSink
    from articlex.batch.unit import Item, Row

    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ".articlex").mkdir()
        sink = TreeSink(
            folder, ".md", manifest := Manifest(folder / ".articlex", "options", "1"), Listed(Sources(()))
        )
        sink.open()
        expected: dict[str, bytes] = {}
        for order, (act, input_name, text) in enumerate(operations):
            item = Item(input_name, input_name, size=1, mtime_ns=1, seq=order)
            entry = manifest.get(input_name)
            if act == "write":
                sink.place(item)
                row = Row(input_name, "done", "ok", 1.0, text.encode("utf-8", "replace"))
                manifest.record(item, row, sink.write(item, row, entry))
                expected[input_name] = row.output or b""
            elif act == "fail":
                row = Row(input_name, "failed", code="x", error=text)
                manifest.record(item, row, sink.write(item, row, entry))
                expected.pop(input_name, None)
            elif act == "forget" and entry is not None:
                sink.remove(entry)
                manifest.forget(input_name)
                expected.pop(input_name, None)
            elif act == "commit":
                manifest.see_archive(Archive(input_name, 1, 1, order, True))
                manifest.commit()
        entries = {entry.input: entry for entry in manifest.entries("output IS NOT NULL")}
        assert entries.keys() == expected.keys(), (entries.keys(), expected.keys())
        for input_name, data in expected.items():
            entry = entries[input_name]
            item = Item(input_name, input_name)
            # If the page that had its plain name was forgotten since, it gets that name the next time.
            is_in_place = sink.planned(item) == str(folder / (entry.output or ""))
            assert sink.holds(entry) == is_in_place, entry
            assert (folder / (entry.output or "")).read_bytes() == data, entry
        files = [path for path in folder.rglob("*") if path.is_file() and ".articlex" not in path.parts]
        assert len(files) == len(expected), files
        manifest.close()


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
