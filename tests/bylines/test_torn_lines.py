"""Lines of raw page text with more than a name: headlines about people, jobs, towns of a clock, agencies."""

from __future__ import annotations

import pytest

from articlex.bylines.lines import read_line

LINES = {
    "تحديث: 10/3/2026 12:30 بتوقيت مكة": (None, ""),
    "12/05/2024 - 10:45 بتوقيت غرينتش | ليلى حداد": ("dated", "ليلى حداد"),
    "मीरा शर्मा, खेल संवाददाता": ("bare", "मीरा शर्मा"),
    "রফিকুল ইসলাম, সিলেট থেকে ফিরে": ("bare", "রফিকুল ইসলাম"),
    "2024-05-06 02:19 기준": (None, ""),
    "2024.05.06 4면": (None, ""),
    "Người khởi tạo ann_e": ("word-other", "ann_e"),
    "กระทู้โดย วิมล แสงทอง": ("colon-person", "วิมล แสงทอง"),
    "Anna Miller wins the race to the bay": (None, ""),
    "Maria Rossi vince la gara di Roma": (None, ""),
    "Ana López para el diario Ejemplo": ("bare", "Ana López"),
    "Ann Example ann at sample.example": ("bare", "Ann Example"),
    "Ann Example and AP": ("bare", "Ann Example; AP"),
    "Example and AP": (None, ""),
    "Rivers, National, Local Stories 1 | Published: 5 hours ago | Last Updated: 5 hours ago | Written by Ann "
    "Example": ("inside-by", "Ann Example"),
}


@pytest.mark.parametrize(("text", "expected"), LINES.items())
def test_a_line_has_a_shape_and_names(text: str, expected: tuple[str | None, str]) -> None:
    line = read_line(text)
    assert (line.shape if line else None, "; ".join(line.names) if line else "") == expected
