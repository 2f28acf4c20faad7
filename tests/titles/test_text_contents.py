"""Entries of a table of contents are no headline."""

import articlex
from articlex.ranking import Weighed
from articlex.titles.candidate import Candidate
from articlex.titles.text.ranking import past_entries

LEAD = (
    "A rope that has seen five winters tells you a good deal about the boat it was on, and how to read it.\n"
)
SECTIONS = {
    "Before you start": "You need a bucket, a mild soap and one afternoon without rain, and no bleach, "
    "which eats polyamide faster than the sun.",
    "What the colours mean": "White\npolyamide\nBlack\npolyester",
    "Ropes": "The oldest rope on our pier is a hawser from the ferry, which was laid in 1974 and is used "
    "to keep the children from falling in.",
    "When to throw it away": "when the core shows,\nwhen it no longer bends,\n"
    "Nobody on our pier has ever followed the last rule, but everybody agrees that it is right.",
}
TEXT = LEAD + "".join(f"{heading}\n{text}\n" for heading, text in SECTIONS.items())
ENTRIES = "Table of Contents\n" + "".join(f"{heading}\n" for heading in SECTIONS)


def test_a_section_of_the_text_that_an_entry_above_it_names_is_not_the_headline():
    head = "Harbour Notes\nArchive\nSearch\nTags\nLooking after old ropes\nMay 14, 2023 · 2 min\n"
    assert articlex.extract(head + ENTRIES + TEXT, form="text").title == "Looking after old ropes"


def test_an_entry_that_names_what_the_text_begins_below_may_be_the_headline():
    entries = ENTRIES.replace("Contents\n", "Contents\nLooking after old ropes\n")
    page = "Harbour Notes\nArchive\nSearch\nTags\n" + entries + "Looking after old ropes\n" + TEXT
    assert articlex.extract(page, form="text").title == "Looking after old ropes"


def test_an_entry_that_is_certain_stays() -> None:
    page = articlex.extract(ENTRIES + TEXT, form="text").page
    texts = [block.text for block in page.blocks]
    entry, other = (Candidate(text, text.casefold(), [texts.index(text)]) for text in ("Ropes", "White"))
    assert past_entries(page, [Weighed(0.5, entry), Weighed(0.25, other)]) == [Weighed(0.5, other)]
    certain = [Weighed(1.0, entry), Weighed(0.0, other)]
    assert past_entries(page, certain) == certain
