import pytest

from articlex.dates.hours import spans_hours
from articlex.dates.parse import find_dates

SPANS = (
    "2026-06-13 10:00–11:00, Rope hall",
    "13. Juni 2026, 10:00 Uhr – 11:30 Uhr",
    "le 30 mai 2026, 10h30 – 12h00",
    "10h30 – 12h00, le 30 mai 2026",
    "3 октября 2026 г., 10:00 – 12:00",
    "11 Ιουλίου 2026, 20:30 – 22:00",
    "2026年11月8日 13:00～15:00 紙の里会館",
    "2026년 11월 8일 13:00 ~ 15:00",
    "18 أبريل 2026، 17:00 – 19:00",
    "18 באפריל 2026, 17:00 - 19:00",
    "22 फ़रवरी 2026, 11:00 – 13:00",
    "22 กุมภาพันธ์ 2569 เวลา 11:00 - 13:00 น.",
    "June 13, 2026, 2:00 p.m. - 3:00 p.m. ET",
    "June 13, 2026 2 pm – 3 pm",
    "June 13, 2026, 2–3 p.m.",
    "11/07/2026 8 μμ.–9 μμ., Παλιά Αποθήκη",
    "2026年11月8日 13時～15時",
)
MOMENTS = (
    "2026-06-13T10:45:07-04:00",
    "13 June 2026 10:30 - 14 June 2026 11:00",
    "13.06.2026 10:30 - 14.06.2026",
    "13 June 2026 10:30 upd 12:00",
    "13.06.2026, 10:30 Uhr | 5 min",
    "Published 13 June 2026 10:30 · Updated 12:00",
    "13 June 2026, 10:30 AM - 12 comments",
    "12:00 – 13 June 2026 10:30",
    "Page 3 of 10:30, 13 June 2026",
    "13 June 2026",
    "May 3, 2024 5–7 min",
    "13.06.2026, 10-12 Beiträge",
)


@pytest.mark.parametrize("text", SPANS)
def test_between_two_hours(text):
    assert all(spans_hours(text, found) for found in find_dates(text))


@pytest.mark.parametrize("text", MOMENTS)
def test_one_moment(text):
    assert not any(spans_hours(text, found) for found in find_dates(text))
