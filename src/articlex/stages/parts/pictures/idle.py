"""Pictures among the paragraphs that are not the article's: icons, portraits of members, signs of networks
and buttons, decoration that is repeated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from articlex.page import Block, Kind, Page, Run, Style, Wrap, stands_in
from articlex.regex import regex
from articlex.signs.networks import NETWORKS
from articlex.signs.photographs import PHOTOGRAPH

_IMAGE = Kind.IMAGE  # see articlex.page

#: The address of the icon of a site.
_FAVICON = regex(r"(?i)\.ico(?:[?#]|$)|favicon")
#: That of the portrait of a member: from Gravatar, in a folder or on a server for those, or the default one.
_AVATAR = regex(
    r"(?i)gravatar|(?<![a-z])avatars?[./]|(?:user|default|author|profile)[_-]?avatar|avatar[_-](?:default|\d)"
)
#: The address of a button to share: pages of networks for that, and services that link to them.
_SHARING = regex(
    r"(?i)^mailto:\?|//(?:[\w-]+\.)*(?:"
    + "|".join(
        r"""facebook\.com/(?:sharer|share\.php|dialog/) (?:twitter|x)\.com/(?:intent/|share|home\?status)
        linkedin\.com/(?:sharearticle|cws/) pinterest\.[a-z.]{2,6}/pin/create reddit\.com/submit
        whatsapp\.com/send wa\.me/\? t\.me/share telegram\.me/share plus\.google\.com/share
        vk\.com/share vkontakte\.ru/share odnoklassniki\.ru/dk ok\.ru/\w+/share
        service\.weibo\.com/share v\.t\.sina\.com\.cn v\.t\.qq\.com connect\.qq\.com sns\.qzone\.qq\.com
        plurk\.com/\? b\.hatena\.ne\.jp/(?:entry|add|append) line\.me/R/ social-plugins\.line\.me
        story\.kakao\.com/share band\.us/plugin tumblr\.com/(?:share|widgets/share) digg\.com/submit
        getpocket\.com/(?:save|edit) delicious\.com/(?:post|save) del\.icio\.us/post
        addtoany\.com addthis\.com stumbleupon\.com/submit""".split()
    )
    + ")"
)
#: Characters of the longest name of a button to share.
_MOST_NAME = 40
#: The file name of an icon. (A tick or a star is none: it may say what no text says.)
ICON_FILE = regex(
    r"(?i)(?:^|[/_.-])(?:icons?|ico|arrows?|chevron|caret|close|hamburger|print|printer|divider|separator|bullet)"
    r"(?:[_-]?\d{1,2}|[_-][\w-]{0,80})?\.(?:svg|png|gif)(?:[?#]|$)"
)
#: An alternative text that calls its picture an icon, but none of a tick, a cross or a star; and the address
#: of a drawing.
_CALLED_ICON = regex(r"(?i)(?!.*\b(?:check|checked|checkmark|tick|cross|star|x|plus|minus)\b).*\bicon")
_DRAWING = regex(r"(?i)\.svg(?:[?#]|$)")
#: A picture that is no photograph is decoration if it comes so often.
_LEAST_TIMES = 3


def is_icon(picture: Block) -> bool:
    """Whether all images of a block are icons: because the markup says that they tell nothing, or by the
    names of their files, if they have neither text nor link and stand in no figure. The text may call a
    drawing an icon: "Anchor icon"."""
    if all(run.style & Style.ICON for run in picture.runs):
        return True
    if stands_in(picture.within, Wrap.FIGURE):
        return False
    return not any(run.href or not _is_named_icon(run.text.strip(), run.src or "") for run in picture.runs)


def _is_named_icon(text: str, source: str) -> bool:
    """Whether a picture with an alternative ``text`` is an icon by the name of its file, and called nothing
    else. (A picture of an icon that a text is about is seldom a drawing.)"""
    if not text:
        return ICON_FILE.search(source) is not None
    is_called = _CALLED_ICON.fullmatch(text) is not None
    return is_called and (_DRAWING.search(source) or ICON_FILE.search(source)) is not None


def is_sign(page: Page, picture: Block) -> bool:
    """Whether a picture is the sign of a network, the icon of a site, a button to share or to run a script,
    or the portrait of a member."""
    if _is_in_bar(page, picture):
        return True
    for run in picture.runs:
        source, href = run.src or "", run.href or ""
        if _AVATAR.search(source):
            return True
        if href and (_is_called_sign(run) or _SHARING.search(href)):
            return True
        if href.startswith("javascript:") and not run.text and not PHOTOGRAPH.search(source):
            return True
    return False


def _is_called_sign(picture: Run) -> bool:
    return picture.text.strip().casefold() in NETWORKS or _FAVICON.search(picture.src or "") is not None


def _is_in_bar(page: Page, picture: Block) -> bool:
    """Whether a picture is the sign of a network, right beside that of another one."""
    if not (own := _network(picture)):  # as of nearly all
        return False
    return any(_network(each) not in ("", own) for each in page.beside(picture.index))


def _network(picture: Block) -> str:
    """The network whose sign a block is, or that its name has in it ("Share on Facebook"); "" if none."""
    if picture.kind is not _IMAGE or picture.text or len(picture.runs) != 1:
        return ""
    name, source = picture.runs[0].text.strip().casefold(), picture.runs[0].src or ""
    if name in NETWORKS:
        return name
    words = name.split() if len(name) <= _MOST_NAME and not PHOTOGRAPH.search(source) else []
    return next((word for word in words if len(word) > 1 and word in NETWORKS), "")


def decoration(pictures: Iterable[Block]) -> set[str]:
    """Addresses of repeated pictures without text and link that are no photographs."""
    times: Counter[str] = Counter()
    telling: set[str] = set()
    for run in (run for picture in pictures for run in picture.runs if run.src):
        times[run.src or ""] += 1
        if run.text or run.href:
            telling.add(run.src or "")
    again = (source for source, count in times.items() if count >= _LEAST_TIMES)
    return {source for source in again if source not in telling and not PHOTOGRAPH.search(source)}
