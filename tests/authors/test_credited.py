"""Lines that say who wrote a text."""

import pytest

from articlex.authors.credited import credits_author


@pytest.mark.parametrize(
    ("line", "last", "says"),
    [
        ("作者：王小明", "王小明", True),
        ("ដោយ៖ សុខ ដារ៉ា", "សុខ ដារ៉ា", True),
        ("文／山田花子", "山田花子", True),
        ("文章全文", "章全文", False),
        ("【责任编辑：李四光】", "李四光", False),
        ("Συντάκτης: Μαρία Παπαδοπούλου", "Μαρία Παπαδοπούλου", True),
        ("Редактор: Пётр Пробный", "Пётр Пробный", False),
        ("โดย สมชาย ใจดี", "สมชาย ใจดี", True),
        ("Text: Anna Beispiel / beispiel.example", "Anna Beispiel", True),
        ("Autorin: Anna Beispiel, Institut für Flüsse, Mai 2008", "Anna Beispiel", False),
    ],
)
def test_what_a_line_credits(line: str, last: str, says: bool) -> None:
    assert credits_author(line, last) is says
