"""Posts of threads in raw page text are kept whole, whatever of them the scorer keeps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from articlex.options import Options
from articlex.page import Mark, Page, Role
from articlex.pipeline import run
from articlex.read import read_page
from articlex.scoring.score import Scores
from articlex.stages.parts.posts.thread_texts import thread_texts

#: Lines of flattened threads below their headlines: the scorer keeps those with a plus and leaves out others.
REPLIES = """
- Keeper
- Posted 3 May 2021, 10:20
+ The wheel of the mill has stopped, and nobody in the village knows what holds it.
- Reply
- Miller
- Posted 3 May 2021, 11:45
- Look at the lower bearing first, it runs dry in every spring.
- Reply
- Keeper
- Posted 4 May 2021, 08:02
- It was the bearing, and the wheel turns again. Thank you all!
- Reply
"""
BETWEEN = """
- Posted 3 May 2021, 10:20
+ The wheel of the mill has stopped, and nobody in the village knows what holds it.
- It is neither the upper bearing nor the brake, I have looked.
- 12
+ What else is there that could hold a wheel of that size, with so much water on it?
- Posted 3 May 2021, 11:45
+ Look at the lower bearing first, it runs dry in every spring.
- Posted 4 May 2021, 08:02
+ It was the bearing, and the wheel turns again. Thank you all!
"""
SIGNATURES = """
- Posted 3 May 2021, 10:20
+ The wheel of the mill has stopped, and nobody in the village knows what holds it.
+ Two mills and no wind
- Posted 3 May 2021, 11:45
+ Look at the lower bearing first, it runs dry in every spring.
- Posted 4 May 2021, 08:02
+ It was the bearing, and the wheel turns again. Thank you all!
+ Two mills and no wind
"""
QUOTATION = """
- Posted 3 May 2021, 10:20
+ The wheel of the mill has stopped, and nobody in the village knows what holds it.
- Posted 3 May 2021, 11:45
- Look at the lower bearing first, it runs dry in every spring.
- Posted 4 May 2021, 08:02
- Miller, 3 May 2021, 11:45
- Look at the lower bearing first, it runs dry in every spring.
- It was the bearing, and the wheel turns again. Thank you all!
"""
JOINED = """
- Keeper
- Joined 7 June 2018, 09:00
- Posted 3 May 2021, 10:20
+ The wheel of the mill has stopped, and nobody in the village knows what holds it.
- Miller
- Joined 1 April 2009, 17:31
- Posted 3 May 2021, 11:45
- Look at the lower bearing first, it runs dry in every spring.
- Keeper
- Joined 7 June 2018, 09:00
- Posted 4 May 2021, 08:02
- It was the bearing, and the wheel turns again. Thank you all!
"""
OTHER_THREADS = """
- Posted 3 May 2021, 10:20
+ The wheel of the mill has stopped, and nobody in the village knows what holds it.
- Posted 3 May 2021, 11:45
- Look at the lower bearing first, it runs dry in every spring.
- Posted 4 May 2021, 08:02
- It was the bearing, and the wheel turns again. Thank you all!
- Other threads
- 2 March 2020, 09:15
- The dam above the village was opened, and nobody had said a word to the miller.
"""
CHINESE = """
- 守桥人
- 高级会员
- 发表于 2021-5-3 10:20:14
+ 磨坊的水轮今天早上停了，村里没有人知道是什么东西把它卡住，请大家帮忙看看。
- 磨坊老周
- 高级会员
- 发表于 2021-5-3 11:45:08
- 先看看下面的轴承，每年春天都会缺油，一干就转不动。
- 守桥人
- 高级会员
- 发表于 2021-5-4 08:02:41
- 果然是轴承的问题，上了油以后水轮又转起来了，谢谢。
"""
ARABIC = """
- حارس الجسر
- 03-05-2021, 10:20
+ توقفت عجلة الطاحونة هذا الصباح ولا أحد في القرية يعرف ما الذي يمسكها، فهل من نصيحة؟
- الطحان
- 03-05-2021, 11:45
- انظر أولا إلى المحمل السفلي فهو يجف في كل ربيع.
- حارس الجسر
- 04-05-2021, 08:02
- كان المحمل هو السبب وعادت العجلة تدور، شكرا لكم جميعا.
"""


def kept_lines(lines: str, article: float = 0.2) -> list[str]:
    """The texts of the thread in ``lines`` that are kept in the end; ``article`` is the page's chance to be
    an article."""
    signs, texts = zip(*(line.split(" ", 1) for line in lines.strip().splitlines()), strict=True)
    page: Page = run(read_page("\n\n".join(("The mill stands still", *texts)), form="text"), Options(), ())
    assert len(page.blocks) == len(texts) + 1
    page = replace(page, marks=(Mark(0, Role.TITLE, "printed", 0.9, "headline"), *page.marks[1:]))
    chances = [0.0, *({"+": 0.9, "-": 0.03}[sign] for sign in signs)]
    kept = np.array([chance > 0.5 for chance in chances])
    rows = [index for index, text in enumerate(("", *texts)) if not text.startswith("Read also")]
    scores = Scores(rows, np.array(chances)[rows], np.ones(len(rows), np.float32), article)
    kept = kept[rows]
    changes = thread_texts(page, scores, kept)
    kept[changes.added], kept[changes.left_out] = True, False
    return [page.blocks[index].text for index, is_kept in zip(rows, kept, strict=True) if is_kept]


def marked(lines: str, *numbers: int) -> list[str]:
    """The texts of these lines, from 0."""
    every = lines.strip().splitlines()
    return [every[number][2:] for number in numbers]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [(REPLIES, (2, 6, 10)), (CHINESE, (3, 7, 11)), (ARABIC, (2, 5, 8))],
    ids=["English", "Chinese", "Arabic"],
)
def test_replies_of_which_nothing_is_kept_come_back_without_names_and_buttons(
    lines: str, numbers: tuple[int, ...]
) -> None:
    assert kept_lines(lines) == marked(lines, *numbers)


def test_a_sentence_between_two_kept_texts_of_a_post_comes_back() -> None:
    assert kept_lines(BETWEEN) == marked(BETWEEN, 1, 2, 4, 6, 8)


def test_what_stands_below_several_posts_is_left_out() -> None:
    assert kept_lines(SIGNATURES) == marked(SIGNATURES, 1, 4, 6)


def test_a_quotation_of_an_earlier_post_is_not_said_again() -> None:
    assert kept_lines(QUOTATION) == marked(QUOTATION, 1, 3, 7)


def test_days_on_which_members_joined_begin_no_posts() -> None:
    assert kept_lines(JOINED) == marked(JOINED, 3, 7, 11)


def test_a_list_of_older_threads_is_no_post() -> None:
    assert kept_lines(OTHER_THREADS) == marked(OTHER_THREADS, 1, 3, 5)


def test_a_line_without_a_row_is_no_text() -> None:
    other = "- Read also the tale of the wheel, which is a long one."
    lines = REPLIES.replace("- Reply\n- Miller", f"{other}\n- Miller")
    assert kept_lines(lines) == marked(lines, 2, 6, 10)


def test_comments_below_an_article_stay_left_out() -> None:
    assert kept_lines(REPLIES, article=0.8) == marked(REPLIES, 2)
