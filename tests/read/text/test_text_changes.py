"""Changes that say nothing of a raw page text: the reader makes the same blocks of the golden pages."""

from functools import cache

import pytest

from articlex.page import Kind, Wrap
from articlex.read import read_page
from articlex_lab.checks.metamorphic.text_changes import CHANGES
from articlex_lab.repository import FIXTURES

#: Those that leave every block as it is. Of the others some change words, such as dashes, and some leave open
#: what was meant: where a text without blank lines is wrapped, a full line may end a paragraph.
NAMES = (
    *("crlf", "cr", "crcrlf", "no end of line", "trailing blank", "trailing blanks"),
    *("indented by 1", "indented by 2", "indented by 8", "indented by a tab", "indented by a no-break space"),
    *("blank lines doubled", "blank lines of blanks", "blank lines of a no-break space", "form feeds"),
    *("BOM", "BOM in each line", "zero-width space in blank lines", "soft hyphens", "embeddings", "isolates"),
    *("NFD", "page numbers and form feeds", "UTF-16", "UTF-16LE without BOM", "UTF-32"),
    *("windows-1250", "windows-1251", "windows-1253", "windows-1255", "windows-1256", "Shift_JIS", "EUC-KR"),
)
PAGES = {
    path.parent.name: path.read_text("utf-8") for path in sorted(FIXTURES.glob("pages/text-*/source.txt"))
}


def blocks(source: str | bytes) -> list[tuple[Kind, int, list[Wrap], str]]:
    shown = (block for block in read_page(source, form="text").blocks if block.text)
    return [(one.kind, one.level, [around.wrap for around in one.within], one.text) for one in shown]


@cache
def unchanged(page: str) -> list[tuple[Kind, int, list[Wrap], str]]:
    return blocks(PAGES[page])


@pytest.mark.parametrize("name", NAMES)
def test_the_blocks_stay_as_they_are(name: str) -> None:
    changed = {page: CHANGES[name](text) for page, text in PAGES.items()}
    tried = [page for page, text in PAGES.items() if changed[page] != text]
    assert tried
    assert [page for page in tried if blocks(changed[page]) != unchanged(page)] == []
