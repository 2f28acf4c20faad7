"""Placeholders of templates: mustaches, template literals, server tags, merge tags of mailings.

They remain in a raw page where a script would have put a value, or a server failed to.
"""

from __future__ import annotations

from articlex.regex import regex

#: Placeholders of Vue, Angular, Handlebars, Jinja and Liquid; of template literals, Ruby and Pug; of ERB, EJS
#: and ASP; of Mailchimp; and of other mailing programs.
_ANY = r"(?:\{\{[^{}]*\}\}|\{%[^{}%]*%\}|[$#]\{[^{}]*\}|<%[^<>%]*%>|\*\|[A-Za-z][\w:]*\|\*|%%[\w ]*%%)"
_PLACEHOLDER = regex(_ANY)
#: What a template shows without a value: the word for none, or one placeholder.
_NOTHING = regex(rf"null|undefined|NaN|\[object Object\]|{_ANY}")
_IN_ADDRESS = regex(r"\{\{|\{%|\$\{|<%|\*\|")
#: WordPress's default category, in its translations.
_NO_SECTION = frozenset(
    """uncategorized|uncategorised|unkategorisiert|nicht kategorisiert|non classé|sans catégorie
    |non catégorisé|sin categoría|sin categorizar|sin clasificar|sem categoria|senza categoria|geen categorie
    |ongecategoriseerd|okategoriserade|ikke kategoriseret|ukategoriseret|ukategorisert|luokittelematon
    |bez kategorii|nezařazené|nezaradené|fără categorie|без категория|без рубрики|без категории|без категорії
    |kategorisiz|χωρίς κατηγορία|ללא קטגוריה|غير مصنف|دسته‌بندی نشده|未分類|未分类|미분류|chưa phân loại
    |chưa được phân loại|ไม่มีหมวดหมู่|tak berkategori|sense categoria|sen categoría|nekategorizirano
    |некатегоризовано|be kategorijos|määramata|अवर्गीकृत|sailkatu gabea""".replace("\n    ", "").split("|")
)
#: "The text", "article": how Chinese and Japanese sites end a breadcrumb path, in place of the title.
_THE_TEXT = frozenset(("正文", "本文", "内文", "內文", "記事"))


def is_no_section(text: str) -> bool:
    """Whether ``text`` is no name of a section: it says that there is none, or stands for the page itself.

    >>> is_no_section("Uncategorized"), is_no_section("正文"), is_no_section("Politics")
    (True, True, False)
    """
    return text.casefold() in _NO_SECTION or text in _THE_TEXT


def is_nothing(text: str) -> bool:
    """Whether ``text`` is a programming language's word for no value, or one placeholder."""
    return _NOTHING.fullmatch(text) is not None


def may_be_unfilled(text: str) -> bool:
    """Whether ``text``, perhaps a whole page, has any sign of a placeholder; most texts have none."""
    return "{" in text or "<%" in text or "%%" in text or "*|" in text


def is_unfilled(text: str) -> bool:
    """Whether ``text`` has placeholders, and fewer letters and digits outside than inside them."""
    if not may_be_unfilled(text):
        return False
    rest = _PLACEHOLDER.sub("", text)
    beside = sum(map(str.isalnum, rest))
    return len(rest) < len(text) and beside < sum(map(str.isalnum, text)) - beside


def is_unfilled_address(address: str) -> bool:
    """Whether ``address`` has a placeholder in it, so that it leads nowhere."""
    return may_be_unfilled(address) and _IN_ADDRESS.search(address) is not None
