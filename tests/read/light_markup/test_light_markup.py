"""Documents in Org, AsciiDoc, reStructuredText and of MediaWiki, read as the Markdown that says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex import extract
from articlex.read.light_markup import as_markdown

HEADS = {
    "org": "#+TITLE: The crane\n#+AUTHOR: Ann Reid\n#+DATE: <2024-03-14 Thu>\n\n",
    "asciidoc": "= The crane\nAnn Reid <ann@example.org>\nv1.2, 2024-03-14\n:toc:\n\n",
    "rst": "=========\nThe crane\n=========\n\n:Author: Ann Reid\n:Date: 2024-03-14\n\n"
    ".. contents::\n.. index::\n\n",
}
WORDS = "The harbour crane was built in 1912 and served the port for more than sixty years. " * 8


def body(kind: str, text: str) -> str:
    """The Markdown of ``text``, blank lines once."""
    made = as_markdown(HEADS[kind] + text) or ""
    rows = made.partition("# The crane\n")[2].split("\n")
    return "\n".join(row for place, row in enumerate(rows) if row or (place and rows[place - 1])).strip()


@pytest.mark.parametrize("kind", HEADS)
def test_title_author_and_day_are_stated_above_the_text(kind: str) -> None:
    article = extract(f"{HEADS[kind]}{WORDS}\n\n{WORDS}\n")
    assert (article.title, article.authors, article.date_published) == (
        "The crane",
        ("Ann Reid",),
        "2024-03-14",
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("org", "* TODO Motor :old:\n:PROPERTIES:\n:ID: a\n:END:\nIt runs.\n** Grease\n"),
        ("asciidoc", "== Motor\nIt runs.\n\n=== Grease\n"),
        ("rst", "Motor\n-----\n\nIt runs.\n\nGrease\n~~~~~~\n"),
    ],
)
def test_headings_have_the_level_that_the_markup_gives_them(kind: str, text: str) -> None:
    assert body(kind, text) == "## Motor\n\nIt runs.\n\n### Grease"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("org", "#+BEGIN_SRC python\nlift(*a)\n  down(a)\n#+END_SRC\n"),
        ("asciidoc", "[source,python]\n----\nlift(*a)\n  down(a)\n----\n"),
        ("rst", ".. code-block:: python\n   :linenos:\n\n   lift(*a)\n     down(a)\n"),
    ],
)
def test_code_keeps_its_signs_and_its_language(kind: str, text: str) -> None:
    assert body(kind, text) == "```python\nlift(*a)\n  down(a)\n```"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("org", "A =lift= is *not* a /crane/, see [[https://a.example/b][the port]].\n"),
        ("asciidoc", "A `lift` is *not* a _crane_, see https://a.example/b[the port].\n"),
        ("rst", "A ``lift`` is **not** a *crane*, see `the port <https://a.example/b>`_.\n"),
        ("rst", "A ``lift`` is **not** a *crane*, see `the port`_.\n\n.. _the port: https://a.example/b\n"),
    ],
)
def test_marks_within_a_text_are_those_of_markdown(kind: str, text: str) -> None:
    assert body(kind, text) == "A `lift` is **not** a *crane*, see [the port](<https://a.example/b>)."


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("org", "| Name | Kind |\n|------+------|\n| Oleo | fat |\n"),
        ("asciidoc", "|===\n|Name |Kind\n\n|Oleo\n|fat\n|===\n"),
        ("asciidoc", "|===\n\n|Name |Kind\n\n|Oleo |fat\n|===\n"),
        ("rst", "==== ====\nName Kind\n==== ====\nOleo fat\n==== ====\n"),
        ("rst", "+------+------+\n| Name | Kind |\n+======+======+\n| Oleo | fat  |\n+------+------+\n"),
    ],
)
def test_a_table_is_one_with_its_head(kind: str, text: str) -> None:
    assert body(kind, text) == "| Name | Kind |\n| --- | --- |\n| Oleo | fat |"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            '[cols="1,a,2*m"]\n|===\n|Name |Body |x |y\n\n|one\na|* oil\n* wicks\n|p\n|q \\| r\n|===\n',
            "| Name | Body | x | y |\n| --- | --- | --- | --- |\n| one | - oil<br>- wicks | p | q \\| r |",
        ),
        (
            "[cols=2*]\n|===\n2+|both\n^.>h|one |a\n|===\n",
            "|  |  |\n| --- | --- |\n| both |  |\n| one | a |",
        ),
        ("[%header]\n|===\n|A |B\n|x |z\n|===\n", "| A | B |\n| --- | --- |\n| x | z |"),
        ("|===\nno bar\n|===\n", "|  |\n| --- |\n| no bar |"),
    ],
)
def test_cells_of_asciidoc_are_what_their_bars_say(source: str, wanted: str) -> None:
    assert body("asciidoc", source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("H~2~O, m^2^, #light#, [.line-through]#gone#, [.red]#plain#, C# and F#, ~/a", None),
        ("It lifts.footnote:[Not always.]", "It lifts. (Not always.)"),
        ("[quote, Ann Reid, Cranes]\n____\nIt lifts.\n____", "> It lifts.\n>\n> — Ann Reid, Cranes"),
        ("[WARNING]\n====\nIt falls.\n====", "**Warning**\n\nIt falls."),
        ("* [x] oil\n* [ ] wicks\n. [*] rope", "- [x] oil\n- [ ] wicks\n1. [x] rope"),
    ],
)
def test_signs_of_asciidoc_say_what_they_mean(source: str, wanted: str | None) -> None:
    marks = "H<sub>2</sub>O, m<sup>2</sup>, <mark>light</mark>, ~~gone~~, plain, C# and F#, \\~/a"
    assert body("asciidoc", f"{source}\n") == (wanted or marks)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "x^{2}, H_{2}O, $a_1$, \\(b\\), $5 and $6",
            "x<sup>2</sup>, H<sub>2</sub>O, $a_1$, $b$, \\$5 and \\$6",
        ),
        (
            "It lifts[fn:: Not always.] <https://a.example>",
            "It lifts (Not always.) [https://a.example](<https://a.example>)",
        ),
        ("#+CAPTION: The *jib*\n[[./a.png]]", "The **jib**\n\n![](<./a.png>)"),
        ("It\n-----\nlifts.", "It\n\n---\n\nlifts."),
        ("#+begin_src org\n,* a\n,#+b\n#+end_src", "```org\n* a\n#+b\n```"),
        ("#+begin_verse\nOne\n two\n#+end_verse", "One\\\ntwo"),
    ],
)
def test_signs_of_org_say_what_they_mean(source: str, wanted: str) -> None:
    assert body("org", f"{source}\n") == wanted


def test_items_of_asciidoc_are_as_deep_as_they_have_signs() -> None:
    assert body("asciidoc", "* a gauge\n** of steel\n* a ladder\nof wood\n") == (
        "- a gauge\n   - of steel\n- a ladder of wood"
    )


@pytest.mark.parametrize(
    ("kind", "text"), [("asciidoc", ". a\n. b\n\nText\n\n. c\n"), ("rst", "#. a\n#. b\n\nText\n\n#. c\n")]
)
def test_items_without_numbers_are_counted(kind: str, text: str) -> None:
    assert body(kind, text) == "1. a\n2. b\n\nText\n\n1. c"


def test_boxes_of_items_are_kept() -> None:
    assert body("org", "- [X] done\n- [ ] open [a]\n") == "- [X] done\n- [ ] open \\[a\\]"


def test_comments_may_stand_above_the_title() -> None:
    article = extract(f"# -*- mode: org -*-\n{HEADS['org']}{WORDS}\n\n{WORDS}\n")
    assert article.title == "The crane"


def test_two_colons_of_restructured_text_begin_code() -> None:
    assert body("rst", "Run it::\n\n    lift 1\n    lift 2\n\nIt lifts.\n") == (
        "Run it:\n\n```\nlift 1\nlift 2\n```\n\nIt lifts."
    )


def test_code_within_an_item_ends_where_the_item_goes_on() -> None:
    assert body("rst", "2. Run it::\n\n       lift 1\n\n   It lifts.\n") == (
        "2. Run it:\n\n   ```\n   lift 1\n   ```\n\n   It lifts."
    )


def test_a_term_with_nothing_but_a_remark_below_is_text() -> None:
    assert body("rst", "Boat\n   .. a remark\n") == "Boat"


def test_a_table_whose_only_row_ends_it_has_no_head() -> None:
    assert body("asciidoc", "|===\n\n|Oleo\n|===\n") == "|  |\n| --- |\n| Oleo |"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            ".. list-table:: Fats\n   :header-rows: 1\n   :widths: 1 2\n\n   * - Name\n     - Kind\n"
            "   * - Oleo\n     - a\n       fat\n   * -\n     - b | c\n",
            "Fats\n\n| Name | Kind |\n| --- | --- |\n| Oleo | a fat |\n|  | b \\| c |",
        ),
        (
            '.. csv-table::\n   :header: "Name", Kind\n\n   "Oleo, pure", fat\n   x, y\n',
            "| Name | Kind |\n| --- | --- |\n| Oleo, pure | fat |\n| x | y |",
        ),
        (".. csv-table::\n   :delim: ;\n\n   a;b\n", "|  |  |\n| --- | --- |\n| a | b |"),
        (
            ".. figure:: /a.png\n   :alt: The *jib*\n\n   It lifts.\n",
            "![The \\*jib\\*](</a.png>)\n\nIt lifts.",
        ),
        (
            "H\\ :sub:`2`\\ O, m\\ :sup:`2`, :math:`a_1`, |port|, [#]_, [Ann02]_, [#n]_.\n\n"
            ".. |port| replace:: the *old* port\n.. [#] One.\n.. [Ann02] Two.\n.. [#n] Three.\n",
            "H<sub>2</sub>O, m<sup>2</sup>, $a_1$, the *old* port, [^1], [^Ann02], [^n].\n\n"
            "[^1]: One.\n\n[^Ann02]: Two.\n\n[^n]: Three.",
        ),
    ],
)
def test_tables_and_references_of_restructured_text_are_what_docutils_makes_of_them(
    source: str, wanted: str
) -> None:
    assert body("rst", source) == wanted


def test_a_note_of_restructured_text_is_named_above_what_it_says() -> None:
    assert body("rst", ".. note::\n   Call ``us``.\n") == "**Note**\n\nCall `us`."


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("org", "# a remark\n#+ATTR_HTML: no\nSCHEDULED: <2024-03-14>\n"),
        ("asciidoc", "// a remark\n[.lead]\n:a: b\n////\nno\n////\n"),
        ("rst", ".. a remark\n   of two rows\n\n.. contents::\n   :depth: 2\n\n|Build| |Docs|\n"),
    ],
)
def test_what_is_for_programs_is_left_out(kind: str, text: str) -> None:
    assert body(kind, text) == ""


WIKI = "{{Infobox|a={{b}}}}\n[[File:a.jpg|thumb|At the [[quay]]]]\n"


def wiki(text: str) -> str:
    """The Markdown of a wiki's ``text`` below a term in bold."""
    made = as_markdown(f"{WIKI}The '''crane''' is one.<ref>Reid.</ref>\n\n{text}") or ""
    return made.partition("The **crane** is one.\n")[2].strip()


