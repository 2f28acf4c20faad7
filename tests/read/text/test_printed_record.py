"""What the header and footer of a printed sheet say of the page."""

from __future__ import annotations

import pytest

from articlex.read.text.around.edges import printed_record
from articlex.read.text.lines import split_lines


@pytest.mark.parametrize(
    "header",
    [
        "10/31/21, 8:12 AM          The ferry stays",
        "10/31/21, 8:12 AM The ferry stays",
        "12.03.24, 09:41 The ferry stays",
        "3/11/26, 11:02 π.μ.    The ferry stays",
        "3/11/26, 11:02 π.μ. The ferry stays",
        "2024/3/12 下午6:33 The ferry stays",
        "12/03/2024, 09:41\nThe ferry stays",
    ],
)
def test_the_title_stands_behind_the_time_of_the_print(header: str) -> None:
    lines = split_lines(f"{header}\nhttps://courier.example/a/12 1/2")
    assert printed_record(lines)[0] == "The ferry stays"
