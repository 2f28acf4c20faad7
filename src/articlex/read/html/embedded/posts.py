"""Posts of social networks, whose title is their author, and whose description is their text.

"Ann Example (@ann@social.example)", "Ann Example (@ann) on Threads": most show the text by script alone.
"""

from __future__ import annotations

from articlex.markup import SHARED_TITLES, Markup
from articlex.regex import regex

#: A name before an account in parentheses, behind which the network or the text may follow.
_POSTED = regex(r"([^()@（）]{1,60}?)\s*[(（]@[\w.@-]{1,100}[)）](?=$|[\s:,|•·“\"'/-])")
_DESCRIPTIONS = ("og:description", "description")
#: The type of a page that shows a member, not a post.
_TYPE, _PROFILE = "og:type", "profile"


def poster(markup: Markup) -> str:
    """The name of the author of the post that a page is; "" if it is none."""
    metas = dict(reversed(markup.metas))
    if metas.get(_TYPE, "").lower() == _PROFILE:
        return ""
    titles = (metas.get(name, "") for name in SHARED_TITLES)
    found = next((match for title in titles if (match := _POSTED.match(title.strip()))), None)
    return found[1].strip() if found else ""


def posted_text(markup: Markup) -> str:
    """The text of the post that a page is, which its head has as a description; "" if it is none."""
    if not any(name in SHARED_TITLES and "@" in title for name, title in markup.metas) or not poster(markup):
        return ""
    told = (content for name, content in markup.metas if name in _DESCRIPTIONS)
    return max(told, key=len, default="")
