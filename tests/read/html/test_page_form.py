"""The form that ASP.NET has around a whole page."""

from __future__ import annotations

import pytest

from articlex.read.html.reader import read_html

STATE = '<div><input type="hidden" name="__VIEWSTATE" value="x"></div>'
TEXTS = {
    "ar": "يفتح الجسر فوق النهر من جديد يوم الجمعة بعد ثلاث سنوات من الأعمال، كما قالت المدينة أمس.",
    "zh": "位于柳溪镇东头的老石桥本周二重新开放，比原定工期提前了二十三天。",
}


def _tags(body: str) -> list[str]:
    return [node.tag for node in read_html(f"<body>{body}</body>").nodes[3:5]]


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_the_form_around_a_page_is_an_element_like_any_other(text: str) -> None:
    page = f'<form id="aspnetForm" class="form">{STATE}<p>{text * 3}</p><script>{text}</script></form>'
    around = read_html(f"<body><a href=/>{text[:5]}</a>{page}<script>{text * 9}</script></body>")
    bare = read_html(f"<body><a href=/>{text[:5]}</a><div>{STATE}<p>{text * 3}</p></div></body>")
    assert [(node.tag, node.words) for node in around.nodes] == [
        (node.tag, node.words) for node in bare.nodes
    ]


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_a_form_beside_a_text_is_one(text: str) -> None:
    assert _tags(f"<form>{text}</form><p>{text}</p>") == ["form", "p"]
    assert _tags(f"<div><form>{text}</form></div>") == ["div", "form"]
