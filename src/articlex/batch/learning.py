"""A profile of sites from many pages, each of which is read by a worker with limits, as in a batch."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from articlex.batch.pool import POLL_SECONDS, Loss, Pool
from articlex.batch.reader import ArchiveReader
from articlex.batch.sources import Archive, Sources, read_sources
from articlex.batch.unit import Item, Job, Row, arguments, failed, read_item
from articlex.batch.walk import Avoid, identity
from articlex.batch.worker import Limits
from articlex.learning import read_shingles
from articlex.site_profiles import Counts, parse_profile


class Learned(NamedTuple):
    """What one page adds to a profile: its site and shingles; or the ``failure`` to read it."""

    item: Item
    site: str = ""
    shingles: frozenset[int] = frozenset()
    failure: Row | None = None


def _learn_page(item: Item, job: Job) -> Learned:
    """Read one page. Never raises, whatever is in the page or wrong with its file."""
    named = item._replace(data=None)
    try:
        data = read_item(item, job.options.max_bytes)
        return Learned(named, *read_shingles(data, **arguments(item, job)))
    except Exception as error:
        return Learned(named, failure=failed(item, error))


def learn_pages(
    sources: Sources, job: Job, limits: Limits, jobs: int, counts: Counts, output: Path
) -> Iterator[Learned]:
    """Add each page of ``sources`` to ``counts``, and yield what it added. ``output`` is the profile's file.

    Raises UsageError for an invalid glob or an output that would replace a page, PoolError if workers cannot
    be started.
    """
    sources.selection.check()
    avoid = _avoided(output)
    reader = ArchiveReader(limits.memory)
    pool: Pool[Item, Learned] = Pool(partial(_learn_page, job=job), _lost, jobs, limits)
    try:
        for found in read_sources(sources, {}, avoid, reader):
            if isinstance(found, Archive):
                continue
            while not pool.has_room:
                yield from _added(pool, counts)
            pool.submit(found)
        while pool.in_flight:
            yield from _added(pool, counts)
    finally:
        reader.close()
        pool.close()


def _avoided(output: Path) -> Avoid:
    """What is never read: the earlier profile at ``output``. Any other file there must not be an input."""
    if not output.is_file():
        return {}
    try:
        parse_profile(output.read_bytes())
        refusal = ""
    except (OSError, ValueError):
        refusal = f"the output {output} would replace an input: choose another"
    return {identity(output.stat()): refusal}


def _added(pool: Pool[Item, Learned], counts: Counts) -> Iterator[Learned]:
    for learned in pool.poll(POLL_SECONDS):
        if not learned.failure:
            counts.add(learned.site, learned.shingles)
        yield learned


def _lost(item: Item, loss: Loss) -> Learned:
    """The failure of a page whose worker died."""
    failure = Row(item.name, "failed", code=loss.code, error=loss.message)
    return Learned(item._replace(data=None), failure=failure)
