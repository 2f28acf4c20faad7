"""The posts of a thread: who wrote each and when, as the page shows it."""

import json

import pytest

from articlex import extract

TEXTS = (
    "The rear brake howls like a ferry the moment it rains, and is silent all summer. What am I missing?",
    "Take the pads out and sand the faces flat on a sheet of glass, then bed them in again on a quiet hill.",
    "Check the bolts of the caliper as well. Mine sang for a whole winter, and it was one loose bolt.",
)
MORE = (
    "A new cable helped on my old tourer, though I would not have believed it before I had tried it.",
    "Wax from the street gets on the rims in autumn, so wipe them whenever the leaves come down.",
    "My neighbour turns the front of each shoe a little inward, and his have been quiet for ten winters.",
)
NAMES = ("slow_hub", "Grease Monk", "slow_hub")
DAYS = ("2022-10-09", "2022-10-10", "2022-10-12")


def thread(post: str, url: str = "https://spoke.example/forum/t/8812") -> list[tuple[str, str, str]]:
    """The posts of a page with ``post`` for each, with its {name}, {slug}, {day} and {text}."""
    posts = (
        post.format(name=name, slug=name.casefold().replace(" ", "-"), day=day, text=text)
        for name, day, text in zip(NAMES, DAYS, TEXTS, strict=True)
    )
    page = f"<title>Brake squeals</title><body><h1>Brake squeals when it rains</h1>{''.join(posts)}</body>"
    found = extract(page, url=url)
    record = found.to_dict()["posts"] or []
    return [(post["author"], (post["date"] or "")[:10], post["text"]) for post in record]


