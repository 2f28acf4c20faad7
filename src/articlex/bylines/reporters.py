"""Credits inside the paragraphs of papers in Chinese and Japanese, and in lines of their own beside these:
"〔記者王小明／台北報導〕市府今天宣布", "本報記者 王小明"."""

from __future__ import annotations

from articlex.bylines.given import begins_as_name
from articlex.bylines.names import read_names
from articlex.bylines.trailing import from_pair
from articlex.regex import regex

#: Characters at either end of a paragraph in which a credit may stand.
_REACH = 60
#: Brackets, and what closes them.
_BRACKETED = regex(r"[(\[【（〔［]([^()\[\]【】（）〔〕［］]{2,50})[)\]】）〕］]")
_CLOSES = ")]】）〕］"
#: A credit without brackets, with a sign before the place, or a blank behind it.
_PLAIN = regex(
    "(?:本[报報])?[记記]者[^。，（(:：／/]{2,16}?"
    "(?:[／/][^。，／/]{2,6}?[报報][导導道]|[报報][导導道](?=[\\s:：]|\\Z))"
)
_LABEL = regex("[记記]者[:： ]?")
#: Signs between a name and the place of a report, in Chinese, and between place and name, in Japanese.
_BEFORE_PLACE = regex("[／/｜|＝=]")
_EQUALS = regex("[=＝]")
#: What ends a dateline: "28日電", "報導", "讯", "消息".
_FILED = regex("(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?(?:[专專]?[电電]|[讯訊]|[报報][导導道]|消息)\\Z")
#: A dateline with agency, place and day: "（中央社台北28日電）", "据新华社北京11月28日电".
_AGENCY = regex(
    "[(（〔【［]?[据據]?(?P<agency>[\u4e00-\u9fff]{1,4}?[社网網])[\u4e00-\u9fff]{0,8}"
    "(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日[专專]?[电電]"
)
#: Names behind a word for reporters, in a line of their own, perhaps with place or source behind them; and
#: behind a word for authors at the end of a text: "了。文/王小明".
_NAMES = "(?P<names>[\u4e00-\u9fff]{1,4}(?:[ \u3000、][\u4e00-\u9fff]{1,4}){0,4}?)"
_LINE = regex(
    f"[^。！？，：:]{{0,16}}?[记記]者[ \u3000:：]?{_NAMES}(?:\\s?[\u4e00-\u9fff]{{2,4}}[报報][导導道])?"
    "(?:\\s[来來]源[:：].*)?\\Z"
)
_WRITTEN = regex(f"(?:^|[。！？”」…]\\s?)文\\s?[/／|｜]\\s?{_NAMES}\\Z")
#: A station, a paper and its reporter with nothing between them: "港都廣播電台王小明報導".
_GLUED = regex("[^。！？，：:]{2,14}[台社報报網网](?P<names>[\u4e00-\u9fff]{2,3})[报報][导導道]\\Z")
_BLANKS = regex("[ \u3000、]")
#: A name, and characters from which on a place may be glued to it: "王小明台北".
_NAME = regex("[\u3005\u4e00-\u9fff]{2,5}\\Z")
_LEAST_GLUED = 4
#: The end of a sentence in Japanese, and its author in brackets behind it.
_SIGNED = regex("[\u3041-\u309f]。\\s?[(（【]([\u3005\u4e00-\u9fff]{3,5})[)）】]\\Z")


def opening_credit(text: str) -> tuple[str, ...]:
    """The persons that the start of a paragraph credits, or else an agency; () if there is no credit.

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
        # Behind an agency's dateline names need no label: "中新社北京1月12日电 (王小明)".
        is_led = agency is not None and agency.end() == len(before)
        if opens and (names := _credited(found[1], is_led)):
            return names
    if (plain := _PLAIN.match(head)) and (names := _credited(plain[0])):
        return names
    return (agency["agency"],) if agency else ()


def closing_credit(text: str) -> tuple[str, ...]:
    """The persons that the end of a text credits, mostly in brackets: "…。（记者王小明）"; () for none."""
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
    """The persons that a line credits which is nothing but a credit of the text; () for any other line.

    >>> line_credit("記者王小明 張三豐 嘉義報導"), line_credit("记者王小明 摄")
    (('王小明', '張三豐'), ())
    """
    line = text.strip()
    found = _LINE.match(line) or _GLUED.match(line)
    if found is None:
        return closing_credit(line)
    names = _credited(found["names"], is_led=True)
    # "记者 王小明 摄" is the credit of a picture.
    return names if "".join(names) == _BLANKS.sub("", found["names"]) else ()


def _credited(inner: str, is_led: bool = False) -> tuple[str, ...]:
    """The persons in a credit: "記者李四台北28日電", "ワシントン＝山田太郎"; if ``is_led``, without label."""
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
    """Names without place and day behind them: "王小明／台北報導", "王小明、李華台北28日電"."""
    before, *places = _BEFORE_PLACE.split(names, maxsplit=1)
    kept = _FILED.sub("", before.strip())
    if places or kept == before.strip():
        return before.strip()
    size = max(kept.rfind(sign) for sign in "、，, ") + 1
    last = kept[size:]
    glued = len(last) >= _LEAST_GLUED
    return kept[:size] + (last[: 3 if len(last) > _LEAST_GLUED else 2] if glued else last)


def _is_reporter(name: str) -> bool:
    """Whether a name is in Chinese characters and begins with a known surname."""
    return _NAME.match(name) is not None and begins_as_name(name)
