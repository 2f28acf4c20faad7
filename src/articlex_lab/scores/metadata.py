"""Judgements on the metadata of one page, and shares of right ones over many pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articlex_lab.corpora.annotated import Record
from articlex_lab.peers.engines import Output
from articlex_lab.scores.matching import near_title, same_authors, same_day, same_title
from articlex_lab.scores.presence import contains_authors, contains_day, contains_title

FIELDS = ("title", "authors", "date", "tags")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One field of one page: what gold says, what was found, and whether that is right.

    ``gold`` is "" where the page has none; ``right`` then means that nothing was found.
    """

    name: str
    url: str
    field: str
    gold: str
    found: str
    right: bool
    #: Right; or a title that is near gold; or the gold day is what the output states as the last update.
    near: bool


def judge(record: Record, output: Output, text: str | None = None) -> list[Judgement]:
    """A judgement on each field that the corpus annotates.

    Where the page was flattened, ``text`` is what it was flattened to: fields whose gold value it does not
    contain are left out.
    """
    return [
        _judge(record, output, field)
        for field in FIELDS
        if field in record.annotated and (text is None or _contained(record, field, text))
    ]


def _judge(record: Record, output: Output, field: str) -> Judgement:
    found, gold = _shown(getattr(output, field)), _shown(getattr(record, field))
    right = _right(record, output, field) if gold else not found
    near = right or (bool(gold) and _is_near(output, field, gold, found))
    return Judgement(record.name, record.url or "", field, gold, found, right, near)


def _shown(value: str | Sequence[str] | None) -> str:
    """A value as one string: the members of a list with "; " between them, "" for none."""
    return value if isinstance(value, str) else "; ".join(value or ())


def _is_near(output: Output, field: str, gold: str, found: str) -> bool:
    if field == "title":
        return near_title(gold, found)
    return field == "date" and same_day(gold, output.date_modified)


def _right(record: Record, output: Output, field: str) -> bool:
    if field == "title":
        return same_title(record.title or "", output.title)
    if field == "authors":
        return same_authors(record.authors, output.authors)
    if field == "tags":
        return {tag.casefold() for tag in record.tags} == {tag.casefold() for tag in output.tags}
    return same_day(record.date or "", output.date)


def _contained(record: Record, field: str, text: str) -> bool:
    """Whether ``text`` contains the gold value; true where gold has none."""
    if field == "title":
        return record.title is None or contains_title(text, record.title)
    if field == "authors":
        return not record.authors or contains_authors(text, record.authors)
    if field == "tags":
        return all(tag.casefold() in text.casefold() for tag in record.tags)
    return record.date is None or contains_day(text, record.date)


@dataclass(frozen=True, slots=True)
class Share:
    """How many pages are right, of how many."""

    right: int
    pages: int

    def __str__(self) -> str:
        return f"{self.right / self.pages:.3f} ({self.pages})" if self.pages else "-"


def share(judgements: Iterable[Judgement], field: str, *, gold: bool) -> Share:
    """The share of right judgements on ``field`` among the pages on which gold has a value (or has none)."""
    chosen = [j.right for j in judgements if j.field == field and bool(j.gold) == gold]
    return Share(sum(chosen), len(chosen))


def near_share(judgements: Iterable[Judgement], field: str) -> Share:
    """The share of right or near judgements on ``field`` among the pages where gold has a value."""
    chosen = [j.near for j in judgements if j.field == field and j.gold]
    return Share(sum(chosen), len(chosen))
