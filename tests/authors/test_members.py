"""Who began a thread, by the lines that say since when those who write in it have been members."""

import pytest

from articlex.authors.candidates import author_candidates
from articlex.authors.threads.opener_candidates import OPENER
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

ASKED = "My old two-frame extractor has given up after eighteen years, and I have nine hives. What now?"
TOLD = "Radial, without any doubt. You put nine frames in at once and need not turn a single one of them."
HEAD = "<title>Which extractor?</title><h1>Which extractor?</h1>"


def post(name: str, member: str, text: str) -> str:
    return f"<div><b>{name}</b><br>Member<br><br>{member}<br>Posts: 214</div><div><hr>{text}</div>"


def openers(source: str, form: str) -> list[tuple[str, ...]]:
    page = marked_before("byline", read_page(source, form=form))
    return [each.names for each in author_candidates(page) if OPENER in each.features]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Joined: 11 Mar 2003", "Joined: 02 Jun 2004"),
        ("Registriert: 11.03.2003", "Registriert: 02.06.2004"),
        ("Зарегистрирован: 11.03.2003", "Зарегистрирован: 02.06.2004"),
        ("註冊日期：2003-03-11", "註冊日期：2004-06-02"),
        ("הצטרף: 11/03/2003", "הצטרף: 02/06/2004"),
        ("สมัครเมื่อ: 11/03/2003", "สมัครเมื่อ: 02/06/2004"),
    ],
)
def test_whoever_stands_above_the_first_membership_began_the_thread(first: str, second: str) -> None:
    html = HEAD + post("Walt_K", first, ASKED) + post("honeybun", second, TOLD)
    assert openers(html, "html") == [("Walt_K",)]
    lines = ["Which extractor?", "", "Walt_K", "Member", first, ASKED, "honeybun", "Member", second, TOLD]
    assert openers("\n".join(lines), "text") == [("Walt_K",)]


def test_one_member_is_whoever_reads() -> None:
    assert openers(HEAD + post("Walt_K", "Joined: 11 Mar 2003", ASKED), "html") == []


def test_other_days_are_no_memberships() -> None:
    days = ("Closing date: 11 Mar 2003", "Closing date: 02 Jun 2004")
    assert openers(HEAD + post("Walt_K", days[0], ASKED) + post("Ann_E", days[1], TOLD), "html") == []
