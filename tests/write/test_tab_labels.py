"""The labels of tabs above what the tabs show."""

from __future__ import annotations

import pytest

import articlex

ABOVE = (
    "The tide table of the harbour is a small program that prints when the ferry may leave, and it has been "
    "kept by the harbour office since the summer of 1912, when it was still a board with chalk on it."
)
BELOW = (
    "It asks for the day on which you want to cross. Without one it takes the next, and tells you how long "
    "the boat will have to wait at the quay until there is enough water below the keel."
)
BY_TAB = (
    '<ul role="tablist"><li><a role="tab" href="#p1">Harbour shell</a></li>'
    '<li><a role="tab" href="#p2">Quay script</a></li></ul>',
    'id="p1" role="tabpanel"',
    'id="p2" role="tabpanel" hidden',
)
BY_CONTROL = (
    '<div role="tablist"><button role="tab" aria-controls="a">Harbour shell</button>'
    '<button role="tab" aria-controls="b">Quay script</button></div>',
    'id="a"',
    'id="b"',
)
BY_PANE = (
    '<div role="tablist"><button role="tab" id="t1">Harbour shell</button>'
    '<button role="tab" id="t2">Quay script</button></div>',
    'role="tabpanel" aria-labelledby="t1"',
    'role="tabpanel" aria-labelledby="t2"',
)
BY_PLACE = (
    '<ul role="tablist"><li role="tab">Harbour shell</li><li role="tab">Quay script</li></ul>',
    'role="tabpanel"',
    'role="tabpanel" hidden',
)


def lines(tabs: str, first: str, second: str, *texts: str) -> list[str]:
    """The lines of the Markdown of a page with these tabs and panes, the last but text above and below."""
    one, other = texts or ("<pre>tides --next</pre>", "<pre>print(tides.next())</pre>")
    page = (
        f"<html><body><main><h1>Read the tide table</h1><p>{ABOVE}</p><div>{tabs}<div {first}>{one}</div>"
        f"<div {second}>{other}</div></div><p>{BELOW}</p></main></body></html>"
    )
    shown = articlex.extract(page).markdown.splitlines()
    return [line for line in shown if line and line not in ("# Read the tide table", ABOVE, BELOW)]


@pytest.mark.parametrize("row", [BY_TAB, BY_CONTROL, BY_PANE, BY_PLACE])
def test_each_stands_above_its_pane(row: tuple[str, str, str]) -> None:
    assert lines(*row) == [
        "**Harbour shell**",
        "```",
        "tides --next",
        "```",
        "**Quay script**",
        "```",
        "print(tides.next())",
        "```",
    ]


def test_a_pane_that_begins_with_its_label_says_it_once() -> None:
    found = lines(
        *BY_CONTROL,
        f"<h2>Harbour shell</h2><p>{ABOVE[:100]}, as all know.</p>",
        f"<h2>Quay script</h2><p>{BELOW[:100]}, as none does.</p>",
    )
    assert [line for line in found if len(line) < 40] == ["## Harbour shell", "## Quay script"]


def test_labels_that_are_kept_as_a_row_are_not_said_again() -> None:
    tabs, first, second = BY_CONTROL
    row = f"<p>Harbour shell</p>{tabs}"
    found = lines(
        row, first, second, f"<p>{ABOVE[:100]}, as all know.</p>", f"<p>{BELOW[:100]}, as none does.</p>"
    )
    assert "Harbour shell" in found
    assert [line for line in found if "**" in line] == []


def test_the_title_of_a_drawing_is_no_part_of_a_label() -> None:
    tabs, first, second = BY_CONTROL
    drawn = tabs.replace("Harbour", "<svg><title>Shell logo</title><path d='M0 0'/></svg> Harbour")
    assert lines(drawn, first, second)[0] == "**Harbour shell**"


def test_the_label_of_one_pane_alone_is_left_out() -> None:
    found = lines(*BY_CONTROL, "<pre>tides --next</pre>", "")
    assert found == ["```", "tides --next", "```"]


def test_panes_in_an_item_of_a_list_stay_in_it() -> None:
    tabs, first, second = BY_TAB
    steps = (
        f"<ol><li>{ABOVE}</li><li><p>{BELOW}</p>{tabs}<section {first}><pre>tides --next</pre></section>"
        f"<section {second}><pre>print(tides.next())</pre></section></li></ol>"
    )
    end = "<p>" + ABOVE.replace("1912", "1913") + "</p>"
    shown = articlex.extract(f"<main><h1>Read the tide table</h1>{steps}{end}</main>").markdown
    assert "\n\n   **Harbour shell**\n\n   ```\n   tides --next\n" in shown
    assert "\n\n   **Quay script**\n\n   ```\n   print(tides.next())\n" in shown
