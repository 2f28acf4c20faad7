"""The headlines of threads in raw page text: past the board's name, buttons, notices and kinds of threads."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.ranking import Weighed
from articlex.read import read_page
from articlex.titles.candidate import Candidate, Correction, corrected
from articlex.titles.text.document_title import headline_before_section, past_kicker
from articlex.titles.text.threads import past_ask_button, past_board_name, past_kind, past_notice
from articlex.tokens import fold

SUBJECT = "The bell of the town clock is out of tune"
POST = "Since the repair in spring the bell rings half a tone too low, and nobody in the town knows why."
DAYS = [f"{day} May 2024, 10:1{day}" for day in range(4)]


def first(rule: Correction, lines: Sequence[str], *texts: str) -> Candidate:
    """What a rule leaves first of the lines ``texts`` of a page, the likeliest of which is the first."""
    page = read_page("\n\n".join(lines), form="text")
    ranked = [
        Weighed(0.3 / place, Candidate(text, fold(text), [b.index for b in page.blocks if text in (b.text,)]))
        for place, text in enumerate(texts, 1)
    ]
    return corrected(page, ranked, (rule,))[0].candidate


def test_name_of_the_board_gives_way_to_the_line_above_the_first_post():
    posts = [line for day in DAYS[1:] for line in (day, POST)]
    board = "Bell ringers' forum"
    assert first(past_board_name, [board, SUBJECT, *posts], board, SUBJECT).text == SUBJECT
    assert first(past_board_name, [board, SUBJECT, POST], board, SUBJECT).text == board
    assert first(past_board_name, [board, DAYS[1], SUBJECT, *posts], board, SUBJECT).text == board


def test_button_between_a_question_and_when_it_was_asked():
    question, button = "Why is the bell out of tune?", "Ask something"
    lines = [question, button, "Asked 3 years ago", POST]
    assert first(past_ask_button, lines, button, question).text == question
    assert first(past_ask_button, [question, button, POST], button, question).text == button


def test_notice_between_the_subject_and_the_post_that_repeats_it():
    notice = "Greetings to all ringers"
    replies = [DAYS[2], POST, DAYS[3], POST]
    lines = [SUBJECT, notice, POST, DAYS[1], "ann_e", SUBJECT, POST, *replies]
    assert first(past_notice, lines, notice, SUBJECT).text == SUBJECT
    assert (
        first(past_notice, [SUBJECT, DAYS[1], notice, SUBJECT, POST, *replies], notice, SUBJECT).text
        == notice
    )


def test_kind_of_a_thread_is_left_out_if_the_page_has_the_rest_alone():
    line = f"[Help] {SUBJECT}"
    for above in (
        f"{SUBJECT} - Ringers",
        f"Ringers › Bells › {SUBJECT}",
        "A › B › The bell of the town clock ...",
    ):
        assert first(past_kind, [above, line, POST], line).text == SUBJECT
    assert first(past_kind, ["Ringers › Bells › Tuning", line, POST], line).text == line


def test_last_step_of_a_path_is_the_headline_whatever_stands_before_it():
    line = f"Views: 12|Replies: 3 [Help] {SUBJECT}"
    assert first(past_kind, [f"Ringers › Bells › {SUBJECT}", line, POST], line).text == SUBJECT


def test_section_in_the_first_line_gives_way_to_the_headline_before_it():
    lines = [f"{SUBJECT} > Questions", "Questions", f"Bells{SUBJECT}", POST]
    assert first(headline_before_section, lines, "Questions").text == SUBJECT
    assert first(headline_before_section, [*lines[:2], POST], "Questions").text == "Questions"


def test_section_that_no_sign_parts_from_the_headline_is_none_of_it():
    head = f"{SUBJECT} > Questions"
    assert first(past_kicker, [head, f"Bells {SUBJECT}", POST], f"Bells {SUBJECT}").text == SUBJECT
    quoted = f"Nobody knows: {SUBJECT}"
    assert first(past_kicker, [head, quoted, POST], quoted).text == quoted
