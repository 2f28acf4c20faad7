"""Units of work for runs whose articles do not matter: a worker has nothing to load for them.

A module of its own, as workers import what stands beside the unit as well.
"""

from __future__ import annotations

import hashlib
import json
import re
import time

from articlex.batch.unit import Item, Job, Row, read_item


def titled(item: Item, job: Job) -> Row:
    """A record with the title of the page; of a page without one there is no article."""
    data = read_item(item, job.options.max_bytes)
    assert isinstance(data, bytes)
    digest = hashlib.sha256(data).hexdigest()
    if digest == item.known:
        return Row(item.name, "unchanged", digest=digest)
    title = re.search(b"<title>(.+?)</title>", data)
    record = json.dumps({"title": title and title[1].decode()}).encode() + b"\n"
    verdict = "ok" if title else "no_article"
    return Row(item.name, "done", verdict, output=record if title or job.keep_empty else None, digest=digest)


def slow(item: Item, job: Job) -> Row:
    """The same, on a page that takes a while without keeping the machine from the other tests."""
    time.sleep(0.02)
    return titled(item, job)
