"""What holds for every input, whatever its bytes are."""

import gzip

from hypothesis import given
from hypothesis import strategies as st

from articlex.errors import BinaryInputError, DecompressionError
from articlex.page import Form
from articlex.read.decoding.compression import decompress
from articlex.read.decoding.encoding import clean, decode
from articlex.read.sniff import sniff_form

CODECS = [
    "utf-8",
    "utf-16",
    "cp1252",
    "cp1251",
    "gb18030",
    "cp932",
    "euc_kr",
    "big5hkscs",
    "utf-32",
    "koi8-r",
]
BYTES = st.one_of(
    st.binary(max_size=300),
    st.tuples(st.text(max_size=100), st.sampled_from(CODECS)).map(
        lambda pair: pair[0].encode(pair[1], "ignore")
    ),
    st.tuples(st.sampled_from(CODECS), st.binary(max_size=60)).map(
        lambda pair: f"<meta charset={pair[0]}>".encode() + pair[1]
    ),
    st.binary(max_size=40).map(lambda data: b"\x1f\x8b\x08" + data),
    st.binary(max_size=40).map(lambda data: b"\x28\xb5\x2f\xfd" + data),
)


@given(BYTES)
def test_any_bytes_are_text_or_refused(data):
    try:
        found = decode(data, None)
    except BinaryInputError as error:
        assert "\n" not in str(error)
        return
    assert "\x00" not in found.text
    assert found.utf8 == found.text.encode()
    assert found.text == clean(found.text)[0]
    b"".decode(found.encoding)


@given(st.text())
def test_utf8_is_read_as_written(text):
    data = (text + "ä").encode("utf-8", "ignore")
    try:
        assert decode(data, None).text == clean(data.decode())[0]
    except BinaryInputError:
        assert any(char < " " for char in text)


@given(BYTES)
def test_any_bytes_are_decompressed_or_refused(data):
    try:
        once = decompress(data, 10_000)
    except DecompressionError as error:
        assert "\n" not in str(error)
        return
    assert decompress(gzip.compress(once), 10_000) == once or once.startswith(
        (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd")
    )


@given(st.text(st.sampled_from("<>!-p div=\"'/\n ?hxmltabody"), max_size=200))
def test_any_text_has_a_form(text):
    assert sniff_form(text) in Form
