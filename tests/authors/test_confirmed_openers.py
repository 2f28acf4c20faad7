"""Who began a thread of raw page text, where another line confirms the name."""

from __future__ import annotations

import pytest

import articlex
from articlex.authors.candidates import author_candidates
from articlex.authors.threads.askers import ASKER
from articlex.authors.threads.opener_candidates import OPENER
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

HEADLINE = "The bell of the town clock is out of tune"
ASKS = (
    "Since the repair in spring the bell rings half a tone too low, and nobody in the town knows why it does."
)
SAYS = "Look at the clapper first, it may have been turned, and the old side of it is worn out by the years."


def authors(*lines: str) -> tuple[str, ...]:
    return articlex.extract("\n\n".join((HEADLINE, *lines)), form="text").authors


def opener(*lines: str) -> list[str]:
    """The names of those who began the thread or asked the question."""
    page = read_page("\n\n".join((HEADLINE, *lines)), form="text")
    candidates = author_candidates(marked_before("byline", page))
    return [each.names[0] for each in candidates if not each.features.isdisjoint((OPENER, ASKER))]


def test_label_stuck_to_a_name_with_a_figure_is_told_by_the_line_above():
    names = ("Old Tower 71", "bellfounder", "Old Tower 71", "kettle_k")
    posts = [
        line
        for number, name in enumerate(names, 1)
        for line in (name, f"Posts: {3 * number}", f"Message{name} » {number} May 2024, 10:12", SAYS)
    ]
    assert opener(*posts) == ["Old Tower 71"]


def test_note_on_a_change_of_the_first_post_names_who_began_the_thread():
    head = ("钟楼老王", "37", "主题", "402", "帖子", "中级会员", "发消息", "楼主")
    assert opener(
        *head,
        "发表于 2024-5-6 10:12:14",
        "本帖最后由 钟楼老王 于 2024-5-7 08:01 编辑",
        ASKS,
        *("铸钟人", "版主", "发表于 2024-5-6 11:20:33", SAYS),
        *("敲钟的", "新手上路", "发表于 2024-5-6 12:45:09", SAYS),
    ) == ["钟楼老王"]


def test_quotation_of_the_first_post_by_its_time_names_who_began_the_thread():
    assert opener(
        *("tower_ann", "Newcomer", "Posts: 3", "Town: Harbour", "Rating: 0", "#1", "06-05-2024, 10:12", ASKS),
        *("Bo Founder", "Moderator", "Posts: 812", "06-05-2024, 11:20"),
        *("(06-05-2024, 10:12) tower_ann wrote: Since the repair", SAYS),
        *("kettle_k", "Regular", "Posts: 90", "06-05-2024, 12:45", SAYS),
        *("swan7", "Regular", "06-05-2024, 14:05", SAYS),
    ) == ["tower_ann"]


@pytest.mark.parametrize("rank", ["Regular", "Gardener"])
def test_whoever_posts_again_began_the_thread_whatever_buttons_stand_between(rank: str):
    assert opener(
        *("tower_ann", rank, "61", "Threads", "742", "Posts", "Write to her", "6 May 2024 10:12:14", ASKS),
        *("bellfounder", "Elder", "6 May 2024 11:20:33", SAYS),
        *("Spare ropes, hemp, cheap, by the yard", "tower_ann", rank, "6 May 2024 12:45:09", SAYS),
        *("kettle_k", "Elder", "6 May 2024 14:05:50", SAYS),
    ) == ["tower_ann"]


def test_user_name_before_the_whole_name_in_the_line_of_the_day():
    assert opener(
        *("tower_ann (Ann Example) May 6, 2024, 10:12am 1", ASKS),
        *("bellfounder (Bo Founder) May 6, 2024, 11:20am 2", SAYS),
        *("kettle_k May 6, 2024, 12:45pm 3", SAYS),
        *("bellfounder (Bo Founder) May 7, 2024, 9:05am 4", SAYS),
    ) == ["tower_ann"]


def test_rank_that_is_stuck_to_a_name_is_no_part_of_it():
    assert authors("Author: tower_annLv.4 Seedling", "6 May 2024", ASKS, SAYS) == ("tower_ann",)


def test_label_of_who_began_a_thread_in_german():
    assert authors("Ersteller Lehm-Lisa", "Erstellt am 6. Mai 2024", ASKS, SAYS) == ("Lehm-Lisa",)


def test_name_that_is_printed_twice_below_the_day_of_the_question():
    assert opener(
        *("Which bell is it?", ASKS, "bells", "asked 5 May 2024 at 13:44", "Ann Example", "Ann Example"),
        *("303", "2", "2 Answers", SAYS, "answered 6 May 2024 at 9:12", "Bo Founder", "812"),
    ) == ["Ann Example"]
