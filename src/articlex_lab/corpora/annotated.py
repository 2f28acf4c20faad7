"""The annotated corpora, read as typed records in a fixed order.

A corpus is a folder with ``gold.jsonl`` (one JSON object per page) and ``pages/NNNN.html.gz``. The corpora
are not part of the repository: they are looked for in the folder that the environment variable
``ARTICLEX_CORPORA`` names, else in ``../shared/data`` beside the repository. The keys of a row of
``gold.jsonl``, all but ``page`` optional::

    page         name of the file in pages/
    kind         "article" (the default), "forum", "listing", ...
    url lang country
    text         the gold text
    with         snippets that the extracted text must contain; without: those that it must not
    title authors (or author) date topics
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from articlex_lab.repository import ROOT

VARIABLE = "ARTICLEX_CORPORA"


class MissingCorporaError(Exception):
    """The corpora, or one of those asked for, are not on this machine."""


@dataclass(frozen=True, slots=True)
class Record:
    """One annotated page.

    ``annotated`` names the fields that the corpus annotates: None (for ``authors`` and ``tags``: empty) means
    "the page has none" for those, and nothing for the others. ``authors`` are the gold strings as they
    stand: one string may hold several names.
    """

    corpus: str
    page: str
    path: Path
    kind: str
    annotated: frozenset[str]
    url: str | None = None
    #: As the corpus states it: the name of the language ("Greek"), the code of the country ("de").
    lang: str | None = None
    country: str | None = None
    text: str | None = None
    with_snippets: tuple[str, ...] = ()
    without_snippets: tuple[str, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    #: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``, whatever the corpus knows.
    date: str | None = None
    #: Keywords and sections of the page, as it prints or states them.
    tags: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """``corpus/page``, the page without its suffixes: unique over all corpora."""
        return f"{self.corpus}/{self.page.split('.', 1)[0]}"

    def read(self) -> bytes:
        """The bytes of the page as it was crawled."""
        raw = self.path.read_bytes()
        return gzip.decompress(raw) if self.path.suffix == ".gz" else raw


def corpora_folder() -> Path:
    """The folder that holds the corpora. Raises :class:`MissingCorporaError` where it holds none."""
    stated = os.environ.get(VARIABLE)
    folder = Path(stated) if stated else ROOT.parent / "shared" / "data"
    if not _corpora_in(folder):
        raise MissingCorporaError(f"no corpora at {folder}; set {VARIABLE} to the folder that holds them")
    return folder


def _corpora_in(folder: Path) -> list[str]:
    return sorted(gold.parent.name for gold in folder.glob("*/gold.jsonl"))


def load(names: Iterable[str] = ()) -> list[Record]:
    """The records of the named corpora (default: all), by corpus and then by page.

    Raises :class:`MissingCorporaError` for a corpus that is not there.
    """
    folder = corpora_folder()
    present = _corpora_in(folder)
    wanted = list(dict.fromkeys(names)) or present
    for name in wanted:
        if name not in present:
            raise MissingCorporaError(f"no corpus {name!r} in {folder}; there: {', '.join(present)}")
    return [record for name in wanted for record in _load_corpus(folder / name)]


def _load_corpus(folder: Path) -> Iterator[Record]:
    # Not splitlines(): gold texts contain U+2028 and other line separators, which do not end a row.
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n")
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    annotated = frozenset(_field(key) for row in rows for key in row)
    for row in sorted(rows, key=lambda row: str(row["page"])):
        yield _record(folder, row, annotated)


def _field(key: str) -> str:
    return {"author": "authors", "topics": "tags"}.get(key, key)


def _record(folder: Path, row: dict[str, Any], annotated: frozenset[str]) -> Record:
    return Record(
        corpus=folder.name,
        page=row["page"],
        path=folder / "pages" / row["page"],
        kind=row.get("kind", "article"),
        annotated=annotated,
        url=_string(row.get("url")),
        lang=_string(row.get("lang")),
        country=_string(row.get("country")),
        text=row.get("text"),
        with_snippets=_strings(row.get("with")),
        without_snippets=_strings(row.get("without")),
        title=_string(row.get("title")),
        authors=_strings(row.get("authors", row.get("author"))),
        date=_string(row.get("date")),
        tags=_strings(row.get("topics")),
    )


def stated_kind(corpus: str, kind: str) -> str:
    """``kind``, or "" for a page of a corpus that does not state kinds."""
    return "" if corpus == "dates" else kind


def _string(value: object) -> str | None:
    """A gold value as a string; None where it is absent, empty or a float NaN."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return str(value).strip() or None


def _strings(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for text in map(_string, values) if text)


def sample(records: Sequence[Record], size: int) -> list[Record]:
    """A fixed sample: at most ``size`` pages of each kind of each corpus, in the order of ``records``.

    Within a kind the languages (or countries) take turns, and the pages of a language come in the order of a
    hash of their names, so that the sample does not depend on chance and a larger one contains a smaller one.
    """
    strata: dict[tuple[str, str], dict[str, list[Record]]] = {}
    for record in records:
        stratum = strata.setdefault((record.corpus, record.kind), {})
        stratum.setdefault(record.lang or record.country or "", []).append(record)
    chosen: set[str] = set()
    for stratum in strata.values():
        groups = (group for _, group in sorted(stratum.items()))
        turns = [sorted(group, key=lambda record: stable_hash(record.name)) for group in groups]
        ranked = [group[turn] for turn in range(max(map(len, turns))) for group in turns if turn < len(group)]
        chosen.update(record.name for record in ranked[:size])
    return [record for record in records if record.name in chosen]


def chosen(names: str | None, size: int) -> list[Record]:
    """The records that a command line asks for.

    ``names`` are corpora, separated by commas (None: all); ``size`` is that of the :func:`sample` (0: all).
    """
    records = load(names.split(",") if names else ())
    return sample(records, size) if size else records


def stable_hash(text: str) -> str:
    """The SHA-256 of a string in hexadecimal: unlike ``hash()``, the same in every run."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest(records: Iterable[Record]) -> str:
    """The SHA-256 of the pages and the gold of ``records``: scores with the same digest can be compared."""
    total = hashlib.sha256()
    for record in records:
        # Without the tags: no model is fitted on them, and model files hold the digests of what they were.
        gold = [record.kind, record.url, record.text, record.with_snippets, record.without_snippets]
        gold += [record.title, record.authors, record.date]
        total.update(record.name.encode())
        total.update(json.dumps(gold, ensure_ascii=False).encode())
        total.update(_page_digest(record.path))
    return total.hexdigest()


@cache
def _page_digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()
