"""What the page itself points at is the headline, whatever the judges and their sieve say."""

from __future__ import annotations

from articlex.page import Page
from articlex.ranking import Weighed
from articlex.read import read_page
from articlex.titles.candidate import Candidate, corrected
from articlex.titles.text.evident import evident_headline
from articlex.tokens import fold

SUBJECT = "Πώς στεγανοποιείται μια παλιά βάρκα;"
THREAD = f"""open letters

* {SUBJECT}
From: Άννα

Η βάρκα του παππού μου είναι από πεύκο, πέντε μέτρα.

* Re: {SUBJECT}
From: Νίκος

Το ξύλο πρέπει να φουσκώσει πρώτα.
"""
MORE = f"\n* Re: {SUBJECT}\nFrom: Μαρία\n\nΒαμβάκι στους αρμούς.\n"


def first(page: Page, *texts: str) -> str:
    """The title of a page whose likeliest lines are ``texts``."""
    found = [next(block.index for block in page.blocks if block.text == text) for text in texts]
    lines = [Candidate(text, fold(text), [index]) for text, index in zip(texts, found, strict=True)]
    ranked = [Weighed(0.2, line) for line in lines]
    return corrected(page, ranked, (evident_headline,))[0].candidate.text


def test_the_subject_of_replies_is_found_though_the_sieve_lost_it() -> None:
    page = read_page(THREAD + MORE, form="text")
    assert first(page, "open letters", "Βαμβάκι στους αρμούς.") == SUBJECT


def test_one_reply_tells_no_subject() -> None:
    page = read_page(THREAD, form="text")
    assert first(page, "open letters", "From: Άννα") == "open letters"
