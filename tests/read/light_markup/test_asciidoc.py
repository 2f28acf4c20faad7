"""Constructs of AsciiDoc for which Markdown has no syntax, or another one; asciidoctor is the judge."""

from __future__ import annotations

import pytest

from articlex.read.light_markup import as_markdown


def body(text: str) -> str:
    """The Markdown of ``text``, blank lines once."""
    made = as_markdown(f"= The crane\n:product: Lifter\n\n{text}") or ""
    rows = made.partition("# The crane\n")[2].split("\n")
    return "\n".join(row for place, row in enumerate(rows) if row or (place and rows[place - 1])).strip()


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("ifdef::foo[]\nno\nifdef::product[]\nno\nendif::[]\nendif::[]\nifndef::foo,bar[]\nyes\nendif::foo[]\n",
         "yes"),
        ("ifdef::foo[no]\nifdef::backend-html5[]\nifeval::[1 < 2]\nyes\nendif::[]\nendif::[]\n", "yes"),
        (":ver: 2\n\n{ver} {plus} \\{ver} {other}\n", "2 + {ver} {other}"),
        ("See <<_big_jib>>, <<jib>>, <<Big jib>>, <<hook>>, <<hook,it>>.\n\n[[jib]]\n== Big jib\n",
         "See Big jib, Big jib, Big jib, hook, it.\n\n## Big jib"),
    ],
)  # fmt: skip
def test_attributes_conditions_and_references_are_resolved(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("[CAUTION]\nIt falls.\n", "**Caution**\n\nIt falls."),
        ("[source,sh]\n.Run\nlift *a*\n\nIt lifts.\n", "```sh\nlift *a*\n```\n\nIt lifts."),
        ("[verse, Ann Reid]\nOne\n two\n", "> One\\\n> two\n>\n> — Ann Reid"),
        ("[stem]\n++++\na^2\n++++\n\n++++\n<b>\n++++\n", "$$\na^2\n$$"),
        ("It lifts:\n\n  lift *a*\n", "It lifts:\n\n```\nlift *a*\n```"),
        (". oil\n+\n[source]\n----\nlift\n----\n+\nTwice.\n. wicks\n",
         "1. oil\n\n   ```\n   lift\n   ```\n\n   Twice.\n\n2. wicks"),
        ("jib::\n* an arm\nhook:: a\nhand\nrope::\n+\nIt is long.\n",
         "jib\n: - an arm\n\nhook\n: a\n  hand\n\nrope\n: It is long."),
        ('image::a.png[alt="The, jib",width=9]\n\nimage::b.png[The hook,9]\n',
         "![The, jib](<a.png>)\n\n![The hook](<b.png>)"),
        ("## Motor\n\n'''\n\nIt runs.\n", "## Motor\n\n---\n\nIt runs."),
    ],
)  # fmt: skip
def test_blocks_of_asciidoc_are_what_they_mean(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("link:a[A,window=_blank], https://a.example[\"a, b\",role=x], https://a.example/c[it^]",
         "[A](<a>), [a, b](<https://a.example>), [it](<https://a.example/c>)"),
        ("One.footnote:a[A _note_.] Two.footnote:a[]", "One. (A *note*.) Two."),
        ("**b**old __i__t ``c``d", "**b**old *i*t `c`d"),
        ("\"`double`\", '`single`', it`'s", "“double”, ‘single’, it's"),
        ("((crane)) (((Crane,big)))[[x]]anchor:y[]it indexterm2:[lifts]", "crane it lifts"),
        ("stem:[a_1] kbd:[Ctrl] icon:heart[]", "$a_1$ `Ctrl`"),
        ("* [[[gof,2]]] Gamma", "- \\[2\\] Gamma"),
    ],
)  # fmt: skip
def test_marks_of_asciidoc_are_what_they_mean(source: str, wanted: str) -> None:
    assert body(f"{source}\n") == wanted


def test_attributes_that_hold_attributes_do_not_grow_without_end() -> None:
    rows = "\n".join(f":a{place}: " + f"{{a{place - 1}}}" * 10 for place in range(1, 12))
    made = as_markdown(f"= The crane\n\n:a0: 0123456789\n{rows}\n\n== Use\n\nIt lifts {{a11}}.\n")
    assert made is not None
    assert len(made) < 20_000
