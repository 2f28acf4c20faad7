"""How well and how fast articlex, dateparser and dateutil read the date strings of ``fixtures/dates``.

    python -m articlex_lab.bench.date_libraries [FOLDER]

FOLDER has the two libraries, from ``pip install --target FOLDER dateparser python-dateutil``. A string counts
as read when its day is right, or when nothing is read of a string that is no date. dateparser is told the
language, as articlex is. Times are processor time in ratio to that of articlex.
"""

from __future__ import annotations

import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from articlex.dates import Hints, parse_date
from articlex_lab.command import run_command
from articlex_lab.repository import FIXTURES
from articlex_lab.tables import render

#: (file, what its strings are)
FILES = (("languages.cases", "a date alone, ~90 languages"), ("machine.cases", "machine-readable values"))

Read = Callable[[str, str], str]


def strings(file: str) -> Iterator[tuple[str, str, str]]:
    """(language, text, day) for each line; the day is "" for a text that is no date, and may be a month."""
    for line in (FIXTURES / "dates" / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, text, expected = line.split("\t")
            yield language, text, "" if expected == "-" else expected[:10]


def _articlex(language: str, text: str) -> str:
    found = parse_date(text, Hints(language))
    return found.value.iso()[:10] if found else ""


def _dateparser(language: str, text: str) -> str:
    parse: Any = import_module("dateparser").parse
    try:
        value = parse(text, languages=[language.split("-")[0]] if language else None)
    except ValueError:  # it does not know the language
        value = parse(text)
    return value.date().isoformat() if value else ""


def _dateutil(language: str, text: str) -> str:
    try:
        return str(import_module("dateutil.parser").parse(text).date().isoformat())
    except (ValueError, OverflowError):
        return ""


ENGINES: dict[str, tuple[str, Read]] = {
    "articlex": ("articlex.dates", _articlex),
    "dateparser": ("dateparser", _dateparser),
    "dateutil": ("dateutil.parser", _dateutil),
}


def import_time(module: str, folder: str) -> float:
    """Seconds that a fresh interpreter takes to import ``module`` and read a first date; the best of five."""
    first = "parse_date" if module == "articlex.dates" else "parse"
    code = (
        f"import sys, time; sys.path.insert(0, {folder!r}); t = time.process_time(); import {module}; "
        f"{module}.{first}('6 May 2024'); print(time.process_time() - t)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(5)
    ]
    return min(map(float, runs))


def main() -> None:
    """Print the table."""
    folder = sys.argv[1] if len(sys.argv) > 1 else "."
    sys.path.insert(0, folder)
    warnings.simplefilter("ignore")
    rows: list[list[str]] = []
    base: dict[str, float] = {}
    for name, (module, read) in ENGINES.items():
        cells = [name]
        spent = 0.0
        for file, _ in FILES:
            cases = list(strings(file))
            read("en", "6 May 2024")
            start = time.process_time()
            right = sum(read(language, text) == expected for language, text, expected in cases)
            spent += time.process_time() - start
            cells.append(f"{right / len(cases):.3f} ({len(cases)})")
        imported = import_time(module, folder)
        base = base or {"parse": spent, "import": imported}
        cells += [f"{spent / base['parse']:.1f}", f"{imported / base['import']:.1f}"]
        rows.append(cells)
    sys.stdout.write(
        render(["", *(label for _, label in FILES), "each ×", "import and first ×"], rows) + "\n"
    )


if __name__ == "__main__":
    run_command(main)