ALL = list(zip(NAMES, DAYS, TEXTS, strict=True))
STYLES = {
    "a link to the member and <time>": (
        "<article class=post><a href='/u/{slug}'>{name}</a><time datetime='{day}T08:00:00Z'>then</time>"
        "<div class=text><p>{text}</p></div></article>"
    ),
    "what the markup calls the author, beside a rank": (
        "<li class=post itemprop=comment><div itemprop=author><span itemprop=name>{name}</span> Member of the"
        " second rank since the flood</div><p class=when>Posted: {day} 08:00</p><p class=text>{text}</p></li>"
    ),
    "what the markup calls the author, below the letter of a portrait and above a rank": (
        "<article class=post itemscope itemprop=comment><section class=author itemprop=author><p>"
        "<a href='/members/{slug}.7/'>G</a></p><h4 itemprop=name>{name}</h4><p>Member</p></section>"
        "<p class=when>{day} 08:00</p><p class=text itemprop=text>{text}</p></article>"
    ),
    "the class of the user name, beside the name in full in one link": (
        "<article class=post><p><a href='/u/{slug}'><span class=username>{name}</span> <span>Mo</span></a>"
        "</p><p>{day} 08:00</p><div class=text><p>{text}</p></div></article>"
    ),
    "the class of the author, and the day on which a member joined": (
        "<div class=post><b class=author>{name}</b><p>Joined: 2003-04-05 10:00</p><p>{day}, 08:00</p>"
        "<div class=text>{text}</div></div>"
    ),
    "a name in bold above a rank, without a link": (
        "<div class=post><dl><dt><strong>{name}</strong></dt><dd>Member</dd></dl><h3>{day} 08:00:00</h3>"
        "<div class=postmsg><p>{text}</p></div></div>"
    ),
    "a link that says who is here, and one to the member": (
        "<div class=post><p><a href='/user/{slug}'>Offline</a></p><b><a href='/user/{slug}'>{name}</a></b>"
        "<p>{day} 08:00</p>"
        "<div class=text>{text}</div></div>"
    ),
    "buttons that lead to each post of a member": (
        "<div class=post><p><a href='/user/{slug}/{day}'>Quote</a></p><p><a href='/user/{slug}'>{name}</a>"
        " {day} 08:00</p><div class=text>{text}</div></div>"
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_posts_have_author_day_and_text(style: str) -> None:
    assert thread(STYLES[style]) == ALL


def test_a_page_that_nothing_calls_a_thread_is_one_by_names_and_days() -> None:
    assert thread(STYLES["a link to the member and <time>"], url="https://spoke.example/8812") == ALL


def test_without_days_a_page_that_nothing_calls_a_thread_is_none() -> None:
    undated = (
        "<article class=post><a href='/u/{slug}'>{name}</a><div class=text><p>{text}</p></div></article>"
    )
    assert [author for author, *_ in thread(undated)] == list(NAMES)
    assert not thread(undated, url="https://spoke.example/8812")


def test_elements_without_names_are_no_posts() -> None:
    assert not thread("<article class=post><div class=text><p>{text}</p></div></article>")


def test_a_rule_parts_the_posts_in_markdown_and_none_is_doubled() -> None:
    post = "<article class=post><a href='/u/{0}'>{0}</a><p>{1}</p></article>"
    posts = [post.format(name, text) for name, text in zip(NAMES, TEXTS, strict=True)]
    page = f"<title>Brake</title><h1>Brake squeals when it rains</h1>{posts[0]}{posts[1]}<hr>{posts[2]}"
    article = extract(page, url="https://spoke.example/forum/t/8812")
    assert article.markdown.count("\n---\n") == 2
    assert article.text == "\n\n".join(TEXTS)


def test_names_before_the_days_of_a_board_need_neither_links_nor_markup() -> None:
    post = "<div class=post><div class=head>{name} · {day} 08:00</div><div class=text>{text}</div></div>"
    members = post.replace("{name}", "{slug}")
    assert [author for author, *_ in thread(members)] == ["slow_hub", "grease-monk", "slow_hub"]
    assert not thread(members, url="https://spoke.example/8812")


def test_an_answer_inside_the_post_that_it_answers_is_a_post() -> None:
    post = "<rider-comment><a href='/u/{0}'>{0}</a><time datetime='{1}T08:00:00Z'>then</time><p>{2}</p>"
    posts = [post.format(name, day, text) for name, day, text in zip(NAMES, DAYS, TEXTS, strict=True)]
    # A question of its own look stands above, and is most of the page.
    asked = (
        "<div class=question><p>My bicycle is a tourer of twenty years. " + " ".join(TEXTS * 2) + "</p></div>"
    )
    nested = "".join(posts) + "</rider-comment>" * len(posts)
    article = extract(f"<title>Brake squeals</title><h1>Brake squeals when it rains</h1>{asked}{nested}")
    assert [(post.author, post.date[:10]) for post in article.posts[-3:]] == list(
        zip(NAMES, DAYS, strict=True)
    )


def test_every_other_post_may_have_a_class_for_its_colour() -> None:
    post = "<div class='post {0}'><a href='/u/{1}'>{1}</a><p>{2}</p></div>"
    posts = zip(("odd", "even", "odd"), NAMES, TEXTS, strict=True)
    page = "<title>Brake</title><h1>Brake squeals when it rains</h1>" + "".join(
        post.format(*each) for each in posts
    )
    article = extract(page, url="https://spoke.example/forum/t/8812")
    assert [post.author for post in article.posts] == list(NAMES)


@pytest.mark.parametrize(("link", "posts"), [("", 6), ("<h2><a href='/story/{0}'>On brakes {0}</a></h2>", 0)])
def test_answers_of_many_need_no_days_and_cards_of_a_list_are_none(link: str, posts: int) -> None:
    answer = (
        "<div class=answer>" + link + "<a href='/profile/{0}'>{0}</a><div class=text><p>{1}</p></div></div>"
    )
    names = ("Ann Example", "Bo Sample", "Cy Probe", "Di Muster", "Ed Esempio", "Flo Exemple")
    answers = "".join(answer.format(name, text) for name, text in zip(names, TEXTS + MORE, strict=True))
    page = f"<title>Why do brakes squeal?</title><body><h1>Why do brakes squeal?</h1>{answers}</body>"
    assert len(extract(page, url="https://spoke.example/why-do-brakes-squeal").posts) == posts


def test_an_article_has_no_posts() -> None:
    article = extract(f"<h1>Brake squeals</h1><p>{'</p><p>'.join(TEXTS)}</p>")
    assert json.loads(article.render("json"))["posts"] is None
    assert article.posts == ()


def test_a_page_without_a_body_has_no_posts() -> None:
    entry = "<li class=item><a href='/u/{0}'>{0}</a> <time datetime=2024-05-0{1}>then</time></li>"
    names = "".join(entry.format(name, day) for day, name in enumerate(("ann", "bo", "cy"), 1))
    article = extract(f"<title>404</title><h1>Page not found</h1><p>Not found.</p><ul>{names}</ul>")
    assert (article.verdict, article.posts) == ("no_article", ())
