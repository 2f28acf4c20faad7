"""Lines that say who wrote a text, and who edits a paper."""

import pytest

import articlex
from articlex.authors.credited import credits_author, in_masthead


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


@pytest.mark.parametrize(
    ("lines", "place", "says"),
    [
        (("主编：李四光", "责任编辑：王小明"), 1, True),
        (("作者：李四光", "责任编辑：王小明"), 1, False),
        (("来源：示例日报", "责任编辑：王小明"), 1, False),
        (("Главный редактор: Анна Примерова",), 0, True),
        (("Редактор: Анна Примерова",), 0, False),
        (("Editor: Siti Teladan", "Webmaster: Agus Uji"), 0, True),
        (("Webmaster: Agus Uji",), 0, False),
    ],
)
def test_which_line_is_of_a_masthead(lines: tuple[str, ...], place: int, says: bool) -> None:
    page = articlex.extract("\n\n".join(lines), form="text").page
    index = next(block.index for block in page.blocks if block.text == lines[place])
    assert in_masthead(page, index) is says
