"""A unit of work that extracts nothing, in a module that workers import."""

from __future__ import annotations

import hashlib

from articlex.batch.unit import Item, Job, Row, read_item


def cheap(item: Item, job: Job) -> Row:
    """Read and hash the page, and give it back unchanged."""
    data = read_item(item, job.options.max_bytes)
    data = data.encode() if isinstance(data, str) else data
    return Row(item.name, "done", "ok", 1.0, data, hashlib.sha256(data).hexdigest())
