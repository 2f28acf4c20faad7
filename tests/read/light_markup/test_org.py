"""Constructs of Org for which Markdown has no syntax, or another one; pandoc is the judge."""

from __future__ import annotations

import pytest

from articlex.read.light_markup import as_markdown


def body(text: str) -> str:
    """The Markdown of ``text``, blank lines once."""
    made = as_markdown(f"#+TITLE: The crane\n\n{text}") or ""
    rows = made.partition("# The crane\n")[2].split("\n")
    return "\n".join(row for place, row in enumerate(rows) if row or (place and rows[place - 1])).strip()


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("- crane :: a machine\n  that lifts\n- jib :: its arm\n",
         "crane\n: a machine\n  that lifts\n\njib\n: its arm"),
        ("- [ ] a :: b\n- - [X] done\n", "- [ ] a :: b\n- - [X] done"),
        ("It *lifts*.\n:LOGBOOK:\nCLOCK: [2024-03-14 Thu]\n:END:\nCLOCK: [2024-03-14]\n", "It **lifts**."),
        ("* COMMENT No\nno\n** no\n* Yes\n", "## Yes"),
        ("* No :old:noexport:\nno\n** no\n*** no\n** Yes\n* Yes :old:\n", "## Yes"),
        ("| Name | N |\n|------+---|\n| <l>  | <r3> |\n| Oleo | 1 |\n",
         "| Name | N |\n| --- | --- |\n| Oleo | 1 |"),
        ("\\begin{align*}\na &= b \\\\\n\\end{align*}\n", 
         "$$\n\\begin{align*}\na &= b \\\\\n\\end{align*}\n$$"),
        ("\\begin{align}\nno end\n", "\\\\begin{align}\nno end"),
    ],
)  # fmt: skip
def test_blocks_of_org_are_what_they_mean(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("See [[*Motor][the motor]], [[#jib][the jib]], [[id:1a][it]], [[hook]], [[*Motor]].",
         "See the motor, the jib, it, hook, Motor."),
        ("<<jib>>The <<<jib>>> is src_sh[:exports code]{lift} @@html:<b>@@here.", "The jib is `lift` here."),
        ("[[file:a.png]] [[a.org][see]]", "![](<a.png>) [see](<a.org>)"),
        (r"\alpha \beta{}s \unknown \[a^2\] $$b$$ one\\", r"α βs \\unknown $$a^2$$ $$b$$ one\\\\"),
        ("one\\\\\ntwo", "one\\\ntwo"),
    ],
)  # fmt: skip
def test_marks_of_org_are_what_they_mean(source: str, wanted: str) -> None:
    assert body(f"{source}\n") == wanted
