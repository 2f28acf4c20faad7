"""Notebooks of Jupyter: what of the cells and of what they have put out is the article, and its metadata."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlex
from articlex.read.light_markup import as_markdown

PROSE = "Der Pegel der Saale stieg in zwei Jahren um fast einen Meter, und die Brücke wurde deshalb geprüft."
KERNEL = {"kernelspec": {"name": "python3", "language": "python"}, "language_info": {"name": "python"}}


def text(source: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source.splitlines(True), **more}


def code(source: str, *outputs: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": list(outputs)}


def printed(source: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": source.splitlines(True)}


def result(**data: str) -> dict[str, Any]:
    bundle = {name.replace("_", "/", 1).replace("_", "+"): value for name, value in data.items()}
    return {"output_type": "execute_result", "metadata": {}, "data": bundle}


def book(*cells: dict[str, Any], **metadata: Any) -> str:
    return json.dumps(
        {"cells": cells, "metadata": {**KERNEL, **metadata}, "nbformat": 4, "nbformat_minor": 5}
    )


def shown(*cells: dict[str, Any], **metadata: Any) -> str:
    """The Markdown below the headline."""
    return (
        articlex.extract(book(text(f"# Pegel\n\n{PROSE}"), *cells, **metadata))
        .markdown.removeprefix(f"# Pegel\n\n{PROSE}")
        .strip()
    )


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("# Hochwasser an der **Saale**", "Hochwasser an der Saale"),
        ("Высокая вода\n============\n", "Высокая вода"),
        ('<h1 align="center">洪水与<b>桥梁</b></h1>', "洪水与桥梁"),
        ("### שיטפון ב[סאלה](https://ex.org)", "שיטפון בסאלה"),
        ("```sh\n# no title\n```\n\n# น้ำท่วม ##", "น้ำท่วม"),
        ("```sh\necho 1\n```python\n# no title\n```\n\n# น้ำท่วม", "น้ำท่วม"),
        ("```sh\necho 1\n```\n---\n\n### น้ำท่วม", "น้ำท่วม"),
    ],
)
def test_the_first_heading_is_the_title(first: str, title: str) -> None:
    found = articlex.extract(book(text(first), text(PROSE)).encode())
    assert found.title == title
    assert found.text.endswith(PROSE)


def test_title_authors_and_day_are_those_of_the_metadata() -> None:
    metadata = {
        "title": "Pegel: ein Bericht",
        "authors": [{"name": "Jörg Müller"}, {"name": "Anna Beispiel"}],
    }
    found = articlex.extract(book(text(f"# Pegel\n\n{PROSE}"), date="2026-11-03", **metadata))
    assert (found.title, found.authors) == ("Pegel: ein Bericht", ("Jörg Müller", "Anna Beispiel"))
    assert found.date_published == "2026-11-03"


@pytest.mark.parametrize("kind", ["raw", "markdown"])
def test_front_matter_in_the_first_cell_is_that_of_the_document(kind: str) -> None:
    front = text("---\ntitle: 橋のデータ\nauthor: 山田花子\ndate: 2026-11-03\n---\n", cell_type=kind)
    found = articlex.extract(book(front, text(PROSE)))
    assert (found.title, found.authors, found.date_published) == ("橋のデータ", ("山田花子",), "2026-11-03")
    assert found.text == PROSE


@pytest.mark.parametrize(
    ("source", "metadata", "language"),
    [
        ("x = 1", {}, "python"),
        ("x <- 1", {"language_info": {"name": "R"}}, "r"),
        ("x = 1", {"language_info": {}, "kernelspec": {"name": "ir"}}, "r"),
        ("%%bash\nls", {}, "bash"),
        ("%%time\nx = 1", {}, "python"),
        ("x", {"language_info": {}, "kernelspec": {}}, ""),
    ],
)
def test_code_is_in_the_language_of_the_kernel_or_of_its_first_line(
    source: str, metadata: dict[str, Any], language: str
) -> None:
    assert shown(code(source), **metadata) == f"```{language}\n{source}\n```"


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (printed("3.65\n"), "```\n3.65\n```"),
        (printed("\x1b[31m3\x1b[0m\n"), "```\n3\n```"),
        (printed(" 0%\r50%\r100%\n"), "```\n100%\n```"),
        (printed("FutureWarning: alt\n", "stderr"), ""),
        (result(text_plain="42"), "```\n42\n```"),
        (result(text_plain="x", text_markdown="**fett** und *schräg*"), "**fett** und *schräg*"),
        (result(text_plain="x", text_latex="$\\displaystyle x^2$"), "$\\displaystyle x^2$"),
        (result(text_plain="<Figure size 432x288 with 1 Axes>", image_png="iVBORw0KGgo="), ""),
        (result(text_plain="[<Line2D at 0x7f0c1a2b3c4d>]"), ""),
        (result(text_plain="HBox(children=())", **{"application_vnd.jupyter.widget-view+json": ""}), ""),
        (
            {"output_type": "error", "ename": "ZeroDivisionError", "evalue": "division", "traceback": ["-"]},
            "```\nZeroDivisionError: division\n```",
        ),
    ],
)
def test_what_is_kept_of_an_output(output: dict[str, Any], expected: str) -> None:
    assert shown(code("f()", output)) == f"```python\nf()\n```\n\n{expected}".strip()


def test_a_table_of_pandas_is_a_table() -> None:
    html = (
        "<div>\n<style scoped>\n    .dataframe {\n        top: 0;\n    }\n\n    .a {}\n</style>\n"
        '<table border="1" class="dataframe">\n  <thead>\n    <tr>\n      <th>Jahr</th>\n'
        "      <th>Pegel</th>\n    </tr>\n  </thead>\n\n  <tbody>\n    <tr>\n      <td>2024</td>\n"
        "      <td>3.2</td>\n    </tr>\n"
        "  </tbody>\n</table>\n</div>"
    )
    cell = code("df", result(text_html=html, text_plain="  Jahr Pegel"))
    assert shown(cell) == "```python\ndf\n```\n\n| Jahr | Pegel |\n| --- | --- |\n| 2024 | 3.2 |"


def test_the_name_of_what_is_drawn_is_left_out_beside_its_picture() -> None:
    picture = result(text_plain="<Figure>", image_png="iVBORw0KGgo=")
    assert (
        shown(code("plot()", result(text_plain="<Axes: xlabel='Jahr'>"), picture)) == "```python\nplot()\n```"
    )


def test_a_cell_that_leaves_something_open_takes_nothing_in() -> None:
    cells = text("```python\nx = 1"), text("Ende der Prüfung."), text("<!-- offen"), text("Und Schluss.")
    assert shown(*cells) == "```python\nx = 1\n```\n\nEnde der Prüfung.\n\nUnd Schluss."


def test_code_in_a_line_opens_no_block_that_would_take_in_the_next_cells() -> None:
    cells = text("```x = 1``` setzt den Wert."), code("y = 2"), text("Ende der Prüfung.")
    assert shown(*cells) == "`x = 1` setzt den Wert.\n\n```python\ny = 2\n```\n\nEnde der Prüfung."


@pytest.mark.parametrize(
    ("tag", "kept"), [("remove-cell", ()), ("remove_input", "2"), ("remove-output", "x")]
)
def test_what_the_author_has_left_out_is_left_out(tag: str, kept: str) -> None:
    found = shown(code("x", printed("2\n"), tags=[tag]))
    assert [sign for sign in ("x", "2") if sign in found] == list(kept)


def test_pictures_of_the_notebook_and_the_badge_of_colab_are_left_out() -> None:
    badge = text(
        '<a href="https://ex.org"><img src="badge.svg" alt="Open"></a>', metadata={"id": "view-in-github"}
    )
    assert shown(badge, text("Siehe ![a](attachment:a.png) unten.")) == "Siehe unten."


def test_all_of_a_notebook_that_is_mostly_code_is_kept() -> None:
    cells = [code(f"layer_{n} = Dense({n})", printed(f"loss {n}\n" * 30)) for n in range(20)]
    found = articlex.extract(book(text("# Training"), *cells))
    assert found.title == "Training"
    assert [name for n in range(20) if (name := f"layer_{n} = Dense({n})") not in found.text] == []


@pytest.mark.parametrize("cells", [[], [text("")], [code("")]])
def test_an_empty_notebook_is_an_empty_page(cells: list[dict[str, Any]]) -> None:
    assert articlex.extract(book(*cells)).verdict == "empty"


@pytest.mark.parametrize(
    "other", ['{"cells": 3, "nbformat": ', '{"metadata": {"nbformat": 4}, "cells": []}', "{}"]
)
def test_other_records_are_none(other: str) -> None:
    assert as_markdown(other) is None


_VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
_FIELDS = st.sampled_from("cell_type source metadata outputs output_type data text name tags".split())
_KINDS = st.sampled_from(["markdown", "code", "raw", "stream", "execute_result", "error"])


#: Small ones: a value of another type than expected shows in one output of one cell.
_OUTPUTS = st.lists(st.dictionaries(_FIELDS, _KINDS | _VALUES, max_size=4), max_size=3)


@given(st.lists(st.dictionaries(_FIELDS, _KINDS | _VALUES | _OUTPUTS), max_size=6))
def test_any_notebook_is_a_document_of_lines(cells: list[Any]) -> None:
    found = as_markdown(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}))
    assert found is not None
    assert found.endswith("\n")