def test_the_first_term_in_bold_is_the_title_of_a_source_of_a_wiki() -> None:
    assert extract(f"{WIKI}The '''harbour crane''' is one. {WORDS}\n\n{WORDS}\n").title == "harbour crane"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("== Motor ==\n", "## Motor"),
        (
            "A [[port]], the [[port of Hull|Hull]] and [[2001: A film]].\n",
            "A port, the Hull and 2001: A film.",
        ),
        ("See [https://a.example/b the port].\n", "See [the port](<https://a.example/b>)."),
        ("It's ''old'' and '''''big'''''.\n", "It's *old* and ***big***."),
        ("H<sub>2</sub>O, <s>no</s>, <math>a_1</math>.\n", "H<sub>2</sub>O, ~~no~~, $a_1$."),
        ("<blockquote>\nIt lifts.\n</blockquote>\n", "> It lifts."),
        ("It\n----\nlifts.\n", "It\n\n---\n\nlifts."),
        (" a\n  b\n", "```\na\n b\n```"),
        ("; jib : an arm\n; hook\n: a hand\n", "jib\n: an arm\n\nhook\n: a hand"),
        ("{|\n|+ Fats\n|-\n| a || b\n|}\n", "Fats\n\n|  |  |\n| --- | --- |\n| a | b |"),
        ("* a\n** b\n", "- a\n   - b"),
        ("# a\n# b\n", "1. a\n2. b"),
        ('<syntaxhighlight lang="c">\n  a\n</syntaxhighlight>\n', "```c\na\n```"),
        ("{|\n! A !! B\n|-\n| c || align=left | d\n|}\n", "| A | B |\n| --- | --- |\n| c | d |"),
        ("<!-- no -->{{no|{{no}}}}[[Category:No]]<ref name=a/><gallery>no</gallery>\n", ""),
    ],
)
def test_a_source_of_a_wiki_is_the_page_that_it_makes(text: str, wanted: str) -> None:
    assert wiki(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A {{lang|de|''Kran''}} ({{lang-fr|grue}}) of {{convert|20|m|ft}}, {{nowrap|{{small|old}}}}.\n",
         "A *Kran* (grue) of 20 m, old."),
        ("{{quote|text=It lifts.|author=Ann}}\n\n{{no}} It.{{\"|Es hebt}} [[鶴]]は{{読み仮名|鶴|つる}}。\n",
         "It lifts.\n\nIt.Es hebt 鶴は鶴。"),
        ("See the [[w:Crane|crane]]. [[Datei:a.jpg|Der [[Kran]]]]\n[[Kategorie:Kran|A]]\n[[Κατηγορία:Α]]\n",
         "See the crane."),
        ("<b>b</b> <em>i</em> <ins>n</ins> [mailto:a@b.example m] [//a.example z]<templatestyles src=a/>\n",
         "**b** *i* n [m](<mailto:a@b.example>) [z](<//a.example>)"),
        ('<source lang="c">\nx = [[1]]; {{y}} <!-- z -->\n</source>\n',
         "```c\nx = [[1]]; {{y}} <!-- z -->\n```"),
        ('<math display="block">\na_1\n</math>\n<score>no</score><includeonly>no</includeonly>\n', "$$a_1$$"),
        ("# a\n#: goes on\n# b\n", "1. a\n\n   goes on\n\n2. b"),
    ],
)  # fmt: skip
def test_templates_and_links_of_a_wiki_leave_the_words_that_they_show(text: str, wanted: str) -> None:
    assert wiki(text) == wanted


