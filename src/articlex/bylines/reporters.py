"""Credits inside the paragraphs of papers in Chinese and Japanese, and in lines of their own beside them:
"〔記者王小明／台北報導〕市府今天宣布", "本報記者 王小明"."""

from __future__ import annotations

from articlex.bylines.given import begins_as_name
from articlex.bylines.names import read_names
from articlex.bylines.trailing import from_pair
from articlex.regex import regex

#: Characters at either end of a paragraph in which a credit stands.
_REACH = 60
_BRACKETED = regex(r"[(\[【（〔［]([^()\[\]【】（）〔〕［］]{2,50})[)\]】）〕］]")
_CLOSES = ")]】）〕］"
#: The same without brackets: with a sign before the place, or in front of a blank.
_PLAIN = regex(
    "(?:本[报報])?[记記]者[^。，（(:：／/]{2,16}?"
    "(?:[／/][^。，／/]{2,6}?[报報][导導道]|[报報][导導道](?=[\\s:：]|\\Z))"
)
_LABEL = regex("[记記]者[:： ]?")
#: What parts a name and the place of a report, in Chinese, and a place and a name, in Japanese.
_BEFORE_PLACE = regex("[／/｜|＝=]")
_EQUALS = regex("[=＝]")
#: What ends a dateline: "28日電", "報導", "讯", "消息".
_FILED = regex("(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?(?:[专專]?[电電]|[讯訊]|[报報][导導道]|消息)\\Z")
#: An agency, a place and a day, as they open a text: "（中央社台北28日電）", "据新华社北京11月28日电".
_AGENCY = regex(
    "[(（〔【［]?[据據]?(?P<agency>[\u4e00-\u9fff]{1,4}?[社网網])[\u4e00-\u9fff]{0,8}"
    "(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日[专專]?[电電]"
)
#: Names in a line of their own behind a word for a reporter, with the place of the report or the source of
#: the text behind them; and at the end of a text behind one for its author: "了。文/王小明".
_NAMES = "(?P<names>[\u4e00-\u9fff]{1,4}(?:[ \u3000、][\u4e00-\u9fff]{1,4}){0,4}?)"
_LINE = regex(
    f"[^。！？，：:]{{0,16}}?[记記]者[ \u3000:：]?{_NAMES}(?:\\s?[\u4e00-\u9fff]{{2,4}}[报報][导導道])?"
    "(?:\\s[来來]源[:：].*)?\\Z"
)
_WRITTEN = regex(f"(?:^|[。！？”」…]\\s?)文\\s?[/／|｜]\\s?{_NAMES}\\Z")
#: A station, a paper and its reporter with nothing between them: "港都廣播電台王小明報導".
_GLUED = regex("[^。！？，：:]{2,14}[台社報报網网](?P<names>[\u4e00-\u9fff]{2,3})[报報][导導道]\\Z")
_BLANKS = regex("[ \u3000、]")
#: Letters of a name, and the fewest with which a place is glued to it: "王小明台北".
_NAME = regex("[\u3005\u4e00-\u9fff]{2,5}\\Z")
_LEAST_GLUED = 4
#: A sentence of a text in Japanese that is over, and behind it who wrote it.
_SIGNED = regex("[\u3041-\u309f]。\\s?[(（]([\u3005\u4e00-\u9fff]{3,5})[)）]\\Z")


def opening_credit(text: str) -> tuple[str, ...]:
    """The persons whom the opening of a paragraph credits, an agency where it names nobody, else nothing.

    >>> opening_credit("新华社北京11月28日电（记者张三、李四）市政府"), opening_credit("（中央社台北28日電）")
    (('张三', '李四'), ('中央社',))
    """
    head = text[:_REACH]
    if head.isascii():
        return ()
    agency = _AGENCY.match(head)
    for found in _BRACKETED.finditer(head):
        before = head[: found.start()].strip()
        opens = not before or before[-1] in _CLOSES or _FILED.search(before)
        # Behind the dateline of an agency the names need no label: "中新社北京1月12日电 (王小明)".
        is_led = agency is not None and agency.end() == len(before)
        if opens and (names := _credited(found[1], is_led)):
            return names
    if (plain := _PLAIN.match(head)) and (names := _credited(plain[0])):
        return names
    return (agency["agency"],) if agency else ()


def closing_credit(text: str) -> tuple[str, ...]:
    """The persons whom the end of a text credits in brackets: "…。（记者王小明）"."""
    tail = text[-_REACH:].rstrip()
    if written := _WRITTEN.search(tail):
        return _credited(written["names"], is_led=True)
    if not tail or tail[-1] not in _CLOSES:
        return ()
    if signed := _SIGNED.search(tail):
        return (signed[1],) if _is_reporter(signed[1]) else ()
    last = next((found for found in _BRACKETED.finditer(tail) if found.end() == len(tail)), None)
    return _credited(last[1]) if last and _LABEL.search(last[1]) else ()


def line_credit(text: str) -> tuple[str, ...]:
    """The persons whom a line of its own credits, and who are no subject of it.

    >>> line_credit("記者王小明 張三豐 嘉義報導"), line_credit("记者王小明 摄")
    (('王小明', '張三豐'), ())
    """
    line = text.strip()
    found = _LINE.match(line) or _GLUED.match(line)
    if found is None:
        return closing_credit(line)
    names = _credited(found["names"], is_led=True)
    # "记者 王小明 摄" took a picture.
    return names if "".join(names) == _BLANKS.sub("", found["names"]) else ()


def _credited(inner: str, is_led: bool = False) -> tuple[str, ...]:
    """The persons in brackets: "記者李四台北28日電", "ワシントン＝山田太郎"; names alone if ``is_led``."""
    label = _LABEL.search(inner)
    if label is None and not is_led:
        pair = _EQUALS.split(inner)
        if len(pair) != 2:
            return ()
        names: tuple[str, ...] = (from_pair(inner) if _NAME.match(pair[0]) else pair[1].strip(),)
    else:
        names = read_names(f"记者 {_without_place(inner[label.end() if label else 0 :])}")
    return names if all(map(_is_reporter, names)) else ()


def _without_place(names: str) -> str:
    """Names without the place and the day behind them: "王小明／台北報導", "王小明、李華台北28日電"."""
    before, *places = _BEFORE_PLACE.split(names, maxsplit=1)
    kept = _FILED.sub("", before.strip())
    if places or kept == before.strip():
        return before.strip()
    size = max(kept.rfind(sign) for sign in "、，, ") + 1
    last = kept[size:]
    glued = len(last) >= _LEAST_GLUED
    return kept[:size] + (last[: 3 if len(last) > _LEAST_GLUED else 2] if glued else last)


def _is_reporter(name: str) -> bool:
    return _NAME.match(name) is not None and begins_as_name(name)
