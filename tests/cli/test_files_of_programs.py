"""Files in which programs keep pages, through the command line."""

from pathlib import Path

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
