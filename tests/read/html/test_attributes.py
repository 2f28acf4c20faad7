import pytest

import articlex
from articlex.read.html import widgets
from articlex.read.html.attributes import look_of
from articlex.read.html.elements import WIDGETS
from articlex.read.html.widgets import RENDERED


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_a_rendered_formula_is_known_by_its_class(name: str) -> None:
    assert look_of({"class": f"wide {name}"}).widget == "formula"


@pytest.mark.parametrize(
    "page",
    [
        '<table><tr><th>Name<th>Sum<tr><td>Rent<td style="text-align:right">950</table>',
        '<p>Run<pre><span style="user-select:none">$ </span>make test\nmake bench\n</pre>',
        '<pre><span style="display:block">one = 1</span><span style="display:block">two = 2</span></pre>',
        '<p>Rain<ul><li style="--en-checked:true">Milk<li style="--en-checked:false">Bread</ul>',
        '<p>Text <span style="font-weight:bold">in bold</span> and <span style="display:none">unseen</span>.',
    ],
)
def test_a_style_may_be_written_in_capitals_and_on_several_lines(page: str) -> None:
    name, _, value = page.partition('style="')[2].partition('"')[0].partition(":")
    written = page.replace(f"{name}:{value}", f"color : Red ;\n\t{name.upper()}\n:\t{value.title()}")
    assert written != page
    assert articlex.extract(written).markdown == articlex.extract(page).markdown


def test_each_widget_has_a_handler() -> None:
    names = {name for name, _, _ in widgets._BY_WORDS} | set(widgets._BY_ROLE.values())
    assert WIDGETS.keys() == names | {"formula"}
