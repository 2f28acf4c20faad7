"""Authors of whom a line prints more than were read off it."""

from __future__ import annotations

from articlex.authors.gathering import Authors
from articlex.authors.together import with_beside
from articlex.page import Fact, Field
from articlex.ranking import Weighed
from articlex.read import read_page

PAGE = read_page("<h1>الجسر</h1><p>تتابعها: سامر الأحمد وليلى حداد</p>", form="html")
READ = Weighed(0.6, Authors(("ليلى حداد",), [1], []))


def _stated(*names: str) -> Weighed[Authors]:
    fact = Fact(Field.AUTHORS, names, "json-ld", "; ".join(names), "json-ld", 0.48)
    return Weighed(0.3, Authors(names, [], [fact]))


def test_the_stated_persons_are_taken_if_the_line_prints_each_of_them() -> None:
    whole = with_beside(PAGE, [READ, _stated("سامر الأحمد", "ليلى حداد")])[0].candidate
    assert (whole.names, whole.blocks) == (("سامر الأحمد", "ليلى حداد"), [1])


def test_a_stated_person_whom_the_line_does_not_print_is_not_added() -> None:
    ranked = [READ, _stated("منى سالم", "ليلى حداد")]
    assert with_beside(PAGE, ranked) == ranked
