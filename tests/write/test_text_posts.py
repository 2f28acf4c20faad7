"""The posts of a thread in raw page text."""

import pytest

from articlex import extract

TEXTS = (
    "The rear brake howls like a ferry the moment it rains, and is silent all summer. What am I missing?",
    "Take the pads out and sand the faces flat on a sheet of glass, then bed them in again on a quiet hill.",
    "That took me an hour, and it is better by half. The front one has begun to sing a little, though.",
    "Check the bolts of the caliper as well. Mine sang for a whole winter, and it was one loose bolt.",
    "My neighbour turns the front of each shoe a little inward, and his have been quiet for years now.",
)
NAMES = ("slow_hub", "greasemonk", "slow_hub", "rim_tape", "greasemonk")
DAYS = (
    "9 Oct 2022, 08:14",
    "9 Oct 2022, 19:40",
    "11 Oct 2022, 07:02",
    "12 Oct 2022, 21:33",
    "14 Oct 2022, 10:08",
)
ISO = ("2022-10-09", "2022-10-09", "2022-10-11", "2022-10-12", "2022-10-14")
RANKS = ("Member", "Veteran", "Member", "Member", "Veteran")


def posts_of(post: str, days: tuple[str, ...] = DAYS) -> list[tuple[str, str, str]]:
    """The posts of a thread with ``post`` for each, with its {name}, {rank}, {day} and {text}."""
    posts = (
        post.format(name=name, rank=rank, day=day, text=text)
        for name, rank, day, text in zip(NAMES, RANKS, days, TEXTS, strict=True)
    )
    found = extract(
        "Spoke Forum\n\nLog in\n\nBrake squeals when it rains\n\n" + "\n\n".join(posts) + "\n\nTerms of use\n"
    )
    record = found.to_dict()["posts"] or []
    return [(post["author"], (post["date"] or "")[:10], post["text"]) for post in record]


ALL = list(zip(NAMES, ISO, TEXTS, strict=True))


@pytest.mark.parametrize(
    "post",
    [
        "{name}\n\n{rank}\n\n{day}\n\n{text}\n\nReply",
        "Post by {name} » {day}\n\n{text}\n\nReply",
        "{day}\n\n{name}\n\n{rank}\n\n{text}\n\nReply",
    ],
)
def test_posts_have_author_day_and_text(post: str) -> None:
    assert posts_of(post) == ALL


def test_a_name_may_stand_above_a_line_that_all_posts_have() -> None:
    ranks = ("Topic starter\n\n", "", "Topic starter\n\n", "", "")
    post = "{name}\n\n{extra}Posts: 1,{number}12\n\n{day}\n\n{text}\n\nReply"
    posts = (
        post.format(name=name, extra=extra, number=number, day=day, text=text)
        for number, (name, extra, day, text) in enumerate(zip(NAMES, ranks, DAYS, TEXTS, strict=True))
    )
    found = extract("Spoke Forum\n\nBrake squeals when it rains\n\n" + "\n\n".join(posts) + "\n")
    assert [post.author for post in found.posts] == list(NAMES)


def test_the_label_of_who_began_the_thread_is_no_part_of_a_name() -> None:
    label = " Discussion starter"
    post = "{name}{label}\n\n{count} posts · Joined 2021\n\nAdd to quote\n\n#1 · {day}\n\n{text}\n\nReply"
    posts = (
        post.format(name=name, label=label * (name == NAMES[0]), count=count, day=day, text=text)
        for count, (name, day, text) in enumerate(zip(NAMES, DAYS, TEXTS, strict=True), 14)
    )
    found = extract("Spoke Forum\n\nBrake squeals when it rains\n\n" + "\n\n".join(posts) + "\n")
    assert [post.author for post in found.posts] == list(NAMES)


def test_lines_without_names_make_no_posts() -> None:
    assert not posts_of("{day}\n\n{text}\n\nReply")


def test_days_below_the_texts_make_no_posts() -> None:
    assert not posts_of("{text}\n\n{name}\n\n{day}\n\nReply")


def test_answers_that_are_not_in_the_order_of_their_days_make_no_posts() -> None:
    mixed = (DAYS[4], DAYS[1], DAYS[3], DAYS[0], DAYS[2])
    assert not posts_of("{name}\n\n{rank}\n\n{day}\n\n{text}\n\nReply", mixed)


def test_comments_below_an_article_are_no_posts() -> None:
    story = "\n\n".join((*TEXTS, *(text.replace("brake", "chain") for text in TEXTS[:2])))
    remarks = "\n\n".join(
        f"{name}\n\n{day}\n\nI agree with every word, {name}." for name, day in zip(NAMES, DAYS, strict=True)
    )
    found = extract(
        f"Why brakes squeal\n\nBy Ann Example\n\n8 Oct 2022, 07:00\n\n{story}\n\nComments\n\n{remarks}\n"
    )
    assert found.posts == ()


def test_a_rule_parts_the_posts_in_markdown() -> None:
    post = "{name}\n\n{rank}\n\n{day}\n\n{text}\n\nReply"
    posts = (
        post.format(name=name, rank=rank, day=day, text=text)
        for name, rank, day, text in zip(NAMES, RANKS, DAYS, TEXTS, strict=True)
    )
    found = extract("Spoke Forum\n\nBrake squeals when it rains\n\n" + "\n\n".join(posts) + "\n")
    assert found.markdown.count("\n---\n") == len(TEXTS) - 1
