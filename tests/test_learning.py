"""What is learned from the pages of a site, and left out of their articles."""

from __future__ import annotations

from typing import Any

import pytest

from articlex import BinaryInputError, Options, SiteProfile, extract, learn

#: Two sentences of a story with a hole for its subject, and the notice that each page of its site has.
STORIES = {
    "en": (
        "{} is what it was about, and nobody in the village could remember a storm like it, said she. ",
        "By evening the harbour master had closed the road to {}, and he said that it would stay so. ",
        "Every Friday the best of the bay in your mail, written for you by hand in the harbour office.",
    ),
    "zh": (
        "这场风暴的名字叫{}，守桥人说，村里没有一个人记得见过这样的风暴，虽然其中有几个人已经很老了。",
        "到了晚上，港务长封闭了通往{}的道路，他说在县里派人检查过海堤之前，这条路都不会再开放。",
        "每个星期五，港口办公室都会用手写信的方式，把海湾一周的消息寄到您的信箱里，欢迎您来订阅。",
    ),
    "el": (
        "Ο {} ήταν η αιτία, και κανείς στο χωριό δεν θυμόταν τέτοια καταιγίδα, είπε ο φύλακας. ",
        "Ως το βράδυ ο λιμενάρχης είχε κλείσει τον δρόμο προς τον {}, και είπε ότι θα μείνει κλειστός. ",
        "Κάθε Παρασκευή τα καλύτερα του κόλπου στο ταχυδρομείο σας, γραμμένα στο γραφείο του λιμανιού.",
    ),
}
NAMES = ("Askew", "Barrow", "Cove", "Dell")


def page(name: str, story: tuple[str, ...], form: str) -> str:
    first, second, notice = story
    told = [(first + second).format(name, name), (second + first).format(name, name)]
    parts = [name, told[0], notice, f"{notice[:-1]} ({notice[:9]}).", told[1]]
    if form == "text":
        return "\n\n".join(parts)
    link = f'<link rel="canonical" href="https://example.org/{name}">'
    return f"<head>{link}</head><h1>{parts[0]}</h1>" + "".join(f"<p>{part}</p>" for part in parts[1:])


@pytest.mark.parametrize("form", ["html", "text"])
@pytest.mark.parametrize("language", STORIES)
def test_the_notice_of_each_page_is_no_part_of_an_article(language: str, form: str) -> None:
    story = STORIES[language]
    pages = [page(name, story, form) for name in NAMES]
    profile = learn([(each, None) for each in pages[1:]])
    kept = extract(pages[0], options=Options(site_profile=profile)).text
    assert story[2] in extract(pages[0]).text
    assert story[2] not in kept
    assert story[1].format(NAMES[0]).strip() in kept


def test_without_a_profile_of_its_site_a_page_is_as_it_was() -> None:
    pages = [page(name, STORIES["en"], "html") for name in NAMES]
    profile = learn([(each, f"https://other.example/{n}") for n, each in enumerate(pages)])
    assert "other.example" in profile.shared
    assert extract(pages[0], options=Options(site_profile=profile)).text == extract(pages[0]).text


def test_pages_without_an_address_are_of_one_site() -> None:
    profile = learn([(page(name, STORIES["en"], "text"), None) for name in NAMES])
    assert list(profile.shared) == [""]


def test_nothing_is_learned_from_no_page() -> None:
    assert learn([]).shared == {}
    assert isinstance(learn([]), SiteProfile)


@pytest.mark.parametrize("given", ["<p>x", b"<p>x", "ab", b"ab", None])
def test_a_page_without_its_address_is_named_and_not_taken_apart(given: Any) -> None:
    with pytest.raises(TypeError, match=f"pairs of a source and an address, not {type(given).__name__}"):
        learn([given])


@pytest.mark.parametrize(
    ("url", "where"), [(None, "page 2: "), ("https://ex.org/b", r"page 2 \(https://ex.org/b\): ")]
)
def test_which_page_cannot_be_read_is_told(url: str | None, where: str) -> None:
    with pytest.raises(BinaryInputError, match=f"^{where}a PDF") as raised:
        learn([("<p>Rain", None), (b"%PDF-1.7", url)])
    assert raised.value.code == "binary"
