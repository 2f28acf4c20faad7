import bz2
import gzip
import lzma
import random
import sys
import tracemalloc
import zlib
from collections.abc import Callable

import pytest

import articlex
from articlex.errors import BinaryInputError, DecompressionError, TooLargeError
from articlex.read import read_page
from articlex.read.decoding.compression import BZIP2_BLOCKS, CHUNK, GZIP, XZ, ZSTD, decompress

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = "Ein Absatz über Käse. ".encode() * 500
LIMIT = 10 * CHUNK


def xz(data: bytes) -> bytes:
    """With a dictionary that is small beside the limit."""
    return lzma.compress(data, preset=0)


COMPRESSIONS = (gzip.compress, zstd.compress, bz2.compress, xz)
MAGICS = (GZIP, ZSTD, XZ, *(b"BZh9" + block for block in BZIP2_BLOCKS))


@pytest.mark.parametrize(
    "data",
    [
        PAGE,
        gzip.compress(PAGE),
        zstd.compress(PAGE),
        bz2.compress(PAGE),
        lzma.compress(PAGE),
        gzip.compress(gzip.compress(PAGE)),
        gzip.compress(zstd.compress(PAGE)),
        gzip.compress(PAGE[:700]) + gzip.compress(PAGE[700:]),
        zstd.compress(PAGE[:700]) + zstd.compress(PAGE[700:]),
        bz2.compress(PAGE[:700]) + bz2.compress(PAGE[700:]),
        lzma.compress(PAGE[:700]) + bytes(8) + lzma.compress(PAGE[700:]),
        gzip.compress(PAGE) + b"\0" * 512,
        gzip.compress(PAGE) + b"what a broken transfer left",
        bz2.compress(PAGE) + b"what a broken transfer left",
    ],
    ids=[
        "plain",
        "gzip",
        "zstd",
        "bzip2",
        "xz",
        "gzip2",
        "zstd in gzip",
        "members",
        "frames",
        "bzip2 members",
        "xz streams",
        "padding",
        "rest",
        "rest of bzip2",
    ],
)
def test_layers_are_taken_off(data):
    assert decompress(data, LIMIT) == PAGE


def test_empty_input_stays_empty():
    assert decompress(b"", LIMIT) == b""
    for compress in COMPRESSIONS:
        assert decompress(compress(b""), LIMIT) == b""


def test_a_text_that_begins_with_the_letters_of_bzip2_is_a_text():
    for text in (b"BZh", b"BZh9 is how such a stream begins", b"BZhou won"):
        assert decompress(text, LIMIT) == text


def test_an_xz_stream_that_wants_much_memory_is_refused():
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 29}]
    with pytest.raises(DecompressionError, match="xz"):
        decompress(lzma.compress(PAGE, filters=filters), LIMIT)


@pytest.mark.parametrize("cut", [3, 10, 40, -1])
@pytest.mark.parametrize("compress", COMPRESSIONS)
def test_a_truncated_stream_is_an_error(compress, cut):
    data = compress(bytes(range(256)) * 9)
    if not data[:cut].startswith(MAGICS):
        pytest.skip("cut inside the magic number")
    with pytest.raises(DecompressionError, match="truncated"):
        decompress(data[:cut], LIMIT)


@pytest.mark.parametrize("compress", COMPRESSIONS)
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


@pytest.mark.parametrize("compress", COMPRESSIONS)
def test_a_bomb_is_stopped_at_the_limit(compress):
    bomb = compress(bytes(40 * CHUNK))
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        decompress(bomb, LIMIT)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < LIMIT + 4 * CHUNK


def test_plain_input_over_the_limit_is_refused():
    with pytest.raises(TooLargeError):
        decompress(PAGE, 100)


@pytest.mark.parametrize("text", ["a" * 11, "é" * 6])
def test_a_page_that_is_decoded_already_has_the_same_limit(text: str) -> None:
    assert read_page(text[:5], max_bytes=10)
    with pytest.raises(TooLargeError):
        read_page(text, max_bytes=10)


PACKED = [
    lambda data: zlib.compress(data),
    lambda data: zlib.compress(data)[2:-4],
    lambda data: pytest.importorskip("brotli").compress(data),
]


@pytest.mark.parametrize("pack", PACKED, ids=["zlib", "deflate", "brotli"])
@pytest.mark.parametrize("word", ["Regen", "雨が降り続いた", "Дождь шёл", "ירד גשם"])
def test_a_page_that_no_signature_calls_packed_is_unpacked(word: str, pack: Callable[[bytes], bytes]) -> None:
    text = "".join(
        f"<p>{word} {number * number}. {word}, {number * 7919 % 6007}.</p>" for number in range(99)
    )
    page = f"<html><head><title>{word}</title></head><body>{text}</body></html>".encode()
    assert articlex.extract(pack(page)).text == articlex.extract(page).text
    with pytest.raises(BinaryInputError):
        articlex.extract(pack(page)[:-30])


def test_without_its_package_brotli_may_be_what_the_bytes_are(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pytest.importorskip("brotli").compress(random.Random(0).randbytes(3000).hex().encode())
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(BinaryInputError, match=r"if it is Brotli, it needs .*pip install"):
        articlex.extract(packed)
    assert articlex.extract(zlib.compress(PAGE)).text == articlex.extract(PAGE).text


@pytest.mark.parametrize("pack", PACKED, ids=["zlib", "deflate", "brotli"])
def test_what_it_unpacks_to_is_limited(pack: Callable[[bytes], bytes]) -> None:
    page = random.Random(0).randbytes(300_000).hex().encode()
    with pytest.raises(TooLargeError):
        articlex.extract(pack(page), options=articlex.Options(max_bytes=400_000))


@pytest.mark.parametrize("pack", PACKED, ids=["zlib", "deflate", "brotli"])
def test_what_is_no_text_unpacked_is_binary(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(BinaryInputError):
        articlex.extract(pack(random.Random(0).randbytes(3000) + bytes(3000)))


def test_a_text_that_begins_as_zlib_does_is_text() -> None:
    assert read_page("xœuvre d'art".encode("cp1252")).blocks[0].text == "xœuvre d'art"
