"""Keys of scripts that state a day, outside of JSON-LD."""

from __future__ import annotations

import pytest

from articlex.metadata.sources import state_facts
from articlex.metadata.state_record import Record
from articlex.read import read_page

PAGE = """<html><head><script type="application/ld+json">
{"@type": "Thing",
 "publishedAt": "2024-05-06"}
</script></head><body><p>Rain</p>
<script>var state = {"publishedAt": "2023-01-02"}</script></body></html>"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mixed", [False, True])
def test_json_ld_is_left_out_whatever_its_ends_of_lines(end: str, mixed: bool) -> None:
    html = PAGE.replace("\n", end, 2 if mixed else -1)
    stated = [fact for fact in state_facts(read_page(html, form="html")) if fact.source == "script"]
    assert [fact.value for fact in stated] == ["2023-01-02"]


def test_a_page_whose_json_ld_alone_has_such_a_key() -> None:
    html = PAGE.replace("publishedAt", "seen", 2).replace("seen", "publishedAt", 1)
    assert [fact for fact in state_facts(read_page(html, form="html")) if fact.source == "script"] == []


def test_records_are_not_sought_anew_for_each_reference() -> None:
    state = {f"Author:{number}": {"name": f"Ann {number}"} for number in range(20_000)}
    dangling = [[[{"__ref": f"Author:x{number}"} for number in range(20)]] * 20] * 20
    record = Record({"authors": dangling, "creator": {"__ref": "Author:19999"}}, [{"apollo": state}])
    assert record.writers() == ["Ann 19999"]
