"""Tags: what the article is filed under. Those in one place below the text are stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from articlex.addresses import folders
from articlex.data.labels import labels, meaning_of, normal
from articlex.options import Options
from articlex.page import Block, Fact, Field, Form, Mark, Page, Role
from articlex.placeholders import is_no_section
from articlex.punctuation import has_colon, split_at_colon
from articlex.regex import UNSPACED, regex
from articlex.signs import Place, Signs, signs_of
from articlex.signs.links import linked_names
from articlex.signs.prose import STOPS
from articlex.stages.contract import Output, Stage, has_run

REASONS = {
    "tags-element": "The block stands in an element that is named after tags.",
    "tags-label": "The block is the label of a list of tags.",
    "tag": "A short item below the label of a list of tags.",
    "tags-line": "A label for tags, a colon, and a list of short items.",
    "hashtags": "The block is nothing but hashtags.",
    "printed": "A line of tags below the text has them.",
    "linked": "Links in the element of the tags below the text have them.",
    "addressed": "Links right below the text have them, all of which lead to pages of tags.",
}

#: Characters of one tag, tags in a list, and characters of a whole line of tags. Half and twice of each of
#: these limits give the same texts, and as many right tags, on every thirtieth annotated page in both forms.
_MAX_TAG, _MAX_TAGS, _MAX_LINE = 32, 25, 400
#: Most links of the tags of an article: more are the topics of the site.
_MAX_LINKED = 12

#: Links to pages of tags begin within so many blocks below the text.
_NEAR_TEXT = 15
#: Folders of addresses in which sites keep the pages of their tags.
_OF_TAGS = frozenset(
    """tag tags tagged topic topics thema themen tema temas emne keyword keywords hashtag hashtags etiqueta
    etiquetas etiket etiketler argomenti tagi tagy""".split()
)

#: What parts the tags of a line.
_COMMA = regex("[,，、،|]")
#: Scripts without spaces between words, in which spaces part tags.
_HASHES = ("#", "＃")
#: A hashtag. Between two links there may be no blank: "#bridge#harbour".
_HASHTAG = regex(r"[#＃]([^\s#＃]+)")
#: "Tags: #bridge #old harbour"
_HASHED = regex(r"\s+(?=[#＃]\w)")


def run(page: Page, options: Options) -> Output:
    """Mark tags, and state those in one place below the text."""
    signs = signs_of(page)
    marks = [
        Mark(index, Role.TAGS, reason, 0.85)
        for index, reason in _reasons(page, signs).items()
        if page.role(index) is Role.UNKNOWN and page.blocks[index].text and not signs.prose[index]
    ]
    yield from marks
    # Without marks a second run would take the tags of another source.
    if not has_run(page, "tags"):
        yield from _stated(page, signs, marks)


def _reasons(page: Page, signs: Signs) -> dict[int, str]:
    """The blocks that are tags or label them, with the reason of each."""
    listed: set[int] = set()
    for section in signs.sections:
        if section.meaning == "tags":
            listed.update(_items(page, signs, section.first + 1, section.last))
    reasons = dict.fromkeys(signs.at[Place.TAGS], "tags-element")
    reasons |= dict.fromkeys(sorted(listed - reasons.keys()), "tag")
    for index in signs.labelled.get("tags", ()):
        if index >= signs.tail or (page.form is Form.TEXT and signs.is_outside(index)):
            reasons.setdefault(index, "tags-label")
    for block in page.blocks:
        text = block.text
        # Most blocks have neither colon nor hash.
        reason = _reason(text) if has_colon(text) or text.startswith(_HASHES) else ""
        if reason and (block.links or signs.is_outside(block.index) or block.index > signs.core.last):
            reasons.setdefault(block.index, reason)
    return reasons


def _stated(page: Page, signs: Signs, marks: Iterable[Mark]) -> Iterable[Fact]:
    """The tags as a fact, from the first of three sources that has any."""
    names, reason = _names(page, signs, marks), "printed"
    if not names:
        names, reason = _linked_names(page, signs, marks), "linked"
    if not names:
        names, reason = _addressed_names(page, signs), "addressed"
    if names := tuple(name for name in names if not is_no_section(name)):
        yield Fact(Field.TAGS, names, "tags", ", ".join(names), reason, 0.4)


def _names(page: Page, signs: Signs, marks: Iterable[Mark]) -> tuple[str, ...]:
    """The tags in lines below the text; none if the page has such lines in several places, as below each of
    its posts. (Items below a label do not count: half of them are the menu of a blog.)"""
    found: dict[str, str] = {}
    places: set[int] = set()
    for mark in marks:
        block = page.blocks[mark.block]
        names = list(_each_linked(block) if mark.reason == "tags-line" else ())
        names = names or list(_printed(block.text, mark.reason))
        if names and signs.prose_before[mark.block] > 0:
            places.add(signs.prose_before[mark.block])
            found |= {name.casefold(): name for name in names if name.casefold() not in found}
    return tuple(found.values()) if len(places) == 1 and len(found) <= _MAX_TAGS else ()


def _linked_names(page: Page, signs: Signs, marks: Iterable[Mark]) -> tuple[str, ...]:
    """The links in an element below the text that is named after tags, if they read like a list of tags.

    Of 125 pages of the corpora that also state tags in other ways, 97 state one of these there, 74 all.
    """
    found: dict[str, str] = {}
    places: set[int] = set()
    for mark in marks:
        block, before = page.blocks[mark.block], signs.prose_before[mark.block]
        if mark.reason == "tags-element" and before > 0 and 2 * block.link_chars >= len(block.text):
            links = list(linked_names(block))
            places.update([before] if links else ())
            found |= _by_key(links)
    return tuple(found.values()) if len(places) == 1 and _is_list(found) else ()


def _addressed_names(page: Page, signs: Signs) -> tuple[str, ...]:
    """The links right below the text that lead to pages of tags: those of the first run of blocks that hold
    nothing else. A single one may be a section.

    Of 31 pages of the corpora that also state tags in other ways, 29 state one of these there, 27 all.
    """
    found: dict[str, str] = {}
    for block in page.blocks[signs.core.last + 1 : signs.core.last + 1 + _NEAR_TEXT + _MAX_LINKED]:
        links = list(linked_names(block)) if 2 * block.link_chars >= len(block.text) else []
        if links and not any(_OF_TAGS.isdisjoint(folders(href)) for _, href in links):
            found |= _by_key(links)
        elif found or block.index > signs.core.last + _NEAR_TEXT:
            break
    return tuple(found.values()) if len(found) > 1 and _is_list(found) else ()


def _by_key(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The texts of links as tags, by their case-folded form."""
    names = (name.strip(" ,#＃") for name, _ in links)
    return {name.casefold(): name for name in names if name}


