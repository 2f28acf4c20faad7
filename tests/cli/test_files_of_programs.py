"""Files in which programs keep pages, through the command line."""

import gzip
from pathlib import Path

import pytest
from command import articlex


def test_a_mailbox_of_one_mail_and_an_export_of_a_note_are_pages(tmp_path: Path) -> None:
    text = "The cooper bent the last stave over the fire before the wood could cool."
    mail = f"From: Ann Example <a@example.org>\nSubject: Staves\nDate: 2 Nov 2026 10:00:00 +0100\n\n{text}\n"
    (tmp_path / "a.mbox").write_text(f"From - Mon Nov 02 10:00:00 2026\n{mail}")
    content = f"<content><![CDATA[<en-note><div>{text}</div></en-note>]]></content>"
    (tmp_path / "a.enex").write_text(f"<en-export><note><title>Staves</title>{content}</note></en-export>")
    for name in ("a.mbox", "a.enex"):
        result = articlex(str(tmp_path / name))
        assert (result.exit_code, result.stdout) == (0, f"# Staves\n\n{text}\n")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wet", "a.warc.wet.gz"])
def test_a_crawl_of_one_page_is_a_page(name: str, tmp_path: Path) -> None:
    text = "The cooper bent the last stave over the fire before the wood could cool."
    html = f"<title>Staves</title><h1>Staves</h1><p>{text}</p>"
    kind, body = ("conversion", text) if ".wet" in name else ("response", f"HTTP/1.1 200 OK\r\n\r\n{html}")
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://ex.org/\r\n"
    data = f"{head}Content-Length: {len(body)}\r\n\r\n{body}\r\n\r\n".encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    result = articlex(str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (
        0,
        f"{text}\n" if ".wet" in name else f"# Staves\n\n{text}\n",
    )
