"""Which words are those of a link, where its text has an end that the page does not show."""

from articlex.read.text.reader import read_text

LISTED = "\n\nReferences\n\n   1. https://harbour.example/\n   2. https://harbour.example/guide\n"
GUIDE = "其中介绍了渡轮的时刻表和票价，以及如何在冬季预订座位，" * 3


def linked(source: str) -> list[str]:
    return [run.text for block in read_text(source).blocks for run in block.runs if run.text and run.href]


def test_a_short_text_behind_a_number_is_a_link_and_of_a_long_one_its_first_word() -> None:
    menu = f"   [1]Harbour\n\n   See [2]the guide{LISTED}"
    assert linked(menu) == ["Harbour", "the guide"]
    text = (
        f"   [1]Home\n\n   See [2]the guide, which tells when the ferry goes and whom to ask for it.{LISTED}"
    )
    assert linked(text) == ["Home", "the"]


def test_in_a_script_without_blanks_the_link_ends_with_the_clause_at_the_latest() -> None:
    assert linked(f"   [1]港口\n\n   请看[2]港口的说明，{GUIDE}{LISTED}") == ["港口", "港口的说明"]
    assert linked(f"   [1]港口\n\n   请看[2]港口的说明。渡轮停航，明天恢复。{LISTED}") == [
        "港口",
        "港口的说明",
    ]
    assert linked(f"   [1]港口\n\n   请看[2]港口的说明。{LISTED}") == ["港口", "港口的说明"]


def test_the_words_before_an_address_in_brackets_are_those_of_the_clause() -> None:
    market = "\n\nMarket [https://harbour.example/market]"
    assert linked(f"The ferry goes daily. Read the guide [https://harbour.example/guide].{market}") == [
        "Read the guide",
        "Market",
    ]
    page = f"港の渡し船が新しい航路で運航され、人が見守りました。詳しい案内 [https://harbour.example/guide]を。{market}"
    assert linked(page) == ["詳しい案内", "Market"]
