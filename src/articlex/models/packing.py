"""The file of a model: what is needed to compute with it, and behind that its birth certificate.

It is two zlib streams. The first is a line of JSON, the header, followed by the arrays that it describes. The
second is JSON too: data, licences, settings, versions and check vectors, which no page has to wait for.
Nothing in it is a pickle, or could run.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection
from typing import Any

from articlex.data import read_packed


def model_file(name: str) -> bytes:
    """The bytes of a model file that ships with the package."""
    return read_packed(f"{name}.model")


def unpack(packed: bytes) -> tuple[dict[str, Any], bytes]:
    """The header of a model file, and its arrays."""
    head, _, arrays = zlib.decompressobj().decompress(packed).partition(b"\n")
    header: dict[str, Any] = json.loads(head)
    return header, arrays


def certificate(packed: bytes) -> dict[str, Any]:
    """All that a model file says of itself, the header included."""
    stream = zlib.decompressobj()
    header: dict[str, Any] = json.loads(stream.decompress(packed).partition(b"\n")[0])
    said: dict[str, Any] = json.loads(zlib.decompress(stream.unused_data))
    return header | said


def pack(said: dict[str, Any], needed: Collection[str], arrays: bytes) -> bytes:
    """The bytes of a model file that says ``said``; the keys ``needed`` make its header. Deterministic."""
    header = {key: value for key, value in said.items() if key in needed}
    rest = {key: value for key, value in said.items() if key not in needed}
    return zlib.compress(_json(header) + b"\n" + arrays, 9) + zlib.compress(_json(rest), 9)


def _json(record: dict[str, Any]) -> bytes:
    return json.dumps(record, sort_keys=True, ensure_ascii=False).encode()
