"""Pages that Safari has saved."""

from __future__ import annotations

import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.errors import BinaryInputError
from articlex.read import read_page
from articlex.read.decoding.web_archive import main_resource
from articlex.read.decoding.wrapped import Wrapped

PAGE = "<!DOCTYPE html><h1>Η γέφυρα ανοίγει</h1><p>Την Παρασκευή, λέει ο δήμος.</p>"
RESOURCE = {
    "WebResourceData": PAGE.encode("iso-8859-7"),
    "WebResourceMIMEType": "text/html",
    "WebResourceTextEncodingName": "iso-8859-7",
    "WebResourceURL": "https://ex.org/bridge",
}


def saved(archive: object, format: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    return plistlib.dumps(archive, fmt=format)


@pytest.mark.parametrize("format", plistlib.PlistFormat)
def test_the_page_has_the_address_and_the_charset_of_its_resource(format: plistlib.PlistFormat) -> None:
    page = read_page(saved({"WebMainResource": RESOURCE, "WebSubresources": []}, format))
    assert [block.text for block in page.blocks] == ["Η γέφυρα ανοίγει", "Την Παρασκευή, λέει ο δήμος."]
    assert page.url == "https://ex.org/bridge"


@pytest.mark.parametrize(
    "archive", [{"a": 1}, [1], {"WebMainResource": []}, {"WebMainResource": {"WebResourceData": "text"}}]
)
def test_another_property_list_is_no_page(archive: object) -> None:
    with pytest.raises(BinaryInputError):
        read_page(saved(archive))


@given(st.binary(max_size=60))
@pytest.mark.parametrize(
    "start", [b"bplist00", b'<?xml version="1.0"?><plist><dict><key>WebMainResource</key>']
)
def test_a_broken_one_is_none(start: bytes, rest: bytes) -> None:
    page = Wrapped(start + rest, "auto", None, None)
    assert main_resource(page) is page
