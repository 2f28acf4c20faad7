"""Days in addresses."""

import pytest

from articlex.dates.in_addresses import day_in_address


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2024/05/06/headline", "2024-05-06"),
        ("/2024/5/6/headline", "2024-05-06"),
        ("/news/2024-05-06-headline.html", "2024-05-06"),
        ("/news/headline-20240506.html", "2024-05-06"),
        ("/20240506/headline", "2024-05-06"),
        ("/2024/may/06/headline", "2024-05-06"),
        ("/2024/%D0%BC%D0%B0%D1%8F/06/headline", "2024-05-06"),
        ("/2024/05/headline", ""),
        ("/2024/02/31/headline", ""),
        ("/2024/05/00/headline", ""),
        ("/1950/05/06/2024/05/06/headline", "2024-05-06"),
        ("/2024/02/31/2024/03/01/headline", "2024-03-01"),
        ("/article/20245061", ""),
        ("/id-1234567", ""),
    ],
)
def test_day_in_address(path: str, day: str) -> None:
    found = day_in_address("https://example.org" + path)
    assert (found.iso() if found else "") == day
