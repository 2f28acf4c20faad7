"""The annotated corpora, read as typed records in a fixed order.

A corpus is a folder with ``gold.jsonl`` (one JSON object a page) and ``pages/NNNN.html.gz``. The corpora
are not part of the repository: they are looked for in the folder that the environment variable
``ARTICLEX_CORPORA`` names, else in ``../shared/data`` beside the repository.
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

    A field that the corpus does not annotate is None and its name is not in ``annotated``; where the
    corpus annotates it and the page has none, it is None (``authors``: empty) and the name is in
    ``annotated``. ``authors`` are the gold strings as they stand: one string may hold several names.
    """

    corpus: str
    page: str
    path: Path
    kind: str
    annotated: frozenset[str]
    url: str | None = None
    #: Name of the language ("Greek") or code of the country ("de"), as the corpus states it.
    lang: str | None = None
    country: str | None = None
    text: str | None = None
    with_snippets: tuple[str, ...] = ()
    without_snippets: tuple[str, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    #: ``YYYY-MM-DD``, or less where the corpus knows no more.
    date: str | None = None
    #: What the page files itself under, as it prints or states it.
    tags: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The page's name in all corpora: ``corpus/page``, the page without its suffixes."""
        return f"{self.corpus}/{self.page.split('.', 1)[0]}"

    def read(self) -> bytes:
        """The page's bytes as crawled."""
        raw = self.path.read_bytes()
        return gzip.decompress(raw) if self.path.suffix == ".gz" else raw


def corpora_folder() -> Path:
    """The folder that holds the corpora. Raises :class:`MissingCorporaError` where there are none in it."""
    stated = os.environ.get(VARIABLE)
    folder = Path(stated) if stated else ROOT.parent / "shared" / "data"
    if not corpus_names(folder):
        raise MissingCorporaError(f"no corpora at {folder}; set {VARIABLE} to the folder that holds them")
    return folder


def corpus_names(folder: Path | None = None) -> list[str]:
    """Names of the corpora in ``folder`` (default: :func:`corpora_folder`), sorted."""
    folder = folder or corpora_folder()
    return sorted(gold.parent.name for gold in folder.glob("*/gold.jsonl"))


def load(names: Iterable[str] = (), folder: Path | None = None) -> list[Record]:
    """The records of the named corpora (default: all), by corpus and then by page.

    Raises :class:`MissingCorporaError` for a corpus that is not there.
    """
    folder = folder or corpora_folder()
    present = corpus_names(folder)
    wanted = list(dict.fromkeys(names)) or present
    for name in wanted:
        if name not in present:
            raise MissingCorporaError(
                f"no corpus {name!r} in {folder}; there: {', '.join(present) or 'none'}"
            )
    return [record for name in wanted for record in _load_corpus(folder / name)]


def _load_corpus(folder: Path) -> Iterator[Record]:
    # Not splitlines(): gold texts contain U+2028 and its like, which do not end a row.
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
    """The ``kind`` of a page of ``corpus``, "" where the corpus does not state it."""
    return "" if corpus == "dates" else kind


def _string(value: object) -> str | None:
    """A gold value as a string; None for what means "none" (absent, empty, a float NaN)."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return str(value).strip() or None


def _strings(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for text in map(_string, values) if text)


def sample(records: Sequence[Record], size: int) -> list[Record]:
    """A fixed sample: at most ``size`` pages of each kind of each corpus, in the order of ``records``.

    Within a kind the languages (or countries) take turns, and the order inside a language is that of a
    hash of the page's name, so a larger sample contains the smaller one and does not depend on chance.
    """
    strata: dict[tuple[str, str], dict[str, list[Record]]] = {}
    for record in records:
        stratum = strata.setdefault((record.corpus, record.kind), {})
        stratum.setdefault(record.lang or record.country or "", []).append(record)
    chosen: set[str] = set()
    for stratum in strata.values():
        turns = [sorted(group, key=_rank) for _, group in sorted(stratum.items())]
        ranked = [group[turn] for turn in range(max(map(len, turns))) for group in turns if turn < len(group)]
        chosen.update(record.name for record in ranked[:size])
    return [record for record in records if record.name in chosen]


def chosen(names: str | None, size: int) -> list[Record]:
    """The records that a command line asks for: of the corpora ``names``, parted by commas (None: all), a
    :func:`sample` of ``size`` (0: all)."""
    records = load(names.split(",") if names else ())
    return sample(records, size) if size else records


def _rank(record: Record) -> str:
    return stable_hash(record.name)


def stable_hash(text: str) -> str:
    """Hexadecimal SHA-256 of a string: the same on every machine, in every run."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest(records: Iterable[Record]) -> str:
    """SHA-256 over the pages and the gold of ``records``: equal when the scores may be compared."""
    total = hashlib.sha256()
    for record in records:
        # Nothing is fitted on the tags, and the models name the digests of what they were fitted on.
        gold = [record.kind, record.url, record.text, record.with_snippets, record.without_snippets]
        gold += [record.title, record.authors, record.date]
        total.update(record.name.encode())
        total.update(json.dumps(gold, ensure_ascii=False).encode())
        total.update(_page_digest(record.path))
    return total.hexdigest()


@cache
def _page_digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()
