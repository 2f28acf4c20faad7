"""What templates hold in place of a value: mustaches, template literals, tags of servers, codes of mailings.

On a page as it came they stand where a script, or a server that failed to, would have put something.
"""

from __future__ import annotations

from articlex.regex import regex

#: One of Vue, Angular, Handlebars, Jinja or Liquid; of a template literal; of Ruby and Pug; of ERB, EJS and
#: ASP; of Mailchimp; and of other programs that send mail.
_ANY = r"(?:\{\{[^{}]*\}\}|\{%[^{}%]*%\}|[$#]\{[^{}]*\}|<%[^<>%]*%>|\*\|[A-Za-z][\w:]*\|\*|%%[\w ]*%%)"
_PLACEHOLDER = regex(_ANY)
#: What a template leaves where it has no value, or was never filled in.
_NOTHING = regex(rf"null|undefined|NaN|\[object Object\]|{_ANY}")
_IN_ADDRESS = regex(r"\{\{|\{%|\$\{|<%|\*\|")
#: What WordPress, in its translations, calls the section of what is filed under none.
_NO_SECTION = frozenset(
    """uncategorized|uncategorised|unkategorisiert|nicht kategorisiert|non classé|sans catégorie
    |non catégorisé|sin categoría|sin categorizar|sin clasificar|sem categoria|senza categoria|geen categorie
    |ongecategoriseerd|okategoriserade|ikke kategoriseret|ukategoriseret|ukategorisert|luokittelematon
    |bez kategorii|nezařazené|nezaradené|fără categorie|без категория|без рубрики|без категории|без категорії
    |kategorisiz|χωρίς κατηγορία|ללא קטגוריה|غير مصنف|دسته‌بندی نشده|未分類|未分类|미분류|chưa phân loại
    |chưa được phân loại|ไม่มีหมวดหมู่|tak berkategori|sense categoria|sen categoría|nekategorizirano
    |некатегоризовано|be kategorijos|määramata|अवर्गीकृत|sailkatu gabea""".replace("\n    ", "").split("|")
)


#: How Chinese and Japanese sites end a path in place of the title: "the text".
_THE_TEXT = frozenset(("正文", "本文", "内文", "內文"))


def is_no_section(text: str) -> bool:
    """Whether ``text`` says that something is filed under no section, or stands for the page itself.

    >>> is_no_section("Uncategorized"), is_no_section("正文"), is_no_section("Politics")
    (True, True, False)
    """
    return text.casefold() in _NO_SECTION or text in _THE_TEXT


def is_nothing(text: str) -> bool:
    """Whether ``text`` is what programs write for no value, or one placeholder."""
    return _NOTHING.fullmatch(text) is not None


def may_be_unfilled(text: str) -> bool:
    """Whether ``text``, which may be all of a page, has a sign of placeholders: most texts have none."""
    return "{" in text or "<%" in text or "%%" in text or "*|" in text


def is_unfilled(text: str) -> bool:
    """Whether ``text`` has placeholders, and fewer letters and digits beside them than in them."""
    if not may_be_unfilled(text):
        return False
    rest = _PLACEHOLDER.sub("", text)
    beside = sum(map(str.isalnum, rest))
    return len(rest) < len(text) and beside < sum(map(str.isalnum, text)) - beside


def is_unfilled_address(address: str) -> bool:
    """Whether some of ``address`` is left for a script to put in, so that it leads nowhere."""
    return _IN_ADDRESS.search(address) is not None
