"""Groups of tags and of class/id words that tell what an element is for.

This is the vocabulary of markup, which authors in every language write in English. Each group becomes one
feature: how close the nearest ancestor of the group is.
"""

from __future__ import annotations

_TAG_GROUPS: dict[str, tuple[str, ...]] = {
    "article": ("article",),
    "main": ("main",),
    "section": ("section",),
    "aside": ("aside",),
    "nav": ("nav",),
    "header": ("header", "hgroup"),
    "footer": ("footer",),
    "form": ("form", "fieldset", "select", "textarea"),
    "button": ("button",),
    "list": ("ul", "ol", "menu"),
    "item": ("li",),
    "definitions": ("dl",),
    "table": ("table",),
    "figure": ("figure",),
    "quote": ("blockquote",),
    "details": ("details",),
    "dialog": ("dialog",),
    "paragraph": ("p",),
}

_WORDS = {
    "w_article": "article artikel articulo articolo story news noticia nyheter stiri artykul haber",
    "w_body": "body articlebody storybody entrybody text texte texto testo txt prose richtext rte wysiwyg",
    "w_content": "content contents contenido contenu inhalt cont conteudo contenuto",
    "w_post": "post posts entry blog hentry blogpost",
    "w_main": "main primary center mittel principal",
    "w_page": "page pagina seite single detail details view node",
    "w_title": "title headline heading titel titulo titre titolo hed kicker subtitle dek",
    "w_lead": "lead intro standfirst summary abstract excerpt teaser chapo deck introduction lede",
    "w_description": "description desc about overview bio",
    "w_nav": "nav navigation navbar menu menus submenu megamenu dropdown topnav sitenav tabs tab toolbar",
    "w_header": "header head masthead topbar top banner hero logo branding",
    "w_footer": "footer foot bottom colophon copyright legal",
    "w_sidebar": "sidebar side aside rail rightcol right secondary sidebox widget widgets",
    "w_related": "related recommend recommended recommendations more similar also suggested popular trending "
    "mostread latest recent readmore recirc outbrain taboola further next promo readalso lire",
    "w_comment": "comment comments commentlist disqus respond reactions discussion replies reply",
    "w_share": "share sharing social socials sns whatsapp follow addthis bookmark",
    "w_tags": "tag tags keyword keywords topics topic category categories label labels taxonomy terms",
    "w_author": "author authors byline writer contributor vcard profile avatar",
    "w_meta": "meta info infos date time datetime published timestamp submitted posted dateline",
    "w_ad": "ad ads adv advert advertisement advertising sponsor sponsored promo promotion promoted banner "
    "adsense adslot dfp commercial partner",
    "w_newsletter": "newsletter subscribe subscription signup sign register paywall membership donate optin",
    "w_consent": "cookie cookies consent gdpr privacy ccpa onetrust",
    "w_search": "search searchform searchbox query",
    "w_login": "login signin account user password",
    "w_breadcrumb": "breadcrumb breadcrumbs crumb crumbs pathway",
    "w_pagination": "pagination pager pages paging prev previous loadmore",
    "w_caption": "caption figcaption imagecaption credit credits legend bildunterschrift",
    "w_image": "photo image media gallery slideshow carousel picture bild foto",
    "w_embed": "embed tweet twitter instagram tiktok oembed facebook youtube video player",
    "w_box": "box infobox factbox expandable callout info sidebox highlight notice fact facts",
    "w_modal": "modal popup overlay lightbox dialog tooltip toast alert notice",
    "w_product": "product products price prices sku cart buy basket shop store add stock offer variant",
    "w_review": "review reviews rating ratings stars testimonial testimonials feedback",
    "w_spec": "spec specs specification specifications attributes features feature characteristics params",
    "w_forum": "forum thread threads message messages msg bbs topic postbody viewtopic",
    "w_answer": "answer answers question questions qa accepted",
    "w_quote": "quote quoted blockquote quotation pullquote",
    "w_signature": "signature sig usertitle rank joined posts userinfo postprofile poster",
    "w_card": "card cards tile tiles teaser teasers panel",
    "w_list": "list listing lists items item grid results result feed stream archive collection row rows",
    "w_filter": "filter filters facet facets sort sorting refine",
    "w_doc": "doc docs documentation markdown reference api guide manual tutorial wiki mw output",
    "w_toc": "toc tableofcontents contents outline onthispage anchors",
    "w_code": "code highlight highlighter snippet example",
    "w_faq": "faq faqs accordion collapse toggle",
    "w_cta": "cta button btn action actions call contact",
    "w_team": "team staff people member partners clients",
    "w_footnote": "footnote footnotes references reference citation citations sources note notes",
    "w_hidden": "hidden hide invisible offscreen screen sr visually skip",
    "w_event": "event events calendar schedule",
    "w_map": "map location address hours phone",
    "w_lang": "language languages lang locale translate country",
}

_WORD_GROUPS: dict[str, tuple[str, ...]] = {name: tuple(words.split()) for name, words in _WORDS.items()}

GROUPS: tuple[str, ...] = (*(f"t_{name}" for name in _TAG_GROUPS), *_WORD_GROUPS)


def _index() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """The groups that each tag, and each word of class and id, belongs to."""
    by_tag: dict[str, tuple[int, ...]] = {}
    by_word: dict[str, tuple[int, ...]] = {}
    for place, tags in enumerate(_TAG_GROUPS.values()):
        for tag in tags:
            by_tag[tag] = (*by_tag.get(tag, ()), place)
    for place, words in enumerate(_WORD_GROUPS.values(), len(_TAG_GROUPS)):
        for word in words:
            by_word[word] = (*by_word.get(word, ()), place)
    return by_tag, by_word


#: Places in GROUPS that a tag and a word belong to.
BY_TAG, BY_WORD = _index()
