import gzip
import sys
import tracemalloc

import pytest

from articlex.errors import DecompressionError, TooLargeError
from articlex.read.compression import CHUNK, decompress

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = "Ein Absatz über Käse. ".encode() * 500
LIMIT = 10 * CHUNK


@pytest.mark.parametrize(
    "data",
    [
        PAGE,
        gzip.compress(PAGE),
        zstd.compress(PAGE),
        gzip.compress(gzip.compress(PAGE)),
        gzip.compress(zstd.compress(PAGE)),
        gzip.compress(PAGE[:700]) + gzip.compress(PAGE[700:]),
        zstd.compress(PAGE[:700]) + zstd.compress(PAGE[700:]),
        gzip.compress(PAGE) + b"\0" * 512,
        gzip.compress(PAGE) + b"what a broken transfer left",
    ],
    ids=["plain", "gzip", "zstd", "gzip2", "zstd in gzip", "members", "frames", "padding", "rest"],
)
def test_layers_are_taken_off(data):
    assert decompress(data, LIMIT) == PAGE


def test_empty_input_stays_empty():
    assert decompress(b"", LIMIT) == b""
    assert decompress(gzip.compress(b""), LIMIT) == b""


@pytest.mark.parametrize("cut", [3, 10, 40, -1])
@pytest.mark.parametrize("compress", [gzip.compress, zstd.compress])
def test_a_truncated_stream_is_an_error(compress, cut):
    data = compress(bytes(range(256)) * 9)
    if not data[:cut].startswith((b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd")):
        pytest.skip("cut inside the magic number")
    with pytest.raises(DecompressionError, match="truncated"):
        decompress(data[:cut], LIMIT)


@pytest.mark.parametrize("compress", [gzip.compress, zstd.compress])
def test_a_broken_stream_is_an_error(compress):
    data = bytearray(compress(bytes(range(256)) * 9))
    data[30] ^= 0x55
    data[-3] ^= 0x55
    with pytest.raises(DecompressionError):
        decompress(bytes(data), LIMIT)


def test_a_third_layer_is_an_error():
    data = gzip.compress(gzip.compress(gzip.compress(PAGE)))
    with pytest.raises(DecompressionError, match="layers"):
        decompress(data, LIMIT)


@pytest.mark.parametrize("compress", [gzip.compress, zstd.compress])
def test_a_bomb_is_stopped_at_the_limit(compress):
    bomb = compress(bytes(200 * CHUNK))
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        decompress(bomb, LIMIT)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < LIMIT + 4 * CHUNK


def test_plain_input_over_the_limit_is_refused():
    with pytest.raises(TooLargeError):
        decompress(PAGE, 100)