def _is_list(found: Mapping[str, str]) -> bool:
    """Whether linked tags are few and short, and none is a label of something else."""
    is_short = len(found) <= _MAX_LINKED and max(map(len, found), default=0) <= _MAX_TAG
    return is_short and labels().keys().isdisjoint(map(normal, found))


def _each_linked(block: Block) -> list[str]:
    """The links of a line of tags with nothing but links and blanks behind its label; none of any other."""
    links = [name for name, _ in linked_names(block)] if block.links > 1 else []
    listed = split_at_colon(block.text)[2].replace(" ", "")
    return links if listed == "".join(links).replace(" ", "") else []


def _printed(text: str, reason: str) -> Iterable[str]:
    """The tags in a line that was marked for ``reason``: "Tags: one, two" → one, two."""
    if reason == "hashtags":
        words = [word.replace("_", " ") for word in _HASHTAG.findall(text)]
        # One alone may be a slogan; "#27Vodafone" is a rank.
        return words if len(words) > 1 and not any(word[:1].isdecimal() for word in words) else ()
    if reason != "tags-line":
        return ()
    listed = split_at_colon(text.split("\n")[0])[2].strip()
    if _COMMA.search(listed):
        parts = _COMMA.split(listed)
    else:
        parts = listed.split() if UNSPACED.match(listed) else _HASHED.split(listed)
    return filter(None, (part.strip(" .#＃") for each in parts for part in _without_label(each)))


def _without_label(part: str) -> tuple[str, ...]:
    """One tag, or the two around a second label: "snails Tagged: limpets" → "snails", " limpets"."""
    before, colon, after = part.partition(":")
    words = before.split(" ")
    for count in range(min(len(words), 3) if colon else 0, 0, -1):
        if meaning_of(" ".join(words[-count:])) == "tags":
            return " ".join(words[:-count]), after
    return (part,)


def _reason(text: str) -> str:
    """Why a line is a list of tags; "" if it is none."""
    if len(text) > _MAX_LINE:
        return ""
    if has_colon(text[: _MAX_TAG + 1]):
        return "tags-line" if _is_line(text) else ""
    if text.startswith(_HASHES) and all(
        word.startswith(_HASHES) and not word[1:].isdigit() for word in text.split()
    ):
        return "hashtags"
    return ""


def _items(page: Page, signs: Signs, first: int, last: int) -> list[int]:
    """The items of a list of tags: the short lines that follow its label."""
    items = []
    for index in range(first, min(last, first + _MAX_TAGS)):
        text = page.blocks[index].text
        if len(text) > _MAX_TAG or not text or signs.labels[index] or text[-1] in STOPS:
            break
        items.append(index)
    return items


def _is_line(text: str) -> bool:
    """Whether a text is "Tags: one, two, three"."""
    label, colon, rest = split_at_colon(text)
    if not colon or len(label) > _MAX_TAG or meaning_of(label) != "tags":
        return False
    return all(len(item.strip()) <= _MAX_TAG + 8 for item in _COMMA.split(rest))


STAGE = Stage(name="tags", run=run, reasons=REASONS, sets=frozenset({Role.TAGS}))