def test_signs_that_the_markup_does_not_know_mean_themselves() -> None:
    assert body("org", "It is 3 * 4 <b> [a] `b` $5.\n") == r"It is 3 \* 4 \<b> \[a\] \`b\` \$5."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The crane\n=========\n\nIt lifts.\n\nMotor\n-----\n\nIt runs.\n",  # a newsletter, or Markdown
        "= 12 euros\n\nThe sum of both.\n",
        "#+BEGIN_SRC\nx\n#+END_SRC\n",
        ":) says Ann\n\nIt lifts.\n",
        "* Home\n* News\n",
        "{{ post.title }}\n\nSee [[a]].\n",
    ],
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert as_markdown(text) is None


PARTS = [
    "\n",
    " ",
    "a",
    "*",
    "=",
    "-",
    "|",
    ":",
    "::",
    "`",
    "``",
    "_",
    "[[",
    "]]",
    "|===\n",
    "#+begin_src",
    "#+end_src",
    ".. ",
]


@given(st.sampled_from(sorted(HEADS)), st.lists(st.sampled_from(PARTS), max_size=40))
def test_any_document_is_made_into_markdown(kind: str, parts: list[str]) -> None:
    assert as_markdown(HEADS[kind] + "".join(parts)) is not None


def test_blocks_in_blocks_end() -> None:
    nested = "".join(f"{' ' * place}.. note::\n" for place in range(300))
    assert as_markdown(f"{HEADS['rst']}{nested}") is not None


def test_a_wide_row_of_a_table_makes_no_other_wider() -> None:
    row = "|a\n"
    source = f"{HEADS['org']}|{'a|' * 1_000}\n{row * 1_000}"
    assert len(as_markdown(source) or "") < 5 * len(source)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("asciidoc", f'[cols="{"9" * 5_000}*"]\n|===\n|a |b\n|c |d\n|===\n'),
        ("rst", f".. csv-table::\n   :header-rows: {'9' * 5_000}\n\n   a, b\n   c, d\n"),
        ("rst", '.. csv-table::\n   :delim: "\n\n   a, b\n   c, d\n'),
        ("rst", ".. csv-table::\n   :delim: space\n\n   a b\n   c d\n"),
    ],
)
def test_what_is_stated_of_a_table_may_be_nonsense(kind: str, text: str) -> None:
    assert all(cell in body(kind, text) for cell in "abcd")
